/** Titles, channels, speakers and notes: few and short, which is what MiniSearch is best at. Built from the catalogue on first use. */
import MiniSearch, { type SearchResult as MiniResult } from 'minisearch';
import type { CatalogueEntry, LibraryStores } from '../index/index-stores';
import { EMPTY_STATE } from '../index/maintain-index';
import { termsOf } from '../index/terms';
import type { EpisodeRecord, NoteRecord } from '../shelf/records';
import type { StorePort } from '../shelf/store-port';
import type { SnippetMark } from './cut-snippet';
import { passesFilters } from './filters';
import { type LibraryQuery, parseLibraryQuery } from './parse-query';

export interface NameRequest {
  readonly query: string;
  readonly limit: number;
}

export interface FoundName {
  readonly episode: EpisodeRecord;
  /** Where the query stands in the title; empty when channel or speaker answered. */
  readonly titleMarks: readonly SnippetMark[];
}

export interface FoundNote {
  readonly episode: EpisodeRecord;
  readonly note: NoteRecord;
  readonly marks: readonly SnippetMark[];
}

export interface NameResult {
  readonly titles: readonly FoundName[];
  readonly notes: readonly FoundNote[];
}

interface NameDocument {
  readonly id: string;
  readonly title: string;
  readonly channel: string;
  readonly speakers: string;
  readonly note: string;
}

/** Entries taken in at once: some 10 ms of work. Ten thousand episodes are a third of a second in all. */
const SLICE = 256;

type Names = MiniSearch<NameDocument>;

/** What a warm worker keeps. Made anew when the library's names or notes changed. */
export class NameCache {
  private made: { readonly revision: number; readonly names: Promise<Names> } | null = null;

  /** `pause`: lets others have their turn while the names are taken in; a search for words goes first. */
  constructor(private readonly pause: () => Promise<void> = async () => undefined) {}

  async open(port: StorePort<LibraryStores>): Promise<Names> {
    const names = await port.read(['indexState', 'indexCatalogue', 'notes'], async (tx) => {
      const { revision } = (await tx.get('indexState', 'state')) ?? EMPTY_STATE;
      if (this.made?.revision === revision) return this.made;
      const [chunks, notes] = await Promise.all([tx.getAll('indexCatalogue'), tx.getAll('notes')]);
      this.made = { revision, names: this.make(documentsOf(chunks, notes)) };
      return this.made;
    });
    return names.names;
  }

  private async make(documents: readonly NameDocument[]): Promise<Names> {
    const names = new MiniSearch<NameDocument>({
      fields: ['title', 'channel', 'speakers', 'note'],
      tokenize: (text) => termsAsTyped(text),
      processTerm: (term) => term,
    });
    for (let from = 0; from < documents.length; from += SLICE) {
      await this.pause();
      names.addAll(documents.slice(from, from + SLICE));
    }
    return names;
  }
}

function documentsOf(
  chunks: readonly (readonly (CatalogueEntry | null)[])[],
  notes: readonly NoteRecord[],
): NameDocument[] {
  const documents = chunks.flat().flatMap((entry): NameDocument[] => {
    if (!entry) return [];
    const { videoId, title, channel, speakers } = entry;
    return [{ id: videoId, title, channel, speakers: speakers.join('\n'), note: '' }];
  });
  for (const { videoId, id, text } of notes) {
    documents.push({ id: `${videoId} ${id}`, title: '', channel: '', speakers: '', note: text });
  }
  return documents;
}

/** In order of the text: MiniSearch takes the last for the one being typed. */
function termsAsTyped(text: string): string[] {
  const { terms, first, places } = termsOf(text);
  const inOrder: string[] = [];
  terms.forEach((term, index) => {
    for (let at = first[index] ?? 0; at < (first[index + 1] ?? 0); at++) inOrder[places[at] ?? 0] = term;
  });
  return inOrder.filter((term) => term !== undefined);
}

export async function searchNames(
  port: StorePort<LibraryStores>,
  cache: NameCache,
  request: NameRequest,
): Promise<NameResult> {
  const query = parseLibraryQuery(request.query);
  const typed = query.phrases.flatMap((phrase) => phrase.tokens).join(' ');
  if (typed === '') return { titles: [], notes: [] };
  const results = matching(await cache.open(port), query, typed);
  return port.read(['notes', 'episodes'], async (tx) => {
    const titles: FoundName[] = [];
    const notes: FoundNote[] = [];
    for (const result of results) {
      const [videoId = '', ...rest] = String(result.id).split(' ');
      const isNote = rest.length > 0;
      if ((isNote ? notes : titles).length >= request.limit) continue;
      const episode = await tx.get('episodes', videoId);
      if (!episode || !passesFilters(asEntry(episode), query)) continue;
      const note = isNote ? await tx.get('notes', [videoId, rest.join(' ')]) : undefined;
      if (note) notes.push({ episode, note, marks: marksOf(note.text, result) });
      else if (!isNote) titles.push({ episode, titleMarks: marksOf(episode.title, result) });
    }
    return { titles, notes };
  });
}

/** As typed first; one slip in four letters only when nothing is so. */
function matching(names: Names, { phrases }: LibraryQuery, typed: string): MiniResult[] {
  const unfinished = phrases.at(-1)?.unfinished ?? false;
  const options = {
    boost: { title: 3, speakers: 2, note: 2 },
    combineWith: 'AND' as const,
    prefix: (_term: string, index: number, terms: readonly string[]) => unfinished && index === terms.length - 1,
  };
  const exact = names.search(typed, options);
  if (exact.length > 0) return exact;
  return names.search(typed, { ...options, fuzzy: (term) => (term.length > 3 ? 0.25 : false) });
}

function marksOf(text: string, { terms }: MiniResult): SnippetMark[] {
  const wanted = new Set(terms);
  const { tokens, terms: own, first, places } = termsOf(text);
  const marks: SnippetMark[] = [];
  own.forEach((term, index) => {
    if (!wanted.has(term)) return;
    for (let at = first[index] ?? 0; at < (first[index + 1] ?? 0); at++) {
      const place = places[at] ?? 0;
      marks.push({ from: tokens.start[place] ?? 0, to: tokens.end[place] ?? 0 });
    }
  });
  return marks.sort((a, b) => a.from - b.from);
}

function asEntry({ videoId, title, channel, transcripts, addedAt }: EpisodeRecord) {
  return { videoId, title, channel, addedAt, speakers: transcripts.flatMap(({ speakers }) => speakers) };
}
