/** YouTube's caption answer with `fmt=json3`: the player's own form, with a time for every word of automatic tracks. */
import { allSteps, type Steps } from '../transcript/steps';
import { isRecord, parseJson } from './json';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { Problems } from './problems';
import type { Guess, Parsed, Shape } from './shape';
import { timeFromMilliseconds } from './times';
import { type CaptionEvent, cuesInSteps, type EventPiece, notTimedText } from './youtube-events';

export interface Json3Options {
  /** Whether the track is automatic (`kind=asr`). Default: told from the events themselves. */
  readonly automatic?: boolean;
}

/**
 * Reads a parsed json3 body, also where it is wrapped in another object. No cues and a problem `no-cues` when it holds no words,
 * which is how YouTube withholds a track with HTTP 200; `not-this-shape` when it is something else.
 */
export function readJson3(value: unknown, options: Json3Options = {}): Parsed {
  return allSteps(readJson3InSteps(value, options));
}

/** As `readJson3`, with rests. */
export function* readJson3InSteps(value: unknown, options: Json3Options = {}): Steps<Parsed> {
  const body = findBody(value);
  if (body === null) return notTimedText('a caption answer of YouTube');
  const list = Array.isArray(body.events) ? body.events : [];
  const problems = new Problems();
  const events: CaptionEvent[] = [];
  let isRecognised = false;
  for (const item of list) {
    if (!isRecord(item)) continue;
    // Roll markers: a lone line break that moves the window up one row.
    if (item.aAppend === 1 || item.aAppend === true) {
      isRecognised = true;
      if (!hasVisibleText(item.segs)) continue;
    }
    const event = readEvent(item, problems);
    if (event === null) continue;
    isRecognised ||= event.pieces.some((piece) => piece.confidence !== null);
    // The reader of events says so when there are too many; no need to keep all of them for that.
    if (events.length <= MAX_CUES) events.push(event);
  }
  yield;
  return yield* cuesInSteps(events, options.automatic ?? isRecognised, problems);
}

/** How deep a json3 body may lie inside a wrapper. */
const DEEPEST_WRAPPER = 3;

function findBody(value: unknown, depth = 0): Readonly<Record<string, unknown>> | null {
  if (!isRecord(value)) return null;
  if (Array.isArray(value.events) || value.wireMagic !== undefined) return value;
  if (depth === DEEPEST_WRAPPER) return null;
  for (const inner of Object.values(value).slice(0, 20)) {
    const body = findBody(inner, depth + 1);
    if (body !== null) return body;
  }
  return null;
}

function hasVisibleText(segs: unknown): boolean {
  return (
    Array.isArray(segs) && segs.some((seg) => isRecord(seg) && typeof seg.utf8 === 'string' && seg.utf8.trim() !== '')
  );
}

function readEvent(item: Readonly<Record<string, unknown>>, problems: Problems): CaptionEvent | null {
  if (!Array.isArray(item.segs)) return null;
  const pieces = readPieces(item.segs);
  if (pieces.length === 0) return null;
  // Zero is left out of the answer, so an absent start is a start at 0.
  const start = item.tStartMs === undefined ? 0 : timeFromMilliseconds(item.tStartMs);
  if (start === null) {
    problems.add('time-impossible', null, 'A caption had an impossible time. It was left out.');
    return null;
  }
  return { start, duration: timeFromMilliseconds(item.dDurationMs), pieces, line: null };
}

function readPieces(segs: readonly unknown[]): EventPiece[] {
  const pieces: EventPiece[] = [];
  const isTimed = segs.some((seg) => isRecord(seg) && (seg.tOffsetMs !== undefined || seg.acAsrConf !== undefined));
  for (const seg of segs) {
    if (!isRecord(seg) || typeof seg.utf8 !== 'string' || seg.utf8 === '') continue;
    const given =
      seg.tOffsetMs === undefined && isTimed && pieces.length === 0 ? 0 : timeFromMilliseconds(seg.tOffsetMs);
    pieces.push({
      text: seg.utf8,
      offset: given,
      confidence: typeof seg.acAsrConf === 'number' ? seg.acAsrConf : null,
    });
  }
  return pieces;
}

/** Enough of a text to know the shape by, a wrapper and window definitions included. */
const HEAD = 20_000;

function guess(text: string): Guess | null {
  const head = text.slice(0, HEAD);
  if (!head.trimStart().startsWith('{')) return null;
  const hasEvents = head.includes('"events"') && head.includes('"tStartMs"');
  const isNamed = head.includes('"wireMagic"');
  if (!hasEvents && !isNamed) return null;
  const isSure = isNamed || head.includes('"segs"');
  return { confidence: isSure ? 0.99 : 0.6, evidence: 'the fields of YouTube’s own caption data' };
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  return readJson3(parseJson(text));
}

export const json3: Shape = { id: 'json3', name: 'YouTube captions (json3)', guess, parse };
