/** What the background lets in of the calls about imports. */
import * as v from 'valibot';
import type { ImportCalls } from './import-calls';

/** Checks that both files of checks need. */
export interface SharedChecks {
  readonly videoId: v.GenericSchema<unknown, Parameters<ImportCalls['compareMerge']>[0]['videoId']>;
  /** Also of a transcript that waits for its video. */
  readonly episodeId: v.GenericSchema<unknown, Parameters<ImportCalls['readImport']>[0]['videoId']>;
  readonly episodeMeta: v.GenericSchema<unknown, Parameters<ImportCalls['keepImport']>[0]['meta']>;
  readonly meta: v.GenericSchema<unknown, Parameters<ImportCalls['keepImport']>[0]['meta']>;
  readonly id: v.GenericSchema<unknown, string>;
  readonly index: v.GenericSchema<unknown, number>;
  readonly part: v.GenericSchema<unknown, Parameters<ImportCalls['lendTranscript']>[0]['part']>;
}

export const IMPORT_CALLS: readonly (keyof ImportCalls)[] = [
  'readImport',
  'keepImport',
  'mergeImport',
  'lendTranscript',
  'reviseTranscript',
  'compareMerge',
  'restoreTranscript',
];

const LONGEST_NAME = 200;
const MOST_NAMES = 2000;
const MOST_PINS = 5000;
const DAY = 86_400_000;

export function importSchemas({ videoId, episodeId, meta, episodeMeta, id, index, part }: SharedChecks) {
  const short = v.pipe(v.string(), v.maxLength(100));
  const cut = v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, LONGEST_NAME)),
  );
  const names = v.pipe(v.array(v.tuple([v.pipe(v.string(), v.maxLength(2000)), cut])), v.maxLength(MOST_NAMES));
  const tag = v.pipe(v.string(), v.maxLength(35), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/));
  /** Four days to either side: more than any video is long. */
  const shift = v.pipe(v.number(), v.integer(), v.minValue(-4 * DAY), v.maxValue(4 * DAY));
  const time = v.pipe(v.number(), v.integer(), v.minValue(0));
  const choices = v.object({
    shape: v.exactOptional(short),
    encoding: v.exactOptional(short),
    language: v.exactOptional(tag),
    shift: v.exactOptional(shift),
    names: v.exactOptional(names),
  });
  const upload = { upload: short, part, fileName: v.nullable(cut), choices };
  const pins = v.pipe(v.array(v.object({ word: index, time })), v.maxLength(MOST_PINS));
  return {
    readImport: v.object({ ...upload, videoId: episodeId, duration: v.nullable(time) }),
    keepImport: v.object({ ...upload, meta: episodeMeta, importedAt: time }),
    mergeImport: v.object({ meta, human: id, timed: id }),
    lendTranscript: v.object({ videoId, id, part }),
    reviseTranscript: v.object({
      videoId,
      id,
      revision: v.variant('kind', [
        v.object({ kind: v.literal('names'), names }),
        v.object({ kind: v.literal('shift'), shift }),
        v.object({ kind: v.literal('pins'), pins }),
        v.object({ kind: v.literal('language'), language: tag }),
        v.object({ kind: v.literal('merging'), wanted: v.boolean() }),
      ]),
    }),
    compareMerge: v.object({ videoId, merged: id, timed: id, from: index }),
    restoreTranscript: v.object({ videoId, id }),
  };
}
