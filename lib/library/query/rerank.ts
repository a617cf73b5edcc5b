/** The second look at the first episodes: words that stand together, and titles that say them, come before mere counts. */
import { foldedWords, type LibraryQuery } from './parse-query';
import type { RankedEpisode } from './rank-episodes';
import type { SpotFinder } from './spot-finder';

/** Episodes from the top that are ranked once more by their titles, and by how near the words stand to each other. */
const RERANKED = 16;
/**
 * Of rare words more are ranked by nearness: an episode that says them side by side once may stand far behind those that say
 * each of them often. So many occurrences are looked at, in so many episodes at most; common words reach that in sixteen.
 */
const MOST_LOOKED_AT = 4000;
const MOST_RERANKED = 128;

/** How many episodes from the top `rerank` looks at, at most. */
export function rerankedOf({ phrases }: LibraryQuery): number {
  return phrases.length > 1 ? MOST_RERANKED : RERANKED;
}

/** The episodes, best first by their counts, in the order a reader sees. */
export async function rerank(
  episodes: readonly RankedEpisode[],
  query: LibraryQuery,
  finder: SpotFinder,
): Promise<RankedEpisode[]> {
  const length = query.phrases.length > 1 ? headLength(episodes) : RERANKED;
  const head = episodes.slice(0, length);
  // Transcripts are read when the order is known: each that is read for nothing is in the way of the words' places.
  if (query.phrases.length > 1) finder.lookForSpots(head.flatMap(({ docs }) => docs.slice(0, 1)));
  finder.prepareRecords(head.slice(0, RERANKED));
  const near = (await Promise.all(head.map((episode) => withNearness(episode, finder)))).sort(byScore);
  // Those that are first by either: a title that says the words may belong to an episode that says them apart.
  const first = new Set([...head.slice(0, RERANKED), ...near.slice(0, RERANKED)].map(({ episode }) => episode));
  const titled = await Promise.all(
    near.map((episode) => (first.has(episode.episode) ? withTitle(episode, query, finder) : episode)),
  );
  return [...titled.sort(byScore), ...episodes.slice(length)];
}

interface NearEpisode extends RankedEpisode {
  /** The score of its best spot. */
  readonly best: number;
}

function headLength(episodes: readonly RankedEpisode[]): number {
  let [length, looked] = [0, 0];
  for (const { times } of episodes) {
    looked += times;
    if (length >= RERANKED && (looked > MOST_LOOKED_AT || length >= MOST_RERANKED)) break;
    length++;
  }
  return length;
}

async function withNearness(episode: RankedEpisode, finder: SpotFinder): Promise<NearEpisode> {
  const [top] = episode.docs;
  const best = top ? await finder.bestScore(top) : 0;
  return { ...episode, best, score: episode.score + best };
}

async function withTitle(episode: NearEpisode, query: LibraryQuery, finder: SpotFinder): Promise<RankedEpisode> {
  const [top] = episode.docs;
  const record = top && (await finder.docRecord(top.doc));
  return record ? { ...episode, score: episode.score + titleShare(record.title, query) * (1 + episode.best) } : episode;
}

/** Share of the query's words that the title holds. */
function titleShare(title: string, { phrases }: LibraryQuery): number {
  const words = phrases.flatMap((phrase) => phrase.tokens);
  const own = new Set(foldedWords(title));
  return words.filter((word) => own.has(word)).length / Math.max(1, words.length);
}

function byScore(a: RankedEpisode, b: RankedEpisode): number {
  return b.score - a.score;
}
