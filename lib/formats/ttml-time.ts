/** Time expressions of TTML (https://www.w3.org/TR/ttml2/#timing-value-time-expression). */
import { isTime, parseDecimal, readClock } from './times';

export interface TtmlRates {
  /** Frames in a second, the multiplier already applied. */
  readonly frames: number;
  readonly subFrames: number;
  /** Ticks in a second. */
  readonly ticks: number;
}

interface RateAttributes {
  readonly frameRate: string | null;
  readonly frameRateMultiplier: string | null;
  readonly subFrameRate: string | null;
  readonly tickRate: string | null;
}

/** The root's parameters with the standard's defaults: 30 frames, one sub-frame; ticks as frames where these are given, else 1. */
export function readRates(attributes: RateAttributes): TtmlRates {
  const given = positive(attributes.frameRate);
  const frames = (given ?? 30) * readMultiplier(attributes.frameRateMultiplier);
  const subFrames = positive(attributes.subFrameRate) ?? 1;
  const ticks = positive(attributes.tickRate) ?? (given === null ? 1 : frames * subFrames);
  return { frames, subFrames, ticks };
}

function positive(text: string | null): number | null {
  const number = parseDecimal(text ?? '');
  return number !== null && number > 0 && number < 1e9 ? number : null;
}

/** `1000 1001`, or `1000:1001` as the first edition had it. */
function readMultiplier(text: string | null): number {
  const [numerator, denominator] = (text ?? '').slice(0, 40).trim().replace(':', ' ').split(' ');
  return (positive(numerator ?? null) ?? 1) / (positive(denominator ?? null) ?? 1);
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
]);

/**
 * Milliseconds of `00:01:02.5`, `00:01:02:15`, `62.5s`, `1550f`, `625000t`; a bare number counts as seconds, as players read
 * it. Null for what is none of these or out of bounds. May exceed a day: wall-clock bases do.
 */
export function readTtmlTime(text: string | null, rates: TtmlRates): number | null {
  const trimmed = text === null || text.length > 60 ? '' : text.trim();
  if (trimmed === '') return null;
  const time = trimmed.includes(':') ? readClockTime(trimmed, rates) : readOffset(trimmed, rates);
  if (time === null || !isTime(time)) return null;
  return Math.round(time);
}

function readClockTime(text: string, rates: TtmlRates): number | null {
  const clock = readClock(text, 0);
  if (clock === null) return null;
  if (clock.end === text.length) return clock.time + framesOf(clock.frames, rates);
  // Sub-frames: `00:01:02:15.1`.
  const rest = text.slice(clock.end);
  const subFrames = rest.startsWith('.') && clock.frames !== null ? parseDecimal(rest.slice(1)) : null;
  return subFrames === null ? null : clock.time + framesOf((clock.frames ?? 0) + subFrames / rates.subFrames, rates);
}

function framesOf(frames: number | null, rates: TtmlRates): number {
  return frames === null ? 0 : (frames * 1000) / rates.frames;
}

function readOffset(text: string, rates: TtmlRates): number | null {
  let unitFrom = text.length;
  while (unitFrom > 0 && isLetter(text.charCodeAt(unitFrom - 1))) unitFrom--;
  const value = parseDecimal(text.slice(0, unitFrom).replace(',', '.'));
  if (value === null || value < 0) return null;
  const unit = text.slice(unitFrom).toLowerCase();
  if (unit === '') return value * 1000;
  if (unit === 'f') return framesOf(value, rates);
  if (unit === 't') return (value * 1000) / rates.ticks;
  const size = UNITS.get(unit);
  return size === undefined ? null : value * size;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}
