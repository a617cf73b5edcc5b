/** Amazon Transcribe: items with times as strings; segments of speakers, audio segments or channels; Call Analytics. */
import type { SourceCue } from '../transcript/source';
import { at, confidenceOf, type Fields, field, keyOf, languageOf, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { recognised } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromText, cueFromWords, cuesFromWords, type SpokenWord } from './spoken-words';
import { timeFromMilliseconds, timeFromSeconds } from './times';

export const aws = jsonShape({ id: 'aws', name: 'Amazon Transcribe', guess, read });

function guess(value: unknown): Guess | null {
  const items = at(value, 'results', 'items');
  const turns = callTurns(value);
  if (turns !== null) return { confidence: 0.97, evidence: `${turns.length} turns of Amazon’s call analytics` };
  if (!Array.isArray(items) && !Array.isArray(at(value, 'results', 'audio_segments'))) return null;
  const [first] = records(items);
  if (first !== undefined && !('alternatives' in first)) return null;
  return { confidence: 0.97, evidence: `${records(items).length} items of Amazon Transcribe` };
}

function read(value: unknown): Parsed | null {
  const turns = callTurns(value);
  const language = languageOf(at(value, 'results', 'language_code')) ?? languageOf(field(value, 'LanguageCode'));
  if (turns !== null) return recognised(turns.map(callTurnCue), language);
  const results = field(value, 'results');
  if (guess(value) === null) return null;
  return recognised(cuesOf(results), language);
}

function cuesOf(results: unknown): (SourceCue | null)[] {
  const items = itemsOf(results);
  const segments = records(field(results, 'audio_segments'));
  const words = itemWords(items, speakersByTime(results));
  if (segments.length > 0) return segments.map((segment) => audioSegmentCue(segment, items, words));
  const turns = records(at(results, 'speaker_labels', 'segments'));
  if (turns.length > 0) return bySpeakerSegments(turns, words);
  return cuesFromWords(words);
}

/** All items; where they stand only in the lists of the channels, those in the order of their times. */
function itemsOf(results: unknown): readonly Fields[] {
  const items = records(field(results, 'items'));
  if (items.length > 0) return items;
  const own: { readonly item: Fields; readonly time: number }[] = [];
  for (const channel of records(at(results, 'channel_labels', 'channels'))) {
    let time = 0;
    for (const item of records(channel.items)) {
      // A mark stands where its word does.
      time = timeFromSeconds(item.start_time) ?? time;
      own.push({ item: { channel_label: channel.channel_label, ...item }, time });
    }
  }
  return own.sort((a, b) => a.time - b.time).map(({ item }) => item);
}

function itemWords(items: readonly Fields[], speakers: ReadonlyMap<string, string>): SpokenWord[] {
  return items.map((item) => {
    const start = timeFromSeconds(item.start_time);
    return {
      text: stringOf(at(item, 'alternatives', 0, 'content')) ?? '',
      start,
      end: timeFromSeconds(item.end_time),
      confidence: confidenceOf(at(item, 'alternatives', 0, 'confidence')),
      speaker:
        speakerOf(item.speaker_label) ?? speakers.get(keyOf(item.start_time)) ?? speakerOf(item.channel_label) ?? null,
      glued: item.type === 'punctuation',
    };
  });
}

/** Older files name the speakers of items in a list beside them, by start time. */
function speakersByTime(results: unknown): ReadonlyMap<string, string> {
  const speakers = new Map<string, string>();
  for (const segment of records(at(results, 'speaker_labels', 'segments'))) {
    for (const item of records(segment.items)) {
      const speaker = speakerOf(item.speaker_label) ?? speakerOf(segment.speaker_label);
      if (speaker !== null) speakers.set(keyOf(item.start_time), speaker);
    }
  }
  for (const channel of records(at(results, 'channel_labels', 'channels'))) {
    const label = speakerOf(channel.channel_label);
    for (const item of records(channel.items)) {
      const time = keyOf(item.start_time);
      if (label !== null && time !== '' && !speakers.has(time)) speakers.set(time, label);
    }
  }
  return speakers;
}

function audioSegmentCue(segment: Fields, items: readonly Fields[], words: readonly SpokenWord[]): SourceCue | null {
  const own: SpokenWord[] = [];
  for (const place of Array.isArray(segment.items) ? segment.items : []) {
    // Items are numbered from 0 in order; `id` says the same.
    const word = typeof place === 'number' && items[place] !== undefined ? words[place] : undefined;
    if (word) own.push(word);
  }
  const head = {
    start: timeFromSeconds(segment.start_time),
    end: timeFromSeconds(segment.end_time),
    speaker: speakerOf(segment.speaker_label),
  };
  const text = stringOf(segment.transcript) ?? '';
  return cueFromText(text, joinMarks(own), head);
}

function joinMarks(words: readonly SpokenWord[]): SpokenWord[] {
  return words.filter((word) => !word.glued);
}

/** One cue for each segment of the speaker list; words fall to the segment that has begun. */
function bySpeakerSegments(turns: readonly Fields[], words: readonly SpokenWord[]): (SourceCue | null)[] {
  const cues: (SourceCue | null)[] = [];
  let next = 0;
  for (const [index, turn] of turns.entries()) {
    const until = timeFromSeconds(turns[index + 1]?.start_time);
    const own: SpokenWord[] = [];
    for (; next < words.length; next++) {
      const word = words[next];
      if (word === undefined || (until !== null && word.start !== null && word.start >= until)) break;
      own.push(word);
    }
    const head = {
      start: timeFromSeconds(turn.start_time),
      end: timeFromSeconds(turn.end_time),
      speaker: speakerOf(turn.speaker_label),
    };
    cues.push(own.length === 0 ? null : cueFromWords(own, head));
  }
  return cues;
}

function callTurns(value: unknown): readonly Fields[] | null {
  const turns = records(field(value, 'Transcript'));
  return turns[0] !== undefined && 'BeginOffsetMillis' in turns[0] ? turns : null;
}

function callTurnCue(turn: Fields): SourceCue | null {
  const words = records(turn.Items)
    .filter((item) => item.Type !== 'punctuation')
    .map((item) => ({
      text: stringOf(item.Content) ?? '',
      start: timeFromMilliseconds(item.BeginOffsetMillis),
      end: timeFromMilliseconds(item.EndOffsetMillis),
      confidence: confidenceOf(item.Confidence),
    }));
  const head = {
    start: timeFromMilliseconds(turn.BeginOffsetMillis),
    end: timeFromMilliseconds(turn.EndOffsetMillis),
    speaker: speakerOf(turn.ParticipantRole) ?? speakerOf(turn.ParticipantId),
  };
  return cueFromText(stringOf(turn.Content) ?? '', words, head);
}
