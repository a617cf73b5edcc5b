import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockOfWord, buildBlocks } from '@/lib/sidebar/blocks';
import type { Chapter, Hole } from '@/lib/transcript/types';
import { milliseconds } from '@/lib/transcript/units';
import { secondsLong, transcript } from './transcripts';

const chapter = (seconds: number, title: string): Chapter => ({ start: milliseconds(seconds * 1000), title });
const view = fc.constantFrom<'paragraphs' | 'lines'>('paragraphs', 'lines');

describe('blocks', () => {
  it('are all words, in order and without gaps, whatever is said', () => {
    fc.assert(
      fc.property(transcript, view, fc.array(fc.nat({ max: 300 })), (made, how, starts) => {
        const chapters = starts.sort((a, b) => a - b).map((start) => chapter(start, `At ${start}`));
        const blocks = buildBlocks(made, how, chapters);
        const count = made.words.offset.length;
        expect(blocks[0]?.firstWord ?? 0).toBe(0);
        expect(blocks.at(-1)?.endWord ?? 0).toBe(count);
        blocks.forEach((block, index) => {
          expect(block.endWord).toBeGreaterThan(block.firstWord);
          if (index > 0) expect(block.firstWord).toBe(blocks[index - 1]?.endWord);
          expect(made.text.slice(block.from, block.to)).toMatch(/^\S(?:[\s\S]*\S)?$/);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('together are the text, but for the white space between them', () => {
    fc.assert(
      fc.property(transcript, (made) => {
        const words = buildBlocks(made, 'paragraphs').map(({ from, to }) => made.text.slice(from, to));
        expect(words.join('').replace(/\s/g, '')).toBe(made.text.replace(/\s/g, ''));
      }),
    );
  });

  it('are found by their words, as by a linear scan', () => {
    fc.assert(
      fc.property(transcript, fc.nat({ max: 400 }), (made, word) => {
        const blocks = buildBlocks(made, 'lines');
        const expected = blocks.findLastIndex(({ firstWord }) => firstWord <= word);
        expect(blockOfWord(blocks, word)).toBe(expected);
      }),
    );
  });

  it('are cut where they are too long to be read or laid out at once', () => {
    const made = secondsLong(Array.from({ length: 3000 }, () => 'lighthouse').join(' '));
    const whole = { ...made, paragraphs: Uint32Array.of(0) };
    for (const { from, to } of buildBlocks(whole, 'paragraphs')) expect(to - from).toBeLessThanOrEqual(1700);
  });

  it('begin with the chapter that begins near them', () => {
    const made = secondsLong(`${'word '.repeat(30)}end. ${'more '.repeat(30)}end.`);
    const split = { ...made, paragraphs: Uint32Array.of(0, 31) };
    const blocks = buildBlocks(split, 'paragraphs', [chapter(0, 'One'), chapter(33, 'Two'), chapter(900, 'Beyond')]);
    expect(blocks.map(({ chapters }) => chapters?.map(({ title }) => title))).toEqual([['One'], ['Two']]);
  });

  it('begin a chapter in mid-paragraph at the nearest sentence', () => {
    const made = secondsLong(`${'word '.repeat(40)}end. Then ${'more '.repeat(40)}end.`);
    const whole = { ...made, paragraphs: Uint32Array.of(0) };
    const blocks = buildBlocks(whole, 'paragraphs', [chapter(44, 'Two')]);
    expect(blocks.map(({ firstWord, chapters }) => [firstWord, chapters?.length ?? 0])).toEqual([
      [0, 0],
      [41, 1],
    ]);
  });

  it('set apart what the video does not have, and say where it begins', () => {
    const hole: Hole = { kind: 'text', start: milliseconds(3000), end: milliseconds(9000), firstWord: 3, words: 4 };
    const made = secondsLong('a b c d e f g h i', { alignment: { verdict: 'good', matched: 0.9, holes: [hole] } });
    made.words.state.fill(2, 3, 7);
    const blocks = buildBlocks(made, 'paragraphs');
    expect(
      blocks.map(({ firstWord, apart, time, hole: begins }) => [firstWord, apart ?? false, time, begins ?? null]),
    ).toEqual([
      [0, false, 0, null],
      [3, 'text', null, hole],
      [7, false, 7000, null],
    ]);
  });

  it('set apart what only the captions have, with its times', () => {
    const place = { firstWord: 3, words: 4, shown: true } as const;
    const hole: Hole = { kind: 'video', start: milliseconds(3000), end: milliseconds(7000), ...place };
    const made = secondsLong('a b c d e f g h i', { alignment: { verdict: 'good', matched: 0.9, holes: [hole] } });
    const blocks = buildBlocks(made, 'paragraphs');
    expect(blocks.map(({ firstWord, apart, time, hole: begins }) => [firstWord, apart, time, begins])).toEqual([
      [0, undefined, 0, undefined],
      [3, 'video', 3000, hole],
      [7, undefined, 7000, undefined],
    ]);
  });

  it('say which times are rough', () => {
    const seconds = secondsLong('one two. Three four.', { timing: 'second' });
    expect(buildBlocks(seconds, 'paragraphs')[0]?.rough).toBe(true);
    expect(buildBlocks(secondsLong('one two.'), 'paragraphs')[0]?.rough).toBe(false);
    expect(buildBlocks(secondsLong('one', { timing: 'none' }), 'paragraphs')[0]?.time).toBeNull();
  });
});
