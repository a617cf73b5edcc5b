/** Which documents answer a query, best first. */
import type { IndexReader } from '../index/index-reader';
import { countOccurrences, isSingle, presence, type Times } from './match-clauses';
import type { Clause, Reading } from './resolve-query';

export interface RankedDoc {
  readonly doc: number;
  readonly episode: number;
  readonly score: number;
  /** Occurrences of all clauses together. */
  readonly times: number;
  /** Which reading of the query it answers. */
  readonly reading: Reading;
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
export async function rankAll(reader: IndexReader, reading: Reading, candidates: Candidates): Promise<RankedDoc[]> {
  if (reading.length === 0 || reading.some((clause) => clause.writings.length === 0)) return [];
  const columns = reading.map((clause) => presence(reader, clause));
  let docs = allowedDocs(reader, candidates, (doc) => columns.every((times) => (times[doc] ?? 0) > 0));
  docs = await withoutExcluded(reader, candidates.excluded, docs);
  for (const [index, clause] of reading.entries()) {
    if (isSingle(clause) || docs.length === 0) continue;
    columns[index] = await countOccurrences(reader, clause, docs);
    docs = docs.filter((doc) => (columns[index]?.[doc] ?? 0) > 0);
  }
  return scored(reader, reading, columns, docs);
}

/** Documents that hold any clause of a reading, those with more and rarer ones first. */
export async function rankAny(reader: IndexReader, reading: Reading, candidates: Candidates): Promise<RankedDoc[]> {
  const columns = reading.map((clause) => presence(reader, clause));
  const isAny = (doc: number): boolean => columns.some((times) => (times[doc] ?? 0) > 0);
  const docs = await withoutExcluded(reader, candidates.excluded, allowedDocs(reader, candidates, isAny));
  return scored(reader, reading, columns, docs);
}

function allowedDocs(reader: IndexReader, { isAllowed }: Candidates, matches: (doc: number) => boolean): number[] {
  const docs: number[] = [];
  for (let doc = 0; doc < reader.docLimit; doc++) {
    if (matches(doc) && reader.lengthOf(doc) > 0 && (isAllowed === null || isAllowed(doc))) docs.push(doc);
  }
  return docs;
}

async function withoutExcluded(
  reader: IndexReader,
  excluded: readonly Clause[],
  docs: readonly number[],
): Promise<number[]> {
  let left = [...docs];
  for (const clause of excluded) {
    const times = isSingle(clause) ? presence(reader, clause) : await countOccurrences(reader, clause, left);
    left = left.filter((doc) => (times[doc] ?? 0) === 0);
  }
  return left;
}

function scored(
  reader: IndexReader,
  reading: Reading,
  columns: readonly Times[],
  docs: readonly number[],
): RankedDoc[] {
  const weights = reading.map((clause, index) => clauseWeight(reader, clause, columns[index] ?? new Uint32Array()));
  const average = Math.max(1, reader.state.tokens / Math.max(1, reader.state.docs));
  const ranked = docs.map((doc): RankedDoc => {
    const norm = K1 * (1 - B + (B * reader.lengthOf(doc)) / average);
    let score = 0;
    let times = 0;
    for (const [index, column] of columns.entries()) {
      const count = column[doc] ?? 0;
      times += count;
      score += ((weights[index] ?? 0) * count * (K1 + 1)) / (count + norm);
    }
    return { doc, episode: reader.episodeOf(doc), score, times, reading };
  });
  // Of two alike the later one: what was read lately is rather meant.
  return ranked.sort((a, b) => b.score - a.score || b.doc - a.doc);
}

/** How much a clause says: rare ones more. */
export function clauseWeight(reader: IndexReader, clause: Clause, times: Times): number {
  let documents = 0;
  for (let doc = 0; doc < times.length; doc++) if (times[doc]) documents++;
  const rarity = Math.log(1 + (reader.state.docs - documents + 0.5) / (documents + 0.5));
  return Math.max(0.05, rarity) * (isSingle(clause) ? 1 : PHRASE_WEIGHT);
}

export interface RankedEpisode {
  readonly episode: number;
  readonly score: number;
  readonly times: number;
  /** Best first: an episode can have several transcripts that answer. */
  readonly docs: readonly RankedDoc[];
}

/** One entry for each episode, by its best document. */
export function byEpisode(docs: readonly RankedDoc[]): RankedEpisode[] {
  const episodes = new Map<number, RankedDoc[]>();
  for (const doc of docs) {
    const known = episodes.get(doc.episode);
    if (known) {
      if (!known.some((other) => other.doc === doc.doc)) known.push(doc);
    } else episodes.set(doc.episode, [doc]);
  }
  return [...episodes].map(([episode, found]) => ({
    episode,
    score: found[0]?.score ?? 0,
    times: found[0]?.times ?? 0,
    docs: found,
  }));
}
