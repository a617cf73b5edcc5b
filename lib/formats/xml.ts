/**
 * A small pull scanner for the XML of subtitles. It forgives much and expands nothing: document types are skipped with all they
 * declare, so entities stay harmless text. Every character is looked at a constant number of times, whatever the input.
 */
import { decodeEntities } from './entities';
import { isLineEnd } from './lines';

export type XmlToken = 'open' | 'close' | 'text' | 'end';

/** No element of subtitles has more that mean something. */
const MOST_ATTRIBUTES = 64;

export class XmlScanner {
  /** Local name of the last `open` or `close` in lower case, without its prefix. */
  name = '';
  /** Whether the last `open` was `<br/>` and has no `close` of its own. */
  isEmpty = false;
  /** Index of the last token's first character. */
  start = 0;
  private at = 0;
  private attributesFrom = 0;
  private attributesTo = 0;
  private textFrom = 0;
  private textTo = 0;
  private isLiteral = false;
  private hasReadAttributes = false;
  private readonly attributeNames: string[] = [];
  private readonly valuesFrom: number[] = [];
  private readonly valuesTo: number[] = [];
  private readonly bare: boolean;

  /** `isHtml`: references count without their semicolon too. */
  constructor(
    readonly source: string,
    options: { readonly isHtml?: boolean } = {},
  ) {
    this.bare = options.isHtml ?? false;
  }

  /** Moves to the next token. Comments, processing instructions and document types are no tokens. */
  next(): XmlToken {
    while (this.at < this.source.length) {
      this.start = this.at;
      const token = this.source.charCodeAt(this.at) === 60 ? this.readMarkup() : this.readText(this.at);
      if (token !== null) return token;
    }
    this.start = this.source.length;
    return 'end';
  }

  /** The last `text` with its references decoded once, or as it stands where it is CDATA. */
  get text(): string {
    const raw = this.source.slice(this.textFrom, this.textTo);
    return this.isLiteral ? raw : decodeEntities(raw, { bare: this.bare });
  }

  /** Whether the last `open` has any at all: most elements inside words have none. */
  get hasAttributes(): boolean {
    return this.attributesTo > this.attributesFrom;
  }

  /** An attribute of the last `open`, by its local name in lower case, decoded once; null when it has none of that name. */
  attribute(name: string): string | null {
    if (!this.hasReadAttributes) this.readAttributes();
    const index = this.attributeNames.indexOf(name);
    if (index < 0) return null;
    return decodeEntities(this.source.slice(this.valuesFrom[index], this.valuesTo[index]), { bare: this.bare });
  }

  /** Once for each tag, however many are asked for: a tag may be megabytes long. */
  private readAttributes(): void {
    const { source, attributesTo: to } = this;
    this.attributeNames.length = 0;
    this.hasReadAttributes = true;
    let at = this.attributesFrom;
    while (at < to && this.attributeNames.length < MOST_ATTRIBUTES) {
      at = skipXmlSpace(source, at, to);
      const nameFrom = at;
      while (at < to && !isNameEnd(source.charCodeAt(at))) at++;
      const nameTo = at;
      at = skipXmlSpace(source, at, to);
      if (at < to && source.charCodeAt(at) === 61) at = this.readValue(localName(source, nameFrom, nameTo), at + 1);
      else if (nameTo === nameFrom) at++;
    }
  }

  /** Quoted, or up to the next space as HTML allows. Returns the index after it. */
  private readValue(name: string, after: number): number {
    const { source, attributesTo: to } = this;
    const from = skipXmlSpace(source, after, to);
    const quote = source.charCodeAt(from);
    const isQuoted = quote === 34 || quote === 39;
    const valueFrom = isQuoted ? from + 1 : from;
    let at = valueFrom;
    while (at < to && !(isQuoted ? source.charCodeAt(at) === quote : isXmlSpace(source.charCodeAt(at)))) at++;
    const index = this.attributeNames.push(name) - 1;
    this.valuesFrom[index] = valueFrom;
    this.valuesTo[index] = Math.min(at, to);
    return isQuoted ? at + 1 : at;
  }

