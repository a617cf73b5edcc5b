/** Which documents hold a clause, and how often. Columns over all documents: their numbers are dense. */
import type { IndexedTerm, IndexReader } from '../index/index-reader';
import { type DocPlaces, NO_PLACES, placesOfAny, placesOfTerm, preparePlaces } from '../index/read-places';
import { OPTIONAL_TERM } from '../index/terms';
import { countPairs } from './count-pairs';
import { closeDocs, type Occurrence, PhraseScanner } from './match-phrase';
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

/** True when the postings alone say how often the clause stands where. */
export function isSingle(clause: Clause): boolean {
  return clause.writings.every(isOneTerm);
}

/** A doubled character is a phrase of its own: three in a row hold it twice, but it is read once. */
function isOneTerm({ terms: [only, ...more], width }: Writing): boolean {
  if (!only || more.length > 0) return false;
  return width === 1 || !only.some(({ term }) => isDoubled(term));
}

function isDoubled(term: string): boolean {
  const half = term.length / 2;
  return term.slice(0, half) === term.slice(half);
}

/** Occurrences of a clause in those of `docs` (ascending) that hold it. */
export async function occurrences(
  reader: IndexReader,
  clause: Clause,
  docs: Uint32Array,
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
  writing: Writing,
  docs: Uint32Array,
): Promise<Map<number, Occurrence[]>> {
  const found = new Map<number, Occurrence[]>();
  const [single] = writing.terms;
  if (single && isOneTerm(writing)) {
    const places = await placesOfAny(reader, single, docs);
    places.docs.forEach((doc, index) => {
      found.set(doc, alone(places.places.subarray(places.first[index], places.first[index + 1]), writing.width));
    });
    return found;
  }
  await eachPhrase(reader, writing, docs, (doc, scanner) => {
    const matches: Occurrence[] = [];
    if (scanner.scan(doc, matches) > 0) found.set(doc, matches);
  });
  return found;
}

function alone(places: Uint32Array, width: number): Occurrence[] {
  return Array.from(places, (place) => ({ first: place, last: place + width - 1 }));
}

/**
 * How often a clause stands in those of `docs` (ascending) that hold it: as `occurrences`, without making them. Writings do
 * not overlap: where one word stands, no other does.
 */
export async function countOccurrences(reader: IndexReader, clause: Clause, docs: Uint32Array): Promise<Times> {
  const times = new Uint32Array(reader.docLimit);
  for (const writing of clause.writings) {
    const [single] = writing.terms;
    if (single && isOneTerm(writing)) {
      const own = timesOfAny(reader, single);
      for (const doc of docs) times[doc] = (times[doc] ?? 0) + (own[doc] ?? 0);
      continue;
    }
    const pair = pairIn(writing, docs);
    if (pair) {
      const [optional] = await reader.find([OPTIONAL_TERM]);
      await countPairs(reader, { ...pair, optional: optional ?? null }, docs, times);
      continue;
    }
    await eachPhrase(reader, writing, docs, (doc, scanner) => {
      times[doc] = (times[doc] ?? 0) + scanner.scan(doc);
    });
  }
  return times;
}

/** The two words of a phrase that stand in hardly any other documents: then their places are read from end to end. */
function pairIn({ terms, width }: Writing, docs: Uint32Array): { left: IndexedTerm; right: IndexedTerm } | null {
  const [lefts, rights, ...more] = terms;
  const [left, right] = [lefts?.[0], rights?.[0]];
  if (width !== 1 || more.length > 0 || lefts?.length !== 1 || rights?.length !== 1 || !left || !right) return null;
  const isIdle = Math.max(documentsOf(lefts), documentsOf(rights)) > 2 * docs.length;
  return isIdle || left.term === right.term ? null : { left, right };
}

/** Looks at each document that may hold the phrase, in ascending order. */
async function eachPhrase(
  reader: IndexReader,
  { terms, width }: Writing,
  docs: Uint32Array,
  look: (doc: number, scanner: PhraseScanner) => void,
): Promise<void> {
  const finding = reader.find([OPTIONAL_TERM]);
  const isNarrowing = narrows(terms, docs);
  if (!isNarrowing) prepareAll(reader, terms, docs);
  const [skipped] = await finding;
  if (!isNarrowing && skipped) preparePlaces(reader, [skipped], docs);
  const narrowed = await narrowDown(reader, terms, docs);
  if (!narrowed) return;
  const optional = skipped ? await placesOfTerm(reader, skipped, narrowed.docs) : NO_PLACES;
  const scanner = new PhraseScanner({ terms: narrowed.columns, optional, width });
  for (const doc of narrowed.docs) look(doc, scanner);
}

/** Sends for everything at once, what is shorter first. */
function prepareAll(reader: IndexReader, terms: Writing['terms'], docs: Uint32Array): void {
  for (const each of [...terms].sort((a, b) => sizeOf(a) - sizeOf(b))) preparePlaces(reader, each, docs);
}

/** So few documents are read at once, whatever stands in them. */
const FEW = 64;

/** Whether the rarest term leaves so few documents that reading the others before it would be for nothing. */
function narrows(terms: Writing['terms'], docs: Uint32Array): boolean {
  return docs.length > FEW && Math.min(...terms.map(documentsOf)) * 2 < docs.length;
}

interface Narrowed {
  readonly columns: readonly DocPlaces[];
  /** Ascending. */
  readonly docs: Uint32Array;
}

/**
 * The places of each term, in the documents where neighbours are ever near each other. Rare terms are read first: most
 * documents are out before the places of the common ones, which are nearly all there is to read, are looked at.
 */
async function narrowDown(reader: IndexReader, terms: Writing['terms'], docs: Uint32Array): Promise<Narrowed | null> {
  const cost = terms.map(sizeOf);
  const columns: (DocPlaces | undefined)[] = terms.map(() => undefined);
  let left = docs;
  let unread = terms.length;
  for (let next = cheapest(cost, () => true); next >= 0; ) {
    const read = await placesOfAny(reader, terms[next] ?? [], left);
    columns[next] = read;
    unread--;
    left = read.docs;
    if (left.length === 0) return null;
    // After the last there is nothing left to spare: the phrase itself is looked for at once.
    if (unread > 0) {
      const [before, after] = [columns[next - 1], columns[next + 1]];
      if (before) left = closeDocs(before, read, left);
      if (after) left = closeDocs(read, after, left);
    }
    // Neighbours of what was read: only they can narrow further.
    next = cheapest(cost, (at) => !columns[at] && Boolean(columns[at - 1] ?? columns[at + 1]));
  }
  return { columns: columns.map((column) => column ?? NO_PLACES), docs: left };
}

function cheapest(cost: readonly number[], isAllowed: (at: number) => boolean): number {
  let best = -1;
  for (let at = 0; at < cost.length; at++) {
    if (isAllowed(at) && (best < 0 || (cost[at] ?? 0) < (cost[best] ?? 0))) best = at;
  }
  return best;
}

function documentsOf(terms: readonly IndexedTerm[]): number {
  let count = 0;
  for (const { parts } of terms) for (const { entry } of parts) count += entry.count;
  return count;
}

function sizeOf(terms: readonly IndexedTerm[]): number {
  let size = 0;
  for (const { parts } of terms) for (const { entry } of parts) size += entry.placesLength;
  return size;
}
