/** whisper.cpp's JSON: `transcription` with offsets in milliseconds; tokens with times in the full form. */
import type { SourceCue } from '../transcript/source';
import { at, confidenceOf, type Fields, field, languageOf, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { clockTime, recognised } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromText, type SpokenWord } from './spoken-words';
import { timeFromMilliseconds } from './times';

export const whisperCpp = jsonShape({ id: 'whisper-cpp', name: 'whisper.cpp', guess, read });

function segmentsOf(value: unknown): readonly Fields[] | null {
  const segments = field(value, 'transcription');
  if (!Array.isArray(segments)) return null;
  const [first] = records(segments);
  return first === undefined || 'offsets' in first || 'timestamps' in first ? records(segments) : null;
}

function guess(value: unknown): Guess | null {
  const segments = segmentsOf(value);
  return segments === null ? null : { confidence: 0.97, evidence: `${segments.length} segments of whisper.cpp` };
}

function read(value: unknown): Parsed | null {
  const segments = segmentsOf(value);
  if (segments === null) return null;
  const language = languageOf(at(value, 'result', 'language')) ?? languageOf(at(value, 'params', 'language'));
  return recognised(segments.map(segmentCue), language);
}

function segmentCue(segment: Fields): SourceCue | null {
  const head = { start: timeOf(segment, 'from'), end: timeOf(segment, 'to'), speaker: speakerOf(segment.speaker) };
  return cueFromText(stringOf(segment.text) ?? '', wordsOf(segment.tokens), head);
}

function timeOf(segment: Fields, edge: 'from' | 'to'): number | null {
  return timeFromMilliseconds(at(segment, 'offsets', edge)) ?? clockTime(at(segment, 'timestamps', edge));
}

/** Tokens are parts of words; a word begins at the token that brings its space. Marks like `[_BEG_]` are no words. */
function wordsOf(value: unknown): SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const token of records(value)) {
    const text = stringOf(token.text) ?? '';
    if (text === '' || text.startsWith('[_')) continue;
    const before = words.at(-1);
    const end = timeOf(token, 'to');
    if (before && !text.startsWith(' ')) words[words.length - 1] = { ...before, text: before.text + text, end };
    else words.push({ text, start: timeOf(token, 'from'), end, confidence: confidenceOf(token.p) });
  }
  return words;
}
