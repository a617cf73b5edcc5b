/** Lines that belong to the page and not to the episode: buttons, adverts, legal lines, counters, navigation. */

/** Starts of lines that are never about the episode. Compared in lower case. */
const STARTS: readonly string[] = [
  'click to expand',
  'play snip',
  'read the full ',
  'read our ',
  'check out the full ',
  'disclaimer',
  'install to ',
  'install the ',
  'install our ',
  'download browser extension',
  'download the app',
  'download our app',
  'summarize youtube videos',
  'summarise youtube videos',
  'follow the show',
  'like and subscribe',
  'join the newsletter',
  'affiliate link',
  'as an amazon associate',
  'this post may contain affiliate',
  'this page contains affiliate',
  'some links ',
  'find it on ',
  'listen to this episode',
  'we use cookies',
  'this site uses cookies',
  'this website uses cookies',
  'accept cookies',
  'all rights reserved',
  'youtube video player',
  'this episode is brought to you',
  'this episode is sponsored',
  'thanks to our sponsor',
  'thank you to our sponsor',
  'special thanks to ',
  'this video was also funded',
  'this video is sponsored',
  'this video was sponsored',
  'support the show',
  'support this podcast',
  'support me on',
  'help fund ',
  'become a member',
  'become a patron',
  'rate and review',
  'leave a review',
  'leave a comment',
  'please check out our sponsors',
  'to support this podcast',
  'transcript (auto-generated)',
];

/** Starts that only a short line makes furniture: "Back to basics: why …" is a claim. */
const SHORT_STARTS: readonly string[] = [
  'subscribe',
  'abonniert',
  'sign up',
  'sign in',
  'log in',
  'read more',
  'show more',
  'see more',
  'load more',
  'view all',
  'see all',
  'learn more',
  'continue reading',
  'back to ',
  'skip to ',
  'privacy policy',
  'terms of ',
  'accept all',
  'advertisement',
  'sponsored',
  'powered by ',
  'available on ',
  'listen on ',
  'watch on ',
  'buy on ',
  'get it on ',
  'copy link',
  'share this ',
  'explore more ',
  'buy now',
  'click here',
  'check out the ',
  'join our ',
  'get the app',
  'follow me on',
  'follow us',
];
const LONGEST_BUTTON = 60;
const LONGEST_LEGAL = 160;

/** Whole lines. */
const LINES = new Set(
  `by|home|menu|search|share|save|like|dislike|reply|comments|close|next|previous|play|pause|copy|copied!|show less|tweet|
  print|loading...|loading…|transcript|view transcript|read transcript|---|advertise|contact|contact us|faq|pricing|login|
  new|sponsor|ad|skip|more|rss|spotify|apple podcasts|google podcasts|overcast|twitter|facebook|instagram|tiktok|youtube|
  linkedin|discord|patreon|threads`
    .split('|')
    .map((line) => line.trim()),
);

const COUNTER =
  /^[\d.,]+\s?[kmb]?\s?(?:views?|likes?|subscribers?|comments?|shares?|plays|downloads|aufrufe|vues|vistas)\b/i;
const READING_TIME = /^\d{1,3}[\s-]min(?:ute)?s? read$/i;
const BUY = /\b(?:buy link|affiliate link|commission at no extra cost|amazon associate)\b/i;
const OFFER =
  /^(?:get|try|go|visit|use|head|sign|check|save|claim|start)\b.{0,120}\b(?:free trial|promo code|coupon code|code [A-Z0-9]{3,}|\d{1,3}\s?% off)\b/i;
const SUPPORT =
  /\b(?:form of support|support(?:ing)? (?:the|this|my|our) (?:channel|show|podcast|work)|accepts? contributions|buy me a coffee)\b/i;
const WALLET = /^(?:ENS|BTC|ETH|BCH|LTC|Bitcoin|Ethereum)(?: address)?:/;
const HOME = new Set(['Home', 'Start', 'Startseite', 'Accueil', 'Inicio']);
const HASHTAGS = /^(?:#[\p{L}\p{N}_]{2,40}[\s,]*){1,40}$/u;
const COPYRIGHT = /^(?:©|\(c\)|copyright)\s*(?:©|\(c\)|\d{4})/i;

export function isFurniture(text: string): boolean {
  if (text.length > 300) return false;
  // An emoji in front makes a button no less a button.
  const lower = text.toLowerCase().replace(/^[^\p{L}\p{N}©(#]{1,8}/u, '');
  if (LINES.has(lower) || COUNTER.test(text) || READING_TIME.test(text) || COPYRIGHT.test(text)) return true;
  if (HASHTAGS.test(text.slice(0, 200))) return true;
  if (BUY.test(text) || OFFER.test(text) || SUPPORT.test(text) || WALLET.test(text)) return true;
  if (text.length <= LONGEST_BUTTON && SHORT_STARTS.some((start) => lower.startsWith(start))) return true;
  return text.length <= LONGEST_LEGAL && STARTS.some((start) => lower.startsWith(start));
}

/**
 * The path a site shows above its pages: "Home Some Podcast Notes". Only the first lines of a page are asked: further
 * down "Home Cooking Secrets" may be a chapter.
 */
export function isBreadcrumb(text: string): boolean {
  if (text.length > 80) return false;
  const words = text.split(/[\s>›»/|•·-]+/);
  return words.length > 1 && HOME.has(words[0] ?? '') && words.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

/** A line in brackets that a template asked its author to fill in: "(List related episodes)". */
export function isPlaceholder(text: string): boolean {
  if (!/^[([{<].*[)\]}>]$/.test(text.slice(0, 300))) return false;
  return text.length <= 120 && !/[.!?][)\]}>]$/.test(text);
}
