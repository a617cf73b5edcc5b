/** Where words begin and end in running text, for scripts with and without spaces. */

export interface WordSpan {
  /** Offset of the first UTF-16 unit. */
  readonly start: number;
  /** Offset behind the last unit. */
  readonly end: number;
}

/** Scripts that put no space between words. Hangul is not among them: Korean has spaces. */
export function isUnspacedScript(code: number): boolean {
  return (
    (code >= 0x0e00 && code <= 0x0eff) || // Thai, Lao
    (code >= 0x1000 && code <= 0x109f) || // Myanmar
    (code >= 0x1780 && code <= 0x17ff) || // Khmer
    (code >= 0x2e80 && code <= 0x30ff && code !== 0x3000) || // CJK radicals and punctuation, kana
    (code >= 0x31f0 && code <= 0x31ff) ||
    (code >= 0x3400 && code <= 0x9fff) || // Han
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff9f) || // full-width forms, half-width kana
    (code >= 0x20000 && code <= 0x3ffff)
  );
}

export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/**
 * Tokens between white space; runs of unspaced scripts are split further by `Intl.Segmenter`, with punctuation left at
 * the word before it. Browsers segment such runs differently: the spans are stored with the transcript, never redone.
 */
export function splitWords(text: string, language?: string): WordSpan[] {
  const spans: WordSpan[] = [];
  let start = -1;
  let unspaced = false;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : 0x20;
    if (isSpace(code)) {
      if (start >= 0) pushToken(text, { start, end: index }, unspaced, language, spans);
      start = -1;
      unspaced = false;
      continue;
    }
    if (start < 0) start = index;
    if (isUnspacedScript(code) || (code >= 0xd840 && code <= 0xd8bf)) unspaced = true;
  }
  return spans;
}

function pushToken(
  text: string,
  token: WordSpan,
  unspaced: boolean,
  language: string | undefined,
  spans: WordSpan[],
): void {
  if (!unspaced) {
    spans.push(token);
    return;
  }
  const first = spans.length;
  for (const part of segmenterFor(language).segment(text.slice(token.start, token.end))) {
    const start = token.start + part.index;
    const end = start + part.segment.length;
    const previous = spans[spans.length - 1];
    if (!part.isWordLike && previous && spans.length > first) spans[spans.length - 1] = { start: previous.start, end };
    else if (previous && spans.length > first && !hasWordCharacter(text, previous)) {
      // An opening bracket belongs to the word behind it.
      spans[spans.length - 1] = { start: previous.start, end };
    } else spans.push({ start, end });
  }
}

/** True when the span holds a letter or a digit: not only punctuation. */
export function hasWordCharacter(text: string, span: WordSpan): boolean {
  for (let index = span.start; index < span.end; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return true;
    if (code >= 0xaa && WORD_CHARACTER.test(String.fromCodePoint(text.codePointAt(index) ?? code))) return true;
  }
  return false;
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string | undefined): Intl.Segmenter {
  const key = language && language !== 'und' ? language : 'en';
  let segmenter = segmenters.get(key);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(key, { granularity: 'word' });
    } catch {
      // Not a valid language tag: foreign input says what it likes.
      segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    }
    segmenters.set(key, segmenter);
  }
  return segmenter;
}
