/**
 * Which documents answer a query, best first. Columns until the very end: of ten thousand documents that hold a common word,
 * a reader looks at five, and an object for each of the others would cost more than the whole search.
 */
import type { IndexReader } from '../index/index-reader';
import { countOccurrences, isSingle, presence, type Times } from './match-clauses';
import type { Clause, Reading } from './resolve-query';

/** The documents that answer one reading of the query. */
export interface RankedDocs {
  readonly reading: Reading;
  /** Ascending. */
  readonly docs: Uint32Array;
  /** Of each document; greater than 0. */
  readonly scores: Float64Array;
  /** Occurrences of all clauses together. */
  readonly times: Uint32Array;
}

/** BM25 with little weight on length: a long conversation is not worse than a short one. */
const K1 = 1.2;
const B = 0.4;
/** A phrase says more than its words apart. */
const PHRASE_WEIGHT = 1.6;

export interface Candidates {
  /** Documents that filters leave in; null: all. */
  readonly isAllowed: ((doc: number) => boolean) | null;
  readonly excluded: readonly Clause[];
}

/** Documents that hold every clause of a reading. */
export async function rankAll(reader: IndexReader, reading: Reading, candidates: Candidates): Promise<RankedDocs> {
  const isMissing = reading.length === 0 || reading.some((clause) => clause.writings.length === 0);
  const columns = isMissing ? [] : reading.map((clause) => presence(reader, clause));
  let docs = isMissing ? NONE : allowedDocs(reader, candidates, columns, holdsAll);
  docs = await withoutExcluded(reader, candidates.excluded, docs);
  for (const [index, clause] of reading.entries()) {
    if (isSingle(clause) || docs.length === 0) continue;
    const times = await countOccurrences(reader, clause, docs);
    columns[index] = times;
    docs = docs.filter((doc) => (times[doc] ?? 0) > 0);
  }
  return scored(reader, reading, columns, docs);
}

/** Documents that hold any clause of a reading, those with more and rarer ones first. */
export async function rankAny(reader: IndexReader, reading: Reading, candidates: Candidates): Promise<RankedDocs> {
  const columns = reading.map((clause) => presence(reader, clause));
  const docs = allowedDocs(reader, candidates, columns, holdsAny);
  return scored(reader, reading, columns, await withoutExcluded(reader, candidates.excluded, docs));
}

const NONE = new Uint32Array();

type Holds = (columns: readonly Times[], doc: number) => boolean;

function holdsAll(columns: readonly Times[], doc: number): boolean {
  for (const times of columns) if (!times[doc]) return false;
  return true;
}

function holdsAny(columns: readonly Times[], doc: number): boolean {
  for (const times of columns) if (times[doc]) return true;
  return false;
}

function allowedDocs(
  reader: IndexReader,
  { isAllowed }: Candidates,
  columns: readonly Times[],
  holds: Holds,
): Uint32Array {
  const docs = new Uint32Array(reader.docLimit);
  let count = 0;
  for (let doc = 0; doc < docs.length; doc++) {
    if (!holds(columns, doc) || reader.lengthOf(doc) === 0) continue;
    if (isAllowed === null || isAllowed(doc)) docs[count++] = doc;
  }
  return docs.subarray(0, count);
}

async function withoutExcluded(
  reader: IndexReader,
  excluded: readonly Clause[],
  docs: Uint32Array,
): Promise<Uint32Array> {
  let left = docs;
  for (const clause of excluded) {
    const times = isSingle(clause) ? presence(reader, clause) : await countOccurrences(reader, clause, left);
    left = left.filter((doc) => (times[doc] ?? 0) === 0);
  }
  return left;
}

function scored(reader: IndexReader, reading: Reading, columns: readonly Times[], docs: Uint32Array): RankedDocs {
  const weights = reading.map((clause, index) => clauseWeight(reader, clause, columns[index] ?? NONE));
  const average = Math.max(1, reader.state.tokens / Math.max(1, reader.state.docs));
  const scores = new Float64Array(docs.length);
  const times = new Uint32Array(docs.length);
  for (let at = 0; at < docs.length; at++) {
    const doc = docs[at] ?? 0;
    const norm = K1 * (1 - B + (B * reader.lengthOf(doc)) / average);
    let score = 0;
    let occurrences = 0;
    for (let index = 0; index < columns.length; index++) {
      const count = columns[index]?.[doc] ?? 0;
      occurrences += count;
      score += ((weights[index] ?? 0) * count * (K1 + 1)) / (count + norm);
    }
    scores[at] = score;
    times[at] = occurrences;
  }
  return { reading, docs, scores, times };
}

/** How much a clause says: rare ones more. */
export function clauseWeight(reader: IndexReader, clause: Clause, times: Times): number {
  let documents = 0;
  for (let doc = 0; doc < times.length; doc++) if (times[doc]) documents++;
  const rarity = Math.log(1 + (reader.state.docs - documents + 0.5) / (documents + 0.5));
  return Math.max(0.05, rarity) * (isSingle(clause) ? 1 : PHRASE_WEIGHT);
}
