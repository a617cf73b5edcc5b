/** The part of a packed transcript that is not columns. Read from bytes that may be damaged or hostile. */
import type { AlignmentReport, Chapter, Hole, Origin, Pin, Speaker, Timing, Transcript } from './types';
import { isEpisodeId, MAX_TIME, type Milliseconds } from './units';

export type TranscriptHeader = Pick<
  Transcript,
  'id' | 'videoId' | 'language' | 'origin' | 'timing' | 'speakers' | 'chapters' | 'alignment'
>;

export function headerOf(transcript: Transcript): TranscriptHeader {
  const { id, videoId, language, origin, timing, speakers, chapters, alignment } = transcript;
  return { id, videoId, language, origin, timing, speakers, chapters, ...(alignment ? { alignment } : {}) };
}

/** Null for anything that is not a header. Unknown fields are dropped. */
export function readHeader(json: string): TranscriptHeader | null {
  const value = record(parse(json));
  if (!value) return null;
  const { id, videoId, language, timing } = value;
  const origin = readOrigin(value.origin);
  const speakers = list(value.speakers, readSpeaker);
  const chapters = list(value.chapters, readChapter);
  const alignment = value.alignment === undefined ? undefined : readAlignment(value.alignment);
  if (!isText(id) || !isEpisodeId(videoId) || !isText(language) || !isTiming(timing)) return null;
  if (!origin || !speakers || !chapters || alignment === null) return null;
  return { id, videoId, language, origin, timing, speakers, chapters, ...(alignment ? { alignment } : {}) };
}

const TIMINGS: readonly unknown[] = ['word', 'cue', 'second', 'turn', 'none'] satisfies Timing[];
const ROUTES: readonly unknown[] = ['timedtext', 'panel', 'page'];
const VERDICTS: readonly unknown[] = ['good', 'partial', 'refused'];

function readOrigin(value: unknown): Origin | null {
  const origin = record(value);
  if (!origin) return null;
  const { kind, vssId, automatic, via, translatedTo, human, timed } = origin;
  if (kind === 'captions') {
    if (!isString(vssId) || typeof automatic !== 'boolean' || !isRoute(via)) return null;
    if (translatedTo !== undefined && !isString(translatedTo)) return null;
    return { kind, vssId, automatic, via, ...(translatedTo === undefined ? {} : { translatedTo }) };
  }
  if (kind === 'import') return readImport(origin);
  if (kind === 'merge' && isString(human) && isString(timed)) return { kind, human, timed };
  return null;
}

function readImport(origin: Record<string, unknown>): Origin | null {
  const { shape, fileName, importedAt, shift, unmerged } = origin;
  if (!isString(shape) || !isWhole(importedAt)) return null;
  if (fileName !== undefined && !isString(fileName)) return null;
  if (shift !== undefined && !Number.isSafeInteger(shift)) return null;
  const pins = origin.pins === undefined ? undefined : list(origin.pins, readPin);
  if (pins === null) return null;
  return {
    kind: 'import',
    shape,
    importedAt,
    ...(fileName === undefined ? {} : { fileName }),
    ...(shift === undefined ? {} : { shift: shift as number }),
    ...(pins === undefined ? {} : { pins }),
    ...(unmerged === true ? { unmerged } : {}),
  };
}

function readPin(value: unknown): Pin | null {
  const pin = record(value);
  if (!pin || !isWhole(pin.word) || !isTime(pin.time)) return null;
  return { word: pin.word, time: pin.time };
}

function readSpeaker(value: unknown): Speaker | null {
  const speaker = record(value);
  if (!speaker || !isString(speaker.label) || !isString(speaker.name)) return null;
  return { label: speaker.label, name: speaker.name };
}

/** Also used for chapters that come in messages. */
export function readChapter(value: unknown): Chapter | null {
  const chapter = record(value);
  if (!chapter || !isTime(chapter.start) || !isString(chapter.title)) return null;
  return { start: chapter.start, title: chapter.title };
}

function readAlignment(value: unknown): AlignmentReport | null {
  const report = record(value);
  if (!report) return null;
  const { verdict, matched } = report;
  const holes = list(report.holes, readHole);
  if (!isVerdict(verdict) || typeof matched !== 'number' || !(matched >= 0 && matched <= 1) || !holes) return null;
  return { verdict, matched, holes };
}

function readHole(value: unknown): Hole | null {
  const hole = record(value);
  if (!hole) return null;
  const { kind, start, end, firstWord, words, shown } = hole;
  if ((kind !== 'text' && kind !== 'video') || !isTime(start) || !isTime(end)) return null;
  if (!isWhole(firstWord) || !isWhole(words)) return null;
  return { kind, start, end, firstWord, words, ...(shown === true ? { shown } : {}) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** A copy without a prototype: keys such as `__proto__` are only ever data. */
function record(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.assign(Object.create(null) as Record<string, unknown>, value);
}

function list<T>(value: unknown, read: (item: unknown) => T | null): T[] | null {
  if (!Array.isArray(value)) return null;
  const items: T[] = [];
  for (const item of value) {
    const good = read(item);
    if (good === null) return null;
    items.push(good);
  }
  return items;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTime(value: unknown): value is Milliseconds {
  return isWhole(value) && value <= MAX_TIME;
}

function isTiming(value: unknown): value is Timing {
  return TIMINGS.includes(value);
}

function isRoute(value: unknown): value is 'timedtext' | 'panel' | 'page' {
  return ROUTES.includes(value);
}

function isVerdict(value: unknown): value is AlignmentReport['verdict'] {
  return VERDICTS.includes(value);
}