  /** To the next `<` that can open markup; others are characters like any other. */
  private readText(from: number): XmlToken {
    const { source } = this;
    let next = source.indexOf('<', from + 1);
    while (next >= 0 && !isMarkupStart(source.charCodeAt(next + 1))) next = source.indexOf('<', next + 1);
    return this.endText(from, next < 0 ? source.length : next, false);
  }

  private endText(from: number, to: number, isLiteral: boolean): XmlToken {
    this.textFrom = from;
    this.textTo = to;
    this.isLiteral = isLiteral;
    this.at = isLiteral ? to + 3 : to;
    return 'text';
  }

  private readMarkup(): XmlToken | null {
    const { source, at } = this;
    const code = source.charCodeAt(at + 1);
    if (code === 63) return this.skipTo('>', at + 2);
    if (code === 33) {
      if (source.startsWith('<!--', at)) return this.skipTo('-->', at + 4);
      if (!source.startsWith('<![CDATA[', at)) return this.skipDeclaration();
      const end = source.indexOf(']]>', at + 9);
      return this.endText(at + 9, end < 0 ? source.length : end, true);
    }
    const isClosing = code === 47;
    const nameFrom = isClosing ? at + 2 : at + 1;
    if (!isNameStart(source.charCodeAt(nameFrom))) return this.readText(at);
    return this.readTag(nameFrom, isClosing);
  }

  /** A tag that meets another `<` first is no tag but text: only so is nothing scanned twice. */
  private readTag(nameFrom: number, isClosing: boolean): XmlToken {
    const { source } = this;
    let at = nameFrom;
    while (at < source.length && !isNameEnd(source.charCodeAt(at))) at++;
    const nameTo = at;
    let quote = 0;
    let before = 0;
    for (; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code === 60) return this.endText(this.start, at, false);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === 62) break;
      else if ((code === 34 || code === 39) && before === 61) quote = code;
      if (!isXmlSpace(code)) before = code;
    }
    if (at === source.length) return this.endText(this.start, at, false);
    this.name = localName(source, nameFrom, nameTo);
    this.isEmpty = !isClosing && source.charCodeAt(at - 1) === 47;
    this.attributesFrom = nameTo;
    this.attributesTo = this.isEmpty ? at - 1 : at;
    this.hasReadAttributes = false;
    this.at = at + 1;
    return isClosing ? 'close' : 'open';
  }

  private skipTo(closer: string, from: number): null {
    const end = this.source.indexOf(closer, from);
    this.at = end < 0 ? this.source.length : end + closer.length;
    return null;
  }

  /** `<!DOCTYPE … [ … ]>`: to the `>` outside brackets. */
  private skipDeclaration(): null {
    let depth = 0;
    let at = this.at + 2;
    for (; at < this.source.length; at++) {
      const code = this.source.charCodeAt(at);
      if (code === 91) depth++;
      else if (code === 93) depth--;
      else if (code === 62 && depth <= 0) break;
    }
    this.at = at + 1;
    return null;
  }
}

/** Tells 1-based lines of rising indexes, looking at each character once. */
export class LineCounter {
  private line = 1;
  private at = 0;

  constructor(private readonly source: string) {}

  /** The line of an index not smaller than the last one asked for. */
  lineOf(index: number): number {
    for (; this.at < index; this.at++) {
      const code = this.source.charCodeAt(this.at);
      if (isLineEnd(code) && !(code === 13 && this.source.charCodeAt(this.at + 1) === 10)) this.line++;
    }
    return this.line;
  }
}

function isXmlSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function isNameStart(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || code === 95 || code > 0x7f;
}

/** A name, or `/`, `!`, `?` behind `<`. */
function isMarkupStart(code: number): boolean {
  return code === 47 || code === 33 || code === 63 || isNameStart(code);
}

function isNameEnd(code: number): boolean {
  return isXmlSpace(code) || code === 61 || code === 62 || code === 47 || code === 60 || code === 34 || code === 39;
}

function skipXmlSpace(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && isXmlSpace(source.charCodeAt(at))) at++;
  return at;
}

/** Longer than any name that means something here; guards against copying megabytes. */
const LONGEST_TAG_NAME = 64;

function localName(source: string, from: number, to: number): string {
  const name = source.slice(from, Math.min(to, from + LONGEST_TAG_NAME)).toLowerCase();
  return name.slice(name.indexOf(':') + 1);
}
