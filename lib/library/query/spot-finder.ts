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
import type { LibraryQuery } from './parse-query';
import { clauseWeight } from './rank';
import type { RankedDoc, RankedEpisode } from './rank-episodes';
import type { Clause } from './resolve-query';
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

  private readonly docRecord = once((doc: number): Promise<DocRecord | undefined> => this.tx.get('indexDocs', doc));

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
    for (const { docs } of episodes) if (docs[0]) this.stored(docs[0].doc).catch(() => undefined);
  }

  async open(doc: number): Promise<OpenDoc | null> {
    const [record, stored] = await Promise.all([this.docRecord(doc), this.stored(doc)]);
    if (!record || !stored) return null;
    try {
      return { view: new PackedView(stored.bytes), tokens: new TokenWords(record.tokenWords, record.tokens) };
    } catch (error) {
      // One damaged transcript costs its own lines, not the whole answer.
      if (error instanceof DamagedBytes) return null;
      throw error;
    }
  }

  spotsOf(ranked: RankedDoc | undefined): Promise<Spot[]> {
    if (!ranked) return Promise.resolve([]);
    const known = this.spots.get(ranked) ?? this.readSpots(ranked);
    this.spots.set(ranked, known);
    return known;
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

  private async readSpots({ doc, reading }: RankedDoc): Promise<Spot[]> {
    const docs = Uint32Array.of(doc);
    const found = await Promise.all(
      reading.map(async (clause) => (await occurrences(this.reader, clause, docs)).get(doc) ?? []),
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
