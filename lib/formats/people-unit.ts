import type { SourceCue, SourceWord } from '../transcript/source';
import { tidyText } from './clean-text';
import { foldWords } from './words';

/** A unit while its lines are being collected. */
export class PeopleUnit {
  private readonly pieces: { text: string; start: number | null }[] = [];
  private gap: '' | ' ' | '\n' = '';
  private marked: number | null | undefined;

  constructor(
    readonly start: number | null,
    readonly end: number | null,
    readonly speaker: string | null,
    /** Where it begins, 1-based. */
    readonly line: number,
  ) {}

  breakParagraph(): void {
    if (this.pieces.length > 0) this.gap = '\n';
  }

  /** The words that follow begin at this time. */
  mark(start: number | null): void {
    if (start !== null) this.marked = start;
  }

  addLine(text: string): void {
    if (text === '') return;
    this.pieces.push({ text: this.gap + text, start: this.marked ?? null });
    this.marked = undefined;
    this.gap = ' ';
  }

  /** Null when there are no words. */
  toCue(): SourceCue | null {
    const speaker = this.speaker === null ? null : tidyText(this.speaker);
    const head = { start: this.start, end: this.end, speaker };
    if (!this.pieces.some((piece) => piece.start !== null)) {
      const text = tidyText(this.pieces.map((piece) => piece.text).join(''));
      return text === '' ? null : { ...head, text };
    }
    const words: SourceWord[] = this.pieces.map((piece, index) => ({
      text: piece.text,
      start: index === 0 ? (piece.start ?? this.start) : piece.start,
    }));
    const folded = foldWords(words);
    return folded.text === '' ? null : { ...head, text: folded.text, words: folded.words };
  }
}
