import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexicon } from '@/lib/speech/lexicon';
import { tokenise } from '@/lib/speech/tokenise';
import { wordOfToken } from '@/lib/speech/tokens';

function words(text: string): string[] {
  const tokens = tokenise(text);
  return [...tokens.id].map((id) => tokens.lexicon.word(id));
}

function optional(text: string): string[] {
  const tokens = tokenise(text);
  return [...tokens.id].filter((_, i) => tokens.optional[i] !== 0).map((id) => tokens.lexicon.word(id));
}

describe('tokenise', () => {
  it.each([
    ['case and punctuation', 'The end. “Well”, HE said…', 'the end well he said'],
    ['accents', 'Ünïcödé façade naïve ÆSIR Straße søren', 'unicode facade naive aesir strasse soren'],
    ['precomposed and combining accents', 'e\u0301te\u0301 été', 'ete ete'],
    ['three kinds of apostrophe', "don't don’t donʼt", 'dont dont dont'],
    ['a closing quote', "the dogs' bowl", 'the dogs bowl'],
    ['elided articles', "l'eau d’accord qu'il dell’arte l'été", 'l eau d accord qu il dell arte l ete'],
    ['hyphens', 'well-known root-of-it-all co–founder', 'well known root of it all co founder'],
    ['initials', 'F.R.I.D. the U.S.-based p.m. A.I is. End.I', 'frid the us based pm ai is end i'],
    ['numbers', '2,000 3.5 1,234,567.89 1,2 v1.2.3', '2000 3.5 1234567.89 1 2 v1 2.3'],
    ['signs that are said', '25% R&D C++ C# $5 €5', '25 percent r and d c++ c# $ 5 € 5'],
    ['speaker marks', '>> yes >>> no', 'yes no'],
    ['soft hyphens, joiners and direction marks', 'co\u00ADop \u202Eabc\u202C x\u200By', 'coop abc x y'],
    ['full width', 'ＡＢＣ１２３', 'abc123'],
    ['Turkish i', 'İstanbul ISTANBUL ıstanbul', 'istanbul istanbul istanbul'],
    ['Cyrillic letters against accents', 'мой мои ёлка їжа', 'мой мои елка їжа'],
    ['Greek final sigma', 'ΛΌΓΟΣ λόγος', 'λογοσ λογοσ'],
    ['Arabic points, lengthening and hamza', 'كِتَابٌ مـــحمد إسلام', 'كتاب محمد اسلام'],
    ['Hebrew points and initials', 'שָׁלוֹם צה"ל', 'שלום צהל'],
    ['vowel signs of India', 'हिन्दी में', 'हिन्दी में'],
    ['digits of other scripts', '٢٥ २५ ๒๕', '25 25 25'],
    ['Japanese with half-width voicing', 'データ25年ｶﾞ', 'デ ー タ 25 年 ガ'],
    ['Thai letters with their tones', 'ที่นี่', 'ที่ นี่'],
    ['Khmer stacked consonants', 'ខ្មែរ', 'ខ្មែ រ'],
    ['Korean, which has spaces', '한국어 사람', '한국어 사람'],
    ['characters beyond the first plane', '𠮷野家 𝓗ello 😀', '𠮷 野 家 hello'],
    ['nothing', ' … -- ?! 😀 \ud800', ''],
  ])('understands %s', (_, text, expected) => {
    expect(words(text).join(' ')).toBe(expected);
  });

  it.each([
    ['[Music] hello [speaking Spanish]', 'music speaking spanish'],
    ['(laughter) he said (very loudly) <inaudible> yes', 'laughter inaudible'],
    ['♪ la la ♪ and then', 'la la'],
    ['um I uh think äh so', 'um uh ah'],
    ['it is, you know, like I mean a thing', 'you know i mean'],
    ['do you know him, as you know, you know what', ''],
    ['it costs $25 (笑い) today', '$ 笑 い'],
    ['array[unclosed and long '.repeat(3), ''],
  ])('marks what may be missing in %j', (text, expected) => {
    expect(optional(text).join(' ')).toBe(expected);
  });

  it('gives offsets that cut the word out of the text', () => {
    const text = 'Mr. O’Neill’s “well-known” 2,000 été — 人工';
    const tokens = tokenise(text);
    const cut = [...tokens.start].map((start, i) => text.slice(start, tokens.end[i]));
    expect(cut).toEqual(['Mr', 'O’Neill’s', 'well', 'known', '2,000', 'été', '人', '工']);
  });

  it('shares numbers between texts of one lexicon', () => {
    const lexicon = new Lexicon();
    const first = tokenise('Good Fellow', lexicon);
    const second = tokenise('fellow good', lexicon);
    expect([...second.id]).toEqual([...first.id].reverse());
  });

  it('keeps tokens in order, apart and not empty for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const tokens = tokenise(text);
        let last = 0;
        for (let i = 0; i < tokens.count; i++) {
          const start = tokens.start[i] ?? -1;
          const end = tokens.end[i] ?? -1;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });

  it('does not care about case, for any words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zé' -]{0,60}$/), (text) => {
        expect(words(text.toUpperCase())).toEqual(words(text));
      }),
    );
  });

  it('reads the same tokens from the same token again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const word of words(text)) if (!/[$€£¥+#.]/.test(word)) expect(words(word).join('')).toBe(word);
      }),
    );
  });
});

describe('wordOfToken', () => {
  it('finds the word each token stands in', () => {
    const tokens = tokenise('a well-known 25% thing');
    expect([...wordOfToken(tokens, Uint32Array.of(0, 2, 13, 17))]).toEqual([0, 1, 1, 2, 2, 3]);
  });
});
