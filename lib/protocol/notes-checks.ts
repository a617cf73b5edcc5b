/** What the background lets in of the calls about notes. */
import * as v from 'valibot';
import type { SharedChecks } from './import-checks';
import { LONGEST_SUMMARY, LONGEST_THOUGHT, type NotesCalls } from './notes-calls';

export const NOTES_CALLS: readonly (keyof NotesCalls)[] = [
  'viewNotes',
  'keepNotesPage',
  'pinNote',
  'keepOwnNote',
  'changeOwnNote',
  'removeNote',
  'outlineOf',
  'locateSummary',
  'writeNotes',
];

type Time = Parameters<NotesCalls['keepOwnNote']>[0]['note']['time'];
type Chapters = Parameters<NotesCalls['outlineOf']>[0]['chapters'];

interface NotesChecks extends Omit<SharedChecks, 'episodeId' | 'episodeMeta'> {
  readonly time: v.GenericSchema<unknown, Time>;
  readonly chapters: v.GenericSchema<unknown, Chapters>;
}

/** Transcripts in which notes are looked for at once: more would only cost time. */
const MOST_TRANSCRIPTS = 8;

export function notesSchemas({ videoId, meta, id, index, part, time, chapters }: NotesChecks) {
  const moment = v.pipe(v.number(), v.integer(), v.minValue(0));
  const words = v.pipe(
    v.object({ transcript: id, first: index, end: index }),
    v.check(({ first, end }) => first < end),
  );
  const wanted = { shown: v.nullable(id), transcripts: v.pipe(v.array(id), v.maxLength(MOST_TRANSCRIPTS)) };
  const thought = v.pipe(v.string(), v.maxLength(LONGEST_THOUGHT));
  const name = v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, 200)),
  );
  const url = v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\//));
  return {
    viewNotes: v.object({ videoId, ...wanted }),
    keepNotesPage: v.object({
      meta,
      upload: v.pipe(v.string(), v.maxLength(100)),
      part,
      fileName: v.nullable(name),
      url: v.nullable(url),
      addedAt: moment,
    }),
    pinNote: v.object({
      videoId,
      id,
      pin: v.variant('to', [
        v.object({ to: v.literal('words'), words }),
        v.object({ to: v.picklist(['nowhere', 'found']) }),
      ]),
    }),
    keepOwnNote: v.object({
      meta,
      note: v.object({
        id,
        kind: v.picklist(['highlight', 'note', 'bookmark']),
        words: v.nullable(words),
        time,
        text: thought,
        createdAt: moment,
      }),
    }),
    changeOwnNote: v.object({ videoId, id, text: thought, changedAt: moment }),
    removeNote: v.object({ meta, id }),
    outlineOf: v.object({ videoId, transcript: id, chapters }),
    locateSummary: v.object({ videoId, transcript: id, text: v.pipe(v.string(), v.maxLength(LONGEST_SUMMARY)) }),
    writeNotes: v.object({ meta, ...wanted }),
  };
}
