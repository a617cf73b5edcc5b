import { equivalents } from '../speech/equivalents';
import { beginningWith, type FindIndex } from './find-index';
import type { QueryWord } from './parse-query';

/** One way to go on from a place in the query: these tokens stand there instead of `length` of its words. */
export interface Step {
  readonly length: number;
  /** Lexicon numbers; the last is ignored where `ending` is given. */
  readonly ids: readonly number[];
  /** For the last token: 1 for every lexicon number that will do. */
  readonly ending: Uint8Array | null;
}

/** For each word of the query the steps that begin at it; none when the text cannot hold it. */
export type CompiledQuery = readonly (readonly Step[])[];

/** The words themselves and every other writing of them that the text holds. */
export function compileQuery(index: FindIndex, words: readonly QueryWord[], unfinished: boolean): CompiledQuery {
  const steps: Step[][] = words.map(() => []);
  words.forEach((word, i) => {
    const ending = unfinished && i === words.length - 1 ? beginning(index, word.text) : null;
    const step = ending ? { length: 1, ids: [-1], ending } : literal(index, 1, [word.text]);
    if (step) steps[i]?.push(step);
  });
  const seen = new Set<string>();
  for (const { from, length, words: other } of equivalents(words.map((word) => word.text))) {
    if (words.slice(from, from + length).some((word) => word.quoted)) continue;
    const key = `${from} ${length} ${other.join(' ')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const step = literal(index, length, other);
    if (step) steps[from]?.push(step);
  }
  return steps;
}

/** A step through exactly these tokens; null when the text does not have one of them. */
export function literal(index: FindIndex, length: number, words: readonly string[]): Step | null {
  const ids = words.map((word) => index.tokens.lexicon.find(word));
  return ids.includes(-1) ? null : { length, ids, ending: null };
}

/** All tokens that begin so; null when there is none. */
export function beginning(index: FindIndex, text: string): Uint8Array | null {
  const ids = beginningWith(index, text);
  return ids.length === 0 ? null : accepting(index, ids);
}

export function accepting(index: FindIndex, ids: Iterable<number>): Uint8Array {
  const ending = new Uint8Array(index.tokens.lexicon.size);
  for (const id of ids) ending[id] = 1;
  return ending;
}
