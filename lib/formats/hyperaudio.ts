/** Hyperaudio's transcripts: HTML with a span for each word, its time in `data-m` and length in `data-d` (milliseconds). */
import type { SourceCue } from '../transcript/source';
import { tidyLine } from './clean-text';
import { attributeOf, readHtml } from './html-text';
import { isTooLarge, refusedAsTooLarge } from './limits';
import { recognised, sumOrNull } from './recogniser';
import type { Guess, Parsed, Shape } from './shape';
import { cleanName } from './speaker-names';
import { cueFromWords, type SpokenWord } from './spoken-words';
import { timeFromMilliseconds } from './times';

export const hyperaudio: Shape = { id: 'hyperaudio', name: 'Hyperaudio (HTML)', guess, parse };

function guess(text: string): Guess | null {
  const head = text.slice(0, 100_000);
  let words = 0;
  for (let at = head.indexOf('data-m='); at >= 0; at = head.indexOf('data-m=', at + 7)) words++;
  return words < 2 ? null : { confidence: 0.97, evidence: `${words} words with times in HTML` };
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  return recognised(new HyperaudioReader().run(text));
}

class HyperaudioReader {
  private readonly cues: (SourceCue | null)[] = [];
  private words: SpokenWord[] = [];
  private speaker: string | null = null;
  private span: { start: number | null; end: number | null; isSpeaker: boolean } | null = null;
  private buffer = '';

  run(text: string): (SourceCue | null)[] {
    readHtml(text, (token) => {
      if (token.kind === 'text') {
        if (this.span !== null) this.buffer += token.text;
      } else if (token.name === 'span' || token.name === 'a')
        this.turnSpan(token.kind === 'open' ? token.attributes : null);
      else if (token.name === 'p' || token.name === 'div' || token.name === 'section') this.closeParagraph();
    });
    this.endSpan();
    this.closeParagraph();
    return this.cues;
  }

  private turnSpan(attributes: string | null): void {
    this.endSpan();
    if (attributes === null) return;
    const start = timeFromMilliseconds(attributeOf(attributes, 'data-m'));
    const isSpeaker = (attributeOf(attributes, 'class') ?? '').split(' ').includes('speaker');
    if (start === null && !isSpeaker) return;
    this.span = { start, end: sumOrNull(start, timeFromMilliseconds(attributeOf(attributes, 'data-d'))), isSpeaker };
  }

  private endSpan(): void {
    const { span, buffer } = this;
    this.span = null;
    this.buffer = '';
    if (span === null || buffer.trim() === '') return;
    if (!span.isSpeaker) this.words.push({ text: buffer, start: span.start, end: span.end });
    else {
      // A speaker in the middle of a paragraph begins a cue of its own.
      this.closeParagraph();
      this.speaker = nameIn(buffer);
    }
  }

  private closeParagraph(): void {
    if (this.words.length > 0) this.cues.push(cueFromWords(this.words, { speaker: this.speaker }, true));
    this.words = [];
  }
}

/** `Hanan Elmasu: ` and `[Hanan Elmasu] ` alike. */
function nameIn(text: string): string | null {
  const trimmed = tidyLine(text);
  return cleanName(trimmed, 0, trimmed.endsWith(':') ? trimmed.length - 1 : trimmed.length) || null;
}
