/** Words without times and names: a paragraph is a unit. */
import type { SourceCue } from '../transcript/source';
import { tidyText } from './clean-text';
import { readFrontMatter } from './front-matter';
import { isTooLarge, MAX_CUES, refused, refusedAsTooLarge } from './limits';
import { withoutLineNumbers } from './line-numbers';
import { LineWalker } from './lines';
import { plainFromMarkdown } from './markdown-text';
import { type PeopleProfile, profileOfSample } from './people-profile';
import { areBulletsSpoken, namedStamps } from './people-shapes';
import type { Guess, Parsed, Shape } from './shape';

export const plainText: Shape = {
  id: 'plain-text',
  name: 'Plain text',
  guess: (text) => guess(profileOfSample(text)),
  parse,
};

/** Characters. Lines shorter than this on the whole are verses, lists or data. */
const SHORTEST_MEAN = 18;

function guess(profile: PeopleProfile): Guess | null {
  if (profile.lines === 0) return null;
  const { labels, timedText, bareTimes, setTimes, tails } = profile;
  const bullets = areBulletsSpoken(profile) ? profile.timedBullets : 0;
  const structured = bullets + labels + timedText + bareTimes + setTimes + tails + namedStamps(profile);
  const share = structured / profile.lines;
  const isTerse = profile.lines > 2 && profile.characters < profile.lines * SHORTEST_MEAN;
  const confidence = Math.max(0.15, (isTerse ? 0.55 : 0.9) - share * 6);
  const paragraphs = profile.lines === 1 ? 'one paragraph' : `${profile.lines} lines`;
  return { confidence: Math.round(confidence * 100) / 100, evidence: `${paragraphs} of words, no times, no names` };
}

function parse(whole: string): Parsed {
  if (isTooLarge(whole)) return refusedAsTooLarge();
  // What a text is written in is told from its beginning.
  const profile = profileOfSample(whole);
  const text = withoutLineNumbers(whole);
  // All words as items of a list: no list at all.
  const isBulleted = profile.bullets >= FEWEST_BULLETS && profile.bullets * 10 >= profile.lines * 9;
  const isMarkdown = isBulleted || (profile.marked * 10 >= profile.lines && profile.marked > 1);
  const front = readFrontMatter(text);
  const isWrapped = linesAreWrapped(text, front.after);
  const cues: SourceCue[] = [];
  let paragraph: string[] = [];
  const add = (words: string) => {
    const tidy = tidyText(words);
    if (tidy !== '') cues.push({ start: null, end: null, text: tidy });
  };
  const close = () => {
    if (paragraph.length === 0) return;
    add(paragraph.join(' '));
    paragraph = [];
  };
  const isNumbered = linesAreNumbered(text, front.after);
  const walker = new LineWalker(text, front.after);
  while (walker.next() && cues.length < MAX_CUES) {
    if (walker.isBlank) {
      close();
      continue;
    }
    const line = isNumbered ? walker.line.replace(LINE_NUMBER, '') : walker.line;
    const bare = isBulleted ? line.replace(BULLET, '') : line;
    const words = isMarkdown ? plainFromMarkdown(withoutHashes(bare)) : line;
    if (isWrapped) paragraph.push(words);
    else add(words);
  }
  close();
  if (cues.length === 0) return refused('no-words', 'There are no words in this text.');
  return { language: null, timing: 'none', cues, problems: [], ...(front.title ? { title: front.title } : {}) };
}

const FEWEST_BULLETS = 4;
const BULLET = /^\s{0,20}[*•-]\s{1,8}/;

const LINE_NUMBER = /^\s{0,20}\[(\d{1,7})\] ?/;

/** `[12] words`: every line of the beginning has the number after the one before. */
function linesAreNumbered(text: string, from: number): boolean {
  const walker = new LineWalker(text, from);
  let expected: number | null = null;
  let lines = 0;
  while (lines < 20 && walker.next()) {
    if (walker.isBlank) continue;
    const number = LINE_NUMBER.exec(walker.text.slice(walker.start, Math.min(walker.end, walker.start + 40)))?.[1];
    if (number === undefined || (expected !== null && Number(number) !== expected)) return false;
    expected = Number(number) + 1;
    lines++;
  }
  return lines > 2;
}

function withoutHashes(line: string): string {
  return line.startsWith('#') ? line.replace(/^#{1,6}\s+/, '') : line;
}

/** A line longer than this was not broken to fit a page. */
const WIDEST = 110;

/** Lines looked at before the matter is settled. */
const ENOUGH_LINES = 400;

/** Characters. Narrower pages hold verses. */
const NARROWEST = 40;

/** Of the width of the page: a line much shorter was not broken because it was full. */
const FULL = 0.62;

/** True when line ends are where the page was full, not where a paragraph or a verse ends. */
function linesAreWrapped(text: string, from: number): boolean {
  const lines = headLines(text, from);
  if (lines === null) return false;
  const width = Math.max(0, ...lines.map((line) => line.length));
  if (width < NARROWEST) return false;
  let full = 0;
  let short = 0;
  let ended = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? '';
    if (line === '' || next === '') continue;
    if (/[.!?…。？！:"”’)\]]$/.test(line)) ended++;
    else if (line.length >= width * FULL) full++;
    else short++;
  }
  return full > 2 && full > ended * 1.5 && full > short * 2;
}

/** The first lines, trimmed; null when one of them is too long for a page. */
function headLines(text: string, from: number): string[] | null {
  const walker = new LineWalker(text, from);
  const lines: string[] = [];
  while (lines.length < ENOUGH_LINES && walker.next()) {
    if (walker.end - walker.start > WIDEST) return null;
    lines.push(walker.line.trim());
  }
  return lines;
}
