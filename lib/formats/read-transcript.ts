/** From a text to a transcript's source in one call: detection, reading, and every doubt told. */
import { guessLanguageOf } from '../speech/guess-language';
import type { SourceCue } from '../transcript/source';
import { milliseconds } from '../transcript/units';
import { tellCutOff } from './cut-off-xml';
import { brokenData, type Candidate, detect, type Refusal } from './detect';
import { forgetJson } from './json-shape';
import { forgetProfile } from './people-profile';
import type { Parsed } from './shape';
import { shapeById } from './shapes';
import { liftSpeakerPrefixes } from './speaker-prefixes';

export type Reading =
  | {
      readonly ok: true;
      readonly shape: string;
      readonly confidence: number;
      readonly evidence: string;
      readonly parsed: Parsed;
      /** What else the text could be, likeliest first. */
      readonly others: readonly Candidate[];
    }
  | { readonly ok: false; readonly error: Refusal; readonly others: readonly Candidate[] };

/** Reads the text as what it is most likely to be. */
export function parseAny(text: string): Reading {
  const { best, others, refusal } = detect(text);
  if (best === null) {
    forgetProfile();
    return { ok: false, error: refusal ?? { code: 'unknown-shape', message: 'Not understood.' }, others };
  }
  const { shape, confidence, evidence } = best;
  return finish(text, shape.parse(text), { shape: shape.id, confidence, evidence, others });
}

/** Reads the text as the shape with this id, whatever it looks like. */
export function parseAs(text: string, id: string): Reading {
  const shape = shapeById(id);
  if (shape === null) {
    const error = { code: 'no-such-shape', message: `There is no shape “${id.slice(0, 40)}”.` };
    return { ok: false, error, others: [] };
  }
  const guess = shape.guess(text);
  const evidence = guess?.evidence ?? 'chosen by hand';
  return finish(text, shape.parse(text), { shape: id, confidence: guess?.confidence ?? 0, evidence, others: [] });
}

/** Problems that mean nothing was read at all. */
const REFUSALS = new Set(['not-this-shape', 'not-a-talk', 'input-too-large', 'later-version', 'damaged-file']);

function finish(text: string, parsed: Parsed, found: Omit<Extract<Reading, { ok: true }>, 'ok' | 'parsed'>): Reading {
  forgetProfile();
  forgetJson();
  const refusal = parsed.cues.length === 0 ? parsed.problems.find((problem) => REFUSALS.has(problem.code)) : undefined;
  if (refusal) {
    const { code, message } = (refusal.code === 'not-this-shape' ? brokenData(text) : null) ?? refusal;
    return { ok: false, error: { code, message }, others: found.others };
  }
  const told = tellCutOff(
    markKind(text, markChapters(liftSpeakerPrefixes(parsed, found.shape, text))),
    found.shape,
    text,
  );
  const language = told.language ?? guessLanguageOf(told.cues);
  return { ok: true, ...found, parsed: withDoubts({ ...told, language }, found) };
}

/** Below this the reader is told that the shape is a guess. */
const SURE = 0.6;

/** From here on a second candidate is no rival. */
const CERTAIN = 0.9;

/** How near a second candidate must come for the reader to be told of it. */
const RIVAL = 0.85;

function withDoubts(
  parsed: Parsed,
  { confidence, others }: Pick<Extract<Reading, { ok: true }>, 'confidence' | 'others'>,
): Parsed {
  if (confidence >= CERTAIN) return parsed;
  const rival = others.find((other) => other.confidence >= confidence * RIVAL && other.shape.id !== 'plain-text');
  if (confidence >= SURE && rival === undefined) return parsed;
  const message =
    rival === undefined
      ? 'The form of this text was guessed from little. Please look at the first lines.'
      : `The form of this text was guessed. It could also be: ${rival.shape.name}.`;
  return { ...parsed, problems: [{ code: 'uncertain-shape', line: null, message }, ...parsed.problems] };
}

/** Tracks of WebVTT that are not what is said name their kind in the header, or hold addresses of pictures. */
function markKind(text: string, parsed: Parsed): Parsed {
  if (arePictures(parsed.cues)) {
    const message = 'These are the pictures shown on the time line, not the words of the talk.';
    return { ...parsed, problems: [...parsed.problems, { code: 'not-spoken', line: null, message }] };
  }
  const kind = /^Kind: *(descriptions|metadata|chapters)\b/im.exec(text.slice(0, 400))?.[1]?.toLowerCase();
  if (kind === undefined || !text.slice(0, 10).includes('WEBVTT')) return parsed;
  const message =
    kind === 'descriptions'
      ? 'The file describes what is seen; it does not hold the words of the talk.'
      : 'The file says of itself that it does not hold the words of the talk.';
  return { ...parsed, problems: [...parsed.problems, { code: 'not-spoken', line: null, message }] };
}

function arePictures(cues: readonly SourceCue[]): boolean {
  return (
    cues.length > 0 && cues.slice(0, 20).every(({ text }) => /#xywh=|\.(?:jpe?g|png|webp)$/i.test(text.slice(0, 500)))
  );
}

/** Chapter files borrow the forms of captions: stretches without gaps, long, with a title each. */
function markChapters(parsed: Parsed): Parsed {
  if (parsed.chapters !== undefined || !areChapters(parsed.cues)) return parsed;
  const chapters = parsed.cues.map(({ start, text }) => ({
    start: milliseconds(start ?? 0),
    title: text.replaceAll('\n', ' '),
  }));
  const message = 'These look like the titles of chapters, not like the words of the talk.';
  return { ...parsed, chapters, problems: [...parsed.problems, { code: 'chapters-not-words', line: null, message }] };
}

/** Milliseconds, and words: means over all cues. */
const SHORTEST_CHAPTER = 15_000;
const LONGEST_TITLE = 8;

function areChapters(cues: readonly SourceCue[]): boolean {
  if (cues.length < 2 || cues.length > 200) return false;
  let length = 0;
  let words = 0;
  for (const [index, { start, end, text }] of cues.entries()) {
    const next = cues[index + 1]?.start ?? end;
    if (start === null || end === null || next === null || Math.abs(next - end) > 50 || /[.!,]$/.test(text))
      return false;
    length += end - start;
    words += text.split(/\s/, 60).length;
  }
  return length >= cues.length * SHORTEST_CHAPTER && words <= cues.length * LONGEST_TITLE;
}
