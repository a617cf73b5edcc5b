/** One search after another in the words on screen: what was found, and where the reader goes on from. */
import { mapWord } from '@/lib/sidebar/same-words';
import type { FindState } from '@/lib/sidebar/state';
import type { Transcript } from '@/lib/transcript/types';
import { type FindEngine, Finder, type Findings, matchBeside, matchFrom, NO_FINDINGS } from './finder';

export class FindSession {
  findings: Findings = NO_FINDINGS;
  readonly #finder: Finder;
  /** The top of the body when find was opened, then the last match walked to. */
  #origin: { readonly transcript: Transcript; readonly word: number } | null = null;
  #preparing: ReturnType<typeof setTimeout> | undefined;

  constructor(engine: FindEngine) {
    this.#finder = new Finder(engine);
  }

  /** Find was opened with `word` at the top of the body. */
  begin(transcript: Transcript, word: number): void {
    this.#origin = { transcript, word };
    clearTimeout(this.#preparing);
    this.#preparing = setTimeout(() => this.#finder.prepare(transcript));
  }

  /** Ordinal of the match to show for a query; -1 when there is none. */
  search(transcript: Transcript | null, query: string): number {
    return matchFrom(this.#finder.find(transcript, query).matches, this.#origin?.word ?? 0);
  }

  /** Ordinal of the match after or before `current`; -1 when there is none. */
  step(transcript: Transcript | null, current: number, step: 1 | -1): number {
    const { matches } = this.findings;
    const next = matchBeside(matches, current, step);
    if (next >= 0 && transcript) this.#origin = { transcript, word: matches.firstWord[next] ?? 0 };
    return next;
  }

  /** Finds what is asked in the words that are on screen now; stays at the match the reader was at. */
  refresh(transcript: Transcript | null, { open, query, current }: FindState): number {
    const before = this.findings;
    this.findings = open ? this.#finder.find(transcript, query) : NO_FINDINGS;
    const origin = this.#origin;
    if (!open || !transcript || !origin) return current;
    const isOther = origin.transcript !== transcript;
    if (isOther) this.#origin = { transcript, word: mapWord(origin.transcript, transcript, origin.word) };
    const isLost = current < 0 && this.findings !== before;
    return isOther || isLost ? matchFrom(this.findings.matches, this.#origin?.word ?? 0) : current;
  }

  /** First word of the match at `current`. */
  wordOf(current: number): number | null {
    return this.findings.matches.firstWord[current] ?? null;
  }

  /** Another video. */
  forget(): void {
    clearTimeout(this.#preparing);
    this.#origin = null;
  }
}
