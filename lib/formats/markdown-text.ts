/** Markdown's marks inside a line, taken off: what a reader of the page would see. */
import { isWordCharacter } from './stamps';

/** Links become their labels, pictures their descriptions, emphasis and code lose their marks, escapes their backslash. */
export function plainFromMarkdown(text: string): string {
  if (!MARKED.test(text)) return text;
  return new MarkdownLine(text).read();
}

const MARKED = /[\\*_`[]/;

/** A link's label and target are looked for this far. */
const LINK_REACH = 2000;

class MarkdownLine {
  private readonly parts: string[] = [];
  private copied = 0;
  /** Beyond this no closing mark of the kind was found: not looked for again. */
  private readonly exhausted = new Map<string, number>();

  constructor(private readonly text: string) {}

  read(): string {
    const { text } = this;
    let at = text.startsWith('> ') ? this.drop(0, 2) : text === '>' ? this.drop(0, 1) : 0;
    while (at < text.length) at = this.step(at);
    this.parts.push(text.slice(this.copied));
    return this.parts.join('');
  }

  private step(at: number): number {
    const char = this.text.charAt(at);
    if (char === '\\') return this.isEscape(at) ? this.drop(at, at + 1) + 1 : at + 1;
    if (char === '*' || char === '_' || char === '`') return this.mark(at, char);
    if (char === '[' || (char === '!' && this.text.charAt(at + 1) === '[')) return this.link(at);
    return at + 1;
  }

  private isEscape(at: number): boolean {
    const code = this.text.charCodeAt(at + 1);
    // ASCII punctuation, as CommonMark has it.
    return (
      (code >= 33 && code <= 47) ||
      (code >= 58 && code <= 64) ||
      (code >= 91 && code <= 96) ||
      (code >= 123 && code <= 126)
    );
  }

  private drop(from: number, to: number): number {
    this.parts.push(this.text.slice(this.copied, from));
    this.copied = to;
    return to;
  }

  /** Removes an opening mark that has a closing one, and that one when it is reached. */
  private mark(at: number, char: string): number {
    const { text } = this;
    let end = at;
    while (text.charAt(end) === char && end < text.length) end++;
    const run = end - at;
    if (run > 3) return end;
    const mark = text.slice(at, end);
    if (this.open.at(-1) === mark && this.mayClose(at, end, char)) {
      this.open.pop();
      return this.drop(at, end);
    }
    if (!this.mayOpen(at, end, char) || !this.hasCloser(mark, end, char)) return end;
    this.open.push(mark);
    return this.drop(at, end);
  }

  private readonly open: string[] = [];

  private mayOpen(at: number, end: number, char: string): boolean {
    const next = this.text.charCodeAt(end);
    if (Number.isNaN(next) || next === 32 || next === 9) return false;
    return char !== '_' || at === 0 || !isWordCharacter(this.text.charCodeAt(at - 1));
  }

  private mayClose(at: number, end: number, char: string): boolean {
    const before = this.text.charCodeAt(at - 1);
    if (char === '`') return true;
    if (before === 32 || before === 9) return false;
    return char !== '_' || end === this.text.length || !isWordCharacter(this.text.charCodeAt(end));
  }

  private hasCloser(mark: string, from: number, char: string): boolean {
    const known = this.exhausted.get(mark);
    if (known !== undefined && from >= known) return false;
    let at = this.text.indexOf(mark, from);
    for (let tries = 0; at >= 0 && tries < 8; tries++) {
      const end = at + mark.length;
      if (this.text.charAt(end) !== char && this.text.charAt(at - 1) !== char && this.mayClose(at, end, char))
        return true;
      at = this.text.indexOf(mark, end);
    }
    if (at < 0) this.exhausted.set(mark, from);
    return false;
  }

  private link(at: number): number {
    const { text } = this;
    const open = text.charAt(at) === '!' ? at + 1 : at;
    const close = this.closers.next(text, open + 1);
    if (close < 0 || close - open > LINK_REACH) return at + 1;
    const end = this.ends.next(text, close + 2);
    if (end < 0 || end - close > LINK_REACH) return at + 1;
    const label = text.slice(open + 1, close);
    if (label.includes('[') || text.slice(close, end).includes('\n')) return at + 1;
    this.drop(at, open + 1);
    this.parts.push(plainLabel(label));
    this.copied = end + 1;
    return end + 1;
  }

  private readonly closers = new Finder('](');
  private readonly ends = new Finder(')');
}

/** Finds the next place of a string for ever later starting points, without looking at anything twice. */
class Finder {
  private found = -2;

  constructor(private readonly wanted: string) {}

  next(text: string, from: number): number {
    if (this.found === -1 || this.found >= from) return this.found;
    this.found = text.indexOf(this.wanted, from);
    return this.found;
  }
}

/** Labels hold marks but no links. */
function plainLabel(label: string): string {
  return label.includes('*') || label.includes('_') || label.includes('`') ? plainFromMarkdown(label) : label;
}
