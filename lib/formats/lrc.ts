/** Lyrics: `[mm:ss.xx]words`, several stamps before one line, and in enhanced files `<mm:ss.xx>` before single words. */
import type { SourceCue, SourceWord } from '../transcript/source';
import { tidyLine, tidyText } from './clean-text';
import { finishCues } from './finish-cues';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { indexOfCode, LineWalker, skipSpaces, trimEnd } from './lines';
import { Problems } from './problems';
import type { Guess, Parsed, Shape } from './shape';
import { type Clock, isTime, parseDecimal, readClock } from './times';
import { foldWords } from './words';

interface Lyric {
  readonly start: number;
  readonly line: number;
  readonly text: string;
  readonly words: readonly SourceWord[] | null;
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const problems = new Problems();
  const reader = new LyricReader(problems);
  for (const lines = new LineWalker(text); lines.next() && reader.lyrics.length < MAX_CUES; ) reader.take(text, lines);
  if (reader.lyrics.length >= MAX_CUES) problems.add('too-many-cues', null, 'Only the first million lines were read.');
  return finishCues(toCues(reader.lyrics), problems, reader.title === '' ? {} : { title: reader.title });
}

class LyricReader {
  readonly lyrics: Lyric[] = [];
  title = '';
  /** Milliseconds that all lines come earlier. */
  private offset = 0;

  constructor(private readonly problems: Problems) {}

  take(text: string, lines: LineWalker): void {
    let at = skipSpaces(text, lines.start, lines.end);
    const starts: number[] = [];
    for (;;) {
      const stamp = readStamp(text, at, lines.end, 91, 93);
      if (stamp === null) break;
      const time = this.shifted(stamp.clock);
      if (isTime(time)) starts.push(time);
      else this.problems.add('time-impossible', lines.number, 'A line had an impossible time. It was left out.');
      at = skipSpaces(text, stamp.end, lines.end);
    }
    if (starts.length === 0) this.takeOther(text, at, lines);
    else for (const start of starts) this.addLyric(text.slice(at, lines.end), start, lines.number);
  }

  private shifted(clock: Clock): number {
    return Math.max(0, clock.time - this.offset);
  }

  private addLyric(raw: string, start: number, line: number): void {
    const words = readWords(raw, start, this.offset);
    if (this.lyrics.length >= MAX_CUES) return;
    this.lyrics.push(words === null ? { start, line, text: tidyText(raw), words } : { start, line, ...words });
  }

  /** `[ti:…]` and its like; and words that follow their line without a stamp of their own. */
  private takeOther(text: string, from: number, lines: LineWalker): void {
    if (from === lines.end) return;
    const colon = indexOfCode(text, 58, from, Math.min(lines.end, from + LONGEST_TAG));
    const isTag = text.charCodeAt(from) === 91 && colon > from;
    if (!isTag) {
      this.problems.add('cue-without-time', lines.number, 'A line without a time was left out.');
      return;
    }
    const to = trimEnd(text, colon + 1, lines.end);
    const value = text.slice(colon + 1, text.charCodeAt(to - 1) === 93 ? to - 1 : to).trim();
    const name = text
      .slice(from + 1, colon)
      .trim()
      .toLowerCase();
    if (name === 'ti') this.title = tidyLine(value);
    else if (name === 'offset') this.offset = Math.round(parseDecimal(value) ?? 0);
  }
}

interface Stamp {
  readonly clock: Clock;
  readonly end: number;
}

function readStamp(text: string, at: number, to: number, open: number, close: number): Stamp | null {
  if (at >= to || text.charCodeAt(at) !== open) return null;
  const clock = readClock(text, skipSpaces(text, at + 1, to), to);
  if (clock === null) return null;
  const end = skipSpaces(text, clock.end, to);
  return end < to && text.charCodeAt(end) === close ? { clock, end: end + 1 } : null;
}

/** Null when no word of the line has a time of its own. */
function readWords(raw: string, start: number, offset: number): { text: string; words: readonly SourceWord[] } | null {
  const pieces: SourceWord[] = [];
  let time: number | null = start;
  let from = 0;
  let isTimed = false;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code !== 60 && code !== 91) continue;
    const stamp = readStamp(raw, at, raw.length, code, code + 2);
    if (stamp === null) continue;
    if (at > from) pieces.push({ text: raw.slice(from, at), start: time });
    const own = Math.max(0, stamp.clock.time - offset);
    time = isTime(own) && own >= start ? own : null;
    isTimed = true;
    from = stamp.end;
    at = stamp.end - 1;
  }
  if (!isTimed) return null;
  pieces.push({ text: raw.slice(from), start: time });
  return foldWords(pieces);
}

/** A line lasts until the next one; a stamp without words ends the one before it. */
function toCues(lyrics: Lyric[]): SourceCue[] {
  const ordered = lyrics.map((lyric, index) => ({ lyric, index }));
  ordered.sort((a, b) => a.lyric.start - b.lyric.start || a.index - b.index);
  const cues: SourceCue[] = [];
  for (const [index, { lyric }] of ordered.entries()) {
    if (lyric.text === '') continue;
    const end = ordered[index + 1]?.lyric.start ?? null;
    const { start, text, words } = lyric;
    cues.push(words === null ? { start, end, text } : { start, end, text, words });
  }
  return cues;
}

const SAMPLE = 20_000;

function guess(text: string): Guess | null {
  const sample = text.slice(0, SAMPLE);
  let fine = 0;
  let tags = 0;
  let others = 0;
  for (const lines = new LineWalker(sample); lines.next(); ) {
    const from = skipSpaces(sample, lines.start, lines.end);
    if (from === lines.end) continue;
    const stamp = readStamp(sample, from, lines.end, 91, 93);
    if (stamp !== null && stamp.clock.fields === 2 && stamp.clock.fractionDigits > 0) fine++;
    else if (stamp === null && isNamedTag(sample, from, lines.end)) tags++;
    else others++;
  }
  if (fine === 0 || others > fine) return null;
  const isSure = tags > 0 || (fine >= 3 && others === 0);
  return { confidence: isSure ? 0.97 : 0.8, evidence: `${fine} lines of \`[mm:ss.xx]words\`` };
}

/** `[offset:` and a space or two. */
const LONGEST_TAG = 12;

const TAGS = ['ar', 'al', 'ti', 'au', 'by', 're', 've', 'offset', 'length', 'la', 'id', 'lr', 'tool'];

function isNamedTag(text: string, from: number, to: number): boolean {
  const colon = indexOfCode(text, 58, from, Math.min(to, from + LONGEST_TAG));
  if (text.charCodeAt(from) !== 91 || colon < 0) return false;
  return TAGS.includes(text.slice(from + 1, colon).toLowerCase());
}

export const lrc: Shape = { id: 'lrc', name: 'Lyrics (LRC)', guess, parse };
