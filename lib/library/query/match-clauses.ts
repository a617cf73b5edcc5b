/** Which documents hold a clause, and how often. Columns over all documents: their numbers are dense. */
import type { IndexedTerm, IndexReader } from '../index/index-reader';
import { type DocPlaces, placesOfAny, placesOfTerm } from '../index/read-places';
import { OPTIONAL_TERM } from '../index/terms';
import { closeDocs, hasGap, matchPhrase, type Occurrence } from './match-phrase';
import type { Clause, Writing } from './resolve-query';

/** Times for each document; 0 where the clause is not. */
export type Times = Uint32Array;

const presences = new WeakMap<Clause, Times>();

/** Documents that can hold the clause: exactly so for single words, an upper bound for phrases. */
export function presence(reader: IndexReader, clause: Clause): Times {
  const times = presences.get(clause) ?? countPresence(reader, clause);
  presences.set(clause, times);
  return times;
}

function countPresence(reader: IndexReader, clause: Clause): Times {
  const times = new Uint32Array(reader.docLimit);
  for (const { terms } of clause.writings) {
    const [only, ...more] = terms.map((alternatives) => timesOfAny(reader, alternatives));
    if (!only) continue;
    for (let doc = 0; doc < times.length; doc++) {
      let most = only[doc] ?? 0;
      for (const other of more) most = Math.min(most, other[doc] ?? 0);
      times[doc] = (times[doc] ?? 0) + most;
    }
  }
  return times;
}

function timesOfAny(reader: IndexReader, terms: readonly IndexedTerm[]): Times {
  const times = new Uint32Array(reader.docLimit);
  for (const { parts } of terms) {
    for (const { postings } of parts) {
      const { docs } = postings;
      for (let index = 0; index < docs.length; index++) {
        const doc = docs[index] ?? 0;
        times[doc] = (times[doc] ?? 0) + (postings.times[index] ?? 0);
      }
    }
  }
  return times;
}

export function isSingle(clause: Clause): boolean {
  return clause.writings.every(({ terms }) => terms.length === 1);
}

/** Occurrences of a clause in those of `docs` (ascending) that hold it. */
export async function occurrences(
  reader: IndexReader,
  clause: Clause,
  docs: readonly number[],
): Promise<Map<number, Occurrence[]>> {
  const each = await Promise.all(clause.writings.map((writing) => occurrencesOfWriting(reader, writing, docs)));
  const [only = new Map<number, Occurrence[]>(), ...more] = each;
  for (const other of more) {
    for (const [doc, found] of other) only.set(doc, withoutOverlaps([...(only.get(doc) ?? []), ...found]));
  }
  return only;
}

/** In order; of two that overlap the one that begins first, the longer of two that begin together. */
export function withoutOverlaps(found: readonly Occurrence[]): Occurrence[] {
  const kept: Occurrence[] = [];
  let free = 0;
  for (const occurrence of [...found].sort((a, b) => a.first - b.first || b.last - a.last)) {
    if (occurrence.first < free) continue;
    kept.push(occurrence);
    free = occurrence.last + 1;
  }
  return kept;
}

async function occurrencesOfWriting(
  reader: IndexReader,
  { terms, width }: Writing,
  docs: readonly number[],
): Promise<Map<number, Occurrence[]>> {
  const [single] = terms;
  if (single && terms.length === 1) {
    const places = await placesOfAny(reader, single, docs);
    return new Map([...places].map(([doc, list]) => [doc, alone(list, width)]));
  }
  const columns = await narrowDown(reader, terms, docs);
  if (!columns) return new Map();
  const optional = await optionalPlaces(reader, columns);
  const found = new Map<number, Occurrence[]>();
  for (const doc of columns[0]?.keys() ?? []) {
    const lists = columns.map((column) => column.get(doc) ?? new Uint32Array());
    const matches = matchPhrase(lists, optional.get(doc) ?? new Uint32Array(), width);
    if (matches.length > 0) found.set(doc, matches);
  }
  return found;
}

function alone(places: Uint32Array, width: number): Occurrence[] {
  return Array.from(places, (place) => ({ first: place, last: place + width - 1 }));
}

/**
 * The places of each term, in the documents where neighbours are ever near each other. Rare terms are read first: most
 * documents are out before the places of the common ones, which are nearly all there is to read, are looked at.
 */
async function narrowDown(
  reader: IndexReader,
  terms: readonly (readonly IndexedTerm[])[],
  docs: readonly number[],
): Promise<DocPlaces[] | null> {
  const cost = terms.map(sizeOf);
  const columns: (DocPlaces | undefined)[] = terms.map(() => undefined);
  let left = docs;
  const read = async (at: number): Promise<void> => {
    columns[at] = await placesOfAny(reader, terms[at] ?? [], left);
  };
  const narrow = (at: number): void => {
    for (const [first, second] of [
      [at - 1, at],
      [at, at + 1],
    ] as const) {
      const [before, after] = [columns[first], columns[second]];
      if (!before || !after) continue;
      const near = new Set(closeDocs(before, after));
      left = left.filter((doc) => near.has(doc));
    }
  };
  for (let begun = cheapest(cost, () => true); begun >= 0; ) {
    await read(begun);
    const here = columns[begun];
    left = left.filter((doc) => here?.has(doc));
    narrow(begun);
    if (left.length === 0) return null;
    // Neighbours of what was read first: only they can narrow further.
    const isNext = (at: number): boolean => !columns[at] && Boolean(columns[at - 1] ?? columns[at + 1]);
    begun = cheapest(cost, isNext);
  }
  const final = new Set(left);
  return columns.map((column) => new Map([...(column ?? [])].filter(([doc]) => final.has(doc))));
}

function cheapest(cost: readonly number[], isAllowed: (at: number) => boolean): number {
  let best = -1;
  for (let at = 0; at < cost.length; at++) {
    if (isAllowed(at) && (best < 0 || (cost[at] ?? 0) < (cost[best] ?? 0))) best = at;
  }
  return best;
}

function sizeOf(terms: readonly IndexedTerm[]): number {
  let size = 0;
  for (const { parts } of terms) for (const { entry } of parts) size += entry.placesLength;
  return size;
}

async function optionalPlaces(reader: IndexReader, columns: readonly DocPlaces[]): Promise<DocPlaces> {
  const docs: number[] = [];
  for (const doc of columns[0]?.keys() ?? []) {
    if (hasGap(columns.map((column) => column.get(doc) ?? new Uint32Array()))) docs.push(doc);
  }
  if (docs.length === 0) return new Map();
  const [term] = await reader.find([OPTIONAL_TERM]);
  return term
    ? placesOfTerm(
        reader,
        term,
        docs.sort((a, b) => a - b),
      )
    : new Map();
}
