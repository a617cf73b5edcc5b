import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTranscript } from '../../lib/transcript/build-transcript';
import { textOfWords, wordAtOffset, wordAtTime } from '../../lib/transcript/lookup';
import type { SourceCue } from '../../lib/transcript/source';
import { type Timing, type Transcript, WordState } from '../../lib/transcript/types';
import { milliseconds, type VideoId } from '../../lib/transcript/units';
import { expectInvariants } from './invariants';

function build(cues: SourceCue[], timing: Timing = 'cue', language = 'en'): Transcript {
  return buildTranscript({
    videoId: 'abcdefghijk' as VideoId,
    origin: { kind: 'captions', vssId: 'a.en', automatic: true, via: 'timedtext' },
    source: { language, timing, cues },
  });
}

function wordsOf(transcript: Transcript): string[] {
  return Array.from(transcript.words.offset, (_, index) => textOfWords(transcript, index, index + 1));
}

const starts = (transcript: Transcript) => [...transcript.words.start];

describe('buildTranscript', () => {
  it('keeps the times that words bring with them', () => {
    const words = [
      { text: 'the', start: 1000 },
      { text: ' lamp', start: 1200 },
      { text: ' is lit', start: 1500 },
    ];
    const transcript = build([{ start: 1000, end: 2500, text: 'the lamp is lit', words }], 'word');
    expect(wordsOf(transcript)).toEqual(['the', 'lamp', 'is', 'lit']);
    expect(starts(transcript).slice(0, 3)).toEqual([1000, 1200, 1500]);
    expect([...transcript.words.state]).toEqual([WordState.given, WordState.given, WordState.given, WordState.between]);
  });

  it('spreads the words of a cue by their letters and says that they are computed', () => {
    const transcript = build([{ start: 0, end: 1000, text: 'abcd abcd' }]);
    expect(starts(transcript)).toEqual([0, 500]);
    expect([...transcript.words.state]).toEqual([WordState.given, WordState.between]);
  });

  it('clips a cue that runs into the next one', () => {
    const transcript = build([
      { start: 0, end: 6000, text: 'one two' },
      { start: 2000, end: 8000, text: 'three four' },
    ]);
    expect([...transcript.cues.end]).toEqual([2000, 8000]);
    expectInvariants(transcript);
  });

  it('lets cues of one start share their stretch', () => {
    const transcript = build([
      { start: 1000, end: 3000, text: 'left voice' },
      { start: 1000, end: 3000, text: 'right word' },
    ]);
    expect([...transcript.cues.start]).toEqual([1000, 2000]);
  });

  it('takes >> for a change of voice, not for a word', () => {
    const transcript = build([
      { start: 0, end: 900, text: 'and then >> who lit it' },
      { start: 1000, end: 2000, text: '>>the keeper did' },
    ]);
    expect(wordsOf(transcript).join(' ')).toBe('and then who lit it the keeper did');
    expect(transcript.turns).toEqual([
      { speaker: null, firstWord: 0 },
      { speaker: null, firstWord: 2 },
      { speaker: null, firstWord: 5 },
    ]);
  });

  it('reads a person’s text in the order it is written and drops times that run backwards', () => {
    const transcript = build(
      [
        { start: 0, end: null, text: 'first', speaker: 'A' },
        { start: 90_000, end: null, text: 'second', speaker: 'B' },
        { start: 60_000, end: null, text: 'third', speaker: 'A' },
        { start: 120_000, end: null, text: 'fourth', speaker: 'B' },
      ],
      'turn',
    );
    expect(wordsOf(transcript)).toEqual(['first', 'second', 'third', 'fourth']);
    expect(transcript.speakers.map((speaker) => speaker.label)).toEqual(['A', 'B']);
    expectInvariants(transcript);
  });

  it('keeps the stamps inside a block that has none of its own', () => {
    const words = [
      { text: 'hello there', start: null },
      { text: ' again', start: 9000 },
    ];
    const transcript = build([{ start: null, end: null, text: 'hello there again', words }], 'turn');
    expect(transcript.words.start[2]).toBe(9000);
    expect(transcript.words.state[2]).toBe(WordState.given);
  });

  it('lets a word keep its length when words of unknown time follow', () => {
    const transcript = build(
      [
        { start: null, end: null, text: 'before it begins' },
        { start: 1000, end: 2000, text: 'spoken' },
      ],
      'cue',
    );
    expect([...transcript.words.end].at(-1)).toBe(2000);
    expect(transcript.words.start.at(-1)).toBe(1000);
    expectInvariants(transcript);
  });

  it('lets a chapter begin at the sentence nearest to it', () => {
    const transcript = buildTranscript({
      videoId: 'abcdefghijk' as VideoId,
      origin: { kind: 'captions', vssId: '.en', automatic: false, via: 'timedtext' },
      source: {
        language: 'en',
        timing: 'cue',
        cues: [{ start: 0, end: 8000, text: 'The first one ends. And then the second goes on' }],
      },
      chapters: [{ start: milliseconds(4600), title: 'The second' }],
    });
    expect([...transcript.paragraphs]).toEqual([0, 4]);
  });

  it('gives no word of an untimed text a time', () => {
    const transcript = build([{ start: null, end: null, text: 'no times here' }], 'none');
    expect([...transcript.words.state]).toEqual([WordState.unknown, WordState.unknown, WordState.unknown]);
    expect(wordAtTime(transcript, 5000)).toBe(-1);
  });

  it('joins Japanese words without spaces and keeps their times', () => {
    const words = [
      { text: '灯台', start: 0 },
      { text: 'の', start: 400 },
      { text: '灯り', start: 600 },
    ];
    const transcript = build([{ start: 0, end: 1500, text: '灯台の灯り', words }], 'word', 'ja');
    expect(transcript.text).toBe('灯台の灯り');
    expect(starts(transcript)).toEqual([0, 400, 600]);
  });

  it('puts halves of a word and lone punctuation together', () => {
    const words = [
      { text: 'un', start: 0 },
      { text: 'likely', start: 100 },
      { text: ',', start: 200 },
      { text: ' yes', start: 300 },
    ];
    const transcript = build([{ start: 0, end: 600, text: 'unlikely, yes', words }], 'word');
    expect(wordsOf(transcript)).toEqual(['unlikely,', 'yes']);
  });

  it('starts a paragraph with a new speaker and after a long enough run of sentences', () => {
    const sentence = 'This is a sentence of exactly ten words, and it ends. ';
    const transcript = build([
      { start: 0, end: 60_000, text: sentence.repeat(9), speaker: 'Mara' },
      { start: 60_000, end: 62_000, text: 'And then?', speaker: 'Tom' },
    ]);
    expect(transcript.paragraphs.length).toBeGreaterThanOrEqual(3);
    const last = transcript.paragraphs[transcript.paragraphs.length - 1] as number;
    expect(textOfWords(transcript, last, transcript.words.offset.length)).toBe('And then?');
  });

  it('cuts an endless text without punctuation into readable paragraphs', () => {
    const transcript = build([{ start: null, end: null, text: 'word '.repeat(5000) }], 'none');
    for (let index = 1; index < transcript.paragraphs.length; index += 1) {
      const length = (transcript.paragraphs[index] as number) - (transcript.paragraphs[index - 1] as number);
      expect(length).toBeLessThanOrEqual(96);
      expect(length).toBeGreaterThanOrEqual(18);
    }
  });

  it('has no words and breaks nothing when the source is empty', () => {
    expectInvariants(build([]));
    expectInvariants(build([{ start: 0, end: 100, text: ' \n ' }]));
    expectInvariants(build([{ start: 0, end: 100, text: '>> >>' }]));
  });

  const time = fc.oneof(
    fc.integer({ min: 0, max: 20_000 }),
    fc.constantFrom(null, Number.NaN, -1, 1e308, Number.POSITIVE_INFINITY, 0.4),
  );
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      '>> yes',
      '今日は良い天気です。',
      'สวัสดีครับ',
      '[Music]',
      'end. Next',
      '\u200b',
      '👍🏽 ok',
      'مرحبا بكم',
    ),
  );
  const word = fc.record({ text, start: time, end: time });
  const cue: fc.Arbitrary<SourceCue> = fc.oneof(
    fc.record({ start: time, end: time, text, speaker: fc.constantFrom(null, 'A', 'B') }),
    fc.record({ start: time, end: time, text, words: fc.array(word, { maxLength: 6 }) }),
  );

  it('keeps its promises for any source', () => {
    const timing = fc.constantFrom<Timing>('word', 'cue', 'second', 'turn', 'none');
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 12 }), timing, (cues, kind) => expectInvariants(build(cues, kind))),
      { numRuns: 2000 },
    );
  });

  it('looks up the same word as a linear scan', () => {
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 10 }), fc.integer({ min: 0, max: 21_000 }), (cues, at) => {
        const transcript = build(cues, 'word');
        const { start, state, offset } = transcript.words;
        let expected = -1;
        start.forEach((value, index) => {
          if (value <= at && state[index] !== WordState.unknown) expected = index;
        });
        expect(wordAtTime(transcript, at)).toBe(expected);
        offset.forEach((value, index) => {
          expect(wordAtOffset(transcript, value)).toBe(index);
        });
      }),
      { numRuns: 500 },
    );
  });
});
