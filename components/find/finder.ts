/** Finding in the transcript on screen: keeps the index, and the last answer while neither words nor query change. */
import type { FindResult, find, Matches } from '@/lib/find/find';
import type { buildFindIndex, FindIndex } from '@/lib/find/find-index';
import type { Transcript } from '@/lib/transcript/types';
import { lowest } from '../reading/geometry';
import { NO_MATCHES } from '../reading/match-painter';

export interface Findings {
  readonly count: number;
  readonly matches: Matches;
  /** What is shown instead, when nothing was exactly so. */
  readonly instead: string | null;
  /** Why a pattern cannot be used. */
  readonly refusal: string | null;
}

export const NO_FINDINGS: Findings = { count: 0, matches: NO_MATCHES, instead: null, refusal: null };

/** The two functions of `lib/find`, handed in because they come in a script of their own. */
export interface FindEngine {
  readonly buildFindIndex: typeof buildFindIndex;
  readonly find: typeof find;
}

export class Finder {
  readonly #engine: FindEngine;
  #transcript: Transcript | null = null;
  #index: FindIndex | null = null;
  #query = '';
  #findings = NO_FINDINGS;

  constructor(engine: FindEngine) {
    this.#engine = engine;
  }

  /** Builds the index ahead of the first key. */
  prepare(transcript: Transcript): void {
    if (transcript === this.#transcript && this.#index) return;
    this.#transcript = transcript;
    this.#index = this.#engine.buildFindIndex(transcript);
    this.#query = '';
    this.#findings = NO_FINDINGS;
  }

  /** The index is built when first needed: most readers never search. */
  find(transcript: Transcript | null, query: string): Findings {
    if (!transcript || query === '') return NO_FINDINGS;
    if (transcript === this.#transcript && query === this.#query) return this.#findings;
    this.prepare(transcript);
    if (!this.#index) return NO_FINDINGS;
    this.#query = query;
    this.#findings = toFindings(this.#engine.find(this.#index, query));
    return this.#findings;
  }
}

function toFindings(result: FindResult): Findings {
  if (result.kind === 'empty') return NO_FINDINGS;
  if (result.kind === 'refused') return { ...NO_FINDINGS, refusal: result.message };
  const { count, matches } = result;
  return { count, matches, instead: result.kind === 'typo' ? result.instead : null, refusal: null };
}

/** Ordinal of the first match at or after a word, else the first of all; -1 without matches. */
export function matchFrom({ firstWord }: Matches, word: number): number {
  if (firstWord.length === 0) return -1;
  return lowest(firstWord.length, (index) => (firstWord[index] ?? 0) >= word) % firstWord.length;
}

/** The match after or before, round the ends. */
export function matchBeside({ firstWord }: Matches, current: number, step: 1 | -1): number {
  const count = firstWord.length;
  if (count === 0) return -1;
  if (current < 0) return step > 0 ? 0 : count - 1;
  return (current + step + count) % count;
}
