/** From ranked documents to ranked episodes: an episode can have several transcripts that answer, and stands where its best one does. */
import type { IndexReader } from '../index/index-reader';
import type { RankedDocs } from './rank';
import type { Reading } from './resolve-query';

export interface RankedDoc {
  readonly doc: number;
  readonly score: number;
  /** Which reading of the query it answers best. */
  readonly reading: Reading;
}

export interface RankedEpisode {
  readonly episode: number;
  readonly score: number;
  /** Occurrences in its best transcript. */
  readonly times: number;
  /** Best first. */
  readonly docs: readonly RankedDoc[];
}

export interface RankedEpisodes {
  /** All that were found. */
  readonly total: number;
  /** Occurrences in all of them, each episode's best transcript counted. */
  readonly times: number;
  /** The best ones, best first: as many as were asked for, if there are so many. */
  readonly episodes: readonly RankedEpisode[];
}

export function rankEpisodes(reader: IndexReader, found: readonly RankedDocs[], most: number): RankedEpisodes {
  const best = bestOfEach(reader, found);
  const scores = best.scores.filter((score) => score > 0);
  const episodes = gather(reader, found, best, leastOf(scores, most));
  return { total: scores.length, times: best.times.reduce((sum, times) => sum + times, 0), episodes };
}

interface Best {
  /** Of each episode; 0: not found. */
  readonly scores: Float64Array;
  readonly times: Uint32Array;
}

function bestOfEach(reader: IndexReader, found: readonly RankedDocs[]): Best {
  const limit = reader.state.nextEpisode;
  const best = { scores: new Float64Array(limit), times: new Uint32Array(limit) };
  const bestDoc = new Uint32Array(limit);
  for (const { docs, scores, times } of found) {
    for (let at = 0; at < docs.length; at++) {
      const [doc, score] = [docs[at] ?? 0, scores[at] ?? 0];
      const episode = reader.episodeOf(doc);
      const known = best.scores[episode] ?? 0;
      if (score < known || (score === known && doc < (bestDoc[episode] ?? 0))) continue;
      best.scores[episode] = score;
      best.times[episode] = times[at] ?? 0;
      bestDoc[episode] = doc;
    }
  }
  return best;
}

/** The score of the last one that is wanted. */
function leastOf(scores: Float64Array, most: number): number {
  if (scores.length <= most) return Number.MIN_VALUE;
  return scores.slice().sort()[scores.length - most] ?? Number.MIN_VALUE;
}

function gather(reader: IndexReader, found: readonly RankedDocs[], best: Best, least: number): RankedEpisode[] {
  const wanted = new Map<number, RankedDoc[]>();
  for (const { docs, scores, reading } of found) {
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] ?? 0;
      const episode = reader.episodeOf(doc);
      if ((best.scores[episode] ?? 0) < least) continue;
      const own = wanted.get(episode) ?? [];
      own.push({ doc, score: scores[at] ?? 0, reading });
      wanted.set(episode, own);
    }
  }
  return [...wanted]
    .map(([episode, docs]) => ({
      episode,
      score: best.scores[episode] ?? 0,
      times: best.times[episode] ?? 0,
      docs: onceEach(docs.sort(byScore)),
    }))
    .sort((a, b) => b.score - a.score || (b.docs[0]?.doc ?? 0) - (a.docs[0]?.doc ?? 0));
}

/** Of two alike the later one: what was read lately is rather meant. */
function byScore(a: RankedDoc, b: RankedDoc): number {
  return b.score - a.score || b.doc - a.doc;
}

function onceEach(docs: readonly RankedDoc[]): RankedDoc[] {
  const seen = new Set<number>();
  return docs.filter(({ doc }) => !seen.has(doc) && seen.add(doc));
}
