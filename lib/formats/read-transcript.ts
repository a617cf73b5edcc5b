/** From a text to a transcript's source in one call: detection, reading, and every doubt told. */
import { type Candidate, detect, type Refusal } from './detect';
import { forgetProfile } from './people-profile';
import type { Parsed, Problem } from './shape';
import { shapeById } from './shapes';

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
  if (best === null)
    return { ok: false, error: refusal ?? { code: 'unknown-shape', message: 'Not understood.' }, others };
  const { shape, confidence, evidence } = best;
  return finish(shape.parse(text), { shape: shape.id, confidence, evidence, others });
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
  return finish(shape.parse(text), { shape: id, confidence: guess?.confidence ?? 0, evidence, others: [] });
}

/** Problems that mean nothing was read at all. */
const REFUSALS = new Set(['not-this-shape', 'input-too-large']);

/** Below this the reader is told that the shape is a guess. */
const SURE = 0.6;

/** How near a second candidate must come for the reader to be told of it. */
const RIVAL = 0.8;

function finish(parsed: Parsed, found: Omit<Extract<Reading, { ok: true }>, 'ok' | 'parsed'>): Reading {
  forgetProfile();
  const refusal = parsed.cues.length === 0 ? parsed.problems.find((problem) => REFUSALS.has(problem.code)) : undefined;
  if (refusal) return { ok: false, error: { code: refusal.code, message: refusal.message }, others: found.others };
  const doubt = doubtOf(found.confidence, found.others);
  return { ok: true, ...found, parsed: doubt === null ? parsed : { ...parsed, problems: [doubt, ...parsed.problems] } };
}

function doubtOf(confidence: number, others: readonly Candidate[]): Problem | null {
  const rival = others.find((other) => other.confidence >= confidence * RIVAL && other.shape.id !== 'plain-text');
  if (confidence >= SURE && rival === undefined) return null;
  const message =
    rival === undefined
      ? 'The form of this text was guessed from little. Please look at the first lines.'
      : `The form of this text was guessed. It could also be: ${rival.shape.name}.`;
  return { code: 'uncertain-shape', line: null, message };
}
