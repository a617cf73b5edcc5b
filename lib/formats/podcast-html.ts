/** Podcasting 2.0 transcript HTML: `<cite>` names the speaker, `<time>` says when, `<p>` holds the words. */
import type { SourceCue } from '../transcript/source';
import type { Chapter } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import { tidyLine, tidyText, tidyTitle } from './clean-text';
import { readHtml } from './html-text';
import { isTooLarge, MAX_CUES, refused, refusedAsTooLarge } from './limits';
import { Problems } from './problems';
import type { Guess, Parsed, Shape } from './shape';
import { cleanName } from './speaker-names';
import { readStamp } from './stamps';

export const podcastHtml: Shape = { id: 'podcast-html', name: 'Podcast transcript (HTML)', guess, parse };

const SAMPLE = 100_000;

function guess(text: string): Guess | null {
  const head = text.slice(0, SAMPLE).toLowerCase();
  const names = count(head, '<cite');
  const times = count(head, '<time');
  if (times === 0 || names + times < 2 || !head.includes('<p')) return null;
  const confidence = names > 0 ? Math.min(0.96, 0.75 + names * 0.03) : times > 2 ? 0.6 : 0.4;
  return { confidence, evidence: `${times} times and ${names} names in HTML` };
}

function count(text: string, wanted: string): number {
  let found = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found++;
  return found;
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  if (!text.includes('<')) return refused('not-this-shape', 'This is no HTML.');
  return new PodcastHtmlReader().run(text);
}

type Part = 'cite' | 'time' | 'words' | 'heading' | 'title';

class PodcastHtmlReader {
  private readonly cues: SourceCue[] = [];
  private readonly chapters: Chapter[] = [];
  private readonly problems = new Problems();
  private part: Part | null = null;
  private buffer: string[] = [];
  private speaker: string | null = null;
  private start: number | null = null;
  private words: string[] = [];
  private heading: string | null = null;
  private latest = -1;

  run(text: string): Parsed {
    readHtml(text, (token) => {
      if (this.cues.length >= MAX_CUES) return;
      if (token.kind === 'text') this.buffer.push(token.text);
      else if (token.name === 'br') this.buffer.push('\n');
      else if (token.kind === 'open') this.open(token.name);
      else this.close(token.name);
    });
    this.endPart();
    this.flush();
    if (this.cues.length === 0) this.problems.add('no-words', null, 'There are no words in this page.');
    return {
      language: null,
      timing: this.cues.some((cue) => cue.start !== null) ? 'turn' : 'none',
      cues: this.cues,
      problems: this.problems.list(),
      ...(this.chapters.length > 0 ? { chapters: this.chapters } : {}),
    };
  }

  private open(name: string): void {
    const part = partOf(name);
    if (part === null) return;
    this.endPart();
    this.part = part;
  }

  private close(name: string): void {
    if (partOf(name) !== null) this.endPart();
  }

  private endPart(): void {
    const words = tidyText(this.buffer.join(''));
    this.buffer = [];
    const { part } = this;
    this.part = null;
    if (words === '') return;
    if (part === 'cite') {
      this.flush();
      this.speaker = nameIn(tidyLine(words));
    } else if (part === 'time') this.addTime(words);
    else if (part === 'heading') {
      this.flush();
      this.heading = tidyTitle(words);
    } else if (part === 'words') this.words.push(words);
  }

  private addTime(words: string): void {
    this.flush();
    const stamp = readStamp(words, 0, words.length);
    if (stamp === null || stamp.start === null) {
      this.problems.add(
        'time-invalid',
        null,
        `“${words.slice(0, 40)}” is no possible time. The words were kept without one.`,
      );
      return;
    }
    if (stamp.start < this.latest)
      this.problems.add(
        'time-backwards',
        null,
        `${words.slice(0, 40)} is earlier than the time before. The order of the text was kept.`,
      );
    this.latest = stamp.start;
    this.start = stamp.start;
  }

  private flush(): void {
    if (this.words.length === 0) return;
    const { speaker, start } = this;
    if (start !== null && this.heading !== null)
      this.chapters.push({ start: start as Milliseconds, title: this.heading });
    this.heading = null;
    this.cues.push({ start, end: null, text: this.words.join('\n'), speaker });
    this.words = [];
    this.start = null;
  }
}

function nameIn(line: string): string | null {
  return cleanName(line, 0, line.endsWith(':') ? line.length - 1 : line.length) || null;
}

function partOf(name: string): Part | null {
  if (name === 'cite' || name === 'time') return name;
  if (name === 'p' || name === 'li' || name === 'blockquote') return 'words';
  return /^h[1-6]$/.test(name) ? 'heading' : null;
}
