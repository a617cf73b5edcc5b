/** Reads the real pairs that lie beside the repository; all of it is optional. */
import { existsSync, readFileSync } from 'node:fs';
import { parseAny, parseAs } from '@/lib/formats/index';
import { buildTranscript } from '@/lib/transcript/build-transcript';
import type { SourceCue, TranscriptSource } from '@/lib/transcript/source';
import type { Transcript } from '@/lib/transcript/types';
import type { VideoId } from '@/lib/transcript/units';

export const DATA = new URL('../../../shared/data/', import.meta.url).pathname;

export function hasData(): boolean {
  return existsSync(`${DATA}pairs`);
}

export function readData(path: string): string {
  return readFileSync(`${DATA}${path}`, 'utf8');
}

export function build(source: TranscriptSource): Transcript {
  return buildTranscript({
    videoId: 'aaaaaaaaaaa' as VideoId,
    origin: { kind: 'import', shape: 'test', importedAt: 0 },
    source,
  });
}

/** A file of any kind met in the pairs, told by its name. */
export function loadTranscript(path: string, shape?: string): Transcript {
  const text = readData(path);
  if (path.endsWith('.nlp')) return build(readNlp(text));
  if (path.endsWith('.ctm')) return build(readCtm(text));
  if (path.endsWith('timings.json')) return build(readTimings(text));
  const reading = shape === undefined ? parseAny(text) : parseAs(text, shape);
  if (!reading.ok) throw new Error(`${path}: ${reading.error.message}`);
  return build(reading.parsed);
}

function oneCue(words: SourceCue['words'] & {}, isTimed: boolean): TranscriptSource {
  const start = words.find((word) => word.start !== null)?.start ?? null;
  const end = Math.max(...words.map((word) => word.end ?? word.start ?? 0));
  const cue = { start, end: isTimed ? end : null, text: words.map((word) => word.text).join(''), words };
  return { language: 'en', timing: isTimed ? 'word' : 'none', cues: [isTimed ? cue : { ...cue, words: [] }] };
}

/** One word a line: `token|speaker|ts|endTs|punctuation|…`, the columns named in the first line. */
function readNlp(text: string): TranscriptSource {
  const [head = '', ...rows] = text.split('\n').filter((line) => line !== '');
  const column = new Map(head.split('|').map((name, index) => [name, index] as const));
  const field = (row: string[], name: string) => row[column.get(name) ?? -1] ?? '';
  const time = (value: string) => (value === '' ? null : Math.round(Number(value) * 1000));
  const words = rows.map((line) => {
    const row = line.split('|');
    const before = field(row, 'prepunctuation').trim();
    const said = `${before}${field(row, 'token').replaceAll(' ', '_')}${field(row, 'punctuation')}`;
    return { text: ` ${said}`, start: time(field(row, 'ts')), end: time(field(row, 'endTs')) };
  });
  return oneCue(words, words.some((word) => word.start !== null));
}

/** One word a line: `file channel start duration word confidence`. */
function readCtm(text: string): TranscriptSource {
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith(';;'));
  const words = rows.map((line) => {
    const [, , start = '', length = '', word = ''] = line.split(/\s+/);
    return { text: ` ${word}`, start: Number(start) * 1000, end: (Number(start) + Number(length)) * 1000 };
  });
  return oneCue(words, true);
}

function readTimings(text: string): TranscriptSource {
  const rows = JSON.parse(text) as [string, number, number][];
  return oneCue(rows.map(([word, start, end]) => ({ text: word, start: start * 1000, end: end * 1000 })), true);
}
