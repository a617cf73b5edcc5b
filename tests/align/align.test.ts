import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alignment, align } from '@/lib/align/align';
import { AlignedState } from '@/lib/align/word-times';
import type { Transcript } from '@/lib/transcript/types';
import { made } from './made-speech';
import { build, captions, humanText, wordsOf } from './make-transcripts';

const LETTER = ['m', 'b', 'u'];

/** One letter a word: matched, between, unknown. */
function states({ words }: Alignment): string {
  return Array.from(words.state, (state) => LETTER[state]).join('');
}

function starts({ words }: Alignment): (number | null)[] {
  return Array.from(words.start, (start, i) => (words.state[i] === AlignedState.unknown ? null : start));
}

/** A text long enough to be believed, to stand around what a test is about. */
const BEFORE = 'the quick brown fox jumps over a lazy dog near some river bank';
const AFTER = 'while seven wise owls watch from old oak trees until morning comes';
const LEAD = BEFORE.split(' ').length;

function around(middle: string): string {
  return `${BEFORE} ${middle} ${AFTER}`.replace(/\s+/g, ' ');
}

/** What became of the words in the middle. */
function middle(human: string, timed: string): { states: string; starts: (number | null)[] } {
  const alignment = align(humanText(around(human)), captions(around(timed)));
  const end = -AFTER.split(' ').length;
  return { states: states(alignment).slice(LEAD, end), starts: starts(alignment).slice(LEAD, end) };
}

const at = (...places: number[]) => places.map((place) => (LEAD + place) * 400);

