/** A search over every transcript in the library, from nothing: the worker that answers may have been born a moment ago. */
import type { EpisodeId } from '../../transcript/units';
import type { IndexCache } from '../index/index-cache';
import { IndexReader, READ_STORES } from '../index/index-reader';
import { EPISODES_IN_CHUNK, type LibraryStores } from '../index/index-stores';
import { INDEX_VERSION } from '../index/maintain-index';
import { INDEX_REBUILD } from '../index/rebuild-index';
import type { EpisodeRecord } from '../shelf/records';
import type { ReadTransaction, StorePort } from '../shelf/store-port';
import { cutSnippet, LONG_SNIPPET, type Place, SHORT_SNIPPET, timeOf } from './cut-snippet';
import { hasFilters, passesFilters } from './filters';
import { type LibraryQuery, parseLibraryQuery } from './parse-query';
import { type Candidates, type RankedDocs, rankAll, rankAny } from './rank';
import { type RankedEpisode, rankEpisodes } from './rank-episodes';
import { rerank, rerankedOf } from './rerank';
import {
  type Clause,
  type Reading,
  resolveJoined,
  resolveNearly,
  resolvePhrase,
  resolveReadings,
} from './resolve-query';
import { type OpenDoc, SpotFinder } from './spot-finder';
import type { Spot } from './spots';

export interface SearchRequest {
  readonly query: string;
  /** By date: when the episode came into the library. Default: best. */
  readonly order?: 'best' | 'newest' | 'oldest';
  /** Episodes to leave out from the top, and how many to show. */
  readonly offset: number;
  readonly limit: number;
  /** Places shown of each episode. */
  readonly places: number;
  /** Only this episode: for its further places. */
  readonly only?: EpisodeId;
}

export interface FoundEpisode {
  readonly episode: EpisodeRecord;
  readonly count: number;
  /** The best places, in the order in which they are spoken. */
  readonly places: readonly Place[];
}

export interface SearchResult {
  readonly episodes: readonly FoundEpisode[];
  /** Episodes found in all. */
  readonly total: number;
  /** Occurrences in all found episodes, each episode's best transcript counted. */
  readonly times: number;
  /** `all`: every word stands in every episode. `any`: no episode has them all, these have some. `passages`: a question. */
  readonly mode: 'all' | 'any' | 'passages';
  readonly corrections: readonly { readonly typed: string; readonly to: string }[];
  /** The index is being made anew: not everything is found yet. */
  readonly partial: boolean;
}

const NOTHING: SearchResult = { episodes: [], total: 0, times: 0, mode: 'all', corrections: [], partial: false };

/** Transcripts of one episode that are looked at. */
const MOST_VERSIONS = 3;
/** Places of two transcripts of one episode within this time are the same words. */
const SAME_PLACE = 15_000;

export function searchLibrary(
  port: StorePort<LibraryStores>,
  cache: IndexCache,
  request: SearchRequest,
): Promise<SearchResult> {
  const query = parseLibraryQuery(request.query);
  if (query.phrases.length === 0) return Promise.resolve(NOTHING);
  return port.read(READ_STORES, async (tx) => {
    const reader = await IndexReader.open(tx, cache);
    return new Search(reader, tx, query, request).run();
  });
}

class Search {
  private readonly finder: SpotFinder;

  constructor(
    private readonly reader: IndexReader,
    private readonly tx: ReadTransaction<LibraryStores>,
    private readonly query: LibraryQuery,
    private readonly request: SearchRequest,
  ) {
    this.finder = new SpotFinder(reader, tx, query);
  }

  async run(): Promise<SearchResult> {
    const partial = this.isPartial();
    partial.catch(() => undefined);
    const { found, mode } = await this.rank(await this.candidates());
    const { episodes, total, times } = await this.inOrder(found);
    const { offset, limit } = this.request;
    const wanted = episodes.slice(offset, offset + limit);
    this.finder.prepare(wanted);
    const shown = await Promise.all(wanted.map((episode) => this.show(episode, mode)));
    return {
      episodes: shown.filter((episode) => episode !== null),
      total,
      times,
      mode,
      corrections: correctionsIn(found),
      partial: await partial,
    };
  }

  private async isPartial(): Promise<boolean> {
    return this.reader.state.version !== INDEX_VERSION || (await this.tx.get('meta', INDEX_REBUILD)) !== undefined;
  }

  /** Every word as typed or written otherwise; else nearly; else, or when it was a question, some of the words. */
  private async rank(candidates: Candidates): Promise<{ found: RankedDocs[]; mode: SearchResult['mode'] }> {
    const { phrases, isQuestion } = this.query;
    const readings = await resolveReadings(this.reader, phrases);
    const [own = []] = readings;
    if (isQuestion && phrases.length > 1) {
      const reading = await this.corrected(own);
      return { found: [await rankAny(this.reader, reading.filter(isResolved), candidates)], mode: 'passages' };
    }
    const mode = isQuestion ? 'passages' : 'all';
    const exact = await this.rankReadings(readings, candidates);
    if (exact.length > 0) return { found: exact, mode };
    const [nearly, joined] = await Promise.all([this.corrected(own), resolveJoined(this.reader, phrases, own)]);
    const near = await this.rankReadings([nearly, ...joined], candidates);
    if (near.length > 0 || phrases.length === 1) return { found: near, mode };
    if (phrases.every((phrase) => phrase.quoted)) return { found: [], mode: 'any' };
    return { found: [await rankAny(this.reader, nearly.filter(isResolved), candidates)], mode: 'any' };
  }

