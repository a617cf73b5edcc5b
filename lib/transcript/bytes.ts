/** Compact bytes: variable-length integers, text and number columns, for what is stored, sent and backed up. */

/** Thrown by `ByteReader` when bytes end early or say something impossible. Callers turn it into "damaged". */
export class DamagedBytes extends Error {}

const FIRST_CAPACITY = 1024;
/** Much faster than our own decoding where there is one; every browser and Node have it, the language itself does not. */
declare const TextDecoder:
  | (new (
      label: string,
      options: { readonly ignoreBOM: boolean },
    ) => { decode(bytes: Uint8Array): string })
  | undefined;
/** Below this the decoder's start costs more than it saves. */
const SHORT_TEXT = 64;
/** `String.fromCharCode` takes its units as arguments; engines limit how many. */
const UNITS_AT_ONCE = 8192;

export class ByteWriter {
  private bytes: Uint8Array;
  private used = 0;

  constructor(capacity = FIRST_CAPACITY) {
    this.bytes = new Uint8Array(Math.max(16, capacity));
  }

  get length(): number {
    return this.used;
  }

  /** An integer from 0 to 2^32 - 1 in 1 to 5 bytes, low bits first. */
  number(value: number): void {
    this.reserve(5);
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.bytes[this.used++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.used++] = rest;
  }

  /** Four bytes, low first. */
  fixed32(value: number): void {
    this.reserve(4);
    for (let shift = 0; shift < 32; shift += 8) this.bytes[this.used++] = (value >>> shift) & 0xff;
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
  }

  /** Length in UTF-16 units, length in bytes, then UTF-8. Lone surrogates are kept, as WTF-8 does. */
  text(text: string): void {
    this.number(text.length);
    this.reserve(text.length * 3 + 5);
    const length = utf8Length(text);
    this.number(length);
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        this.bytes[this.used++] = unit;
        continue;
      }
      const point = text.codePointAt(index) ?? unit;
      if (point > 0xffff) index++;
      this.codePoint(point);
    }
  }

  private codePoint(point: number): void {
    if (point < 0x800) {
      this.bytes[this.used++] = 0xc0 | (point >> 6);
    } else {
      if (point > 0xffff) {
        this.bytes[this.used++] = 0xf0 | (point >> 18);
        this.bytes[this.used++] = 0x80 | ((point >> 12) & 0x3f);
      } else {
        this.bytes[this.used++] = 0xe0 | (point >> 12);
      }
      this.bytes[this.used++] = 0x80 | ((point >> 6) & 0x3f);
    }
    this.bytes[this.used++] = 0x80 | (point & 0x3f);
  }

  /** What was written so far; only good until the next write. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.used);
  }

  clear(): void {
    this.used = 0;
  }

  /** A copy of what was written, of exactly its length. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.used) as Uint8Array<ArrayBuffer>;
  }

  private reserve(more: number): void {
    if (this.used + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.used + more));
    grown.set(this.bytes.subarray(0, this.used));
    this.bytes = grown;
  }
}

/** Reads what `ByteWriter` wrote. Every method throws `DamagedBytes` instead of reading past the end. */
export class ByteReader {
  private at: number;

  constructor(
    private readonly bytes: Uint8Array,
    start = 0,
    private readonly end = bytes.length,
  ) {
    this.at = start;
  }

  get left(): number {
    return this.end - this.at;
  }

  get position(): number {
    return this.at;
  }

