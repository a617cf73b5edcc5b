/** Answers the calls about notes in the background: pages are read, looked for in the episode and kept here, never in a page. */
import { decodeBytes } from '../../formats/decode';
import { changeNotes, readNotes } from '../../library/shelf/notes';
import type { NoteRecord, ShelfStores } from '../../library/shelf/records';
import { readEpisode, type Shelf } from '../../library/shelf/shelf';
import { anchorOf } from '../../notes/anchors';
import { notesToMarkdown } from '../../notes/export-notes';
import type { KeptPage } from '../../notes/kept-page';
import { locateSummary } from '../../notes/machine-summary';
import { ownRecord, pageIdFrom, pageIdOf, pageRecords, readKeptNotes } from '../../notes/note-records';
import { type NotesState, sureTime, viewNotes } from '../../notes/notes-state';
import { outlineOf } from '../../notes/outline';
import { changeText, keepMoment, keepWords, type OwnNote } from '../../notes/own-notes';
import { parseNotes } from '../../notes/parse-notes';
import type { LibraryErrorCode } from '../../ports';
import type { CallAnswer, CallArgs } from '../../protocol/background-calls';
import type { AbsentTranscripts, NotesWanted, WordsOf } from '../../protocol/notes-calls';
import { fail, ok, type Result } from '../../protocol/result';
import { buildTranscript } from '../../transcript/build-transcript';
import { contentHash } from '../../transcript/content-hash';
import { type Transcript, wordCount } from '../../transcript/types';
import type { EpisodeId } from '../../transcript/units';
import { Uploads } from '../messaging/parts';
import type { Condition } from './choose-shelf';
import type { createImportHost } from './import-host';
import type { createLibraryHost } from './library-host';
import { NotesMemory } from './notes-memory';

export interface NotesHostOptions<Stores extends ShelfStores> {
  readonly library: Pick<ReturnType<typeof createLibraryHost<Stores>>, 'onShelf'>;
  /** Also finds transcripts that are only lent. */
  readonly imports: Pick<ReturnType<typeof createImportHost<Stores>>, 'find'>;
}

type Answer<T> = Result<T, LibraryErrorCode>;

/** Notes of one page that are kept, as many as a backup can hold of a video beside the reader's own. */
const MOST_NOTES = 800;

