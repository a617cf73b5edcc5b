/** CTM, the word list of Kaldi and of NIST's tools: file, channel, start, duration, word and perhaps a confidence. Seconds. */
import { confidenceOf } from './json-fields';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { LineWalker } from './lines';
import { recognised, sumOrNull } from './recogniser';
import type { Guess, Parsed, Shape } from './shape';
import { cuesFromWords, type SpokenWord } from './spoken-words';
import { timeFromSeconds } from './times';

export const ctm: Shape = { id: 'ctm', name: 'Word list (CTM)', guess, parse };

const LINE =
  /^\S{1,200} (?:\d{1,2}|[A-Za-z]) \d{1,6}(?:\.\d{1,6})? \d{1,6}(?:\.\d{1,6})? \S{1,100}(?: -?\d\S{0,12})?\s*$/;

function guess(text: string): Guess | null {
  const walker = new LineWalker(text);
  let lines = 0;
  let fitting = 0;
  while (lines < 50 && walker.next()) {
    if (walker.isBlank || walker.text.startsWith(';;', walker.start)) continue;
    lines++;
    if (walker.end - walker.start < 400 && LINE.test(walker.line)) fitting++;
  }
  if (lines < 2 || fitting * 10 < lines * 9) return null;
  return { confidence: 0.95, evidence: `${fitting} lines of \`file channel start duration word\`` };
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const words: SpokenWord[] = [];
  const walker = new LineWalker(text);
  while (walker.next() && words.length < MAX_CUES) {
    if (walker.end - walker.start > 400 || !LINE.test(walker.line)) continue;
    const [, , begins, lasts, word = '', sure] = walker.line.trim().split(' ');
    const start = timeFromSeconds(begins);
    if (word.startsWith('<')) continue;
    words.push({ text: word, start, end: sumOrNull(start, timeFromSeconds(lasts)), confidence: confidenceOf(sure) });
  }
  return recognised(cuesFromWords(words));
}
