/** Times as people write them into notes: `1:02:03`, `(12:34)`, `[00:00](#t=0)`, `12m30s`, a link with `?t=754`. */
import { MAX_TIME, type Milliseconds, milliseconds } from '../transcript/units';

const CLOCK = String.raw`(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?`;
/** The end of a range; only its beginning matters. */
const UNTIL = String.raw`(?:\s?(?:-|–|—|~|to|bis)\s?[(\[（]?(?:\d{1,3}:)?\d{1,3}:[0-5]\d(?!\d|:\d)[)\]）]?)?`;
const LEADING = new RegExp(
  String.raw`^(?:(?:[@~≈]|(?:min|ca|approx)\.?|time(?:stamp|code)?:?)\s?)?[(\[{<【（]?\s?${CLOCK}` +
    String.raw`(?!\d|:\d|\s?[ap]\.?m\b)[)\]}>】）]?${UNTIL}[)\]}>】）]?`,
  'i',
);
const TRAILING = new RegExp(
  String.raw`(^|[\s(\[@（【–—.,、،-])(?:[(\[（【](?:time|timestamp|at|um|à)?:?|@)?\s?${CLOCK}${UNTIL}[)\]）】]?[.,;:]?$`,
  'i',
);
/** `(1h02m)`, `[12m30s]`, `1h02m`, `12m30s`: without brackets two units must stand together, "5 m deep" is no time. */
const IN_UNITS =
  /^(?:[([]((?:\d{1,2}\s?h\s?)?(?:\d{1,3}\s?m(?:in)?\s?)?(?:\d{1,2}\s?s)?)[)\]]|(\d{1,2}h\d{1,2}(?:m(?:in)?)?(?:\d{1,2}s)?|\d{1,3}m\d{1,2}s)(?=[\s:–—-]))/i;
/** `27'30"` */
const IN_PRIMES = /^(\d{1,3})[’'′]([0-5]\d)(?:["”″]|[’'′]{2}|(?=\s))/;
const WORDS =
  /^(?:(\d{1,3})\s?(?:h|hours?|hrs?|std|stunden?|heures?|horas?|ore|ora|uur|uren|時間|小时|小時|시간|ч|час(?:а|ов)?))?\s?(?:(\d{1,3})\s?(?:m|min|mins|minutes?|minuten?|minutos?|minuti|minuto|分钟|分鐘|分|분|мин|минут[аы]?))?\s?(?:(\d{1,3})\s?(?:s|secs?|seconds?|sek|sekunden?|segundos?|secondes?|秒|초|с|сек))?$/i;
/** "1 h 02" */
const HOUR_AND_MINUTE = /^(\d{1,2})\s?h\s?([0-5]\d)$/;
const SEPARATORS = /^[\s\-–—:：|·•~.,>→/]+/;
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
  const head = text.slice(0, 48);
  const clock = LEADING.exec(head);
  const found = clock ?? IN_PRIMES.exec(head) ?? IN_UNITS.exec(head);
  if (!found) return null;
  const stated = clock ? toTime(found[1], found[2], found[3]) : inUnits(found);
  if (stated === null) return null;
  const rest = text.slice(found[0].length);
  if (rest !== '' && /^[\p{L}\p{N}]/u.test(rest)) return null;
  return { stated, text: rest.replace(SEPARATORS, '').trim() };
}

function inUnits(found: RegExpExecArray): Milliseconds | null {
  const isPrimes = /[’'′]/.test(found[0]);
  return isPrimes ? toTime(undefined, found[1], found[2]) : readLength(found[1] ?? found[2] ?? '');
}

/** A time at the very end: `Title 0:31`, `… (12:34)`, `— Name 00:00:00`. Times of day ("at 3:00") are left alone. */
export function takeTrailingTime(text: string): TimedText | null {
  const cut = Math.max(0, text.length - 48);
  const found = TRAILING.exec(text.slice(cut));
  if (!found) return null;
  const stated = toTime(found[2], found[3], found[4]);
  const index = cut + found.index;
  const before = text.slice(0, index);
  if (stated === null || NOT_BEFORE.test(before.slice(-12))) return null;
  const bracketed = /[([@（【]/.test(found[0]);
  if (!bracketed && text.length > LONGEST_HEAD) return null;
  return { stated, text: trimEnd(before) };
}

/** Without the dashes, commas and dots that led to the time. */
function trimEnd(text: string): string {
  const tail = /[\s\-–—,、،|·@]{1,12}$/.exec(text.slice(-12));
  return tail ? text.slice(0, text.length - tail[0].length) : text;
}

/** `1h 08m`, `1:08:16`, `68 min`, `PT1H8M`, as the length of an episode. */
export function readLength(text: string): Milliseconds | null {
  const short = text.trim().replace(/^PT/, '').toLowerCase();
  if (short.length === 0 || short.length > 32) return null;
  const clock = new RegExp(`^${CLOCK}$`).exec(short);
  if (clock) return toTime(clock[1], clock[2], clock[3]);
  const plain = short
    .replace(/[.,]|\s(?:and|und|et|y|e)\s/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const half = HOUR_AND_MINUTE.exec(plain);
  if (half) return toTime(half[1], half[2], '0');
  const words = WORDS.exec(plain);
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
