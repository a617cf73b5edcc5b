/** Times that the transcript panel repeats in words for those who listen to the page. */
import { isTime } from './times';

/** `0:088 seconds`, `1:021 minute, 2 secondswords`: time, spoken time and words run together by some ways of copying. */
const GLUED =
  /^(\d{1,3}):(\d\d)(?::(\d\d))?((?:\d{1,3} hours?(?:, )?)?(?:\d{1,2} minutes?(?:, )?)?(?:\d{1,2} seconds?)?)(?=\D|$)/;

/** The time and the lines that were run together with it; null where nothing was. */
export function readGlued(text: string, from: number, to: number): { start: number; rest: readonly string[] } | null {
  const code = text.charCodeAt(from);
  if (code < 48 || code > 57) return null;
  const head = text.slice(from, Math.min(to, from + 60));
  const match = GLUED.exec(head);
  if (match === null || match[4] === undefined || match[4] === '') return null;
  const fields = [match[1], match[2], match[3]].filter((field) => field !== undefined).map(Number);
  const start = fields.reduce((sum, field) => sum * 60 + field, 0) * 1000;
  if (!isTime(start) || !isSpokenTime(match[4], start)) return null;
  const rest = text.slice(from + match[0].length, to).trim();
  return { start, rest: rest === '' ? [match[4]] : [match[4], rest] };
}

/** Longest way of saying a time that was seen: "1 hour, 23 minutes, 45 seconds" in some language. */
const LONGEST_SPOKEN = 64;

/** True when the line says the time in words, in any language: its numbers are those of the clock, and little else is there. */
export function isSpokenTime(line: string, start: number | null): boolean {
  if (start === null || line.length > LONGEST_SPOKEN || !/\d/.test(line)) return false;
  const numbers = line.match(/\d+/g)?.map(Number) ?? [];
  if (numbers.length === 0 || numbers.length > 3) return false;
  const words = line.match(/\p{L}+/gu)?.length ?? 0;
  if (words < numbers.length || words > numbers.length * 2 + 1) return false;
  const seconds = Math.floor(start / 1000);
  const fields = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = fields.filter((field) => field > 0);
  return (
    sameNumbers(numbers, shown) ||
    sameNumbers(numbers, fields.slice(3 - numbers.length)) ||
    (start === 0 && sameNumbers(numbers, [0]))
  );
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
