/** Azure's speech services: batch (`recognizedPhrases`), fast transcription (`phrases`), single results, Video Indexer. */
import type { SourceCue } from '../transcript/source';
import { at, confidenceOf, type Fields, field, languageOf, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { clockTime, recognised, sumOrNull, timeFromIsoDuration, timeFromTicks } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromText, type SpokenWord } from './spoken-words';
import { timeFromMilliseconds } from './times';

export const azure = jsonShape({ id: 'azure', name: 'Azure Speech', guess, read });

type Reader = (value: unknown) => readonly (SourceCue | null)[] | null;

const READERS: readonly Reader[] = [readBatch, readFast, readResults, readIndexer];

function guess(value: unknown): Guess | null {
  for (const reader of READERS) {
    const cues = reader(value);
    if (cues !== null) return { confidence: 0.97, evidence: `${cues.length} phrases of Azure Speech` };
  }
  return null;
}

function read(value: unknown): Parsed | null {
  for (const reader of READERS) {
    const cues = reader(value);
    if (cues !== null) return recognised(cues, languageIn(value));
  }
  return null;
}

function languageIn(value: unknown): string | null {
  return (
    languageOf(at(value, 'recognizedPhrases', 0, 'locale')) ??
    languageOf(at(value, 'phrases', 0, 'locale')) ??
    languageOf(at(value, 'videos', 0, 'insights', 'language')) ??
    languageOf(at(value, 'videos', 0, 'insights', 'sourceLanguage')) ??
    languageOf(field(value, 'locale'))
  );
}

function readBatch(value: unknown): readonly (SourceCue | null)[] | null {
  const phrases = field(value, 'recognizedPhrases');
  if (!Array.isArray(phrases)) return null;
  // Stereo files are listed channel by channel.
  const inOrder = [...records(phrases)].sort((a, b) => (phraseStart(a) ?? 0) - (phraseStart(b) ?? 0));
  return inOrder.map((phrase) => {
    const start = phraseStart(phrase);
    const duration = timeFromTicks(phrase.durationInTicks) ?? timeFromIsoDuration(phrase.duration);
    const best = at(phrase, 'nBest', 0);
    const words = records(field(best, 'displayWords') ?? field(best, 'words')).map((word) => {
      const wordStart = timeFromTicks(word.offsetInTicks) ?? timeFromIsoDuration(word.offset);
      const length = timeFromTicks(word.durationInTicks) ?? timeFromIsoDuration(word.duration);
      return spoken(word.displayText ?? word.word, wordStart, length, word.confidence);
    });
    const head = { start, end: sumOrNull(start, duration), speaker: phraseSpeaker(phrase) };
    return cueFromText(stringOf(field(best, 'display')) ?? '', words, head);
  });
}

function phraseStart(phrase: Fields): number | null {
  return timeFromTicks(phrase.offsetInTicks) ?? timeFromIsoDuration(phrase.offset);
}

function phraseSpeaker(phrase: Fields): string | null {
  return phrase.speaker === 0 ? null : speakerOf(phrase.speaker);
}

function spoken(text: unknown, start: number | null, length: number | null, confidence: unknown): SpokenWord {
  return { text: stringOf(text) ?? '', start, end: sumOrNull(start, length), confidence: confidenceOf(confidence) };
}

function readFast(value: unknown): readonly (SourceCue | null)[] | null {
  const phrases = field(value, 'phrases');
  const [first] = records(phrases);
  if (first === undefined || !('offsetMilliseconds' in first || 'offset' in first) || typeof first.text !== 'string')
    return null;
  return records(phrases).map((phrase) => {
    const words = records(phrase.words).map((word) =>
      spoken(word.text, millisecondsOf(word, 'offset'), millisecondsOf(word, 'duration'), word.confidence),
    );
    const start = millisecondsOf(phrase, 'offset');
    const head = { start, end: sumOrNull(start, millisecondsOf(phrase, 'duration')), speaker: phraseSpeaker(phrase) };
    return cueFromText(stringOf(phrase.text) ?? '', words, head);
  });
}

function millisecondsOf(fields: Fields, name: 'offset' | 'duration'): number | null {
  return timeFromMilliseconds(fields[`${name}Milliseconds`]) ?? timeFromMilliseconds(fields[name]);
}

/** What the client libraries hand out, alone or collected in a list. */
function readResults(value: unknown): readonly (SourceCue | null)[] | null {
  const results = Array.isArray(value) ? records(value) : records([value]);
  const [first] = results;
  if (first === undefined || !('Offset' in first && ('NBest' in first || 'DisplayText' in first))) return null;
  return results.map((result) => {
    const best = at(result, 'NBest', 0);
    const words = records(field(best, 'Words')).map((word) =>
      spoken(word.Word, timeFromTicks(word.Offset), timeFromTicks(word.Duration), word.Confidence),
    );
    const start = timeFromTicks(result.Offset);
    const text = stringOf(result.DisplayText) ?? stringOf(field(best, 'Display')) ?? '';
    const head = { start, end: sumOrNull(start, timeFromTicks(result.Duration)), speaker: speakerOf(result.SpeakerId) };
    return cueFromText(text, words, head);
  });
}

function readIndexer(value: unknown): readonly (SourceCue | null)[] | null {
  const insights = at(value, 'videos', 0, 'insights') ?? field(value, 'insights');
  const transcript = field(insights, 'transcript');
  if (!Array.isArray(transcript)) return null;
  const names = new Map<unknown, string | null>();
  for (const speaker of records(field(insights, 'speakers'))) names.set(speaker.id, speakerOf(speaker.name));
  return records(transcript).map((entry) => {
    const head = {
      start: clockTime(at(entry, 'instances', 0, 'start')),
      end: clockTime(at(entry, 'instances', 0, 'end')),
      speaker: names.get(entry.speakerId) ?? speakerOf(entry.speakerId),
    };
    return cueFromText(stringOf(entry.text) ?? '', [], head);
  });
}
