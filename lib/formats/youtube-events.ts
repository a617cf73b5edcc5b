/**
 * YouTube's timed text says the same in JSON (json3) and XML (srv1 to srv3): events with a start, a duration and pieces. How
 * they become cues stands here once. Facts without another source were read off recorded answers.
 */

import type { SourceCue, SourceWord } from '../transcript/source';
import { splitWords } from '../transcript/split-words';
import { allSteps, type Steps, THINGS_IN_STEP } from '../transcript/steps';
import { MAX_TIME } from '../transcript/units';
import { tidyText } from './clean-text';
import { MAX_CUES, refused } from './limits';
import type { Problems } from './problems';
import type { Parsed } from './shape';
import { foldWords } from './words';

export interface EventPiece {
  /** With the white space before it. */
  readonly text: string;
  /** Milliseconds after the event's start; null where the source gives none. */
  readonly offset: number | null;
  /** 0 to 255, as recognisers' pieces have it; null where not said. */
  readonly confidence: number | null;
}

export interface CaptionEvent {
  /** Milliseconds. */
  readonly start: number;
  /** Milliseconds; null where not said. */
  readonly duration: number | null;
  readonly pieces: readonly EventPiece[];
  /** 1-based line of the input; null in JSON. */
  readonly line: number | null;
}

/** Shown so long where an event has neither a duration nor a follower soon enough. */
const DEFAULT_DURATION = 4000;

/**
 * Events to cues. An automatic track is a window of two rolling rows: an event ends when its row has left, two rows later, so
 * its end is cut to the next start, else nearly all cues would overlap. Other tracks overlap on purpose and are left alone.
 */
export function cuesFromEvents(events: CaptionEvent[], automatic: boolean, problems: Problems): Parsed {
  return allSteps(cuesInSteps(events, automatic, problems));
}

/** As `cuesFromEvents`, with rests. */
export function* cuesInSteps(events: CaptionEvent[], automatic: boolean, problems: Problems): Steps<Parsed> {
  sortByStart(events, problems);
  const hasConfidence = events.some((event) => event.pieces.some((piece) => (piece.confidence ?? 0) > 0));
  const nextStarts = laterStarts(events);
  const cues: SourceCue[] = [];
  let worded = 0;
  for (const [index, event] of events.entries()) {
    if (index % THINGS_IN_STEP === THINGS_IN_STEP - 1) yield;
    if (cues.length === MAX_CUES) {
      problems.add('too-many-cues', event.line, 'Only the first million captions were read.');
      break;
    }
    const cue = cueFromEvent(event, nextStarts[index] ?? null, automatic, hasConfidence);
    if (cue === null) continue;
    if (isWordByWord(cue)) worded++;
    cues.push(cue);
  }
  if (cues.length === 0) problems.add('no-cues', null, 'There are no words in it.');
  const timing = cues.length === 0 ? 'none' : 2 * worded > cues.length ? 'word' : 'cue';
  return { language: null, timing, cues, problems: problems.list() };
}

/** Letters that a word has at most on average: longer pieces are looked at. */
const LONG_WORD = 12;

/** A recogniser that gives each row one piece has timed the row, whatever else it says of it. */
function isWordByWord({ text, words }: SourceCue): boolean {
  if (words === undefined) return false;
  return text.length <= words.length * LONG_WORD || splitWords(text).length <= 2 * words.length;
}

function sortByStart(events: CaptionEvent[], problems: Problems): void {
  const isSorted = events.every((event, index) => index === 0 || event.start >= (events[index - 1]?.start ?? 0));
  if (isSorted) return;
  problems.add('time-backwards', null, 'Some captions were not in the order of their times. They were put in order.');
  events.sort((a, b) => a.start - b.start);
}

/** For each event the first start that is later than its own; null when there is none. */
function laterStarts(events: readonly CaptionEvent[]): (number | null)[] {
  const starts: (number | null)[] = new Array(events.length).fill(null);
  for (let index = events.length - 2; index >= 0; index--) {
    const start = events[index]?.start ?? 0;
    const next = events[index + 1]?.start ?? start;
    starts[index] = next > start ? next : (starts[index + 1] ?? null);
  }
  return starts;
}

function cueFromEvent(
  event: CaptionEvent,
  next: number | null,
  automatic: boolean,
  hasConfidence: boolean,
): SourceCue | null {
  const { start, duration, pieces } = event;
  let lastOffset = 0;
  let isTimed = false;
  for (const { offset } of pieces) {
    if (offset === null) continue;
    isTimed = true;
    lastOffset = Math.max(lastOffset, offset);
  }
  const ownEnd = start + Math.max(duration ?? DEFAULT_DURATION, lastOffset);
  const isCut = next !== null && (automatic || duration === null);
  const end = Math.min(MAX_TIME, isCut ? Math.min(ownEnd, next) : ownEnd);
  if (!isTimed && !hasConfidence) {
    const text = tidyText(pieces.length === 1 ? (pieces[0]?.text ?? '') : pieces.map((piece) => piece.text).join(''));
    return text === '' ? null : { start, end, text };
  }
  const { text, words } = foldWords(pieces.map((piece) => toWord(piece, start, end, hasConfidence)));
  if (text === '') return null;
  return { start, end, text, words };
}

function toWord(piece: EventPiece, start: number, end: number, hasConfidence: boolean): SourceWord {
  const word = {
    text: piece.text,
    start: piece.offset === null ? null : Math.min(end, start + Math.max(0, piece.offset)),
  };
  if (!hasConfidence || piece.confidence === null) return word;
  return { ...word, confidence: Math.round((Math.min(255, Math.max(0, piece.confidence)) / 255) * 100) };
}

/** The answer for a body that is no timed text at all. */
export function notTimedText(what: string): Parsed {
  return refused('not-this-shape', `This is not ${what}.`);
}
