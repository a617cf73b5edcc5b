/**
 * WebVTT exactly as https://www.w3.org/TR/webvtt1/#file-parsing has it, for checking against browsers' own tests and for
 * telling what a browser would show. Readers get the tolerant reading of `webvtt.ts`.
 */
import { isAsciiSpace, readCueSettings, readRegionSettings, type VttRegion, type VttSettings } from './webvtt-settings';
import { readStandardTime } from './webvtt-time';

export interface VttCue extends VttSettings {
  readonly id: string;
  /** Milliseconds. May lie after `end`, and beyond any bound. */
  readonly start: number;
  readonly end: number;
  /** As written, markup and all: see `parseCueText`. */
  text: string;
}

export interface StandardVtt {
  /** False when the signature is missing, so that nothing was read. */
  readonly isWebVtt: boolean;
  readonly cues: readonly VttCue[];
  readonly regions: readonly VttRegion[];
  /** The CSS of each STYLE block. */
  readonly stylesheets: readonly string[];
}

/** Never throws. A byte order mark is taken off first, as decoding to text does in a browser. */
export function parseWebVttStandard(input: string): StandardVtt {
  const text = normalise(input);
  const cues: VttCue[] = [];
  const regions: VttRegion[] = [];
  const stylesheets: string[] = [];
  const after = text.charCodeAt(6);
  if (!text.startsWith('WEBVTT') || (text.length > 6 && after !== 32 && after !== 9 && after !== 10))
    return { isWebVtt: false, cues, regions, stylesheets };
  const parser = new BlockParser(text, regions);
  parser.skipHeader();
  for (let block = parser.next(); block !== null; block = parser.next()) {
    if (block.cue !== null) cues.push(block.cue);
    else if (block.stylesheet !== null) stylesheets.push(block.stylesheet);
    else if (block.region !== null) regions.push(block.region);
  }
  return { isWebVtt: true, cues, regions, stylesheets };
}

function normalise(input: string): string {
  const text = input.charCodeAt(0) === 0xfeff ? input.slice(1) : input;
  return text.replaceAll('\0', '\ufffd').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

interface Block {
  readonly cue: VttCue | null;
  readonly stylesheet: string | null;
  readonly region: VttRegion | null;
}

class BlockParser {
  private at = 0;
  private hasSeenCue = false;

  constructor(
    private readonly text: string,
    private readonly regions: readonly VttRegion[],
  ) {}

  skipHeader(): void {
    const end = this.text.indexOf('\n');
    this.at = end < 0 ? this.text.length : end + 1;
    if (this.at < this.text.length && this.text.charCodeAt(this.at) !== 10) this.collect(true);
    else this.at++;
    this.skipLineEnds();
  }

  next(): Block | null {
    if (this.at >= this.text.length) return null;
    const block = this.collect(false);
    this.skipLineEnds();
    return block;
  }

  private skipLineEnds(): void {
    while (this.text.charCodeAt(this.at) === 10) this.at++;
  }

  /** "Collect a WebVTT block" of the standard, step by step, so the names are its names. */
  private collect(inHeader: boolean): Block {
    const { text } = this;
    const buffer: string[] = [];
    let lineCount = 0;
    let seenArrow = false;
    let cue: VttCue | null = null;
    let isStylesheet = false;
    let isRegion = false;
    for (let seenEnd = false; !seenEnd; ) {
      const from = this.at;
      const lineEnd = text.indexOf('\n', from);
      seenEnd = lineEnd < 0;
      const line = text.slice(from, seenEnd ? text.length : lineEnd);
      this.at = seenEnd ? text.length : lineEnd + 1;
      lineCount++;
      if (line.includes('-->')) {
        if (inHeader || !(lineCount === 1 || (lineCount === 2 && !seenArrow))) {
          this.at = from;
          break;
        }
        seenArrow = true;
        cue = readTimingLine(line, buffer.join('\n'), this.regions);
        if (cue !== null) {
          buffer.length = 0;
          this.hasSeenCue = true;
        }
        continue;
      }
      if (line === '') break;
      if (!inHeader && lineCount === 2 && !this.hasSeenCue && buffer.length === 1) {
        isStylesheet = isKeyword(buffer[0] ?? '', 'STYLE');
        isRegion = isKeyword(buffer[0] ?? '', 'REGION');
        if (isStylesheet || isRegion) buffer.length = 0;
      }
      buffer.push(line);
    }
    const content = buffer.join('\n');
    if (cue !== null) cue.text = content;
    return {
      cue,
      stylesheet: isStylesheet ? content : null,
      region: isRegion ? readRegionSettings(content) : null,
    };
  }
}

function isKeyword(line: string, keyword: string): boolean {
  if (!line.startsWith(keyword)) return false;
  for (let at = keyword.length; at < line.length; at++) if (!isAsciiSpace(line.charCodeAt(at))) return false;
  return true;
}

function readTimingLine(line: string, id: string, regions: readonly VttRegion[]): VttCue | null {
  const start = readStandardTime(line, skipAsciiSpace(line, 0), line.length);
  if (start === null) return null;
  const arrow = skipAsciiSpace(line, start.end);
  if (!line.startsWith('-->', arrow)) return null;
  const end = readStandardTime(line, skipAsciiSpace(line, arrow + 3), line.length);
  if (end === null) return null;
  const settings = readCueSettings(line.slice(end.end), regions);
  return { id, start: start.time, end: end.time, text: '', ...settings };
}

function skipAsciiSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isAsciiSpace(text.charCodeAt(at))) at++;
  return at;
}
