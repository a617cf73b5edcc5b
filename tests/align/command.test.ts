import { describe, expect, it } from 'vitest';
import { align } from '@/lib/align/align';
import { report } from '../tools/transcript/align';
import { readWordList } from '../tools/transcript/word-lists';
import { build, captions, humanText } from './make-transcripts';

describe('readWordList', () => {
  it('reads NLP tables, with times and without', () => {
    const head = 'token|speaker|ts|endTs|punctuation|case|tags';
    const timed = readWordList(`${head}\nGood|1|0.50|0.7|||\nday|1|0.7|1.0|,||\nall|2|1.2|1.5|.||\n`);
    expect(timed).toMatchObject({
      timing: 'word',
      cues: [
        { start: 500, end: 1000, text: 'Good day,', speaker: 'Speaker 1' },
        { start: 1200, end: 1500, text: 'all.', speaker: 'Speaker 2' },
      ],
    });
    expect(readWordList(`${head}\nGood|1|||||\nday|1|||.||`)).toMatchObject({
      timing: 'none',
      cues: [{ text: 'Good day.' }],
    });
  });

  it('reads CTM', () => {
    const source = readWordList(';; a comment\n4386541 A 0.99 0.51 welcome 1.00\n4386541 A 1.56 0.15 to 0.9\n');
    expect(source).toMatchObject({ timing: 'word', cues: [{ start: 990, end: 1710, text: 'welcome to' }] });
  });

  it.each(['', 'Good day to you all.', 'WEBVTT\n\n00:01.000 --> 00:02.000\nhello'])('leaves %j to others', (text) => {
    expect(readWordList(text)).toBeNull();
  });
});

describe('the align command', () => {
  const said = 'Mara: So the quick brown fox jumps over a lazy dog near some river bank.';

  it('prints one word for each token between blanks, in milliseconds', () => {
    const [human, timed] = [
      humanText(said),
      captions('so the quick brown fox jumps over a lazy dog near some river bank'),
    ];
    expect(report(human, timed, align(human, timed))).toMatchObject({
      verdict: 'good',
      matched: 1,
      holes: [],
      drift: null,
      words: { length: 14, 1: { text: 'the', start: 400, end: 700, state: 'matched' } },
      turns: [{ speaker: 'Mara', start: 0, firstWord: 0, lastWord: 13 }],
    });
  });

  it('has no times where the timed text has none, and none for what is unknown', () => {
    const passage = 'brought to you by somebody who sells shoes on a website every day of this year';
    const human = humanText(`${said} ${passage} While seven wise owls watch from old oak trees until morning comes.`);
    const timed = captions(`${said.slice(6)} while seven wise owls watch from old oak trees until morning comes`);
    expect(report(human, timed, align(human, timed))).toMatchObject({
      words: { 14: { text: 'brought', start: null, end: null, state: 'unknown' } },
      holes: [{ kind: 'text', words: 16, before: 'near some river bank.', after: 'While seven wise owls' }],
    });
    const plain = humanText(said);
    expect(report(human, plain, align(human, plain))).toMatchObject({
      words: { 0: { start: null, state: 'matched' } },
      turns: [{ start: null }],
    });
  });

  it('takes what stands between blanks together in scripts without spaces', () => {
    const text = '人工知能は深層学習で大きく進歩しました。';
    const [human, timed] = [humanText(text), build([{ start: 1000, end: 5000, text }], 'cue')];
    expect(report(human, timed, align(human, timed))).toMatchObject({
      words: { length: 1, 0: { text, start: 1000, end: 5000, state: 'matched' } },
    });
  });
});
