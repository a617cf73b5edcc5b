/** The episode cut into short stretches of sentences, and which stems are spoken in each: what paraphrases are looked up in. */

import { isSentenceEnd } from './sentences';
import type { SpeechIndex } from './speech-index';
import { TermKeys } from './term-keys';

export interface PassageIndex {
  readonly speech: SpeechIndex;
  /** First entry of each unit, and one past the last; unit `u` is entries `unit[u]` up to `unit[u + 1]`. */
  readonly unit: Uint32Array;
  /** Number of each stem. */
  readonly stems: ReadonlyMap<string, number>;
  /** Stems that begin with the same letter as `key`. */
  readonly withInitial: (key: string) => readonly { readonly word: string; readonly id: number }[];
  /** Stem of each entry, or -1 for words that say nothing. */
  readonly stemOf: Int32Array;
  /** Units and counts of stem `s`: from `first[s]` up to `first[s + 1]`, units ascending. */
  readonly first: Uint32Array;
  readonly postings: Uint32Array;
  readonly counts: Uint16Array;
}

/** Entries. A unit ends at a sentence's end from `SHORT` on, at a paragraph's end from `SCRAP` on, and at `LONG` anyway. */
const SCRAP = 6;
const SHORT = 14;
const LONG = 34;
/** Of a token whose stem is not known yet. */
const UNKNOWN = -2;

export function indexPassages(speech: SpeechIndex): PassageIndex {
  const { stems, stemOf } = stemEntries(speech);
  const unit = cutUnits(speech);
  return { speech, unit, stems, stemOf, withInitial: initials(stems), ...post(unit, stemOf, stems.size) };
}

function stemEntries(speech: SpeechIndex): { stems: Map<string, number>; stemOf: Int32Array } {
  const { lexicon, id, transcript } = speech;
  const keys = new TermKeys(lexicon, transcript.language);
  const stems = new Map<string, number>();
  const stemOf = new Int32Array(id.length);
  const stemOfToken = new Int32Array(lexicon.size).fill(UNKNOWN);
  for (let entry = 0; entry < id.length; entry++) {
    const own = id[entry] ?? 0;
    let stem = stemOfToken[own] ?? UNKNOWN;
    if (stem === UNKNOWN) {
      stem = numberOf(stems, keys.of(speech, entry));
      if (!keys.isPaired(own)) stemOfToken[own] = stem;
    }
    stemOf[entry] = stem;
  }
  return { stems, stemOf };
}

/** Sorted out when first asked for: most pages have few words that the episode lacks. */
function initials(stems: ReadonlyMap<string, number>): PassageIndex['withInitial'] {
  let lists: Map<number, { word: string; id: number }[]> | null = null;
  return (key) => {
    lists ??= byInitial(stems);
    return lists.get(key.charCodeAt(0)) ?? [];
  };
}

function byInitial(stems: ReadonlyMap<string, number>): Map<number, { word: string; id: number }[]> {
  const lists = new Map<number, { word: string; id: number }[]>();
  for (const [word, id] of stems) {
    const initial = word.charCodeAt(0);
    const list = lists.get(initial);
    if (list) list.push({ word, id });
    else lists.set(initial, [{ word, id }]);
  }
  return lists;
}

/** -1 for no key. */
function numberOf(stems: Map<string, number>, key: string | null): number {
  if (key === null) return -1;
  const known = stems.get(key);
  if (known !== undefined) return known;
  stems.set(key, stems.size);
  return stems.size - 1;
}

function cutUnits(speech: SpeechIndex): Uint32Array {
  const { transcript, word, id } = speech;
  const starts: number[] = [];
  let first = 0;
  let paragraph = 0;
  for (let entry = 0; entry < id.length; entry++) {
    const own = word[entry] ?? 0;
    while ((transcript.paragraphs[paragraph + 1] ?? Number.POSITIVE_INFINITY) <= own) paragraph++;
    const begins = entry > 0 && own !== word[entry - 1];
    if (entry === 0) starts.push(0);
    else if (begins && isBoundary(speech, entry, entry - first, (transcript.paragraphs[paragraph] ?? 0) === own)) {
      starts.push(entry);
      first = entry;
    }
  }
  starts.push(id.length);
  return Uint32Array.from(starts);
}

function isBoundary(speech: SpeechIndex, entry: number, length: number, paragraph: boolean): boolean {
  if (length >= LONG || (paragraph && length >= SCRAP)) return true;
  if (length < SHORT) return false;
  const { transcript, word } = speech;
  return isSentenceEnd(transcript, word[entry] ?? 0);
}

function post(unit: Uint32Array, stemOf: Int32Array, size: number) {
  const first = new Uint32Array(size + 1);
  const last = new Int32Array(size).fill(-1);
  each(unit, stemOf, (stemId, u) => {
    if (last[stemId] === u) return;
    last[stemId] = u;
    first[stemId + 1] = (first[stemId + 1] ?? 0) + 1;
  });
  for (let s = 0; s < size; s++) first[s + 1] = (first[s + 1] ?? 0) + (first[s] ?? 0);
  const postings = new Uint32Array(first[size] ?? 0);
  const counts = new Uint16Array(postings.length);
  const next = first.slice();
  last.fill(-1);
  each(unit, stemOf, (stemId, u) => {
    const fresh = last[stemId] !== u;
    last[stemId] = u;
    const at = (next[stemId] ?? 0) - (fresh ? 0 : 1);
    postings[at] = u;
    counts[at] = (counts[at] ?? 0) + 1;
    if (fresh) next[stemId] = at + 1;
  });
  return { first, postings, counts };
}

function each(unit: Uint32Array, stemOf: Int32Array, visit: (stemId: number, unit: number) => void): void {
  for (let u = 0; u + 1 < unit.length; u++)
    for (let entry = unit[u] ?? 0; entry < (unit[u + 1] ?? 0); entry++) {
      const own = stemOf[entry] ?? -1;
      if (own >= 0) visit(own, u);
    }
}

/** Number of units a stem is spoken in. */
export function unitsWith(index: PassageIndex, stemId: number): number {
  return (index.first[stemId + 1] ?? 0) - (index.first[stemId] ?? 0);
}
