/** The spots of ranked transcripts, and what is needed to show them. Everything is read once in a search, however often it is asked for. */
import { DamagedBytes } from '../../transcript/bytes';
import { PackedView } from '../../transcript/packed-view';
import type { IndexReader } from '../index/index-reader';
import type { DocRecord, LibraryStores } from '../index/index-stores';
import { TokenWords } from '../index/token-words';
import type { EpisodeRecord, TranscriptRecord } from '../shelf/records';
import type { ReadTransaction } from '../shelf/store-port';
import { turnAt } from './cut-snippet';
import { holdsWords } from './filters';
import { occurrences, presence } from './match-clauses';
import type { Occurrence } from './match-phrase';
import type { LibraryQuery } from './parse-query';
import { clauseWeight } from './rank';
import type { RankedDoc, RankedEpisode } from './rank-episodes';
import type { Clause, Reading } from './resolve-query';
import { findSpots, PASSAGE_SPOTS, type Spot, WORD_SPOTS } from './spots';

export interface OpenDoc {
  readonly view: PackedView;
  readonly tokens: TokenWords;
}

export class SpotFinder {
  private readonly spots = new Map<RankedDoc, Promise<Spot[]>>();
  private readonly weights = new Map<Clause, number>();

  constructor(
    private readonly reader: IndexReader,
    private readonly tx: ReadTransaction<LibraryStores>,
    private readonly query: LibraryQuery,
  ) {}

  readonly docRecord = once((doc: number): Promise<DocRecord | undefined> => this.tx.get('indexDocs', doc));

  private readonly records = once(async (doc: number): Promise<EpisodeRecord | undefined> => {
    const known = await this.docRecord(doc);
    return known && this.tx.get('episodes', known.videoId);
  });

  private readonly stored = once(async (doc: number): Promise<TranscriptRecord | undefined> => {
    const record = await this.docRecord(doc);
    return record && this.tx.get('transcripts', [record.videoId, record.id]);
  });

  /** The record of an episode; undefined when it was removed since. */
  async recordOf({ docs: [best] }: RankedEpisode): Promise<EpisodeRecord | undefined> {
    return best && this.records(best.doc);
  }

  /** Begins to read what showing the episodes will need. */
  prepare(episodes: readonly RankedEpisode[]): void {
    const best = episodes.flatMap(({ docs }) => docs.slice(0, 1));
    this.lookForSpots(best);
    for (const { doc } of best) {
      // Whoever needs them hears of a failure.
      for (const read of [this.stored(doc), this.records(doc)]) read.catch(() => undefined);
    }
  }

  /** Begins to read what ordering the episodes by their titles will need. */
  prepareRecords(episodes: readonly RankedEpisode[]): void {
    for (const { docs } of episodes) for (const { doc } of docs.slice(0, 1)) this.docRecord(doc).catch(() => undefined);
  }

  /** Begins to look for the spots of many documents together: a beginning stands for a hundred terms, each asked once. */
  lookForSpots(wanted: readonly RankedDoc[]): void {
    const byReading = new Map<Reading, RankedDoc[]>();
    for (const ranked of wanted) {
      if (this.spots.has(ranked)) continue;
      byReading.set(ranked.reading, [...(byReading.get(ranked.reading) ?? []), ranked]);
    }
    for (const [reading, some] of byReading) {
      const docs = Uint32Array.from(some, ({ doc }) => doc).sort();
      const found = Promise.all(reading.map((clause) => occurrences(this.reader, clause, docs)));
      for (const ranked of some) {
        const spots = found.then((each) => this.spotsIn(ranked, each));
        spots.catch(() => undefined);
        this.spots.set(ranked, spots);
      }
    }
  }

  async open(doc: number): Promise<OpenDoc | null> {
    const [record, stored] = await Promise.all([this.docRecord(doc), this.stored(doc)]);
    if (!record || !stored) return null;
    try {
      return {
        view: new PackedView(stored.bytes, record.landmarks),
        tokens: new TokenWords(record.tokenWords, record.tokens),
      };
    } catch (error) {
      // One damaged transcript costs its own lines, not the whole answer.
      if (error instanceof DamagedBytes) return null;
      throw error;
    }
  }

  /** The score of the best spot. Of one word or one phrase every spot says the same, and none need be looked for. */
  async bestScore(ranked: RankedDoc): Promise<number> {
    const [only, ...more] = ranked.reading;
    if (only && more.length === 0) return this.weightOf(only);
    return Math.max(0, ...(await this.spotsOf(ranked)).map(({ score }) => score));
  }

  spotsOf(ranked: RankedDoc): Promise<Spot[]> {
    this.lookForSpots([ranked]);
    return this.spots.get(ranked) ?? Promise.resolve([]);
  }

  /** The spots of a document that the wished-for speakers say, or all. */
  async spokenSpots(ranked: RankedDoc): Promise<Spot[]> {
    const spots = await this.spotsOf(ranked);
    if (this.query.speakers.length === 0) return spots;
    const opened = await this.open(ranked.doc);
    if (!opened) return [];
    const { view, tokens } = opened;
    return spots.filter((spot) => {
      const index = view.turns[turnAt(view.turns, tokens.wordOf(spot.first))]?.speaker ?? null;
      const name = index === null ? undefined : view.speakers[index]?.name;
      return name !== undefined && this.query.speakers.some((wish) => holdsWords(name, wish));
    });
  }

  /** With a speaker wished for, an episode counts only when one of its spots is theirs. */
  async withSpots(episodes: readonly RankedEpisode[]): Promise<RankedEpisode[]> {
    const kept = await Promise.all(
      episodes.map(async (episode) => {
        for (const doc of episode.docs) if ((await this.spokenSpots(doc)).length > 0) return episode;
        return null;
      }),
    );
    return kept.filter((episode) => episode !== null);
  }

  private spotsIn({ doc, reading }: RankedDoc, each: readonly ReadonlyMap<number, Occurrence[]>[]): Spot[] {
    const found = each.map((occurrencesOf) => occurrencesOf.get(doc) ?? []);
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
