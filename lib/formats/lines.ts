/** Calling the engine's search costs more than looking at so many characters. */
const SHORT_LINE = 16;

const OTHER_ENDS = ['\r', '\u0085', '\u2028', '\u2029', '\v', '\f'];

/** Walks over a text's lines without copying it, whatever ends them: CRLF, LF, CR, NEL, U+2028, U+2029, VT or FF. */
export class LineWalker {
  /** Index of the current line's first character. */
  start = 0;
  /** Index just after its last one, the line end not included. */
  end = 0;
  /** 1-based. Before the first `next()`: the number of lines before it. */
  number = 0;
  private following = 0;
  /** Nothing but `\n` ends lines here, as in most files, so that the engine's own search can be used. */
  readonly hasPlainEnds: boolean;

  /** `from` skips what stands before the first line (a byte order mark, a header of `linesBefore` lines). */
  constructor(
    readonly text: string,
    from = 0,
    linesBefore = 0,
  ) {
    this.following = from;
    this.number = linesBefore;
    this.hasPlainEnds = !OTHER_ENDS.some((end) => text.includes(end));
  }

  /** Moves to the next line; false when there is none. Text after the last line end is a line, even without an end of its own; nothing after it is none. */
  next(): boolean {
    const { text } = this;
    const { length } = text;
    let at = this.following;
    if (at >= length) return false;
    this.start = at;
    const near = Math.min(length, at + SHORT_LINE);
    while (at < near && !isLineEnd(text.charCodeAt(at))) at++;
    if (at === near && at < length) at = this.findEnd(at);
    this.end = at;
    this.following = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
    this.number++;
    return true;
  }

  private findEnd(from: number): number {
    const { text } = this;
    if (this.hasPlainEnds) {
      const end = text.indexOf('\n', from);
      return end < 0 ? text.length : end;
    }
    let at = from;
    while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
    return at;
  }

  /** The current line's own text. */
  get line(): string {
    return this.text.slice(this.start, this.end);
  }

  /** True when the current line holds white space only. */
  get isBlank(): boolean {
    return skipSpaces(this.text, this.start, this.end) === this.end;
  }

  /** Where the next line starts. */
  get after(): number {
    return this.following;
  }

  /** Goes on from a later line start, which has so many lines before it. */
  jump(to: number, linesBefore: number): void {
    this.following = to;
    this.number = linesBefore;
  }

  /** A walker at the same place, to look ahead with. */
  fork(): LineWalker {
    const copy = new LineWalker(this.text, this.following);
    copy.start = this.start;
    copy.end = this.end;
    copy.number = this.number;
    return copy;
  }
}

export function isLineEnd(code: number): boolean {
  if (code > 13) return code >= 0x85 && (code === 0x85 || code === 0x2028 || code === 0x2029);
  return code >= 10;
}

/** White space inside a line: tab, the spaces of Unicode, zero-width ones (a stray byte order mark) too. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || code === 9;
  if (code < 0x1680) return code === 0xa0;
  if (code < 0x3000) {
    return (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x205f || code === 0x1680;
  }
  return code === 0x3000 || code === 0xfeff;
}

/** Index of the first character in `from … to` that is no space; `to` when all are. */
export function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Index just after the last character in `from … to` that is no space; `from` when all are. */
export function trimEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Index of a character in `from … to`, -1 when it is not there. Unlike `indexOf` it never looks beyond the line it is asked about. */
export function indexOfCode(text: string, code: number, from: number, to: number): number {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}

/** Finds a string again and again from rising places; looks at each character once, however often it is asked. */
export class NextOccurrence {
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly needle: string,
  ) {}

  /** Index of the first one at or after `at`; the text's length when there is none. */
  from(at: number): number {
    if (this.found < at) {
      const found = this.text.indexOf(this.needle, at);
      this.found = found < 0 ? this.text.length : found;
    }
    return this.found;
  }
}
