/** Google Speech-to-Text, v1 to v2: results with alternatives; times as `"1.500s"` or seconds and nanos. */
import type { SourceCue } from '../transcript/source';
import { at, confidenceOf, type Fields, field, keyOf, languageOf, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { recognised } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromText, cuesFromWords, lastTime, type SpokenWord } from './spoken-words';
import { timeFromSeconds } from './times';

export const google = jsonShape({ id: 'google', name: 'Google Speech-to-Text', guess, read });

/** The answer itself, inside a finished operation, inside a batch of files, or in a bare list. */
function resultsOf(value: unknown): readonly Fields[] | null {
  const places = [
    field(value, 'results'),
    at(value, 'response', 'results'),
    at(value, 'result', 'results'),
    at(value, 0, 'results'),
    value,
    at(value, 'response', 'results', firstKey(at(value, 'response', 'results')), 'transcript', 'results'),
  ];
  for (const place of places) if (isResults(place)) return records(place);
  return null;
}

function firstKey(value: unknown): string {
  return typeof value === 'object' && value !== null ? (Object.keys(value)[0] ?? '') : '';
}

function isResults(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  const spoken = records(value).filter((result) => at(result, 'alternatives', 0) !== undefined);
  const first = spoken.find((result) => at(result, 'alternatives', 0, 'words', 0) !== undefined) ?? spoken[0];
  const alternative = at(first, 'alternatives', 0);
  const [word] = records(field(alternative, 'words'));
  if (word !== undefined)
    return (
      'word' in word &&
      ['startTime', 'startOffset', 'start_time', 'endTime', 'start_offset', 'endOffset'].some((name) => name in word)
    );
  return (
    typeof field(alternative, 'transcript') === 'string' &&
    first !== undefined &&
    ['resultEndTime', 'resultEndOffset', 'languageCode', 'channelTag', 'result_end_time', 'language_code'].some(
      (name) => name in first,
    )
  );
}

function guess(value: unknown): Guess | null {
  const results = resultsOf(value);
  return results === null ? null : { confidence: 0.95, evidence: `${results.length} results of Google Speech-to-Text` };
}

function read(value: unknown): Parsed | null {
  const results = resultsOf(value);
  if (results === null) return null;
  const language = languageOf(results[0]?.languageCode) ?? languageOf(results[0]?.language_code);
  const tagged = taggedResult(results);
  if (tagged !== null) return recognised(cuesFromWords(tagged), language);
  let reached: number | null = null;
  const cues = results.map((result) => {
    const cue = resultCue(result, reached);
    reached = cue?.end ?? reached;
    return cue;
  });
  return recognised(cues, language);
}

function resultCue(result: Fields, reached: number | null): SourceCue | null {
  const best = at(result, 'alternatives', 0);
  const words = wordsOf(best);
  const end = lastTime(words) ?? googleTime(result.resultEndTime ?? result.resultEndOffset ?? result.result_end_time);
  const head = { start: words.length === 0 && end !== null ? (reached ?? 0) : null, end };
  return cueFromText(stringOf(field(best, 'transcript')) ?? '', words, head);
}

/**
 * With speakers told apart, a last result repeats all words of the others, now with speakers: it alone is read then.
 * Null when speakers were not told apart, or each result has its own.
 */
function taggedResult(results: readonly Fields[]): SpokenWord[] | null {
  if (results.length < 2) return null;
  const last = wordsOf(at(results.at(-1), 'alternatives', 0));
  if (last.length === 0 || !last.some((word) => word.speaker !== null)) return null;
  const before = results.slice(0, -1);
  const words = before.reduce((sum, result) => sum + records(at(result, 'alternatives', 0, 'words')).length, 0);
  if (words === 0) {
    // Only the last has times at all: it repeats the others when it is about as long as they are.
    const spoken = before.map((result) => stringOf(at(result, 'alternatives', 0, 'transcript')) ?? '').join(' ');
    return last.length * 1.2 >= spoken.trim().split(/\s+/).length ? last : null;
  }
  const earliest = googleTime(at(before[0], 'alternatives', 0, 'words', 0, 'startTime')) ?? 0;
  return last.length >= words && (last[0]?.start ?? 0) <= earliest + 1000 ? last : null;
}

function wordsOf(alternative: unknown): SpokenWord[] {
  return records(field(alternative, 'words')).map((word) => ({
    // One engine gives pronunciations after a bar: "東京|トウキョウ".
    text: (stringOf(word.word) ?? '').split('|')[0] ?? '',
    start: googleTime(word.startTime ?? word.startOffset ?? word.start_time ?? word.start_offset) ?? 0,
    end: googleTime(word.endTime ?? word.endOffset ?? word.end_time ?? word.end_offset),
    confidence: confidenceOf(word.confidence === 0 ? undefined : word.confidence),
    speaker: tagOf(word.speakerTag ?? word.speakerLabel ?? word.speaker_tag ?? word.speaker_label),
  }));
}

/** Tag 0 means nobody was told apart. */
function tagOf(value: unknown): string | null {
  return value === 0 || value === '0' ? null : speakerOf(value);
}

/** `"1.500s"`, `{seconds: "1", nanos: 500000000}`, `{seconds: 1}`; an empty object is 0, as Google leaves out zeros. */
function googleTime(value: unknown): number | null {
  const plain = timeFromSeconds(value);
  if (plain !== null || typeof value !== 'object' || value === null) return plain;
  const seconds = Number(keyOf(field(value, 'seconds')));
  const nanos = Number(keyOf(field(value, 'nanos')));
  return timeFromSeconds(seconds + nanos / 1e9);
}
