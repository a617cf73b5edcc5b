/** Speechmatics: version 2 (`results` of words and punctuation) and the older word list with a list of speakers beside it. */
import { at, confidenceOf, type Fields, field, languageOf, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { recognised, sumOrNull } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cuesFromWords, type SpokenWord } from './spoken-words';
import { timeFromSeconds } from './times';

export const speechmatics = jsonShape({ id: 'speechmatics', name: 'Speechmatics', guess, read });

function currentWords(value: unknown): SpokenWord[] | null {
  const results = records(field(value, 'results'));
  const isOwn = results.some(
    (item) =>
      (item.type === 'word' || item.type === 'punctuation') &&
      'start_time' in item &&
      at(item, 'alternatives', 0, 'content') !== undefined,
  );
  if (!isOwn) return null;
  return results
    .filter((item) => item.type === 'word' || item.type === 'punctuation' || item.type === 'entity')
    .map((item) => {
      const best = at(item, 'alternatives', 0);
      const speaker = speakerOf(field(best, 'speaker')) ?? speakerOf(item.channel);
      return {
        text: stringOf(field(best, 'content')) ?? '',
        start: timeFromSeconds(item.start_time),
        end: timeFromSeconds(item.end_time),
        confidence: confidenceOf(field(best, 'confidence')),
        // UU is nobody in particular.
        speaker: speaker === 'UU' ? null : speaker,
        glued: item.type === 'punctuation' && item.attaches_to !== 'next' && item.attaches_to !== 'none',
      };
    });
}

function olderWords(value: unknown): SpokenWord[] | null {
  const words = records(field(value, 'words'));
  const [first] = words;
  if (first === undefined || !('name' in first && 'time' in first && 'duration' in first)) return null;
  const speakers = new SpeakerList(records(field(value, 'speakers')));
  return words.map((word) => {
    const start = timeFromSeconds(word.time);
    const text = stringOf(word.name) ?? '';
    return {
      text,
      start,
      end: sumOrNull(start, timeFromSeconds(word.duration)),
      confidence: confidenceOf(word.confidence),
      speaker: speakers.at(start),
      glued: /^[.,!?;:…。，、！？]+$/.test(text),
    };
  });
}

/** Who spoke from when on; asked for ever later times. */
class SpeakerList {
  private next = 0;
  private current: string | null = null;

  constructor(private readonly speakers: readonly Fields[]) {}

  at(time: number | null): string | null {
    if (time === null) return this.current;
    for (; this.next < this.speakers.length; this.next++) {
      const begins = timeFromSeconds(this.speakers[this.next]?.time);
      if (begins !== null && begins > time) break;
      this.current = speakerOf(this.speakers[this.next]?.name);
    }
    return this.current;
  }
}

function guess(value: unknown): Guess | null {
  const words = currentWords(value) ?? olderWords(value);
  return words === null ? null : { confidence: 0.97, evidence: `${words.length} words of Speechmatics` };
}

function read(value: unknown): Parsed | null {
  const words = currentWords(value) ?? olderWords(value);
  if (words === null) return null;
  const language =
    languageOf(at(value, 'metadata', 'transcription_config', 'language')) ?? languageOf(at(value, 'job', 'lang'));
  return recognised(cuesFromWords(words), language);
}
