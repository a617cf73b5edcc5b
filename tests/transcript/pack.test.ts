import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, DamagedBytes } from '../../lib/transcript/bytes';
import { readNumbers, writeNumbers } from '../../lib/transcript/number-columns';
import { packTranscript, unpackTranscript } from '../../lib/transcript/pack';
import { readHeader } from '../../lib/transcript/pack-header';
import { arbitraryTranscript } from '../library/arbitrary-transcript';

describe('bytes', () => {
  it('keeps every number that fits 32 bits', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffffffff)), (numbers) => {
        const writer = new ByteWriter();
        for (const number of numbers) writer.number(number);
        const reader = new ByteReader(writer.finish());
        expect(numbers.map(() => reader.number())).toEqual(numbers);
        expect(reader.left).toBe(0);
      }),
    );
  });

  it('keeps every text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '\ud800', 'a\udc00b', '\u0000'), (text, odd) => {
        const writer = new ByteWriter(1);
        writer.text(text + odd);
        expect(new ByteReader(writer.finish()).text()).toBe(text + odd);
      }),
    );
  });

  it('refuses a text that claims more units than there are bytes', () => {
    const writer = new ByteWriter();
    writer.number(0xffffffff);
    expect(() => new ByteReader(writer.finish()).text()).toThrow(DamagedBytes);
  });

  it('keeps columns and prefers runs where values repeat', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(1), fc.nat(0xffffffff))), (values) => {
        const writer = new ByteWriter();
        writeNumbers(writer, values);
        expect([...readNumbers(new ByteReader(writer.finish()), values.length)]).toEqual(values);
      }),
    );
    const writer = new ByteWriter();
    writeNumbers(writer, new Uint32Array(100_000).fill(1));
    expect(writer.length).toBeLessThan(10);
  });

  it('refuses a run that is longer than the caller allows', () => {
    const writer = new ByteWriter();
    writeNumbers(writer, new Uint32Array(1_000_000));
    expect(() => readNumbers(new ByteReader(writer.finish()), 999_999)).toThrow(DamagedBytes);
  });
});

describe('packTranscript', () => {
  it('gives back the same transcript', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        expect(unpackTranscript(packTranscript(transcript))).toEqual(transcript);
      }),
      { numRuns: 300 },
    );
  });

  it('answers damage with null, whatever byte is changed, cut or added', () => {
    fc.assert(
      fc.property(arbitraryTranscript, fc.nat(), fc.integer({ min: 1, max: 255 }), (transcript, place, change) => {
        const bytes = packTranscript(transcript);
        const at = place % bytes.length;
        const changed = bytes.map((byte, index) => (index === at ? byte ^ change : byte));
        expect(unpackTranscript(changed)).toBeNull();
        expect(unpackTranscript(bytes.subarray(0, at))).toBeNull();
        expect(unpackTranscript(Uint8Array.from([...bytes, change]))).toBeNull();
      }),
    );
  });

  it('never throws, for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => unpackTranscript(bytes) === null));
  });
});

describe('readHeader', () => {
  it.each([
    ['nothing', ''],
    ['no object', '[1]'],
    ['a foreign video id', header({ videoId: 'short' })],
    ['a timing nobody knows', header({ timing: 'exact' })],
    ['an origin nobody knows', header({ origin: { kind: 'telepathy' } })],
    ['a chapter before the start', header({ chapters: [{ start: -1, title: 'x' }] })],
    ['a speaker without a name', header({ speakers: [{ label: 'A' }] })],
  ])('refuses %s', (_name, json) => {
    expect(readHeader(json)).toBeNull();
  });

  it('drops keys it does not know and leaves prototypes alone', () => {
    const read = readHeader(header({}).replace('{', '{"__proto__":{"polluted":1},"extra":2,'));
    expect(read).not.toBeNull();
    expect(Object.keys(read ?? {})).not.toContain('extra');
    expect('polluted' in {}).toBe(false);
  });
});

function header(change: object): string {
  return JSON.stringify({
    id: 'x',
    videoId: 'abcdefghijk',
    language: 'en',
    origin: { kind: 'merge', human: 'a', timed: 'b' },
    timing: 'word',
    speakers: [],
    chapters: [],
    ...change,
  });
}
