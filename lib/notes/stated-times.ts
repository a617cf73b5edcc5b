/** Times as people write them into notes: `1:02:03`, `(12:34)`, `[00:00](#t=0)`, `12m30s`, a link with `?t=754`. */
import { MAX_TIME, type Milliseconds, milliseconds } from '../transcript/units';

const CLOCK = String.raw`(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?`;
const LEADING = new RegExp(
  String.raw`^[(\[{<]?\s?${CLOCK}(?!\d|:|\s?[ap]\.?m\b)[)\]}>]?` +
    String.raw`(?:\s?(?:-|–|—|to|bis)\s?[(\[]?(?:\d{1,3}:)?\d{1,3}:[0-5]\d(?!\d|:)[)\]]?)?[)\]}>]?`,
  'i',
);
const TRAILING = new RegExp(
  String.raw`(^|[\s(\[@–—.,-])(?:[(\[](?:time|timestamp|at|um|à)?:?|@)?\s?${CLOCK}[)\]]?[.,;:]?$`,
  'i',
);
const WORDS =
  /^(?:(\d{1,3})\s?h(?:ours?|rs?|r)?)?\s?(?:(\d{1,3})\s?m(?:in(?:ute)?s?)?)?\s?(?:(\d{1,3})\s?s(?:ec(?:ond)?s?)?)?$/i;
const SEPARATORS = /^[\s\-–—:|·•~.,>→]+/;
/** A clock time after these is a time of day or part of a sentence. */
const NOT_BEFORE = /\b(?:at|to|from|until|till|by|before|after|around|um|bis|vers|à|las)\s*$/i;
/** Longest text whose last characters may be a time: beyond it stands a paragraph, not a list line. */
const LONGEST_HEAD = 400;

export interface TimedText {
  readonly stated: Milliseconds;
  /** What is left of the text; may be empty. */
  readonly text: string;
}

function toTime(hours: string | undefined, minutes: string | undefined, seconds: string | undefined) {
  const total = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000;
  return total > MAX_TIME ? null : milliseconds(total);
}

/** A time at the very start, with the brackets and dashes around it; of a range the first. */
export function takeLeadingTime(text: string): TimedText | null {
  const head = text.slice(0, 40);
  const found = LEADING.exec(head);
  if (!found) return null;
  const stated = toTime(found[1], found[2], found[3]);
  if (stated === null) return null;
  const rest = text.slice(found[0].length);
  if (rest !== '' && /^[\p{L}\p{N}]/u.test(rest)) return null;
  return { stated, text: rest.replace(SEPARATORS, '').trim() };
}

/** A time at the very end: `Title 0:31`, `… (12:34)`, `— Name 00:00:00`. Times of day ("at 3:00") are left alone. */
export function takeTrailingTime(text: string): TimedText | null {
  const cut = Math.max(0, text.length - 32);
  const found = TRAILING.exec(text.slice(cut));
  if (!found) return null;
  const stated = toTime(found[2], found[3], found[4]);
  const index = cut + found.index;
  const before = text.slice(0, index);
  if (stated === null || NOT_BEFORE.test(before.slice(-12))) return null;
  const bracketed = /[([@]/.test(found[0]);
  if (!bracketed && text.length > LONGEST_HEAD) return null;
  return { stated, text: trimEnd(before) };
}

/** Without the dashes, commas and dots that led to the time. */
function trimEnd(text: string): string {
  const tail = /[\s\-–—,|·@]{1,12}$/.exec(text.slice(-12));
  return tail ? text.slice(0, text.length - tail[0].length) : text;
}

/** `1h 08m`, `1:08:16`, `68 min`, `PT1H8M`, as the length of an episode. */
export function readLength(text: string): Milliseconds | null {
  const short = text.trim().replace(/^PT/, '').toLowerCase();
  if (short.length === 0 || short.length > 32) return null;
  const clock = new RegExp(`^${CLOCK}$`).exec(short);
  if (clock) return toTime(clock[1], clock[2], clock[3]);
  const words = WORDS.exec(short.replace(/,| and /g, ' ').replace(/\s+/g, ' '));
  if (!words || words.slice(1).every((part) => part === undefined)) return null;
  return toTime(words[1], words[2], words[3]);
}

/** The second a link points to: `…?t=754`, `&t=1h2m3s`, `#t=12:34`, `&start=90`. */
export function timeOfLink(url: string): Milliseconds | null {
  const found = /[?&#](?:t|start|time_continue)=([0-9hms:.]{1,12})(?:&|#|$)/i.exec(url.slice(0, 2000));
  const value = found?.[1];
  if (value === undefined) return null;
  if (/^\d+(?:\.\d+)?$/.test(value)) return toTime(undefined, undefined, value);
  return readLength(value);
}
