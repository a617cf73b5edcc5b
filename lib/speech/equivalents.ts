/** The other ways to write what somebody looks for. The text is indexed as it is; the query brings its variants. */

import { otherReadings, readNumber } from './number-readings';
import { numbersAt } from './number-words';
import { RESPELLINGS } from './spoken';

/** From `from`, `length` words of the query may also be written as `words`. */
export interface Equivalent {
  readonly from: number;
  readonly length: number;
  readonly words: readonly string[];
}

/** Longest word that is tried letter by letter: `nasa` for "n a s a". */
const LONGEST_SPELLED = 6;
/** A query of a page's length is a quotation: its numbers are few, but a hostile one must not cost more than its words. */
const MOST_EQUIVALENTS = 400;

/**
 * Every other writing of every stretch of a query: "25" for "twenty five" and back, "going to" for "gonna", "frid" for "f r i d".
 * The words as they stand are not repeated.
 */
export function equivalents(query: readonly string[]): Equivalent[] {
  const found: Equivalent[] = [];
  for (let from = 0; from < query.length && found.length < MOST_EQUIVALENTS; from++) {
    const word = query[from] ?? '';
    for (const words of otherWritings(word)) found.push({ from, length: 1, words });
    if (/^\d/.test(word)) addDollars(found, query, { from, length: 1, words: [word] });
    for (const number of numbersAt(query, from)) addNumber(found, query, from, number);
    addContractions(found, query, from);
    addSpelled(found, query, from);
  }
  return found;
}

function otherWritings(word: string): string[][] {
  const writings: string[][] = [];
  const read = readNumber(word);
  if (read) writings.push(read, ...otherReadings(word));
  const respelt = RESPELLINGS.get(word);
  if (respelt) writings.push([...respelt]);
  if (isSpellable(word)) writings.push([...word]);
  return writings;
}

/** "ai" could be "a, I" of somebody stammering; every other pair of single letters is spelling. */
function isSpellable(word: string): boolean {
  return word.length >= 2 && word.length <= LONGEST_SPELLED && /^[a-z]+$/.test(word) && !/^[ai]{1,2}$/.test(word);
}

function addNumber(
  found: Equivalent[],
  query: readonly string[],
  from: number,
  number: { digits: string; words: number },
): void {
  const length = number.words;
  const written = query.slice(from, from + length).join(' ');
  const writings = [[number.digits], readNumber(number.digits) ?? [], ...otherReadings(number.digits)];
  for (const words of writings)
    if (words.length > 0 && words.join(' ') !== written) found.push({ from, length, words });
  addDollars(found, query, { from, length, words: [number.digits] });
}

/** "25 dollars" is written `$25`. */
function addDollars(found: Equivalent[], query: readonly string[], { from, length, words }: Equivalent): void {
  if (/^dollars?$/.test(query[from + length] ?? '')) found.push({ from, length: length + 1, words: ['$', ...words] });
}

function addContractions(found: Equivalent[], query: readonly string[], from: number): void {
  for (const [short, long] of RESPELLINGS) {
    if (long.every((word, i) => query[from + i] === word)) found.push({ from, length: long.length, words: [short] });
  }
}

function addSpelled(found: Equivalent[], query: readonly string[], from: number): void {
  let length = 0;
  while (length < 8 && /^[a-z]$/.test(query[from + length] ?? '')) length++;
  for (let n = 2; n <= length; n++) found.push({ from, length: n, words: [query.slice(from, from + n).join('')] });
}
