import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, isPlain, tidyLine, tidyRows, tidyText } from '@/lib/formats/clean-text';
import { decodeEntities } from '@/lib/formats/entities';
import { endsInOverride, overrideTail, stripMarkup, stripOverrides } from '@/lib/formats/markup';
import { foldWords } from '@/lib/formats/words';

/** Letters, white space of all kinds and everything that should go. */
const foreign = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a',
        'b',
        ' ',
        '  ',
        '\n',
        '\r\n',
        '\t',
        '\u00a0',
        '\u200b',
        '\u3000',
        '漢',
        'é',
        '\u{1f600}',
        '\u200f',
        '\ufe0f',
      ),
      fc.constantFrom('\0', '\u0007', '\u0085', '\u009f', '\u2028', '\ufeff', '\ufffe', '\ud800', '\udc00', '\ufdd0'),
      fc.constantFrom('\u202a', '\u202e', '\u202c', '\u2066', '\u2068', '\u2069'),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

describe('cleanText', () => {
  it.each([
    ['plain words', 'plain words'],
    ['a\0b\u0007c\u009fd', 'abcd'],
    ['a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['a\tb', 'a b'],
    ['\ud800a\udc00b\u{1f600}', 'ab\u{1f600}'],
    ['\u202eabc\u202c', 'abc'],
    ['\u2066abc', '\u2066abc\u2069'],
    ['\u2066a\nb\u2069c', '\u2066a\u2069\nbc'],
    ['\u200fשלום\u200e', '\u200fשלום\u200e'],
    ['\ufeffa\ufffeb', 'ab'],
    ['ﷺ ﹏ ！', 'ﷺ ﹏ ！'],
  ])('makes %j into %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('leaves nothing that hides or reorders', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const clean = cleanText(text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(clean).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufeff]/);
        expect(clean.isWellFormed()).toBe(true);
        for (const line of clean.split('\n')) {
          let open = 0;
          for (const char of line) {
            if (char >= '\u2066' && char <= '\u2068') open++;
            if (char === '\u2069') open--;
            expect(open).toBeGreaterThanOrEqual(0);
          }
          expect(open).toBe(0);
        }
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('tidyText', () => {
  it.each([
    ['  a  b \n\n c\u00a0d \u00a0 ', 'a b\nc\u00a0d'],
    ['\u200b\u200b \u200bText\u200b \u200b', 'Text'],
    ['ก\u200bข', 'ก\u200bข'],
    ['a\u3000b', 'a\u3000b'],
    [' \n \u200e\n', ''],
    ['', ''],
  ])('makes %j into %j', (text, tidy) => {
    expect(tidyText(text)).toBe(tidy);
  });

  it('is done after once', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const tidy = tidyText(text);
        expect(tidyText(tidy)).toBe(tidy);
        expect(cleanText(tidy)).toBe(tidy);
        expect(tidy).not.toMatch(/^\s|\s$|\n\n| {2}/);
      }),
    );
  });

  it('knows plain text, and leaves it alone', () => {
    fc.assert(
      fc.property(fc.oneof(foreign, fc.string()), (text) => {
        if (!isPlain(text, 0, text.length)) return;
        expect(tidyText(text)).toBe(text);
        expect(decodeEntities(stripMarkup(stripOverrides(text)))).toBe(text);
      }),
    );
    expect(isPlain('It is - well - fine!', 0, 20)).toBe(true);
    expect(isPlain('a  b', 0, 4)).toBe(false);
  });

  it('folds names into one line and ends rows where told', () => {
    expect(tidyLine(' Dr.\n  Who ')).toBe('Dr. Who');
    expect(tidyRows('a | b||c', 124)).toBe('a\nb\nc');
  });
});

