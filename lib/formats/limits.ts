/** How much of a text is read. Beyond, a shape answers with a problem instead of eating the reader's memory. */
import type { Parsed } from './shape';

/** UTF-16 units. Ten hours of word-timed captions are about 7 million. */
export const MAX_INPUT = 64 * 1024 * 1024;

/** Units of one transcript; 100 hours of captions are about 150,000. */
export const MAX_CUES = 1_000_000;

/** An answer without cues, saying why. */
export function refused(code: string, message: string): Parsed {
  return { language: null, timing: 'none', cues: [], problems: [{ code, line: null, message }] };
}

export function isTooLarge(text: string): boolean {
  return text.length > MAX_INPUT;
}

export function refusedAsTooLarge(): Parsed {
  return refused('input-too-large', 'The text is longer than 64 million characters, so it was not read.');
}
