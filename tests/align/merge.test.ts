import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '@/lib/align/align';
import { compareRange } from '@/lib/align/compare';
import { mergeTranscripts } from '@/lib/align/merge';
import { pinWords } from '@/lib/align/pin-words';
import { type Transcript, WordState } from '@/lib/transcript/types';
import { made } from './made-speech';
import { build, captions, humanText, ownWordsOf, wordsOf } from './make-transcripts';

const BEFORE = 'so the quick brown fox jumps over a lazy dog near some river bank.';
const AFTER = 'While seven wise owls watch from old oak trees until morning comes.';

/** What each turn of the merged transcript says, with its speaker. */
function turnsOf(transcript: Transcript): string[] {
  const words = wordsOf(transcript);
  return transcript.turns.map(({ speaker, firstWord }, i) => {
    const end = transcript.turns[i + 1]?.firstWord ?? words.length;
    const name = speaker === null ? '?' : transcript.speakers[speaker]?.label;
    return `${name}: ${words.slice(firstWord, end).join(' ')}`;
  });
}

function merged(timed: string, ...paragraphs: string[]): Transcript {
  return mergeTranscripts(humanText(...paragraphs), captions(timed));
}

describe('mergeTranscripts', () => {
  it('keeps the words and says how each came by its time', () => {
    const human = humanText(`Ian: ${BEFORE}`, `Lex: ${AFTER} Yes.`);
    const timed = captions(`${BEFORE} ${AFTER.replace('wise', 'was')}`);
    const merge = mergeTranscripts(human, timed);
    expect(merge).toMatchObject({
      text: human.text,
      timing: 'word',
      origin: { kind: 'merge', human: human.id, timed: timed.id },
      alignment: { verdict: 'good' },
      turns: human.turns,
    });
    const words = wordsOf(merge);
    expect(merge.words.state[words.indexOf('seven')]).toBe(WordState.given);
    expect(merge.words.state[words.indexOf('wise')]).toBe(WordState.between);
    expect([...merge.cues.start]).toEqual([0, 14 * 400]);
  });

  it('is no more exact than the captions', () => {
    const speech = made(60, 1);
    const cues = [0, 1, 2].map((i) => ({
      start: i * 8000,
      end: i * 8000 + 7000,
      text: speech.slice(i * 20, i * 20 + 20).join(' '),
    }));
    const merge = mergeTranscripts(humanText(speech.join(' ')), build(cues, 'cue'));
    expect(merge.timing).toBe('cue');
    expect(merge.words.state[0]).toBe(WordState.given);
    expect(merge.words.state[5]).toBe(WordState.between);
    expect(merge.words.start[20]).toBe(8000);
  });

  it('leaves a refused text readable and without times', () => {
    const human = humanText(made(200, 2).join(' '));
    const merge = mergeTranscripts(human, captions(made(200, 3).join(' ')));
    expect(merge).toMatchObject({ text: human.text, timing: 'none', alignment: { verdict: 'refused' } });
    expect(new Set(merge.words.state)).toEqual(new Set([WordState.unknown]));
  });

  it.each([
    [
      'where the captions hear a new voice',
      `${BEFORE} >> do you think its possible at all ${AFTER}`,
      [`Ian: ${BEFORE} Do you think it's`, `Lex: possible at all? ${AFTER}`],
      [`Ian: ${BEFORE}`, `Lex: Do you think it's possible at all? ${AFTER}`],
    ],
    [
      'where somebody pauses',
      `${BEFORE} to do create more like programs as opposed to functions / yeah ${AFTER}`,
      [`Lex: ${BEFORE} To do create more like programs`, `Ian: as opposed to functions? Yeah. ${AFTER}`],
      [`Lex: ${BEFORE} To do create more like programs as opposed to functions?`, `Ian: Yeah. ${AFTER}`],
    ],
    [
      'for a scrap of a sentence',
      `${BEFORE} has there been much success in being able to do it ${AFTER}`,
      [`Ian: ${BEFORE} Has there been`, `Lex: much success in being able to do it? ${AFTER}`],
      [`Ian: ${BEFORE}`, `Lex: Has there been much success in being able to do it? ${AFTER}`],
    ],
  ])('joins a sentence that a turn cut, %s', (_, timed, paragraphs, expected) => {
    expect(turnsOf(merged(timed, ...paragraphs))).toEqual(expected);
  });

  it('gives scraps in the middle of a sentence back', () => {
    const paragraphs = [`Lex: ${BEFORE} So what`, 'Ian: in a big', `Lex: quick overview is it? ${AFTER}`];
    expect(turnsOf(merged(`${BEFORE} so what in a big quick overview is it ${AFTER}`, ...paragraphs))).toEqual([
      `Lex: ${BEFORE} So what in a big quick overview is it? ${AFTER}`,
    ]);
  });

  it('leaves a break alone when a sentence ends there, or nothing speaks against it', () => {
    const whole = [`Ian: ${BEFORE}`, `Lex: ${AFTER}`];
    expect(turnsOf(merged(`${BEFORE} ${AFTER}`, ...whole))).toEqual(whole);
    const broken = [`Ian: ${BEFORE} And that is why we do it,`, `Lex: you say it is limited to some. ${AFTER}`];
    expect(
      turnsOf(merged(`${BEFORE} and that is why we do it you say it is limited to some ${AFTER}`, ...broken)),
    ).toEqual(broken);
  });

  it('splits a turn in which the captions hear another voice begin, and leaves its speaker open', () => {
    const merge = merged(`${BEFORE} >> ${AFTER}`, `Ian: ${BEFORE} ${AFTER}`);
    expect(turnsOf(merge)).toEqual([`Ian: ${BEFORE}`, `?: ${AFTER}`]);
    expect(merge.text).toBe(`${BEFORE}\n${AFTER}`);
    expect([...merge.paragraphs]).toEqual([0, 14]);
  });

  it('takes the speaker from captions that name their voices', () => {
    const speech = Array.from(
      { length: 8 },
      (_, i) =>
        `${made(30, i + 4)
          .join(' ')
          .replace(/^./, (first) => first.toUpperCase())}.`,
    );
    const cues = speech.map((text, i) => ({
      start: i * 12_000,
      end: i * 12_000 + 12_000,
      text,
      speaker: i % 2 === 0 ? 'voice A' : 'voice B',
    }));
    const names = ['Ian', 'Lex'];
    // The last turn of the human text holds both voices.
    const paragraphs = speech.slice(0, 6).map((text, i) => `${names[i % 2]}: ${text}`);
    const human = humanText(...paragraphs, `Ian: ${speech[6]} ${speech[7]}`);
    const merge = mergeTranscripts(human, build(cues, 'cue'));
    expect(turnsOf(merge)).toEqual(speech.map((text, i) => `${names[i % 2]}: ${text}`));
  });

  it('does not split for a short yeah', () => {
    const paragraphs = [`Ian: ${BEFORE} Yeah. ${AFTER}`];
    expect(turnsOf(merged(`${BEFORE} >> yeah >> ${AFTER}`, ...paragraphs))).toHaveLength(2);
  });

  it('keeps the promises of a transcript for any texts', () => {
    const word = fc.constantFrom('a', 'The', 'dog.', 'good', 'fellow', 'yes?', '25', '>>', '/', '人工知能', 'it');
    const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
    const turn = fc
      .tuple(fc.constantFrom('A', 'B', 'C'), text)
      .map(([name, said]) => `${name}: ${said.replaceAll('>>', '')}`);
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 6 }), text, (turns, timed) => {
        const human = humanText(...turns);
        const merge = mergeTranscripts(human, captions(timed));
        expect(merge.text.replaceAll(/\s/g, '')).toBe(wordsOf(merge).join('').replaceAll(/\s/g, ''));
        expect(ownWordsOf(merge)).toEqual(wordsOf(human));
        for (let at = 1; at < merge.words.start.length; at++) {
          expect(merge.words.start[at]).toBeGreaterThanOrEqual(merge.words.start[at - 1] ?? 0);
          expect(merge.words.end[at - 1]).toBeLessThanOrEqual(merge.words.start[at] ?? 0);
        }
        for (const first of merge.paragraphs)
          if (first > 0) expect(merge.text[(merge.words.offset[first] ?? 0) - 1]).toBe('\n');
        expect(merge.text.split('\n').length).toBe(Math.max(1, merge.paragraphs.length));
        merge.turns.forEach(({ firstWord }, i) => {
          expect(firstWord).toBeGreaterThan(i === 0 ? -1 : (merge.turns[i - 1]?.firstWord ?? 0));
          expect(firstWord).toBeLessThan(merge.words.offset.length);
        });
        if (human.turns.length > 0) expect(merge.turns[0]?.firstWord).toBe(0);
        for (let cue = 0; cue < merge.cues.start.length; cue++) {
          expect(merge.cues.end[cue]).toBeGreaterThanOrEqual(merge.cues.start[cue] ?? 0);
          if (cue > 0) expect(merge.cues.start[cue]).toBeGreaterThanOrEqual(merge.cues.end[cue - 1] ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('compareRange', () => {
  it('shows what the captions heard otherwise', () => {
    const human = humanText('The Ganz idea of Ian Goodfellow is quite good, you know.');
    const timed = captions('the gans idea of ian good fellow is um quite good');
    const { words } = align(human, timed);
    const show = (list: string[], from: number, end: number) => list.slice(from, end).join(' ');
    const pieces = compareRange(words, 0, wordsOf(human).length).map((piece) => [
      show(wordsOf(human), piece.first, piece.end),
      piece.same ? '=' : show(wordsOf(timed), piece.heardFirst, piece.heardEnd),
    ]);
    expect(pieces).toEqual([
      ['The', '='],
      ['Ganz', 'gans'],
      ['idea of Ian', '='],
      ['Goodfellow', 'good fellow'],
      ['is', '='],
      ['', 'um'],
      ['quite good,', '='],
      ['you know.', ''],
    ]);
  });

  it('covers the range without gaps for any texts', () => {
    const word = fc.constantFrom('a', 'the', 'dog', 'dogs', 'good', 'fellow', 'goodfellow', 'x', 'y');
    const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, fc.nat(20), (said, heard, from) => {
        const human = humanText(said);
        const end = human.words.offset.length;
        const first = Math.min(from, end);
        const pieces = compareRange(align(human, captions(heard)).words, first, end);
        let [word, other] = [first, 0];
        for (const piece of pieces) {
          expect(piece.first).toBe(word);
          expect(piece.heardFirst).toBeGreaterThanOrEqual(other);
          expect(piece.heardEnd).toBeGreaterThanOrEqual(piece.heardFirst);
          [word, other] = [piece.end, piece.heardEnd];
        }
        expect(word).toBe(end);
      }),
    );
  });
});

describe('pinWords', () => {
  const transcript = humanText('aa bb cc dd', 'ee ff gg hh');

  it('draws a straight line from pin to pin and no farther', () => {
    const pinned = pinWords(transcript, [
      { word: 1, time: 1000 },
      { word: 5, time: 5000 },
    ]);
    expect(pinned.timing).toBe('turn');
    expect([...pinned.words.start]).toEqual([0, 1000, 2000, 3000, 4000, 5000, 5000, 5000]);
    expect([...pinned.words.state]).toEqual([2, 0, 1, 1, 1, 0, 2, 2]);
  });

  it('lets the later pin win where two contradict each other', () => {
    const pins = [
      { word: 1, time: 9000 },
      { word: 3, time: 3000 },
      { word: 6, time: 6000 },
    ];
    expect([...pinWords(transcript, pins).words.state]).toEqual([2, 2, 2, 0, 1, 1, 0, 2]);
  });

  it('has no line with one pin, and none of damage', () => {
    const pinned = pinWords(transcript, [
      { word: 99, time: 1 },
      { word: 2, time: Number.NaN },
      { word: 2, time: 700 },
    ]);
    expect(pinned.timing).toBe('none');
    expect([...pinned.words.state]).toEqual([2, 2, 0, 2, 2, 2, 2, 2]);
  });
});
