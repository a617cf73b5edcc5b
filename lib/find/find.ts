/** Finding inside one transcript: what was typed in, word ranges out. */

import { compileQuery } from './compile-query';
import type { FindIndex } from './find-index';
import { findTypos } from './find-typos';
import { MOST_MATCHES, matchWords, type TokenMatches } from './match-words';
import { parseQuery, type Query } from './parse-query';
import { PatternError } from './pattern/parse-pattern';
import { runPattern } from './pattern/run-pattern';

/** One entry for each match, in reading order, never overlapping. All columns have the same length. */
export interface Matches {
  readonly firstWord: Uint32Array;
  /** Included. */
  readonly lastWord: Uint32Array;
  /** UTF-16 offsets into the transcript's text: what to paint. Punctuation around the words is left out. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

export type FindResult =
  | { readonly kind: 'empty' }
  /** As typed, or written another way that is the same speech. `count` is 0 when it is nowhere, nor anything near. */
  | (Found & { readonly kind: 'exact' })
  /** Nothing was exactly so; these are near. */
  | (Found & {
      readonly kind: 'typo';
      /** What was found most often, as it stands in the text: "good fellow" for "goodfellow". */
      readonly instead: string;
    })
  /** A pattern that cannot be used, with a sentence that says why. */
  | { readonly kind: 'refused'; readonly message: string };

export interface Found {
  readonly matches: Matches;
  /** How often it occurs. `matches` holds all of them up to 50,000. */
  readonly count: number;
  /** True when a pattern took too long and the rest of the text was not searched: `count` is a lower bound. */
  readonly cut: boolean;
}

/**
 * Finds what was typed. Blind to case, accents, punctuation, apostrophes and line ends; "25" finds "twenty five"; fillers and sounds
 * may stand between the words; the last word is a beginning unless a space follows. Quotation marks: these words, whole. `/…/`: a
 * pattern. Never throws; a key press costs less than a millisecond for an hour of speech.
 *
 * @example find(buildFindIndex(transcript), 'machine lear') // { kind: 'exact', count: 27, … }
 */
export function find(index: FindIndex, typed: string): FindResult {
  const query = parseQuery(typed);
  if (query.kind === 'empty') return query;
  if (query.kind === 'pattern') return findPattern(index, query);
  if (query.kind === 'literal') return findLiteral(index, query.text);
  const exact = matchWords(index, compileQuery(index, query.words, query.unfinished));
  if (exact.count > 0) return { kind: 'exact', ...found(index, exact) };
  const near = findTypos(index, query.words, query.unfinished);
  if (!near) return { kind: 'exact', ...found(index, exact) };
  return { kind: 'typo', ...found(index, near), instead: mostFrequent(index, near) };
}

function found({ tokens, word }: FindIndex, { count, first, last }: TokenMatches): Found {
  return {
    count,
    cut: false,
    matches: {
      firstWord: pick(word, first),
      lastWord: pick(word, last),
      start: pick(tokens.start, first),
      end: pick(tokens.end, last),
    },
  };
}

/** The column's values at these places. */
function pick(column: Uint32Array, places: Uint32Array): Uint32Array {
  const picked = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = column[places[i] ?? 0] ?? 0;
  return picked;
}

function mostFrequent({ text, tokens }: FindIndex, { first, last }: TokenMatches): string {
  const seen = new Map<string, { times: number; match: number }>();
  for (let match = 0; match < first.length && match < 1000; match++) {
    const key = tokens.id.subarray(first[match], (last[match] ?? 0) + 1).join(' ');
    const known = seen.get(key);
    if (known) known.times++;
    else seen.set(key, { times: 1, match });
  }
  let best = { times: 0, match: 0 };
  for (const candidate of seen.values()) if (candidate.times > best.times) best = candidate;
  const from = tokens.start[first[best.match] ?? 0] ?? 0;
  return text.slice(from, tokens.end[last[best.match] ?? 0]).replace(/\s+/g, ' ');
}

function findLiteral(index: FindIndex, wanted: string): FindResult {
  const start: number[] = [];
  const end: number[] = [];
  let count = 0;
  for (let at = index.text.indexOf(wanted); at >= 0; at = index.text.indexOf(wanted, at + wanted.length)) {
    count++;
    if (start.length >= MOST_MATCHES) continue;
    start.push(at);
    end.push(at + wanted.length);
  }
  return { kind: 'exact', count, cut: false, matches: atOffsets(index, start, end) };
}

function findPattern(index: FindIndex, { source, ignoreCase }: Extract<Query, { kind: 'pattern' }>): FindResult {
  try {
    const { start, end, cut } = runPattern(index.text, source, ignoreCase);
    return { kind: 'exact', count: start.length, cut, matches: atOffsets(index, start, end) };
  } catch (error) {
    if (error instanceof PatternError) return { kind: 'refused', message: error.message };
    throw error;
  }
}

/** The words that stand at character ranges; ranges ascend. */
function atOffsets({ wordOffset }: FindIndex, start: readonly number[], end: readonly number[]): Matches {
  const firstWord = new Uint32Array(start.length);
  const lastWord = new Uint32Array(start.length);
  let word = 0;
  const wordAt = (offset: number) => {
    while (word + 1 < wordOffset.length && (wordOffset[word + 1] ?? 0) <= offset) word++;
    return word;
  };
  for (let i = 0; i < start.length; i++) {
    firstWord[i] = wordAt(start[i] ?? 0);
    lastWord[i] = wordAt((end[i] ?? 1) - 1);
  }
  return { firstWord, lastWord, start: Uint32Array.from(start), end: Uint32Array.from(end) };
}
