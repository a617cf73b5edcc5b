import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostings, skipPlaces, writePlaces, writePostings } from '../../lib/library/index/postings';
import { packDirectory, unpackDirectory } from '../../lib/library/index/segment-writer';
import { packTokenWords, TokenWords } from '../../lib/library/index/token-words';
import { packVocabulary, readVocabulary } from '../../lib/library/index/vocabulary';
import { findInBlock, readWordBlock, WordBlockWriter } from '../../lib/library/index/word-block';
import { tokenise } from '../../lib/speech/tokenise';
import { wordOfToken } from '../../lib/speech/tokens';
import { ByteReader, ByteWriter, DamagedBytes } from '../../lib/transcript/bytes';
import { arbitraryTranscript } from './arbitrary-transcript';

const ascending = fc
  .uniqueArray(fc.nat(1_000_000), { minLength: 1, maxLength: 200 })
  .map((list) => list.sort((a, b) => a - b));
const arbitraryTerms = fc
  .uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { maxLength: 120, size: 'max' })
  .map((terms) => terms.sort((a, b) => (a < b ? -1 : 1)));

describe('postings', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(ascending, fc.nat(1000), fc.array(fc.integer({ min: 1, max: 5000 })), (docs, base, more) => {
        const postings = {
          docs: Uint32Array.from(docs, (doc) => doc + base),
          times: Uint32Array.from(docs, (_, index) => more[index] ?? 1),
        };
        const writer = new ByteWriter();
        writePostings(writer, postings, base);
        expect(readPostings(new ByteReader(writer.finish()), docs.length, base)).toEqual(postings);
      }),
    );
  });

  it('have places that can be passed over, one document after another', () => {
    fc.assert(
      fc.property(fc.array(ascending, { maxLength: 10 }), (documents) => {
        const writer = new ByteWriter();
        const ends = documents.map((places) => {
          writePlaces(writer, places);
          return writer.length;
        });
        const bytes = writer.finish();
        let at = 0;
        for (const [index, places] of documents.entries()) {
          at = skipPlaces(bytes, at, places.length);
          expect(at).toBe(ends[index]);
        }
        expect(() => skipPlaces(bytes, at, 1)).toThrow(DamagedBytes);
      }),
    );
  });
});

describe('blocks of words', () => {
  it('hold every term with what belongs to it', () => {
    fc.assert(
      fc.property(
        arbitraryTerms,
        fc.array(ascending, { minLength: 1 }),
        fc.array(fc.nat(20_000)),
        (terms, docs, lengths) => {
          const writer = new WordBlockWriter(3, 77);
          const data = terms.map((term, index) => {
            const own = (docs[index % docs.length] ?? [1]).map((doc) => doc + 3);
            const placesLength = lengths[index] ?? 1;
            const skips = placesLength > 4096 ? [{ ordinal: 1, offset: 4096 }] : [];
            return {
              term,
              docs: Uint32Array.from(own),
              times: new Uint32Array(own.length).fill(2),
              placesLength,
              skips,
            };
          });
          for (const entry of data) writer.add(entry);
          const block = writer.finish();
          let placesAt = 77;
          expect(readWordBlock(block).map(({ term }) => term)).toEqual(terms);
          for (const entry of data) {
            const found = findInBlock(block, entry.term);
            expect(found).toMatchObject({ count: entry.docs.length, placesAt, skips: entry.skips });
            expect(found?.postings()).toEqual({ docs: entry.docs, times: entry.times });
            placesAt += entry.placesLength;
          }
          expect(findInBlock(block, 'no such term at all')).toBeNull();
          for (const begun of ['', 'a', ...terms.slice(0, 5), ...terms.slice(-3).map((term) => term.slice(0, 1))]) {
            const wanted = terms.filter((term) => term.startsWith(begun));
            expect(readWordBlock(block, begun).map(({ term }) => term)).toEqual(wanted);
          }
        },
      ),
    );
  });

  it('never read past damage', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          readWordBlock(bytes).map((entry) => entry.postings());
          findInBlock(bytes, 'm');
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedBytes);
        }
      }),
    );
  });
});

describe('the other columns', () => {
  it('vocabulary and directory come back as they were written', () => {
    fc.assert(
      fc.property(arbitraryTerms, (terms) => {
        const entries = terms.map((term, index) => ({ term, count: index + 1 }));
        expect([...readVocabulary(packVocabulary(entries))]).toEqual(entries);
        expect(unpackDirectory(packDirectory(terms))).toEqual(terms);
      }),
    );
  });

  it('every token finds its word', () => {
    fc.assert(
      fc.property(arbitraryTranscript, ({ text, words }) => {
        const tokens = tokenise(text);
        const packed = packTokenWords(tokens, words.offset);
        if (words.offset.length === 0) return;
        const wordOf = wordOfToken(tokens, words.offset);
        const read = new TokenWords(packed, tokens.count);
        expect(Array.from(wordOf, (_, token) => read.wordOf(token))).toEqual([...wordOf]);
      }),
    );
  });
});