describe('align', () => {
  it('gives each word the time at which it is said', () => {
    const alignment = align(
      humanText(around('and “Then”, he SAID it’s fine.')),
      captions(around('and then he said its fine')),
    );
    expect(alignment.report).toMatchObject({ verdict: 'good', matched: 1, covered: 1, holes: [], drift: null });
    expect(starts(alignment)).toEqual(Array.from(alignment.words.start.keys(), (i) => i * 400));
    expect([...alignment.words.end.slice(0, 2)]).toEqual([300, 700]);
  });

  it.each([
    ['a word heard otherwise', 'the Ganz idea', 'the gans idea', 'mmm', at(0, 1, 2)],
    ['a word heard as another', 'the big idea', 'the was idea', 'mbm', at(0, 1, 2)],
    ['one word heard as two', 'Ian Goodfellow says', 'ian good fellow says', 'mmm', at(0, 1, 3)],
    [
      'two words heard as one',
      'a data set of',
      'a dataset of',
      'mmmm',
      [...at(0, 1), (LEAD + 1) * 400 + 150, ...at(2)],
    ],
    ['a number in digits', 'about 25 people', 'about twenty five people', 'mmm', at(0, 1, 3)],
    [
      'a number in words',
      'about twenty five people',
      'about 25 people',
      'mmmm',
      [...at(0, 1), (LEAD + 1) * 400 + 150, ...at(2)],
    ],
    ['a year', 'in 1990 we', 'in nineteen ninety we', 'mmm', at(0, 1, 3)],
    ['contractions', "we're gonna go", 'were going to go', 'mmm', at(0, 1, 3)],
    ['a dash between words', 'so — yes', 'so yes', 'mbm', [LEAD * 400, LEAD * 400 + 300, (LEAD + 1) * 400]],
    ['a filler only in the captions', 'so yes', 'so um yes', 'mm', at(0, 2)],
    [
      'a word missing in the captions',
      'so very yes',
      'so yes',
      'mbm',
      [LEAD * 400, LEAD * 400 + 300, (LEAD + 1) * 400],
    ],
    ['sounds in the captions', 'so yes', 'so [Music] yes', 'mm', at(0, 2)],
    [
      'a mark of the writer',
      'so [inaudible] yes',
      'so whatever yes',
      'mbm',
      [LEAD * 400, LEAD * 400 + 300, (LEAD + 2) * 400],
    ],
  ])('understands %s', (_, human, timed, expectedStates, expectedStarts) => {
    const found = middle(human, timed);
    expect(found.states).toBe(expectedStates);
    expect(found.starts).toEqual(expectedStarts);
  });

  it('leaves a passage that is not in the video without times, and says where it is', () => {
    const passage =
      'this portion of our show is brought to you by somebody who sells shoes on a website every day of this year';
    const count = passage.split(' ').length;
    const alignment = align(humanText(around(passage)), captions(around('')));
    expect(states(alignment)).toBe(`${'m'.repeat(LEAD)}${'u'.repeat(count)}${'m'.repeat(12)}`);
    expect(alignment.report.holes).toEqual([
      { kind: 'text', firstWord: LEAD, words: count, start: LEAD * 400 - 100, end: LEAD * 400 },
    ]);
    expect(alignment.report.reasons).toContain('text-missing-in-video');
  });

  it('says what the video has and the text lacks, and stretches nothing over it', () => {
    const passage = Array.from({ length: 40 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}${i}`).join(' ');
    const alignment = align(humanText(around('')), captions(around(passage)));
    expect(states(alignment)).not.toContain('u');
    expect(alignment.words.end[LEAD - 1]).toBe(LEAD * 400 - 100);
    expect(alignment.report.holes).toMatchObject([{ kind: 'video', words: 40, firstWord: LEAD, start: LEAD * 400 }]);
  });

  it('does not let common words inside a passage of its own match here and there', () => {
    const passage =
      'and so it was that the man of whom I spoke to you in the last hour of our talk on it came to be there with us';
    const other =
      'but you see the price of it is in fact not so high that I would say to you that we can not pay it at once and then have no more of it to give to the next one who asks for it when the time of need comes';
    const found = middle(passage, other);
    expect(found.states).not.toContain('m');
  });

  it('puts a hole between sentences where it could stand at several places', () => {
    const human = `${BEFORE} we met. And then we buy shoes from a nice shop in town on every single day. And then ${AFTER}`;
    const timed = `${BEFORE} we met and then ${AFTER}`;
    const alignment = align(humanText(human), captions(timed));
    const first = wordsOf(humanText(human)).indexOf('And');
    expect(alignment.report.holes).toMatchObject([{ kind: 'text', firstWord: first }]);
  });

  it('finds the one matching episode in a text of several', () => {
    const [one, two, three] = [made(400, 1), made(400, 2), made(400, 3)];
    const alignment = align(humanText(one.join(' '), two.join(' '), three.join(' ')), captions(two.join(' ')));
    expect(alignment.report.verdict).toBe('partial');
    expect(alignment.report.reasons[0]).toBe('more-than-the-video');
    expect(states(alignment).slice(400, 800)).toBe('m'.repeat(400));
    expect(states(alignment).slice(0, 400)).not.toContain('m');
  });

  it('finds the place of a single paragraph', () => {
    const speech = made(2000, 4);
    const alignment = align(humanText(speech.slice(1200, 1260).join(' ')), captions(speech.join(' ')));
    expect(alignment.report).toMatchObject({ verdict: 'good', matched: 1 });
    expect(alignment.report.reasons).toContain('less-than-the-video');
    expect(alignment.words.start[0]).toBe(1200 * 400);
  });

  it('tells a repeated passage from its repeat', () => {
    const jingle = made(60, 5);
    const speech = [...jingle, ...made(300, 6), ...jingle, ...made(300, 7), ...jingle];
    const alignment = align(humanText(speech.join(' ')), captions(speech.join(' ')));
    expect(starts(alignment)).toEqual(speech.map((_, i) => i * 400));
  });

  it('aligns scripts without spaces', () => {
    const text = '人工知能は深層学習で大きく進歩しました。しかし、まだ多くの課題が残されています。';
    const timed = build([{ start: 1000, end: 9000, text: text.replaceAll(/[。、]/g, '') }], 'cue');
    const alignment = align(humanText(text), timed);
    expect(alignment.report).toMatchObject({ verdict: 'good', matched: 1 });
    expect(states(alignment)).toMatch(/^m+$/);
  });

  it.each([
    ['another recording', made(600, 8).join(' '), made(600, 9).join(' '), 'another-recording'],
    ['a few common words', 'thank you very much', made(600, 10).join(' '), 'another-recording'],
    ['no human words', '', made(60, 11).join(' '), 'no-words'],
    ['no timed words', made(60, 12).join(' '), '', 'no-words'],
    ['nothing but signs', '— … !', made(60, 13).join(' '), 'no-words'],
  ])('refuses %s and gives it no times', (_, human, timed, reason) => {
    const alignment = align(humanText(human), captions(timed));
    expect(alignment.report).toMatchObject({ verdict: 'refused', reasons: [reason] });
    expect(states(alignment)).not.toMatch(/[mb]/);
  });

  it('measures how far the text’s own times are off', () => {
    const speech = made(1200, 14);
    const cues = Array.from({ length: 100 }, (_, i) => {
      const start = i * 12 * 400 + (i < 60 ? 5_000 : 65_000);
      return { start, end: start + 4000, text: speech.slice(i * 12, i * 12 + 12).join(' ') };
    });
    const { drift, reasons } = align(build(cues, 'cue'), captions(speech.join(' '))).report;
    expect(drift).toMatchObject({ samples: 100, median: -5_000, low: -65_000, high: -5_000 });
    expect(drift?.steps).toEqual([{ at: 60 * 12 * 400, offset: -65_000 }]);
    expect(reasons).toContain('own-times-off');
  });

  it('takes matched but untimed words for what they are', () => {
    const speech = made(100, 15).join(' ');
    const alignment = align(humanText(speech), humanText(speech));
    expect(alignment.report).toMatchObject({ verdict: 'good', drift: null });
    expect([...alignment.words.heardFirst]).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  it('keeps its promises for any two texts', () => {
    const word = fc.constantFrom(
      'a',
      'the',
      'dog',
      'dogs',
      'good',
      'fellow',
      'goodfellow',
      '25',
      'twenty',
      'five',
      '—',
      '[x]',
      '人工',
      '>>',
    );
    const text = fc.array(word, { maxLength: 80 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (human, timed) => {
        const [said, heard] = [humanText(human), captions(timed)];
        keepsPromises(align(said, heard), said, heard);
      }),
      { numRuns: 300 },
    );
  });
});

function keepsPromises({ words, report }: Alignment, human: Transcript, timed: Transcript): void {
  let before = 0;
  let heard = -1;
  for (let i = 0; i < words.start.length; i++) {
    const [start = -1, end = -1, first = -1, last = -1] = [
      words.start[i],
      words.end[i],
      words.heardFirst[i],
      words.heardLast[i],
    ];
    expect(start).toBeGreaterThanOrEqual(before);
    expect(end).toBeGreaterThanOrEqual(start);
    if (i + 1 < words.start.length) expect(end).toBeLessThanOrEqual(words.start[i + 1] ?? 0);
    expect(words.state[i] === AlignedState.matched).toBe(first >= 0);
    if (first >= 0) {
      expect(first).toBeGreaterThanOrEqual(heard);
      expect(last).toBeGreaterThanOrEqual(first);
      expect(last).toBeLessThan(timed.words.offset.length);
      heard = last;
    }
    before = start;
  }
  expect(words.start.length).toBe(human.words.offset.length);
  expect(report.matched).toBeGreaterThanOrEqual(0);
  expect(report.matched).toBeLessThanOrEqual(1);
  for (const hole of report.holes) expect(hole.end).toBeGreaterThanOrEqual(hole.start);
}

describe('a passage that stands twice in the text', () => {
  const passage = made(150, 71);
  const before = made(80, 72);
  const after = made(200, 73);
  const open = (words: readonly string[]) => `${words.join(' ').replace(/^./, (first) => first.toUpperCase())}.`;

  it('is left out as one piece, although the recogniser misheard some of it', () => {
    const heard = [...before, ...passage, ...after].map((word, i) => (i === 120 || i === 190 ? 'mumble' : word));
    const human = humanText(open(before), open(passage), open(passage), open(after));
    const { holes } = align(human, captions(heard.join(' '))).report;
    expect(holes.map(({ kind, words }) => [kind, words])).toEqual([['text', 150]]);
    expect([80, 230]).toContain(holes[0]?.firstWord);
  });
});
