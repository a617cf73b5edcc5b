/** A time exactly as WebVTT wants it: `MM:SS.ttt` or `HH:MM:SS.ttt`, hours of two or more digits or any odd number of them. */
export interface StandardTime {
  /** Milliseconds, unbounded. */
  readonly time: number;
  readonly end: number;
}

/** Collects a timestamp (https://www.w3.org/TR/webvtt1/#collect-a-webvtt-timestamp) at `from`; null where the standard fails. */
export function readStandardTime(text: string, from: number, to: number): StandardTime | null {
  let at = skipDigits(text, from, to);
  if (at === from || text.charCodeAt(at) !== 58 || at >= to) return null;
  const first = numberOf(text, from, at);
  const second = twoDigits(text, at + 1, to);
  if (second < 0) return null;
  const isHours = at - from !== 2 || first > 59;
  at += 3;
  let seconds: number;
  if (isHours || (at < to && text.charCodeAt(at) === 58)) {
    const third = at < to && text.charCodeAt(at) === 58 ? twoDigits(text, at + 1, to) : -1;
    if (third < 0 || third > 59 || second > 59) return null;
    seconds = first * 3600 + second * 60 + third;
    at += 3;
  } else {
    if (second > 59) return null;
    seconds = first * 60 + second;
  }
  if (at >= to || text.charCodeAt(at) !== 46) return null;
  const end = skipDigits(text, at + 1, to);
  return end === at + 4 ? { time: seconds * 1000 + numberOf(text, at + 1, end), end } : null;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function skipDigits(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function numberOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/** The value of exactly two digits, or -1. */
function twoDigits(text: string, from: number, to: number): number {
  const end = skipDigits(text, from, to);
  return end - from === 2 ? numberOf(text, from, end) : -1;
}
