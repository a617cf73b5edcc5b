/** Tells from its content alone which shape a text has, and what else it could be. */

import { parseJson } from './json';
import { findMachineText } from './machine-text';
import { guessNotesPage } from './notes-page';
import { PEOPLE_SHAPES } from './people-list';
import type { Shape } from './shape';
import { SHAPES } from './shapes';

export interface Candidate {
  readonly shape: Shape;
  /** 0 to 1. */
  readonly confidence: number;
  /** For a reader. */
  readonly evidence: string;
}

export interface Refusal {
  /** `empty`, `binary`, `notes-page`, `not-a-talk`, `broken-data`, `unknown-shape`. */
  readonly code: string;
  /** For a reader. */
  readonly message: string;
}

export interface Detection {
  /** Null when the text is refused. */
  readonly best: Candidate | null;
  /** What else it could be, likeliest first; also given when it is refused, for a reader who knows better. */
  readonly others: readonly Candidate[];
  readonly refusal: Refusal | null;
}

/** Below this a guess is not made. */
const LEAST = 0.1;

/** A page about an episode is refused from here on when it could be read as people's text. */
const NOTES_FROM = 0.55;

/** What was counted for it is kept for whoever reads the text next, to be forgotten by `forgetProfile`. */
export function detect(text: string): Detection {
  const refusal = refuseAtSight(text);
  if (refusal !== null) return { best: null, others: [], refusal };
  const candidates = candidatesFor(text);
  const [best, ...others] = candidates;
  const isTold = best !== undefined && !isPeople(best.shape);
  const notes = isTold ? null : guessNotesPage(text);
  const machine = isTold || looksLikeData(text) ? null : findMachineText(text);
  if (notes !== null && notes.confidence >= NOTES_FROM)
    return { best: null, others: candidates, refusal: notesPage(notes.evidence) };
  if (machine !== null) return { best: null, others: candidates, refusal: { code: 'not-a-talk', message: machine } };
  if (best === undefined) return { best: null, others, refusal: unknownShape(text) };
  return { best, others, refusal: null };
}

function isPeople(shape: Shape): boolean {
  return PEOPLE_SHAPES.includes(shape);
}

function candidatesFor(text: string): Candidate[] {
  const isMarkup = looksLikeData(text);
  const found: Candidate[] = [];
  for (const shape of SHAPES) {
    if (isMarkup && isPeople(shape)) continue;
    const guess = shape.guess(text);
    if (guess !== null && guess.confidence >= LEAST) found.push({ shape, ...guess });
  }
  // Sorting is stable: of equals the first in the list wins.
  return found.sort((a, b) => rank(b) - rank(a));
}

/** From here on a file of a program is one, however much its words look like turns of people. */
const CERTAIN = 0.85;

function rank({ shape, confidence }: Candidate): number {
  return !isPeople(shape) && confidence >= CERTAIN ? confidence + 1 : confidence;
}

/** JSON, XML and HTML are read as what they are or not at all, never as somebody's words. */
function looksLikeData(text: string): boolean {
  const head = text.slice(0, 400).replace(/^[\s\ufeff]+/, '');
  if (/^<(?:[!?]|[a-zA-Z][\w:-]*[\s>/])/.test(head)) return true;
  if (/^(?:\[\s*){0,3}\{\s*"[^"\n]{0,100}"\s*:/.test(head)) return true;
  return /^(?:\{\s*\}|\[\s*[[\]"\d-])/.test(head) && /[}\]]\s*$/.test(text.slice(-200)) && !/^\[[\d:.,]+\]/.test(head);
}

/** Characters looked at to tell a binary file. */
const BINARY_SAMPLE = 8192;

function refuseAtSight(text: string): Refusal | null {
  if (!/\S/.test(text.slice(0, 100_000)) && text.trim() === '')
    return { code: 'empty', message: 'There is nothing in this text.' };
  let strange = 0;
  const sample = text.slice(0, BINARY_SAMPLE);
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 11) || code === 0xfffd)
      strange++;
  }
  if (strange * 10 > sample.length) return { code: 'binary', message: 'This is no text file.' };
  if (!/[\p{L}\p{N}]/u.test(text)) return { code: 'empty', message: 'There are no words in this text, only marks.' };
  return null;
}

function notesPage(evidence: string): Refusal {
  return {
    code: 'notes-page',
    message: `This is a page about an episode, not its words: ${evidence}.`,
  };
}

function unknownShape(text: string): Refusal {
  if (!looksLikeData(text)) return { code: 'unknown-shape', message: 'There are no words that can be read.' };
  const broken = brokenData(text);
  if (broken !== null) return broken;
  return { code: 'unknown-shape', message: 'This data has no words with times that can be read.' };
}

/** JSON that does not reach its end: a download or a copy that stopped half-way. Null for anything else. */
export function brokenData(text: string): Refusal | null {
  const isJson = looksLikeData(text) && !text.slice(0, 400).trimStart().startsWith('<');
  if (!isJson || parseJson(text) !== undefined) return null;
  return { code: 'broken-data', message: 'The data is cut off or damaged. Save or copy it once more, whole.' };
}