describe('decodeEntities', () => {
  it.each([
    ['Tom &amp; Jerry', 'Tom & Jerry'],
    ['&lt;b&gt; &quot;x&quot; &apos;', '<b> "x" \''],
    ['caf&eacute; &hellip; &mdash; &#8217;', 'café … — ’'],
    ['&#x1F600;&#128512;', '\u{1f600}\u{1f600}'],
    ['&#0; &#xd800; &#x110000; &#99999999999999999999;', '\ufffd \ufffd \ufffd \ufffd'],
    ['&#146;', '’'],
    ['&amp;lt;', '&lt;'],
    ['R&D, AT&T, a & b, &bogus; &;', 'R&D, AT&T, a & b, &bogus; &;'],
    ['?a=1&copy=2 &#39', '?a=1&copy=2 &#39'],
    ['&Eacute;&eacute;', 'Éé'],
    ['&', '&'],
  ])('makes %j into %j', (text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded);
  });

  it.each([
    ['&amp', '&'],
    ['&ampbogus', '&bogus'],
    ['&copy=2', '©=2'],
    ['&notit; &notin;', '¬it; ∉'],
    ['&#39 &#x27', "' '"],
    ['&hellip', '&hellip'],
  ])('makes %j into %j where semicolons may lack', (text, decoded) => {
    expect(decodeEntities(text, { bare: true })).toBe(decoded);
  });
});

describe('stripMarkup', () => {
  it.each([
    ['<i>a</i> <b class="x">b</b>', 'a b'],
    ['<font color=red>a</FONT><br/>b<BR>c', 'a\nb\nc'],
    ['<v.loud Mara>a</v><c.yellow>b</c>', 'ab'],
    ['1 < 2, 3 > 2, <3, <laughs>, a<b', '1 < 2, 3 > 2, <3, <laughs>, a<b'],
    ['<<i>a</i>>', '<a>'],
    ['<ruby>漢<rt>かん</rt></ruby>', '漢(かん)'],
    ['<i', '<i'],
  ])('makes %j into %j', (text, stripped) => {
    expect(stripMarkup(text)).toBe(stripped);
  });
});

describe('stripOverrides', () => {
  it.each([
    ['{\\an8}a', 'a'],
    ['a{\\pos(1,2)}{\\fs40}b{\\i0}', 'ab'],
    ['{y:i}a{C:$0000ff}b', 'ab'],
    ['{\\displaystyle x} {a} {', '{\\displaystyle x} {a} {'],
    ['a{\\pos(1310, ', 'a'],
  ])('makes %j into %j', (text, stripped) => {
    expect(stripOverrides(text)).toBe(stripped);
  });

  it('knows a block that goes on in the next cue', () => {
    expect(endsInOverride('a {\\pos(1310,')).toBe(true);
    expect(endsInOverride('a {\\pos(1310,5)} b')).toBe(false);
    expect('1060)}{\\fs40}b'.slice(overrideTail('1060)}{\\fs40}b'))).toBe('{\\fs40}b');
    expect(overrideTail('no tail here')).toBe(0);
  });
});

describe('foldWords', () => {
  it('keeps times and gives white space to the word behind it', () => {
    const { text, words } = foldWords([
      { text: ' Good ', start: 1 },
      { text: ' evening', start: 2 },
      { text: '\n', start: null },
      { text: 'all', start: 3 },
      { text: '  ', start: 4 },
    ]);
    expect(text).toBe('Good evening\nall');
    expect(words).toEqual([
      { text: 'Good', start: 1 },
      { text: ' evening', start: 2 },
      { text: '\nall', start: 3 },
    ]);
  });

  it('has words that are its text, and the text is that of the pieces', () => {
    fc.assert(
      fc.property(fc.array(foreign, { maxLength: 8 }), (texts) => {
        const { text, words } = foldWords(texts.map((piece, start) => ({ text: piece, start })));
        expect(words.map((word) => word.text).join('')).toBe(text);
        expect(text).not.toMatch(/^\s|\s$/);
        const letters = (from: string) => from.replace(/[^ab漢é]/g, '');
        expect(letters(text)).toBe(letters(texts.join('')));
      }),
    );
  });
});
