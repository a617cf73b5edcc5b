/** Any other HTML page: its text, read as people's text is. */
import { htmlToText } from './html-text';
import { isTooLarge, refused, refusedAsTooLarge } from './limits';
import { PEOPLE_SHAPES } from './people-list';
import { plainText } from './plain-text';
import type { Guess, Parsed, Shape } from './shape';

export const htmlPage: Shape = { id: 'html-page', name: 'Web page', guess, parse };

function guess(text: string): Guess | null {
  const head = text.slice(0, 20_000).toLowerCase();
  const isPage = /<(?:!doctype html|html|body|article|main|section|p|div|table|ul|ol|dl|h[1-6]|blockquote)[\s>]/.test(
    head,
  );
  // Other documents of XML have sections and tables too.
  const isOtherXml = head.trimStart().startsWith('<?xml') && !head.includes('<html');
  if (!isPage || isOtherXml || head.includes('<tt ') || head.includes('<sami')) return null;
  const inner = bestShape(htmlToText(text.slice(0, SAMPLE)));
  const isTold = inner !== null && inner.shape !== plainText && inner.confidence >= 0.7;
  return {
    confidence: isTold ? 0.6 : 0.4,
    evidence: isTold ? `a web page: ${inner.evidence}` : 'the text of a web page',
  };
}

/** Characters of a page in which its words have begun. */
const SAMPLE = 200_000;

/** Pages of YouTube that hold no transcript: the watch page before its panel is open, the question for consent, the bot check. */
const WITHOUT_WORDS = /ytcfg\.set\(|consent\.youtube\.com|<title>YouTube<\/title>/;
const WITH_PANEL = /transcript-segment-(?:renderer|view-model)/;

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  if (WITHOUT_WORDS.test(text) && !WITH_PANEL.test(text))
    return refused(
      'not-a-talk',
      'This is a page of YouTube without its transcript. Open the transcript there, and copy it.',
    );
  const words = htmlToText(text);
  return bestShape(words)?.shape.parse(words) ?? refused('no-words', 'There are no words in this page.');
}

interface Inner extends Guess {
  readonly shape: Shape;
}

function bestShape(words: string): Inner | null {
  let best: Inner | null = null;
  for (const shape of PEOPLE_SHAPES) {
    const guessed = shape.guess(words);
    if (guessed !== null && guessed.confidence > (best?.confidence ?? 0)) best = { shape, ...guessed };
  }
  return best;
}
