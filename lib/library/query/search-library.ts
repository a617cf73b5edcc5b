/** A search over every transcript in the library, from nothing: the worker that answers may have been born a moment ago. */
import { DamagedBytes } from '../../transcript/bytes';
import { PackedView } from '../../transcript/packed-view';
import type { VideoId } from '../../transcript/units';
import type { IndexCache } from '../index/index-cache';
import { IndexReader, READ_STORES } from '../index/index-reader';
import { type DocRecord, EPISODES_IN_CHUNK, type LibraryStores } from '../index/index-stores';
import { INDEX_VERSION } from '../index/maintain-index';
import { INDEX_REBUILD } from '../index/rebuild-index';
import { unpackTokenWords } from '../index/token-words';
import type { EpisodeRecord, TranscriptRecord } from '../shelf/records';
import type { ReadTransaction, StorePort } from '../shelf/store-port';
import { cutSnippet, LONG_SNIPPET, type Place, SHORT_SNIPPET, timeOf, turnAt } from './cut-snippet';
import { hasFilters, holdsWords, passesFilters } from './filters';
import { occurrences, presence } from './match-clauses';
import type { Occurrence } from './match-phrase';
import { foldedWords, type LibraryQuery, parseLibraryQuery } from './parse-query';
import { byEpisode, type Candidates, clauseWeight, type RankedDoc, type RankedEpisode, rankAll, rankAny } from './rank';
import {
  type Clause,
  type Reading,
  resolveJoined,
  resolveNearly,
  resolvePhrase,
  resolveReadings,
} from './resolve-query';
import { findSpots, PASSAGE_SPOTS, type Spot, WORD_SPOTS } from './spots';

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
  readonly only?: VideoId;
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

