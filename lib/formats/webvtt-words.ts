/**
 * From the text of a WebVTT cue to what a reader sees: words, who says them, and when where the cue tells. Reads tags as the
 * standard's tokenizer does (`webvtt-cue-text.ts`), but keeps the words behind a `<` that opens no tag.
 */
import type { SourceWord } from '../transcript/source';
import { tidyLine, tidyText } from './clean-text';
import { decodeEntities } from './entities';
import { isTime } from './times';
import { foldAnnotation } from './webvtt-cue-text';
import { readStandardTime } from './webvtt-time';
import { foldWords } from './words';

/** A stretch of a cue in one voice. */
export interface VoicedText {
  /** Null where the cue names nobody. */
  readonly speaker: string | null;
  readonly text: string;
  /** Present where the stretch has inner times. */
  readonly words?: readonly SourceWord[];
}

/** The stretches in order; none when there are no words. Voices that follow themselves are one. */
export function readVttWords(body: string, start: number): readonly VoicedText[] {
  if (!body.includes('<')) {
    const text = tidyText(decodeEntities(body, { bare: true }));
    return text === '' ? [] : [{ speaker: null, text }];
  }
  const reader = new WordReader(body, start);
  reader.read();
  return reader.stretches.map(toVoicedText).filter(({ text }) => text !== '');
}

/** What one voice says in a cue, as it stands between the tags. */
interface Stretch {
  readonly speaker: string | null;
  readonly pieces: SourceWord[];
  isTimed: boolean;
}

function toVoicedText({ speaker, pieces, isTimed }: Stretch): VoicedText {
  if (isTimed) return { speaker, ...foldWords(pieces) };
  return { speaker, text: tidyText(pieces.map((piece) => piece.text).join('')) };
}

/** Longest name of a tag that means something, `ruby` and `lang`. */
const LONGEST_NAME = 4;

class WordReader {
  readonly stretches: Stretch[] = [];
  private readonly voices: (string | null)[] = [];
  private speaker: string | null = null;
  private pieces: SourceWord[] = [];
  private time: number | null;
  private isTimed = false;
  private isInRuby = false;
  private isInRubyText = false;

  constructor(
    private readonly body: string,
    private readonly start: number,
  ) {
    this.time = start;
  }

  read(): void {
    const { body } = this;
    let copied = 0;
    let close = body.indexOf('>');
    let open = body.indexOf('<');
    while (open >= 0) {
      const next = body.indexOf('<', open + 1);
      // Looked for again only when passed: asking anew for each bracket would make a run of them quadratic.
      if (close >= 0 && close < open) close = body.indexOf('>', open);
      if (close < 0) break;
      // A browser would swallow the words between `a < b` and the next `>`. They are words.
      if (isTagStart(body.charCodeAt(open + 1)) && (next < 0 || close < next)) {
        if (open > copied) this.add(decodeEntities(body.slice(copied, open), { bare: true }));
        this.takeTag(open + 1, close);
        copied = close + 1;
      }
      open = next;
    }
    if (copied < body.length) this.add(decodeEntities(body.slice(copied), { bare: true }));
    this.endStretch();
  }

  private takeTag(from: number, to: number): void {
    const { body } = this;
    const first = body.charCodeAt(from);
    if (first >= 48 && first <= 57) this.takeTime(from, to);
    else if (first === 47) this.close(body.slice(from + 1, to));
    else {
      let at = from;
      while (at < to && !isNameEnd(body.charCodeAt(at))) at++;
      if (at - from <= LONGEST_NAME) this.open(body.slice(from, at), at, to);
    }
  }

  private add(text: string): void {
    this.pieces.push({ text, start: this.time });
    // A time counts for the words behind it up to the next tag that has one; what follows later has none of its own.
    if (text.trim() !== '') this.time = null;
  }

  private takeTime(from: number, to: number): void {
    const read = readStandardTime(this.body, from, to);
    if (read === null || read.end !== to || read.time < this.start || !isTime(read.time)) return;
    this.time = read.time;
    this.isTimed = true;
  }

  private open(name: string, nameTo: number, to: number): void {
    if (name === 'v') {
      this.voices.push(this.speaker);
      this.speakAs(tidyLine(foldAnnotation(this.annotation(nameTo, to))) || null);
    } else if (name === 'ruby') this.isInRuby = true;
    else if (name === 'rt' && this.isInRuby) {
      this.isInRubyText = true;
      this.add('(');
    } else if (name === 'br') this.add('\n');
  }

  /** What stands behind the name and its `.classes`. */
  private annotation(nameTo: number, to: number): string {
    let at = nameTo;
    while (at < to && !isTagSpace(this.body.charCodeAt(at))) at++;
    return this.body.slice(at, to);
  }

  private close(name: string): void {
    if (name === 'v') this.speakAs(this.voices.pop() ?? null);
    else if (this.isInRubyText && (name === 'rt' || name === 'ruby')) {
      this.isInRubyText = false;
      this.add(')');
    }
    if (name === 'ruby') this.isInRuby = false;
  }

  private speakAs(speaker: string | null): void {
    if (speaker === this.speaker) return;
    this.endStretch();
    this.speaker = speaker;
  }

  /** Pieces of a voice that goes on after a pause join those it said before. */
  private endStretch(): void {
    const { pieces, speaker, isTimed } = this;
    this.pieces = [];
    this.isTimed = false;
    if (!pieces.some((piece) => piece.text.trim() !== '')) return;
    const last = this.stretches[this.stretches.length - 1];
    if (last === undefined || last.speaker !== speaker) {
      this.stretches.push({ speaker, pieces, isTimed });
      return;
    }
    last.pieces.push({ text: '\n', start: null });
    for (const piece of pieces) last.pieces.push(piece);
    last.isTimed ||= isTimed;
  }
}

function isTagSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 12;
}

function isNameEnd(code: number): boolean {
  return code === 46 || isTagSpace(code);
}

/** A letter, a digit of a time, `/`, `.` or `>`; NaN at the end of the text is none of them. */
function isTagStart(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 46 && code <= 57) || code === 62;
}
