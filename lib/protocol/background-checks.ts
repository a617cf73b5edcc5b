/** What the background lets in. Only the background loads this file: content scripts stay small. */
import * as v from 'valibot';
import {
  type EpisodeId,
  isEpisodeId,
  isOwnId,
  isVideoId,
  MAX_TIME,
  type Milliseconds,
  type OwnId,
  type VideoId,
} from '../transcript/units';
import { type BackgroundCall, type CallArgs, PART_BYTES } from './background-calls';
import type { ImportCalls } from './import-calls';
import { IMPORT_CALLS, importSchemas } from './import-checks';
import type { NotesCalls } from './notes-calls';
import { NOTES_CALLS, notesSchemas } from './notes-checks';

/** Calls that a content script may make: nothing that deletes more than one transcript, or hands out the library. */
export const PAGE_CALLS: ReadonlySet<BackgroundCall> = new Set<BackgroundCall>([
  'openEpisode',
  'readTranscriptPart',
  'saveTranscriptPart',
  'removeTranscript',
  'saveChoice',
  'savePlace',
  'openOptions',
  'openLibrary',
  'takeArrival',
  'readNotes',
  'changeNotes',
  ...IMPORT_CALLS,
  ...NOTES_CALLS,
]);

/** 200 parts hold some 120 MB, twice the largest transcript that can be imported. */
const MOST_PARTS = 200;
const MOST_CHAPTERS = 2000;
const LONGEST_TITLE = 1000;
const LONGEST_ID = 500;
const LONGEST_QUERY = 2000;
const LONGEST_NOTE = 50_000;
const MOST_NOTES = 1000;
const MOST_EPISODES = 20_000;

const videoId = v.custom<VideoId>(isVideoId);
/** Of a video, or of a transcript that waits for one: where nothing is asked of YouTube. */
const episodeId = v.custom<EpisodeId>(isEpisodeId);
const time = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(MAX_TIME),
  v.transform((value) => value as Milliseconds),
);
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID));
/** Foreign titles are cut, not refused: a long one must not cost the reader the transcript. */
const title = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, LONGEST_TITLE)),
);
const query = v.pipe(v.string(), v.maxLength(LONGEST_QUERY));

const chapters = v.pipe(v.array(v.object({ start: time, title })), v.maxLength(MOST_CHAPTERS));

const facts = { title, channel: title, duration: v.nullable(time), chapters };
const meta = v.object({ videoId, ...facts });
const episodeMeta = v.object({ videoId: episodeId, ...facts });

const part = v.pipe(
  v.object({
    index,
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PARTS)),
    data: v.pipe(v.string(), v.maxLength(Math.ceil(PART_BYTES / 3) * 4)),
  }),
  v.check((value) => value.index < value.count),
);

const place = v.object({ transcriptId: id, word: index, time: v.nullable(time), following: v.boolean() });
const nothing = v.object({});
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const page = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));
/** Milliseconds since 1970; may have come from another computer's clock, so only its shape is checked. */
const moment = v.pipe(v.number(), v.integer(), v.minValue(0));
const videoIds = v.pipe(v.array(episodeId), v.maxLength(MOST_EPISODES));
const notes = v.pipe(
  v.array(
    v.object({
      id,
      videoId,
      text: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
      time: v.nullable(time),
      body: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
      savedAt: moment,
    }),
  ),
  v.maxLength(MOST_NOTES),
);

type Schemas<Names extends BackgroundCall> = { readonly [Name in Names]: v.GenericSchema<unknown, CallArgs<Name>> };
type LaterCall = keyof ImportCalls | keyof NotesCalls;

/** Of what the later part of the background does: not worth a millisecond of each start. */
let laterSchemas: Schemas<LaterCall> | undefined;

function makeLaterSchemas(): Schemas<LaterCall> {
  return {
    ...importSchemas({ videoId, episodeId, meta, episodeMeta, id, index, part }),
    ...notesSchemas({ videoId, meta, id, index, part, time, chapters }),
  };
}

const SCHEMAS: Schemas<Exclude<BackgroundCall, LaterCall>> = {
  openEpisode: v.object({ videoId: episodeId }),
  readTranscriptPart: v.object({ videoId: episodeId, id, index }),
  saveTranscriptPart: v.object({ meta, id, part }),
  removeTranscript: v.object({ videoId, id }),
  saveChoice: v.object({
    videoId,
    chosen: v.exactOptional(v.nullable(id)),
    chosenTrack: v.exactOptional(v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_ID)))),
  }),
  savePlace: v.object({ videoId, place }),
  openOptions: nothing,
  openLibrary: v.object({ query: v.exactOptional(query) }),
  takeArrival: v.object({ videoId }),
  readNotes: v.object({ videoId: episodeId }),
  changeNotes: v.object({ meta, put: notes, remove: v.pipe(v.array(id), v.maxLength(MOST_NOTES)) }),
  search: v.object({
    query,
    order: v.picklist(['best', 'newest', 'oldest']),
    offset: count,
    limit: page,
    places: page,
    only: v.exactOptional(episodeId),
  }),
  searchNames: v.object({ query, limit: page }),
  listEpisodes: v.object({
    sort: v.picklist(['read', 'added', 'title', 'channel', 'length']),
    channel: v.nullable(v.string()),
    offset: count,
    limit: page,
  }),
  listNames: nothing,
  libraryState: nothing,
  deleteEpisodes: v.object({ videoIds }),
  undoDelete: v.object({ trash: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.maxLength(MOST_EPISODES)) }),
  forget: v.object({ videoIds: v.nullable(videoIds) }),
  attachTranscript: v.object({ from: v.custom<OwnId>(isOwnId), videoId }),
  makeRoom: v.object({ bytes: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  openPlace: v.object({
    videoId,
    arrival: v.object({ transcriptId: v.nullable(id), time, query: v.nullable(query) }),
  }),
  readRecords: v.object({ after: v.nullable(episodeId), limit: page }),
  restoreEpisode: v.object({
    // From files of every age: what came into them later has a default.
    record: v.object({
      videoId: episodeId,
      title,
      channel: v.optional(title, ''),
      duration: v.optional(v.nullable(time), null),
      chapters: v.optional(chapters, []),
      chosen: v.optional(v.nullable(id), null),
      chosenTrack: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_ID))), null),
      place: v.optional(v.nullable(place), null),
      addedAt: v.optional(moment, 0),
      lastReadAt: v.optional(moment, 0),
    }),
    notes,
  }),
  restoreTranscriptPart: v.object({ videoId: episodeId, id, savedAt: moment, part }),
};

/** Those of the calls that are there at once or come later, with `name` among them. */
function schemasWith(name: BackgroundCall): Schemas<BackgroundCall> {
  laterSchemas ??= name in SCHEMAS ? undefined : makeLaterSchemas();
  return (name in SCHEMAS ? SCHEMAS : laterSchemas) as Schemas<BackgroundCall>;
}

/** The arguments as the call declares them, without anything that it does not; null when they do not fit. */
export function checkArgs<Name extends BackgroundCall>(name: Name, args: unknown): CallArgs<Name> | null {
  const checked = v.safeParse(schemasWith(name)[name], args);
  return checked.success ? checked.output : null;
}
