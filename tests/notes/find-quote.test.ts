import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignQuote } from '@/lib/notes/align-quote';
import { findQuote } from '@/lib/notes/find-quote';
import { indexSpeech, readSpeech } from '@/lib/notes/speech-index';
import { Lexicon } from '@/lib/speech/lexicon';
import { speak } from './small-transcript';

function search(text: string, quote: string) {
  const index = indexSpeech(speak(text), new Lexicon());
  return findQuote(index, readSpeech(quote, index.lexicon), quote);
}

const TEXT =
  'So the lamp was late, um, twice that winter. He wrote it in the log. The lamp was late and then the fog came in over the rocks.';

describe('finding a quote', () => {
  it('finds the very words, whatever their case, marks and fillers', () => {
    const [place] = search(TEXT, 'The Lamp was late twice, that winter');
    expect(place).toMatchObject({ likeness: 1, differences: [] });
  });

  it.each([
    ['it is in the accounts', "It's in the accounts."],
    ['they did not believe him', "They didn't believe him!"],
    ['there were 25 keepers', 'There were twenty five keepers'],
    ['we are going to count', "We're gonna count"],
  ])('takes “%s” and “%s” for the same words', (said, written) => {
    expect(search(`and then ${said} at the end of it all`, written)[0]?.likeness).toBe(1);
  });

  it('says what differs', () => {
    const [place] = search(TEXT, 'The lamp was early twice that cold winter');
    expect(place?.likeness).toBeGreaterThan(0.7);
    expect(place?.likeness).toBeLessThan(1);
    expect(place?.differences).toContainEqual({ written: 'cold', said: '' });
    expect(place?.differences.some(({ written, said }) => written === 'early' && said.startsWith('late'))).toBe(true);
  });

  it('costs misheard words by their letters', () => {
    const near = search('one of the gans beat goodfellow at chess', 'one of the ganz beat good fellow at chess')[0];
    const far = search('one of the gans beat goodfellow at chess', 'one of the cats beat my uncle at chess')[0];
    expect(near?.likeness).toBeGreaterThan(0.9);
    expect(near?.likeness ?? 0).toBeGreaterThan(far?.likeness ?? 0);
  });

  it('finds every place of words that are spoken twice', () => {
    const exact = search(TEXT, 'the lamp was late').filter(({ likeness }) => likeness === 1);
    expect(exact).toHaveLength(2);
  });

  it('finds nothing where no word is spoken', () => {
    expect(search(TEXT, 'quarterly revenue guidance')).toEqual([]);
  });

  it('finds a verbatim quote exactly where a linear scan does', () => {
    const words = fc.array(fc.constantFrom('lamp', 'log', 'rock', 'fog', 'gas', 'coal', 'monk', 'boat'), {
      minLength: 12,
      maxLength: 80,
    });
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 4, max: 10 }), (said, at, length) => {
        const from = at % Math.max(1, said.length - length);
        const quote = said.slice(from, from + length);
        const index = indexSpeech(speak(said.join(' ')), new Lexicon());
        const found = findQuote(index, readSpeech(quote.join(' '), index.lexicon), quote.join(' '));
        const [place] = found;
        expect(place?.likeness).toBe(1);
        const there = said.slice(place?.from, place?.to);
        expect(there).toEqual(quote);
      }),
    );
  });

  it('aligns with as few edits as the full table says', () => {
    const tokens = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(tokens, tokens, (quote, text) => {
        const { edits, matched } = alignQuote(Uint32Array.from(quote), Uint32Array.from(text), 0, text.length);
        expect(edits).toBe(leastEdits(quote, text));
        const places = [...matched].filter((place) => place >= 0);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        matched.forEach((place, at) => {
          if (place >= 0) expect(text[place]).toBe(quote[at]);
        });
      }),
    );
  });
});

/** Sellers' table written down naively. */
function leastEdits(quote: readonly number[], text: readonly number[]): number {
  let above = text.map(() => 0).concat(0);
  quote.forEach((token, i) => {
    const row = [i + 1];
    text.forEach((other, j) => {
      row.push(Math.min((above[j] ?? 0) + (other === token ? 0 : 1), (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    });
    above = row;
  });
  return Math.min(...above);
}
