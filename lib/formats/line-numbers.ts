/** Records of courts and parliaments number the lines of each page, `12    MR. HALE:  Good morning`; the numbers are no words. */
import { LineWalker } from './lines';

/** Lines looked at to tell whether they are numbered; blank ones do not count. */
const MOST_LINES = 120;
const FEWEST_NUMBERED = 8;

/** Beginnings looked at before most texts are let go. */
const FIRST_LOOK = 12;

const NUMBER = /^[ \t]{0,16}(\d{1,2})(?:[ \t]+(?=\S)|[ \t]*$)/;

/** The text without its line numbers, page numbers and the blank lines between; as it is where lines are not numbered in order. */
export function withoutLineNumbers(text: string): string {
  if (!hasLineNumbers(text)) return text;
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(NUMBER, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function hasLineNumbers(text: string): boolean {
  const walker = new LineWalker(text);
  let lines = 0;
  let following = 0;
  let withWords = 0;
  let latest = 0;
  while (lines < MOST_LINES && walker.next()) {
    if (walker.isBlank) continue;
    if (++lines > FIRST_LOOK && following * 3 < FIRST_LOOK) return false;
    const head = text.slice(walker.start, Math.min(walker.end, walker.start + 40));
    const match = NUMBER.exec(head);
    const number = Number(match?.[1] ?? 0);
    if (match === null) continue;
    if (number === latest + 1 || number === 1) following++;
    if (/\p{L}/u.test(head.slice(match[0].length))) withWords++;
    latest = number;
  }
  return withWords >= FEWEST_NUMBERED && following * 5 >= lines * 4;
}
