/** Stretches of words, to the letter: what is painted leaves out the punctuation around it. */
import type { Transcript } from '../transcript/types';

/** Words `first` up to `end`, without `skip` units at the start of the first and with only `keep` units of the last. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
  readonly skip: number;
  readonly keep: number;
}

/** Some words with their first and last mark of punctuation. */
export function wholeWords({ words }: Transcript, first: number, end: number): Stretch {
  return { first, end, skip: 0, keep: words.length[end - 1] ?? 0 };
}

/** One word without quotes, brackets, stops and commas around it. A word of nothing else is kept whole. */
export function bareWord(transcript: Transcript, word: number): Stretch {
  const { text, words } = transcript;
  const from = words.offset[word] ?? 0;
  const to = from + (words.length[word] ?? 0);
  let start = from;
  let end = to;
  while (start < end && OPENING.has(text.charCodeAt(start))) start += 1;
  while (end > start && CLOSING.has(text.charCodeAt(end - 1))) end -= 1;
  if (start === end) return wholeWords(transcript, word, word + 1);
  return { first: word, end: word + 1, skip: start - from, keep: end - from };
}

const OPENING = codes('"\'([{«‹“‘„‚¿¡「『（');
const CLOSING = codes('"\')]}»›”’“.,;:!?…。、，．！？；：」』）،؛؟۔।');

function codes(marks: string): ReadonlySet<number> {
  return new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
}
