/** Tells a page about an episode (summary, show notes, list of chapters) from a transcript of it. */
import { LineWalker } from './lines';
import { plainFromMarkdown } from './markdown-text';
import { type PeopleProfile, profileOfSample } from './people-profile';
import { namedStamps } from './people-shapes';
import { SLOWEST_SPEECH } from './rough-words';
import type { Guess } from './shape';

/** What stands above the parts of such pages, in lower case, without marks. */
const NOTE_HEADINGS = new Set(
  (
    'tl;dr|tldr|summary|key insights|insights|more insights|key takeaways|takeaways|summary & key takeaways|questions & answers|q&a|q & a|' +
    'highlights|episode highlights|episode highlight|key points|key topics|topics|topics discussed|topics covered|notable quotes|quotes|best quotes|' +
    'memorable quotes|key quotes|show notes|shownotes|episode notes|notes|gist|big reveals|things worth remembering|recommended in this episode|' +
    'recommendations|resources|resources mentioned|links|links mentioned|references|further reading|further exploration|overview|outline|' +
    'episode overview|episode summary|chapters|timestamps|time stamps|table of contents|contents|action items|next steps|decisions|main ideas|main points|' +
    'definition|related concepts|open questions|meeting notes|agenda|key ideas|key concepts|key moments|key learnings|lessons|lessons learned|about the guest|guest|guest bio|about the episode|in this episode|' +
    'mentioned in this episode|people mentioned|books mentioned|sponsors|support the show|connections|connections to other episodes|' +
    'related episodes|share this summary|introduction|conclusion|analysis|context|background|discussion questions|facts|statistics|habits|ideas|' +
    'hit us up on socials!|sick picks|shameless plugs|siiiiick pickssss!!!|zusammenfassung|wichtige erkenntnisse|kernaussagen|überblick|' +
    'résumé|points clés|à retenir|resumen|puntos clave|ideas clave|riassunto|punti chiave|resumo|pontos-chave|要約|まとめ|ポイント|摘要|总结|要点|요약'
  ).split('|'),
);

/** Headings that a transcript's own page has as well: alone they say nothing. */
const SHARED_HEADINGS = new Set([
  'introduction',
  'conclusion',
  'chapters',
  'table of contents',
  'contents',
  'timestamps',
  'guest',
  'context',
  'background',
  'notes',
  'topics',
  'links',
  'sponsors',
  'outline',
  'ideas',
  'facts',
  'summary',
  'overview',
  'resources',
]);

export function guessNotesPage(text: string): Guess | null {
  const profile = profileOfSample(text);
  if (profile.lines < 3) return null;
  const { strong, shared } = countHeadings(text);
  // A transcript's own page has an introduction and chapters too: alone they count for little.
  const marks =
    strong * 2 + (strong > 0 ? shared : Math.min(shared, 0.5)) + bulletWeight(profile) + sparseWeight(profile);
  if (strong + shared === 0 && sparseWeight(profile) === 0) return null;
  const speech = speechShare(profile);
  const confidence = marks >= 2 ? Math.min(0.97, (0.5 + marks * 0.09) * (1 - speech)) : 0;
  if (confidence < 0.3) return null;
  return { confidence: Math.round(confidence * 100) / 100, evidence: evidence(profile, strong + shared) };
}

function evidence(profile: PeopleProfile, headings: number): string {
  if (headings === 1) return `a heading such as “Summary” or “Show notes”, ${profile.bullets} list items`;
  if (headings > 0) return `${headings} headings such as “Summary” or “Key insights”, ${profile.bullets} list items`;
  return `${profile.timedText + profile.timedBullets} times with a title each`;
}

/** 0 to 1: how much of the text is certainly speech: turns in order with as many words as speech has. */
function speechShare(profile: PeopleProfile): number {
  const stamps = profile.timedText + namedStamps(profile) + profile.bareTimes + profile.setTimes + profile.timedLabels;
  const isSpoken = profile.wordsPerSecond >= SLOWEST_SPEECH * 2 && profile.wordsPerSecond < 8;
  const byTime = stamps >= 5 && isSpoken ? Math.min(1, stamps / (profile.lines * 0.3)) : 0;
  const isDialogue = profile.speakers.size >= 2 && profile.labels >= 6;
  const byName = isDialogue ? Math.min(0.9, profile.labels / (profile.lines * 0.3)) : 0;
  return Math.max(byTime, byName) * (profile.bullets * 3 > profile.lines ? 0.5 : 1);
}

function bulletWeight({ bullets, lines }: PeopleProfile): number {
  return bullets * 5 >= lines && bullets >= 3 ? 2 : bullets >= 3 ? 1 : 0;
}

/** Times far apart with a few words each, and nobody's name at them. */
function sparseWeight({ gaps, sparseGaps, span }: PeopleProfile): number {
  if (gaps < 3 || sparseGaps * 10 < gaps * 7 || span < 60_000) return 0;
  return span / gaps > 20_000 ? 4 : 2;
}

/** Characters. */
const SHORTEST_HEADING = 2;
const LONGEST_HEADING = 60;

function countHeadings(text: string): { strong: number; shared: number } {
  const seen = new Set<string>();
  const walker = new LineWalker(text.length > 200_000 ? text.slice(0, 200_000) : text);
  while (walker.next()) {
    const length = walker.end - walker.start;
    if (length < SHORTEST_HEADING || length > LONGEST_HEADING) continue;
    const heading = bareHeading(walker.line);
    if (NOTE_HEADINGS.has(heading)) seen.add(heading);
  }
  let strong = 0;
  for (const heading of seen) if (!SHARED_HEADINGS.has(heading)) strong++;
  return { strong, shared: seen.size - strong };
}

/** Without hashes, bold marks, colon, pictures and case. */
function bareHeading(line: string): string {
  const trimmed = line.trim();
  const plain = plainFromMarkdown(trimmed.startsWith('#') ? trimmed.replace(/^#{1,6}\s+/, '') : trimmed);
  const bare = /[^ -~]/.test(plain) ? plain.replace(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, '') : plain;
  return bare
    .replace(/[:：]\s*$/, '')
    .trim()
    .toLowerCase()
    .replace(/^(?:the|our|my) /, '');
}
