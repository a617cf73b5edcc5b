/**
 * Whisper's JSON and that of its many descendants: openai-whisper, whisper-timestamped, faster-whisper, stable-ts, the
 * services with `verbose_json`: segments with text, and words where they were asked for. Seconds.
 */
import type { SourceCue } from '../transcript/source';
import { at, confidenceOf, type Fields, field, languageOf, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { recognised, secondsOrClock } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromText, type SpokenWord } from './spoken-words';

export const whisper = jsonShape({ id: 'whisper', name: 'Whisper', guess, read: readWhisper });

/** Services put the answer into an envelope. */
const ENVELOPES = ['result', 'results', 'response', 'data', 'output', 'transcription', 'transcript'];

export function findWhisper(value: unknown): Fields | null {
  const own = asWhisper(value);
  if (own !== null) return own;
  for (const name of ENVELOPES) {
    const inner = asWhisper(at(value, name)) ?? asWhisper(at(value, name, 0));
    if (inner !== null) return inner;
  }
  return asWhisper(at(value, 0));
}

function asWhisper(value: unknown): Fields | null {
  const segments = field(value, 'segments');
  if (!Array.isArray(segments)) return null;
  const [first] = records(segments);
  const isOwn =
    first === undefined
      ? typeof field(value, 'text') === 'string' || typeof field(value, 'language') === 'string'
      : typeof first.text === 'string' && 'start' in first && 'end' in first;
  return isOwn && !areMilliseconds(records(segments)) ? (value as Fields) : null;
}

/** Others write the same fields in milliseconds: whole numbers that, as seconds, would mean hardly a letter a second. */
function areMilliseconds(segments: readonly Fields[]): boolean {
  const last = segments.at(-1)?.start;
  if (typeof last !== 'number' || last < 1000 || !Number.isInteger(last)) return false;
  const letters = segments.reduce((sum, { text }) => sum + (typeof text === 'string' ? text.length : 0), 0);
  return letters < last / 4;
}

function guess(value: unknown): Guess | null {
  const body = findWhisper(value);
  if (body === null) return null;
  const segments = records(body.segments);
  const [first] = segments;
  const isSure =
    first === undefined ||
    ['seek', 'tokens', 'avg_logprob', 'no_speech_prob', 'compression_ratio', 'temperature'].some(
      (name) => name in first,
    ) ||
    typeof body.text === 'string' ||
    typeof body.language === 'string';
  return { confidence: isSure ? 0.95 : 0.8, evidence: `${segments.length} segments of Whisper` };
}

export function readWhisper(value: unknown): Parsed | null {
  const body = findWhisper(value);
  if (body === null) return null;
  const segments = records(body.segments);
  const hasOwn = segments.some((segment) => Array.isArray(segment.words));
  const loose = new LooseWords(hasOwn ? [] : readWords(body.words ?? body.word_segments));
  const cues = segments.map((segment, index) => {
    const own = Array.isArray(segment.words) ? readWords(segment.words) : loose.before(segments[index + 1]);
    return segmentCue(segment, own);
  });
  return recognised(cues, languageOf(body.language) ?? languageOf(body.detected_language));
}

/** Words that came in one list beside the segments, dealt out by their times. */
class LooseWords {
  private next = 0;

  constructor(private readonly words: readonly SpokenWord[]) {}

  /** Those not yet dealt out that begin before the next segment does; all of them for the last. */
  before(segment: Fields | undefined): readonly SpokenWord[] {
    const until = segment === undefined ? null : secondsOrClock(segment.start);
    const first = this.next;
    while (this.next < this.words.length && (until === null || (this.words[this.next]?.start ?? 0) < until))
      this.next++;
    return this.words.slice(first, this.next);
  }
}

function segmentCue(segment: Fields, words: readonly SpokenWord[]): SourceCue | null {
  const speaker =
    speakerOf(segment.speaker) ?? speakerOf(segment.speaker_id) ?? words.find((word) => word.speaker)?.speaker ?? null;
  const head = { start: secondsOrClock(segment.start), end: secondsOrClock(segment.end), speaker };
  return cueFromText(stringOf(segment.text) ?? '', words, head);
}

/** Words of all dialects: `word` or `text`; `probability`, `confidence` or `score`. */
export function readWords(value: unknown): SpokenWord[] {
  return records(value).map((word) => ({
    text: stringOf(word.word) ?? stringOf(word.text) ?? '',
    start: secondsOrClock(word.start),
    end: secondsOrClock(word.end),
    confidence: confidenceOf(word.probability ?? word.confidence ?? word.score),
    speaker: speakerOf(word.speaker),
  }));
}
