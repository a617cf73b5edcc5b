/** From the text of a WebVTT cue to what a reader sees: words, who says them, and when where the cue tells. */
import type { SourceWord } from '../transcript/source';
import { tidyText } from './clean-text';
import { isTime } from './times';
import { type CueToken, tokenizeCueText } from './webvtt-cue-text';
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
  if (!body.includes('<') && !body.includes('&')) {
    const text = tidyText(body);
    return text === '' ? [] : [{ speaker: null, text }];
  }
  const reader = new WordReader(start);
  for (const token of tokenizeCueText(hideLooseBrackets(body))) reader.take(token);
  return reader.finish();
}

/** What a `<` that opens no tag becomes, so that the standard's tokenizer leaves the words behind it alone. */
const LOOSE = '&lt;';

/** A browser would swallow the words between `a < b` and the next `>`. They are words. */
function hideLooseBrackets(body: string): string {
  const parts: string[] = [];
  let copied = 0;
  let close = body.indexOf('>');
  for (let open = body.indexOf('<'), next = 0; open >= 0; open = next) {
    next = body.indexOf('<', open + 1);
    // Looked for again only when passed: asking anew for each bracket would make a run of them quadratic.
    if (close >= 0 && close < open) close = body.indexOf('>', open);
    if (isTagStart(body.charCodeAt(open + 1)) && close >= 0 && (next < 0 || close < next)) continue;
    parts.push(body.slice(copied, open), LOOSE);
    copied = open + 1;
  }
  parts.push(body.slice(copied));
  return copied === 0 ? body : parts.join('');
}

/** A letter, a digit of a time, `/`, `.` or `>`; NaN at the end of the text is none of them. */
function isTagStart(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 46 && code <= 57) || code === 62;
}

class WordReader {
  private readonly stretches: VoicedText[] = [];
  private readonly voices: (string | null)[] = [];
  private speaker: string | null = null;
  private pieces: SourceWord[] = [];
  private time: number | null;
  private isTimed = false;
  private isInRuby = false;
  private isInRubyText = false;

  constructor(private readonly start: number) {
    this.time = start;
  }

  take(token: CueToken): void {
    if (token.kind === 'text') this.add(token.text);
    else if (token.kind === 'time') this.takeTime(token.time);
    else if (token.kind === 'start') this.open(token.name, token.annotation);
    else this.close(token.name);
  }

  finish(): readonly VoicedText[] {
    this.endStretch();
    return this.stretches;
  }

  private add(text: string): void {
    this.pieces.push({ text, start: this.time });
    // A time counts for the words behind it up to the next tag that has one; what follows later has none of its own.
    if (text.trim() !== '') this.time = null;
  }

  private takeTime(time: number): void {
    if (time < this.start || !isTime(time)) return;
    this.time = time;
    this.isTimed = true;
  }

  private open(name: string, annotation: string): void {
    if (name === 'v') {
      this.voices.push(this.speaker);
      this.speakAs(tidyText(annotation) || null);
    } else if (name === 'ruby') this.isInRuby = true;
    else if (name === 'rt' && this.isInRuby) {
      this.isInRubyText = true;
      this.add('(');
    } else if (name === 'br') this.add('\n');
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

  private endStretch(): void {
    const { text, words } = foldWords(this.pieces);
    this.pieces = [];
    if (text === '') return;
    const last = this.stretches[this.stretches.length - 1];
    const stretch = { speaker: this.speaker, text, ...(this.isTimed ? { words } : {}) };
    if (last === undefined || last.speaker !== this.speaker) this.stretches.push(stretch);
    else this.stretches[this.stretches.length - 1] = joined(last, stretch);
  }
}

function joined(first: VoicedText, second: VoicedText): VoicedText {
  const text = `${first.text}\n${second.text}`;
  const { speaker } = first;
  if (first.words === undefined && second.words === undefined) return { speaker, text };
  const after = second.words ?? [{ text: second.text, start: null }];
  const words = [
    ...(first.words ?? [{ text: first.text, start: null }]),
    ...after.map((word, index) => (index === 0 ? { ...word, text: `\n${word.text}` } : word)),
  ];
  return { speaker, text, words };
}
