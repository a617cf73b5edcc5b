import type { SourceCue, SourceWord } from '../transcript/source';
import { tidyText } from './clean-text';
import { foldWords } from './words';

/** A unit while its lines are being collected. */
export class PeopleUnit {
  /** What was collected since the latest mark. */
  private text = '';
  private gap: '' | ' ' | '\n' = '';
  /** What was collected before it, each with its own time. */
  private readonly marked: SourceWord[] = [];
  private markStart: number | null;

  constructor(
    readonly start: number | null,
    readonly end: number | null,
    readonly speaker: string | null,
    /** Where it begins, 1-based. */
    readonly line: number,
  ) {
    this.markStart = start;
  }

  get isEmpty(): boolean {
    return this.text === '' && this.marked.length === 0;
  }

  /** The same unit with the times that were found below its name. */
  at(start: number | null, end: number | null): PeopleUnit {
    return new PeopleUnit(start, end, this.speaker, this.line);
  }

  breakParagraph(): void {
    if (this.gap !== '') this.gap = '\n';
  }

  /** The words that follow begin at this time. */
  mark(start: number | null): void {
    if (start === null) return;
    if (this.text !== '') this.marked.push({ text: this.text, start: this.markStart });
    this.text = '';
    this.markStart = start;
  }

  addLine(text: string): void {
    if (text === '') return;
    this.text += this.gap + text;
    this.gap = ' ';
  }

  /** Null when there are no words. */
  toCue(): SourceCue | null {
    const { start, end } = this;
    const speaker = this.speaker === null ? null : tidyText(this.speaker);
    if (this.marked.length === 0) {
      const text = tidyText(this.text);
      return text === '' ? null : { start: start ?? this.markStart, end, speaker, text };
    }
    const { text, words } = foldWords([...this.marked, { text: this.text, start: this.markStart }]);
    return text === '' ? null : { start, end, speaker, text, words };
  }
}