/** Episodes from the top that are ranked once more by how near the words stand to each other. */
const RERANKED = 16;
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
  constructor(
    private readonly reader: IndexReader,
    private readonly tx: ReadTransaction<LibraryStores>,
    private readonly query: LibraryQuery,
    private readonly request: SearchRequest,
  ) {}

  async run(): Promise<SearchResult> {
    const candidates = await this.candidates();
    const { docs, mode } = await this.rank(candidates);
    const ranked = await this.rerank(byEpisode(docs));
    const { offset, limit } = this.request;
    const shown = await Promise.all(ranked.slice(offset, offset + limit).map((episode) => this.show(episode, mode)));
    const corrections = new Map(
      docs.flatMap(({ reading }) =>
        reading.flatMap(({ corrected }) => (corrected ? [[corrected.typed, corrected]] : [])),
      ),
    );
    return {
      episodes: shown.filter((found) => found !== null),
      total: ranked.length,
      times: ranked.reduce((sum, { times }) => sum + times, 0),
      mode,
      corrections: [...corrections.values()],
      partial: await this.isPartial(),
    };
  }

  private async isPartial(): Promise<boolean> {
    return this.reader.state.version !== INDEX_VERSION || (await this.tx.get('meta', INDEX_REBUILD)) !== undefined;
  }

  /** Every word as typed or written otherwise; else nearly; else, or when it was a question, some of the words. */
  private async rank(candidates: Candidates): Promise<{ docs: RankedDoc[]; mode: SearchResult['mode'] }> {
    const { phrases, isQuestion } = this.query;
    const readings = await resolveReadings(this.reader, phrases);
    const [own = []] = readings;
    if (isQuestion && phrases.length > 1) {
      const reading = await this.corrected(own);
      return { docs: await rankAny(this.reader, reading.filter(isResolved), candidates), mode: 'passages' };
    }
    const mode = isQuestion ? 'passages' : 'all';
    const exact = await this.rankReadings(readings, candidates);
    if (exact.length > 0) return { docs: exact, mode };
    const nearly = await this.corrected(own);
    const joined = await resolveJoined(this.reader, phrases, own);
    const near = await this.rankReadings([nearly, ...joined], candidates);
    if (near.length > 0 || phrases.length === 1) return { docs: near, mode };
    const some = nearly.filter(isResolved);
    const isQuoted = phrases.every((phrase) => phrase.quoted);
    return { docs: isQuoted ? [] : await rankAny(this.reader, some, candidates), mode: 'any' };
  }

  private async rankReadings(readings: readonly Reading[], candidates: Candidates): Promise<RankedDoc[]> {
    const each = await Promise.all(readings.map((reading) => rankAll(this.reader, reading, candidates)));
    const [only = [], ...more] = each.filter((docs) => docs.length > 0);
    if (more.length === 0) return only;
    return [...only, ...more.flat()].sort((a, b) => b.score - a.score || b.doc - a.doc);
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

  /** Words that stand together, and titles that say them, bring the first episodes into a better order. */
  private async rerank(episodes: readonly RankedEpisode[]): Promise<readonly RankedEpisode[]> {
    const { order = 'best' } = this.request;
    if (order !== 'best') return this.byAge(episodes, order);
    const head = episodes.slice(0, RERANKED);
    // What is likely shown is on its way from the disk while the order is still being found out.
    for (const { docs } of head.slice(0, this.request.limit))
      if (docs[0]) this.stored(docs[0].doc).catch(() => undefined);
    const improved = await Promise.all(
      head.map(async (episode) => {
        const [spots, record] = await Promise.all([this.spotsOf(episode.docs[0]), this.recordOf(episode)]);
        const best = Math.max(0, ...spots.map((spot) => spot.score));
        const titled = record ? this.titleShare(record) : 0;
        return { ...episode, score: episode.score + best + titled * (1 + best) };
      }),
    );
    const isFiltered = this.query.speakers.length > 0;
    const kept = isFiltered ? await this.withSpots(improved) : improved;
    kept.sort((a, b) => b.score - a.score);
    return [...kept, ...(isFiltered ? await this.withSpots(episodes.slice(RERANKED)) : episodes.slice(RERANKED))];
  }

  /** Episodes are numbered as they come. */
  private byAge(
    episodes: readonly RankedEpisode[],
    order: 'newest' | 'oldest',
  ): Promise<RankedEpisode[]> | RankedEpisode[] {
    const sign = order === 'newest' ? -1 : 1;
    const sorted = [...episodes].sort((a, b) => sign * (a.episode - b.episode));
    return this.query.speakers.length > 0 ? this.withSpots(sorted) : sorted;
  }

  /** With a speaker wished for, an episode counts only when one of its spots is theirs. */
  private async withSpots(episodes: readonly RankedEpisode[]): Promise<RankedEpisode[]> {
    const kept = await Promise.all(
      episodes.map(async (episode) => {
        for (const doc of episode.docs) if ((await this.spokenSpots(doc)).length > 0) return episode;
        return null;
      }),
    );
    return kept.filter((episode) => episode !== null);
  }

  /** Share of the query's words that the title holds. */
  private titleShare({ title }: EpisodeRecord): number {
    const words = this.query.phrases.flatMap((phrase) => phrase.tokens);
    const own = new Set(foldedWords(title));
    return words.filter((word) => own.has(word)).length / Math.max(1, words.length);
  }

  private readonly records = once(async (doc: number): Promise<EpisodeRecord | undefined> => {
    const known = await this.docRecord(doc);
    return known && this.tx.get('episodes', known.videoId);
  });

  private async recordOf({ docs: [best] }: RankedEpisode): Promise<EpisodeRecord | undefined> {
    return best && this.records(best.doc);
  }

  private readonly docRecord = once((doc: number): Promise<DocRecord | undefined> => this.tx.get('indexDocs', doc));

  private readonly weights = new Map<Clause, number>();

  private readonly spots = new Map<RankedDoc, Promise<Spot[]>>();

  private spotsOf(ranked: RankedDoc | undefined): Promise<Spot[]> {
    if (!ranked) return Promise.resolve([]);
    const known = this.spots.get(ranked) ?? this.readSpots(ranked);
    this.spots.set(ranked, known);
    return known;
  }

  private async readSpots({ doc, reading }: RankedDoc): Promise<Spot[]> {
    const found = await Promise.all(
      reading.map(async (clause): Promise<readonly Occurrence[]> => {
        return (await occurrences(this.reader, clause, [doc])).get(doc) ?? [];
      }),
    );
    const weights = reading.map((clause) => this.weightOf(clause));
    return findSpots(found, { ...(this.query.isQuestion ? PASSAGE_SPOTS : WORD_SPOTS), weights });
  }

  private weightOf(clause: Clause): number {
    const known = this.weights.get(clause);
    if (known !== undefined) return known;
    const weight = clauseWeight(this.reader, clause, presence(this.reader, clause));
    this.weights.set(clause, weight);
    return weight;
  }

  /** The spots of a document that the wished-for speakers say, or all. */
  private async spokenSpots(ranked: RankedDoc): Promise<Spot[]> {
    const spots = await this.spotsOf(ranked);
    if (this.query.speakers.length === 0) return spots;
    const opened = await this.open(ranked.doc);
    if (!opened) return [];
    const { view, wordOf } = opened;
    return spots.filter((spot) => {
      const index = view.turns[turnAt(view.turns, wordOf[spot.first] ?? 0)]?.speaker ?? null;
      const name = index === null ? undefined : view.speakers[index]?.name;
      return name !== undefined && this.query.speakers.some((wish) => holdsWords(name, wish));
    });
  }

  private readonly stored = once(async (doc: number): Promise<TranscriptRecord | undefined> => {
    const record = await this.docRecord(doc);
    return record && this.tx.get('transcripts', [record.videoId, record.id]);
  });

  private async open(doc: number): Promise<OpenDoc | null> {
    const [record, stored] = await Promise.all([this.docRecord(doc), this.stored(doc)]);
    if (!record || !stored) return null;
    try {
      return { view: new PackedView(stored.bytes), wordOf: unpackTokenWords(record.tokenWords, record.tokens) };
    } catch (error) {
      // One damaged transcript costs its own lines, not the whole answer.
      if (error instanceof DamagedBytes) return null;
      throw error;
    }
  }

  private async show(ranked: RankedEpisode, mode: SearchResult['mode']): Promise<FoundEpisode | null> {
    const episode = await this.recordOf(ranked);
    if (!episode) return null;
    const all: FoundSpot[] = [];
    for (const doc of ranked.docs.slice(0, MOST_VERSIONS)) {
      const [opened, spots] = await Promise.all([this.open(doc.doc), this.spokenSpots(doc)]);
      if (!opened) continue;
      const { view, wordOf } = opened;
      const known = all.map(({ time }) => time);
      for (const spot of spots) {
        const time = timeOf(view, wordOf[spot.first] ?? 0);
        if (isNew(time, known)) all.push({ ...opened, spot, time });
      }
    }
    const best = [...all].sort((a, b) => b.spot.score - a.spot.score).slice(0, this.request.places);
    const size = mode === 'passages' ? LONG_SNIPPET : SHORT_SNIPPET;
    const places = best.map(({ view, wordOf, spot }) => cutSnippet(view, wordOf, spot, size));
    return { episode, count: all.length, places: places.sort(bySpokenOrder) };
  }
}

interface OpenDoc {
  readonly view: PackedView;
  readonly wordOf: Uint32Array;
}

interface FoundSpot extends OpenDoc {
  readonly spot: Spot;
  readonly time: number | null;
}

/** Remembers what was read for each number. */
function once<T>(read: (number: number) => Promise<T>): (number: number) => Promise<T> {
  const reads = new Map<number, Promise<T>>();
  return (number) => {
    const known = reads.get(number) ?? read(number);
    reads.set(number, known);
    return known;
  };
}

function isResolved(clause: Clause): boolean {
  return clause.writings.length > 0;
}

/** A place of a second transcript is another place only when no earlier one is near; without times nobody can tell. */
function isNew(time: number | null, known: readonly (number | null)[]): boolean {
  if (known.length === 0) return true;
  return time !== null && known.every((other) => other !== null && Math.abs(other - time) > SAME_PLACE);
}

function bySpokenOrder(a: Place, b: Place): number {
  return (a.time ?? 0) - (b.time ?? 0) || a.word - b.word;
}
