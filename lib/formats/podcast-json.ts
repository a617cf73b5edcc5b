/** Podcasting 2.0 transcript JSON: `segments` with `startTime`, `endTime`, `body`, `speaker`. Seconds. */
import type { SourceCue } from '../transcript/source';
import { type Fields, field, languageOf, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { recognised, secondsOrClock } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromText } from './spoken-words';

export const podcastJson = jsonShape({ id: 'podcast-json', name: 'Podcast transcript (JSON)', guess, read });

function segmentsOf(value: unknown): readonly Fields[] | null {
  const segments = field(value, 'segments');
  if (!Array.isArray(segments)) return null;
  const [first] = records(segments);
  if (first === undefined) return typeof field(value, 'version') === 'string' ? [] : null;
  return 'body' in first && 'startTime' in first ? records(segments) : null;
}

function guess(value: unknown): Guess | null {
  const segments = segmentsOf(value);
  return segments === null
    ? null
    : { confidence: 0.98, evidence: `${segments.length} segments of a podcast transcript` };
}

function read(value: unknown): Parsed | null {
  const segments = segmentsOf(value);
  if (segments === null) return null;
  return recognised(segments.map(segmentCue), languageOf(field(value, 'language')));
}

function segmentCue(segment: Fields): SourceCue | null {
  const head = {
    start: secondsOrClock(segment.startTime),
    end: secondsOrClock(segment.endTime),
    speaker: speakerOf(segment.speaker),
  };
  return cueFromText(stringOf(segment.body) ?? '', [], head);
}
