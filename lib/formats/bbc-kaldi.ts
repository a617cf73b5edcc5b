/** The BBC's Kaldi: words with and without punctuation, and segments of speakers beside them. Seconds. */
import type { SourceCue } from '../transcript/source';
import { at, confidenceOf, type Fields, field, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { recognised, sumOrNull } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cuesFromWords, type SpokenWord } from './spoken-words';
import { timeFromSeconds } from './times';

export const bbcKaldi = jsonShape({ id: 'bbc-kaldi', name: 'BBC Kaldi', guess, read });

function wordsOf(value: unknown): readonly Fields[] | null {
  const words = records(at(value, 'retval', 'words') ?? field(value, 'words'));
  const [first] = words;
  return first !== undefined && 'punct' in first && 'word' in first && 'start' in first ? words : null;
}

function guess(value: unknown): Guess | null {
  const words = wordsOf(value);
  return words === null ? null : { confidence: 0.97, evidence: `${words.length} words of BBC Kaldi` };
}

function read(value: unknown): Parsed | null {
  const words = wordsOf(value);
  if (words === null) return null;
  const speakers = segmentsOf(value);
  let next = 0;
  const spoken: SpokenWord[] = words.map((word) => {
    const start = timeFromSeconds(word.start);
    while (start !== null && (speakers[next + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) next++;
    return {
      text: stringOf(word.punct) ?? stringOf(word.word) ?? '',
      start,
      end: timeFromSeconds(word.end),
      confidence: confidenceOf(word.confidence),
      speaker: speakers[next]?.speaker ?? null,
    };
  });
  const cues: SourceCue[] = cuesFromWords(spoken);
  return recognised(cues);
}

interface SpeakerSegment {
  readonly start: number;
  readonly end: number | null;
  readonly speaker: string | null;
}

function segmentsOf(value: unknown): readonly SpeakerSegment[] {
  const list =
    at(value, 'segmentation', 'segments') ??
    at(value, 'retval', 'segmentation', 'segments') ??
    at(value, 'segments', 'segments');
  return records(list)
    .map((segment) => {
      const start = timeFromSeconds(segment.start);
      const speaker = speakerOf(at(segment, 'speaker', '@id')) ?? speakerOf(segment.speaker);
      return { start: start ?? -1, end: sumOrNull(start, timeFromSeconds(segment.duration)), speaker };
    })
    .filter((segment) => segment.start >= 0)
    .sort((a, b) => a.start - b.start);
}