export function createNotesHost<Stores extends ShelfStores>({ library, imports }: NotesHostOptions<Stores>) {
  const { onShelf } = library;
  const uploads = new Uploads();
  const memory = new NotesMemory();

  /** Kept only as long as the browser runs: the reader has to know. */
  async function change(
    shelf: Shelf<Stores>,
    condition: Condition,
    meta: CallArgs<'keepOwnNote'>['meta'],
    changes: { readonly put?: readonly NoteRecord[]; readonly remove?: readonly string[] },
  ): Promise<Answer<null>> {
    await changeNotes(shelf, meta, { put: changes.put ?? [], remove: changes.remove ?? [] });
    return condition === 'memory' ? fail('storage-broken', 'kept in memory') : ok(null);
  }

  async function findAll(
    videoId: EpisodeId,
    ids: readonly string[],
    isPrivate: boolean,
  ): Promise<AbsentTranscripts | { readonly state: 'found'; readonly transcripts: readonly Transcript[] }> {
    const found = await Promise.all(ids.map((id) => imports.find(videoId, id, isPrivate)));
    const absent = ids.filter((_, index) => !found[index]);
    if (absent.length > 0) return { state: 'absent', ids: absent };
    return { state: 'found', transcripts: found.filter((each) => each !== null) };
  }

  /** Looks for every note of the video, and writes down what has become sure, for the library's search. */
  async function view(
    videoId: EpisodeId,
    { shown, transcripts: ids }: NotesWanted,
    isPrivate: boolean,
  ): Promise<Answer<AbsentTranscripts | { readonly state: 'viewed'; readonly notes: NotesState }>> {
    const records = await onShelf(isPrivate, async (shelf) => ok(await readNotes(shelf, videoId)));
    if (!records.ok) return records;
    const kept = readKeptNotes(records.value);
    const wanted = records.value.length === 0 ? [] : [...new Set([...(shown === null ? [] : [shown]), ...ids])];
    const found = await findAll(videoId, wanted, isPrivate);
    if (found.state === 'absent') return ok(found);
    const { transcripts } = found;
    const best = ids.flatMap((id) => transcripts.find((each) => each.id === id) ?? []);
    const here = memory.shown(transcripts.find(({ id }) => id === shown) ?? wordless(videoId), transcripts);
    const notes = viewNotes(kept, (page) => memory.locate(page, best), here);
    if (transcripts.length > 0) await noteTimes(videoId, records.value, notes, isPrivate);
    return ok({ state: 'viewed', notes });
  }

  async function noteTimes(
    videoId: EpisodeId,
    records: readonly NoteRecord[],
    { notes }: NotesState,
    isPrivate: boolean,
  ): Promise<void> {
    const times = new Map(notes.map((note) => [note.id, sureTime(note)]));
    const put = records.flatMap((record) => {
      const time = times.get(record.id);
      return time === undefined || isSameTime(time, record.time) ? [] : [{ ...record, time }];
    });
    if (put.length === 0) return;
    // A note without its time in the search is still a note: failing here is no failure of what was asked.
    await onShelf(isPrivate, async (shelf) => {
      const facts = await readEpisode(shelf, videoId);
      if (facts) await changeNotes(shelf, facts, { put, remove: [] });
      return ok(null);
    });
  }

  function understand(args: CallArgs<'keepNotesPage'>, bytes: Uint8Array): KeptPage {
    const { text } = decodeBytes(bytes, TextDecoder);
    const { items } = parseNotes(text);
    const title = items.find(({ kind }) => kind === 'title')?.text ?? '';
    return {
      id: pageIdFrom(contentHash(text, [])),
      videoId: args.meta.videoId,
      title: title || (args.fileName ?? ''),
      url: args.url,
      addedAt: args.addedAt,
      items: items.slice(0, MOST_NOTES),
      pins: [],
    };
  }

  return {
    viewNotes: ({ videoId, ...wanted }: CallArgs<'viewNotes'>, isPrivate: boolean): Promise<CallAnswer<'viewNotes'>> =>
      view(videoId, wanted, isPrivate),

    async keepNotesPage(args: CallArgs<'keepNotesPage'>, isPrivate: boolean): Promise<CallAnswer<'keepNotesPage'>> {
      const { meta } = args;
      const bytes = uploads.add(`${meta.videoId} ${args.upload}`, args.part);
      if (!bytes) return fail('refused', 'not base64');
      if (!(bytes instanceof Uint8Array)) return ok({ state: 'more', missing: bytes });
      const page = understand(args, bytes);
      const records = pageRecords(page);
      if (records.length === 0) return ok({ state: 'empty' });
      return onShelf(isPrivate, async (shelf, condition) => {
        const known = await readNotes(shelf, meta.videoId);
        // The same page once more: where the reader put its notes is what holds.
        const isKnown = known.some(({ id }) => pageIdOf(id) === page.id);
        const kept = isKnown ? ok(null) : await change(shelf, condition, meta, { put: records });
        return kept.ok ? ok({ state: 'kept', page: page.id, notes: records.length }) : kept;
      });
    },

    async pinNote({ videoId, id, pin }: CallArgs<'pinNote'>, isPrivate: boolean): Promise<CallAnswer<'pinNote'>> {
      const words = pin.to === 'words' ? pin.words : null;
      const found = await findAll(videoId, words ? [words.transcript] : [], isPrivate);
      if (found.state === 'absent') return ok(found);
      return onShelf(isPrivate, async (shelf, condition): Promise<CallAnswer<'pinNote'>> => {
        const facts = await readEpisode(shelf, videoId);
        const { pages } = readKeptNotes(await readNotes(shelf, videoId));
        const page = pages.find((each) => each.id === pageIdOf(id));
        const item = Number(id.split(':')[1]);
        if (!facts || !page?.items[item]) return ok({ state: 'done', found: false });
        const anchor = words && anchorIn(found.transcripts[0], words);
        if (words && !anchor) return fail('refused', 'no such words');
        const others = page.pins.filter((each) => each.item !== item);
        const pins = pin.to === 'found' ? others : [...others, { item, anchor }];
        const put = pageRecords({ ...page, pins }).filter((record) => record.id === id);
        const changed = await change(shelf, condition, facts, { put });
        return changed.ok ? ok({ state: 'done', found: true }) : changed;
      });
    },

    async keepOwnNote({ meta, note }: CallArgs<'keepOwnNote'>, isPrivate: boolean): Promise<CallAnswer<'keepOwnNote'>> {
      const { words } = note;
      const found = await findAll(meta.videoId, words ? [words.transcript] : [], isPrivate);
      if (found.state === 'absent') return ok(found);
      const made = makeOwn(meta.videoId, note, found.transcripts[0]);
      if (!made) return fail('refused', 'no such words');
      return onShelf(isPrivate, async (shelf, condition) => {
        const kept = await change(shelf, condition, meta, { put: [ownRecord(made)] });
        return kept.ok ? ok({ state: 'kept' }) : kept;
      });
    },

    changeOwnNote: (
      { videoId, id, text, changedAt }: CallArgs<'changeOwnNote'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'changeOwnNote'>> =>
      onShelf(isPrivate, async (shelf, condition) => {
        const facts = await readEpisode(shelf, videoId);
        const note = readKeptNotes(await readNotes(shelf, videoId)).own.find((each) => each.id === id);
        if (!facts || !note) return ok(false);
        const changed = await change(shelf, condition, facts, { put: [ownRecord(changeText(note, text, changedAt))] });
        return changed.ok ? ok(true) : changed;
      }),

    removeNote: ({ meta, id }: CallArgs<'removeNote'>, isPrivate: boolean): Promise<CallAnswer<'removeNote'>> =>
      onShelf(isPrivate, async (shelf, condition) => {
        const records = await readNotes(shelf, meta.videoId);
        const leaving = records.filter((record) => record.id === id || pageIdOf(record.id) === id);
        const remove = leaving.map((record) => record.id);
        const changed = await change(shelf, condition, meta, { remove });
        return changed.ok ? ok(leaving) : changed;
      }),

    async outlineOf(
      { videoId, transcript, chapters }: CallArgs<'outlineOf'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'outlineOf'>> {
      const found = await findAll(videoId, [transcript], isPrivate);
      if (found.state === 'absent') return ok(found);
      return ok({ state: 'made', outline: outlineOf(found.transcripts[0] ?? wordless(videoId), chapters) });
    },

    async locateSummary(
      { videoId, transcript, text }: CallArgs<'locateSummary'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'locateSummary'>> {
      const found = await findAll(videoId, [transcript], isPrivate);
      if (found.state === 'absent') return ok(found);
      const sentences = locateSummary(text, found.transcripts[0] ?? wordless(videoId));
      return ok({ state: 'located', sentences });
    },

    async writeNotes(
      { meta, ...wanted }: CallArgs<'writeNotes'>,
      isPrivate: boolean,
    ): Promise<CallAnswer<'writeNotes'>> {
      const viewed = await view(meta.videoId, wanted, isPrivate);
      if (!viewed.ok) return viewed;
      if (viewed.value.state === 'absent') return ok(viewed.value);
      return ok({ state: 'written', markdown: notesToMarkdown({ ...meta, notes: viewed.value.notes.notes }) });
    },
  };
}

/** Each transcript has its own milliseconds; a search needs seconds. */
function isSameTime(one: number | null, other: number | null): boolean {
  return one === other || (one !== null && other !== null && Math.abs(one - other) < 1000);
}

function anchorIn(transcript: Transcript | undefined, { first, end }: WordsOf): KeptPage['pins'][number]['anchor'] {
  if (!transcript || first >= wordCount(transcript)) return null;
  return anchorOf(transcript, { first, end: Math.min(end, wordCount(transcript)) });
}

function makeOwn(
  videoId: EpisodeId,
  { id, kind, words, time, text, createdAt }: CallArgs<'keepOwnNote'>['note'],
  transcript: Transcript | undefined,
): OwnNote | null {
  const making = { id, now: createdAt };
  if (!words) return { ...keepMoment(videoId, time, text, making), kind: text === '' ? 'bookmark' : 'note' };
  if (!transcript || words.first >= wordCount(transcript)) return null;
  const range = { first: words.first, end: Math.min(words.end, wordCount(transcript)) };
  const note = keepWords(transcript, range, text, making);
  return kind === 'bookmark' && text === '' ? { ...note, kind, time } : note;
}

/** Stands for the words of a video that has none. */
function wordless(videoId: EpisodeId): Transcript {
  const origin = { kind: 'captions', vssId: '', automatic: true, via: 'page' } as const;
  return buildTranscript({ videoId, origin, source: { language: null, timing: 'none', cues: [] } });
}