  /** Those readings that anything answers. */
  private async rankReadings(readings: readonly Reading[], candidates: Candidates): Promise<RankedDocs[]> {
    const each = await Promise.all(readings.map((reading) => rankAll(this.reader, reading, candidates)));
    return each.filter(({ docs }) => docs.length > 0);
  }

  /** The reading with every clause that is nowhere replaced by what was probably meant. */
  private corrected(reading: Reading): Promise<Clause[]> {
    return Promise.all(
      reading.map(async (clause, index) => {
        const phrase = this.query.phrases[index];
        if (isResolved(clause) || !phrase) return clause;
        return (await resolveNearly(this.reader, phrase)) ?? clause;
      }),
    );
  }

  private async candidates(): Promise<Candidates> {
    const excluded = await Promise.all(this.query.excluded.map((phrase) => resolvePhrase(this.reader, phrase)));
    const { only } = this.request;
    if (only !== undefined) {
      const known = await this.tx.get('indexEpisodes', only);
      const docs = new Set(known?.docs.map(({ doc }) => doc));
      return { excluded, isAllowed: (doc) => docs.has(doc) };
    }
    if (!hasFilters(this.query)) return { excluded, isAllowed: null };
    const passing = new Set<number>();
    const chunks = await this.tx.getAll('indexCatalogue');
    for (const [chunk, entries] of chunks.entries()) {
      for (const [index, entry] of entries.entries()) {
        if (entry && passesFilters(entry, this.query)) passing.add(chunk * EPISODES_IN_CHUNK + index);
      }
    }
    return { excluded, isAllowed: (doc) => passing.has(this.reader.episodeOf(doc)) };
  }

  private async inOrder(found: readonly RankedDocs[]): Promise<Ordered> {
    const { order = 'best', offset, limit } = this.request;
    const isFiltered = this.query.speakers.length > 0;
    const isWhole = isFiltered || order !== 'best';
    const wanted = isWhole ? Number.POSITIVE_INFINITY : Math.max(rerankedOf(this.query), offset + limit);
    const ranked = rankEpisodes(this.reader, found, wanted);
    const ordered =
      order === 'best' ? await rerank(ranked.episodes, this.query, this.finder) : byAge(ranked.episodes, order);
    if (!isFiltered) return { ...ranked, episodes: ordered };
    const episodes = await this.finder.withSpots(ordered);
    return { episodes, total: episodes.length, times: episodes.reduce((sum, { times }) => sum + times, 0) };
  }

  private async show(ranked: RankedEpisode, mode: SearchResult['mode']): Promise<FoundEpisode | null> {
    const episode = await this.finder.recordOf(ranked);
    if (!episode) return null;
    const all: FoundSpot[] = [];
    for (const doc of ranked.docs.slice(0, MOST_VERSIONS)) {
      const [opened, spots] = await Promise.all([this.finder.open(doc.doc), this.finder.spokenSpots(doc)]);
      if (!opened) continue;
      const { view, tokens } = opened;
      const known = all.map((found) => found.time());
      for (const spot of spots) {
        const time = () => timeOf(view, tokens.wordOf(spot.first));
        if (known.length === 0 || isNew(time(), known)) all.push({ ...opened, spot, time });
      }
    }
    const best = [...all].sort((a, b) => b.spot.score - a.spot.score).slice(0, this.request.places);
    const size = mode === 'passages' ? LONG_SNIPPET : SHORT_SNIPPET;
    const places = best.map(({ view, tokens, spot }) => cutSnippet(view, tokens, spot, size));
    return { episode, count: all.length, places: places.sort(bySpokenOrder) };
  }
}

interface Ordered {
  readonly episodes: readonly RankedEpisode[];
  readonly total: number;
  readonly times: number;
}

interface FoundSpot extends OpenDoc {
  readonly spot: Spot;
  /** Looked up when another transcript of the episode asks for it. */
  readonly time: () => number | null;
}

function isResolved(clause: Clause): boolean {
  return clause.writings.length > 0;
}

function correctionsIn(found: readonly RankedDocs[]): SearchResult['corrections'] {
  const all = found.flatMap(({ reading, docs }) => (docs.length > 0 ? reading.map(({ corrected }) => corrected) : []));
  return [...new Map(all.flatMap((corrected) => (corrected ? [[corrected.typed, corrected]] : []))).values()];
}

/** Episodes are numbered as they come. */
function byAge(episodes: readonly RankedEpisode[], order: 'newest' | 'oldest'): RankedEpisode[] {
  const sign = order === 'newest' ? -1 : 1;
  return [...episodes].sort((a, b) => sign * (a.episode - b.episode));
}

/** A place of a second transcript is another place only when no earlier one is near; without times nobody can tell. */
function isNew(time: number | null, known: readonly (number | null)[]): boolean {
  return time !== null && known.every((other) => other !== null && Math.abs(other - time) > SAME_PLACE);
}

function bySpokenOrder(a: Place, b: Place): number {
  return (a.time ?? 0) - (b.time ?? 0) || a.word - b.word;
}
