/** Any other HTML page: its text, read as people's text is. */
import { htmlToText } from './html-text';
import { isTooLarge, refused, refusedAsTooLarge } from './limits';
import { PEOPLE_SHAPES } from './people-list';
import type { Guess, Parsed, Shape } from './shape';

export const htmlPage: Shape = { id: 'html-page', name: 'Web page', guess, parse };

function guess(text: string): Guess | null {
  const head = text.slice(0, 20_000).toLowerCase();
  const isPage = /<(?:!doctype html|html|body|article|p|div)[\s>]/.test(head);
  return isPage && !head.includes('<tt ') && !head.includes('<sami')
    ? { confidence: 0.4, evidence: 'the text of a web page' }
    : null;
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const words = htmlToText(text);
  let best: Shape | null = null;
  let most = 0;
  for (const shape of PEOPLE_SHAPES) {
    const confidence = shape.guess(words)?.confidence ?? 0;
    if (confidence > most) {
      most = confidence;
      best = shape;
    }
  }
  return best === null ? refused('no-words', 'There are no words in this page.') : best.parse(words);
}
