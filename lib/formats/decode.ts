/** From a file's bytes to text. What the bytes do not say themselves is guessed, and said to be guessed. */
import { type ByteDecoderConstructor, decodeWith, rankEncodings } from './encoding-guess';
import { MAX_INPUT } from './limits';
import type { Problem } from './shape';
import { checkUtf8 } from './utf8';

export type { ByteDecoderConstructor } from './encoding-guess';

export interface DecodeOptions {
  /** BCP 47 tag the text is thought to be in; decides between encodings that fit equally well. Default: none. */
  readonly language?: string | null;
  /** A label of the encoding standard, chosen by the reader; nothing is guessed then. */
  readonly encoding?: string;
}

export interface Decoded {
  readonly text: string;
  /** Label of the encoding standard; `utf-32` beyond it; null when the bytes are no text. */
  readonly encoding: string | null;
  /** Whether the bytes said so themselves, or can hardly be anything else. */
  readonly isSure: boolean;
  /** Other encodings that could be meant, likeliest first, for the reader to choose from. */
  readonly others: readonly string[];
  /** `encoding-guessed`, `characters-damaged`, `binary`, `input-too-large`, `encoding-unknown`. */
  readonly problems: readonly Problem[];
}

/** Never throws. `Decoder` is the platform's `TextDecoder`. */
export function decodeBytes(bytes: Uint8Array, Decoder: ByteDecoderConstructor, options: DecodeOptions = {}): Decoded {
  if (bytes.length > MAX_INPUT) return noText('input-too-large', 'The file is larger than 64 MB, so it was not read.');
  const mark = options.encoding === undefined ? markOf(bytes) : null;
  if (mark === 'utf-32le' || mark === 'utf-32be') return sure(decodeUtf32(bytes, mark === 'utf-32le'), 'utf-32');
  if (options.encoding !== undefined) return decodeAs(bytes, Decoder, options.encoding);
  if (mark !== null) return sure(decodeWith(Decoder, mark, bytes), mark);
  if (!saysWebVtt(bytes)) {
    const wide = wideEncoding(bytes);
    if (wide !== null) return sure(decodeWith(Decoder, wide, bytes), wide);
    if (isBinary(bytes)) return noText('binary', 'This is no text file.');
  }
  return decodeNarrow(bytes, Decoder, options.language ?? null);
}

/** The signature of WebVTT, behind which browsers read NUL bytes too. */
function saysWebVtt(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 6)) === 'WEBVTT';
}

function noText(code: string, message: string): Decoded {
  return { text: '', encoding: null, isSure: true, others: [], problems: [{ code, line: null, message }] };
}

function sure(text: string, encoding: string): Decoded {
  return { text, encoding, isSure: true, others: [], problems: [] };
}

function decodeAs(bytes: Uint8Array, Decoder: ByteDecoderConstructor, encoding: string): Decoded {
  try {
    return sure(decodeWith(Decoder, encoding, bytes), encoding);
  } catch {
    // A label this platform does not know.
    return noText('encoding-unknown', `This browser cannot read the encoding “${encoding.slice(0, 40)}”.`);
  }
}

/** The encoding a byte order mark tells; null without one. */
function markOf(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length % 4 === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  return a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33 ? 'gb18030' : null;
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 4; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
    parts.push(isCharacter ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}

const WIDE_SAMPLE = 4096;

/** UTF-16 without a mark: every text has ASCII in it (digits, line ends), and its zero bytes all stand on one side. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, WIDE_SAMPLE) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (pairs < 2 || even + odd < Math.max(2, pairs * 0.05)) return null;
  if (odd >= 2 && even <= odd * 0.02) return 'utf-16le';
  return even >= 2 && odd <= even * 0.02 ? 'utf-16be' : null;
}

const BINARY_SAMPLE = 8192;
/** Beginnings of files that hold their text packed: zip (docx, epub), PDF, gzip, and the commonest media. */
const SIGNATURES = [
  'PK\u0003\u0004',
  '%PDF-',
  '\u001f\u008b',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  'ID3',
  'OggS',
  'RIFF',
  '\u001aE\u00df\u00a3',
  '{\\rtf',
];

function isBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (SIGNATURES.some((signature) => head.startsWith(signature)) || head.slice(4) === 'ftyp') return true;
  let strange = 0;
  const length = Math.min(bytes.length, BINARY_SAMPLE);
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 11 && byte !== 27) strange++;
  }
  return strange > 2 && strange * 50 > length;
}

/** Damaged bytes among good UTF-8 ones, below which it is still UTF-8 with some damage. */
const MOST_DAMAGE = 0.1;

function decodeNarrow(bytes: Uint8Array, Decoder: ByteDecoderConstructor, language: string | null): Decoded {
  const { characters, damaged, escapes } = checkUtf8(bytes);
  if (escapes > 0 && characters + damaged === 0) return sure(decodeWith(Decoder, 'iso-2022-jp', bytes), 'iso-2022-jp');
  if (damaged === 0) return sure(decodeWith(Decoder, 'utf-8', bytes), 'utf-8');
  if (damaged <= 1 + characters * MOST_DAMAGE && characters > 0) {
    const message = 'Some characters are damaged and are shown as \ufffd.';
    return {
      ...sure(decodeWith(Decoder, 'utf-8', bytes), 'utf-8'),
      problems: [{ code: 'characters-damaged', line: null, message }],
    };
  }
  return decodeLegacy(bytes, Decoder, language);
}

/** How far behind the best an encoding may be and still be offered. */
const OFFERED = 0.35;

function decodeLegacy(bytes: Uint8Array, Decoder: ByteDecoderConstructor, language: string | null): Decoded {
  const ranked = rankEncodings(bytes, Decoder, language);
  const best = ranked[0] ?? { encoding: 'windows-1252', score: 0 };
  const others = ranked.slice(1).filter(({ score }) => score >= best.score - OFFERED);
  const message = `The file does not say how its letters are encoded. It was read as ${best.encoding}.`;
  return {
    text: decodeWith(Decoder, best.encoding, bytes),
    encoding: best.encoding,
    isSure: false,
    others: others.map(({ encoding }) => encoding),
    problems: [{ code: 'encoding-guessed', line: null, message }],
  };
}
