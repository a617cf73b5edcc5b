/** Which legacy encoding bytes are in: each is tried, and the one whose text looks most like a language wins. */

import { ENCODING_PROFILES, type EncodingProfile } from './encoding-profiles';
import { windows1252 } from './entities';

/** As much of `TextDecoder` as is needed. */
export interface ByteDecoder {
  decode(bytes: Uint8Array): string;
}

/** The platform's `TextDecoder`; the core has none of its own. */
export type ByteDecoderConstructor = new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => ByteDecoder;

/**
 * What the platform makes of the bytes; throws where `fatal` and they are not in this encoding, and for labels it does not know.
 * Some releases of Node read Windows-1252 as Latin 1 (nodejs/node#56542): the control characters that come of it are put right.
 */
export function decodeWith(
  Decoder: ByteDecoderConstructor,
  encoding: string,
  bytes: Uint8Array,
  fatal = false,
): string {
  const text = new Decoder(encoding, { fatal }).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (char) => windows1252(char.charCodeAt(0)));
}

export interface RankedEncoding {
  readonly encoding: string;
  /** 0 to 1 (a little more with the hint): the share of letters that are as the language has them. */
  readonly score: number;
}

/** What is looked at: enough letters to tell, from where the first one beyond ASCII stands. */
const SAMPLE = 48_000;
/** What a language hint is worth: it decides between near equals only. */
const HINT_WEIGHT = 0.12;

/** Best first; one entry for each encoding that can decode the bytes at all. `language` is a hint, or null. */
export function rankEncodings(
  bytes: Uint8Array,
  Decoder: ByteDecoderConstructor,
  language: string | null,
): RankedEncoding[] {
  const sample = sampleOf(bytes);
  const decoded = new Map<string, string | null>();
  const best = new Map<string, number>();
  for (const profile of ENCODING_PROFILES) {
    const { encoding } = profile;
    if (!decoded.has(encoding)) decoded.set(encoding, decodeStrictly(sample, Decoder, encoding));
    const text = decoded.get(encoding) ?? null;
    if (text === null) continue;
    const score = scoreText(text, profile) + (isHinted(profile, language) ? HINT_WEIGHT : 0);
    if (score > (best.get(encoding) ?? Number.NEGATIVE_INFINITY)) best.set(encoding, score);
  }
  // Stable: of equals the one that stands first in the profiles.
  return [...best].map(([encoding, score]) => ({ encoding, score })).sort((a, b) => b.score - a.score);
}

/** Cut at line ends, so that no character is cut in two. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  );
  const from = lineStart(bytes, first);
  if (bytes.length - from <= SAMPLE) return bytes.subarray(from);
  const to = lineStart(bytes, from + SAMPLE);
  return bytes.subarray(from, to > from ? to : from + SAMPLE);
}

/** Just after the last line feed before `at`, unless that is far away. */
function lineStart(bytes: Uint8Array, at: number): number {
  for (let back = at; back > Math.max(0, at - 20_000); back--) if (bytes[back - 1] === 10) return back;
  return at > 20_000 ? at : 0;
}

function decodeStrictly(bytes: Uint8Array, Decoder: ByteDecoderConstructor, encoding: string): string | null {
  try {
    return decodeWith(Decoder, encoding, bytes, true);
  } catch {
    // The bytes are not in this encoding, or the platform does not know it.
    return null;
  }
}

function isHinted(profile: EncodingProfile, language: string | null): boolean {
  if (language === null) return false;
  const isTraditional = language === 'zh-TW' || language === 'zh-HK' || language.startsWith('zh-Hant');
  const primary = language.split('-')[0] ?? language;
  return profile.languages.includes(isTraditional ? 'zh-Hant' : primary);
}

/** Signs that stand in text of any language. */
const PUNCTUATION: ReadonlySet<string> = new Set('’‘“”„«»–—…°♪•€£§©®™\u00a0、。「」『』，？！：；（）【】《》·・～');

/** Only the commonest of thousands of letters are known, so right text of these scripts reaches about two thirds. */
const COMMON_SHARE = 1.5;

/** The share of characters beyond ASCII that look right; what never stands in text counts against it. */
function scoreText(text: string, profile: EncodingProfile): number {
  const letters = new Set(profile.letters);
  const { script } = profile;
  const isAlphabet = script === 'foreign' || script === 'thai';
  let total = 0;
  let good = 0;
  let before = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= 0x80) {
      total++;
      good += letters.has(char) ? letterWorth(char, profile) : worthOf(char, code, letters, profile, before);
      if (isAlphabet && isLatin(before)) good -= MIXED_WORD;
      if (script === 'thai' && isMisplacedThai(before, code)) good -= 1.5;
    } else if (isAlphabet && isLatin(char) && letters.has(before)) good -= MIXED_WORD;
    before = char;
  }
  if (total === 0) return 0;
  const scale = script === undefined || isAlphabet ? 1 : COMMON_SHARE;
  return Math.min(1, Math.max(0, (good * scale) / total));
}

/** What a letter outside the commonest ten counts. */
const RARER = 0.75;

function letterWorth(char: string, { common, rare }: EncodingProfile): number {
  if (rare?.includes(char)) return MISREAD;
  return common === undefined || common.includes(char) ? 1 : RARER;
}

/** What a letter counts that hardly ever stands in words. */
const MISREAD = -0.5;

/** A letter of another alphabet that touches a Latin one is most likely a Latin letter misread. */
const MIXED_WORD = 1;

function isLatin(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
}

/** Vowel and tone signs stand on a consonant or on each other; the vowels written first are followed by one. */
function isMisplacedThai(before: string, code: number): boolean {
  const isSign = code === 0xe31 || (code >= 0xe34 && code <= 0xe3a) || (code >= 0xe47 && code <= 0xe4e);
  const previous = before.codePointAt(0) ?? 0;
  const isAfterLead = previous >= 0xe40 && previous <= 0xe44;
  if (isSign) return !(previous >= 0xe01 && previous <= 0xe4e) || isAfterLead;
  return isAfterLead && !(code >= 0xe01 && code <= 0xe2e);
}

function worthOf(
  char: string,
  code: number,
  letters: ReadonlySet<string>,
  profile: EncodingProfile,
  before: string,
): number {
  if (PUNCTUATION.has(char)) return 0.6;
  const small = char.toLowerCase();
  // A capital in the middle of a word is the mark of a wrong Cyrillic encoding.
  if (small !== char && letters.has(small)) return letters.has(before) || (before >= 'a' && before <= 'z') ? -0.2 : 0.7;
  const { script } = profile;
  if (script === 'han' || script === 'hangul' || script === 'kana') return worthInScript(code, script);
  if (code < 0xa0 || (code >= 0xe000 && code < 0xf900) || code === 0xfffd) return -2;
  if (code >= 0x2500 && code < 0x2600) return -1;
  return 0;
}

function worthInScript(code: number, script: 'han' | 'hangul' | 'kana'): number {
  const isHan = code >= 0x4e00 && code <= 0x9fff;
  const isKana = code >= 0x3041 && code <= 0x30ff;
  if (script === 'kana') return isKana ? 1 : isHan ? 0.3 : code >= 0xff61 && code <= 0xff9f ? 0.1 : 0;
  if (script === 'hangul') return code >= 0xac00 && code <= 0xd7a3 ? 0.4 : isHan ? 0.05 : 0;
  return isHan ? 0.3 : isKana ? -0.3 : 0;
}