  number(): number {
    const { bytes, end } = this;
    let at = this.at;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = at < end ? bytes[at++] : undefined;
      if (byte === undefined) throw new DamagedBytes('bytes end early');
      if (byte < 0x80) {
        this.at = at;
        if (shift < 28) return value | (byte << shift);
        if (byte > 0x0f) break;
        return (value | (byte << 28)) >>> 0;
      }
      value |= (byte & 0x7f) << shift;
    }
    throw new DamagedBytes('number too large');
  }

  /** A reader of the same bytes at another place. */
  fork(at: number): ByteReader {
    return new ByteReader(this.bytes, at, this.end);
  }

  /** Passes over so many numbers without looking at them. */
  skipNumbers(count: number): void {
    const { bytes, end } = this;
    let at = this.at;
    for (let left = count; left > 0; at++) {
      if (at >= end) throw new DamagedBytes('bytes end early');
      if ((bytes[at] ?? 0) < 0x80) left--;
    }
    this.at = at;
  }

  /** A count of things that each take at least `leastBytes`; refuses counts that the bytes left cannot hold. */
  count(leastBytes = 1): number {
    const count = this.number();
    if (count * leastBytes > this.left) throw new DamagedBytes('count too large');
    return count;
  }

  fixed32(): number {
    return (this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24)) >>> 0;
  }

  raw(length: number): Uint8Array {
    if (length > this.left) throw new DamagedBytes('bytes end early');
    const from = this.at;
    this.at += length;
    return this.bytes.subarray(from, this.at);
  }

  skip(length: number): void {
    if (length > this.left) throw new DamagedBytes('bytes end early');
    this.at += length;
  }

  text(): string {
    const length = this.number();
    const bytes = this.raw(this.number());
    // No text has more units than bytes: refused before room is made for it.
    if (length > bytes.length) throw new DamagedBytes('text too long');
    if (length < SHORT_TEXT && length === bytes.length) return fromAscii(bytes);
    if (typeof TextDecoder !== 'undefined') {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      // What is not UTF-8, such as a lone surrogate, comes out longer: then our own reading decides.
      if (text.length === length && !text.includes('\ufffd')) return text;
    }
    return new ByteReader(bytes).units(length);
  }

  private units(length: number): string {
    const units = new Uint16Array(length);
    let filled = 0;
    while (filled < length) {
      const point = this.codePoint();
      if (point <= 0xffff) {
        units[filled++] = point;
        continue;
      }
      if (filled + 2 > length) throw new DamagedBytes('text too long');
      units[filled++] = 0xd800 + ((point - 0x10000) >> 10);
      units[filled++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
    }
    if (this.left > 0) throw new DamagedBytes('text too short');
    return fromUnits(units);
  }

  private codePoint(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    if (first >= 0xc0 && first < 0xe0) return ((first & 0x1f) << 6) | this.continuation();
    if (first >= 0xe0 && first < 0xf0) {
      return ((first & 0x0f) << 12) | (this.continuation() << 6) | this.continuation();
    }
    if (first >= 0xf0 && first < 0xf8) {
      const point =
        ((first & 0x07) << 18) | (this.continuation() << 12) | (this.continuation() << 6) | this.continuation();
      if (point > 0xffff && point <= 0x10ffff) return point;
    }
    throw new DamagedBytes('not UTF-8');
  }

  private continuation(): number {
    const byte = this.byte();
    if ((byte & 0xc0) !== 0x80) throw new DamagedBytes('not UTF-8');
    return byte & 0x3f;
  }

  private byte(): number {
    const byte = this.at < this.end ? this.bytes[this.at++] : undefined;
    if (byte === undefined) throw new DamagedBytes('bytes end early');
    return byte;
  }
}

function utf8Length(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    length += unit < 0x800 ? 1 : 2;
    // A pair is two units and four bytes.
    if (unit >= 0xd800 && unit < 0xdc00 && (text.codePointAt(index) ?? 0) > 0xffff) index++;
  }
  return length;
}

/** Bytes as many as units are ASCII, each one unit. Damaged ones give damaged text, which the checksum is for. */
function fromAscii(bytes: Uint8Array): string {
  return String.fromCharCode.apply(null, bytes as unknown as number[]);
}

function fromUnits(units: Uint16Array): string {
  let text = '';
  for (let from = 0; from < units.length; from += UNITS_AT_ONCE) {
    text += String.fromCharCode(...units.subarray(from, from + UNITS_AT_ONCE));
  }
  return text;
}

/** FNV-1a over the bytes: finds damage, not malice. */
export function checksum(bytes: Uint8Array, end = bytes.length): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < end; index++) {
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
