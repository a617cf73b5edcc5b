/** Real pairs of transcripts, where they lie beside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { align } from '@/lib/align/align';
import { AlignedState } from '@/lib/align/word-times';
import type { Transcript } from '@/lib/transcript/types';
import { loadTranscript } from '../tools/transcript/load';

const DATA = new URL('../../../shared/data/', import.meta.url).pathname;

async function load(path: string): Promise<Transcript> {
  const transcript = await loadTranscript(`${DATA}${path}`);
  if ('code' in transcript) throw new Error(`${path}: ${transcript.message}`);
  return transcript;
}

/** Untimed words timed by their number: one second each. */
function counted(transcript: Transcript): Transcript {
  const start = Uint32Array.from(transcript.words.offset.keys(), (word) => word * 1000);
  const end = start.map((time) => time + 900);
  return {
    ...transcript,
    timing: 'word',
    words: { ...transcript.words, start, end, state: new Uint8Array(start.length) },
  };
}

/** Where in the captions each turn of the human text begins: found by eye in both texts, word numbers. */
const READING =
  '0 239 433 475 639 797 1021 1027 1182 1210 1283 1369 1517 1683 1842 1993 2187 2199 2356 2393 2543 2706 2864 2969 3125 3158 3346 3479 3522 3663 3692 3845 4005 4110 4206 4282 4294 4445 4554 4653 4801 4836 5007 5157 5329 5477 5631 5786 5952 6115 6350 6391 6394 6417 6584 6752 6908 7058 7213 7362 7531 7671 7704 7981 8087 8293 8468 8632 8798 9044 9083 9274 9307 9488 9578 9731 9784 9975 10162 10309 10539 10681 10835 10871 10876 10894 10987 10995 11108 11124 11155 11203 11232 11263 11417 11578 11731 11853'
    .split(' ')
    .map(Number);

describe.skipIf(!existsSync(`${DATA}seeds`))('two recognisers of one conversation', () => {
  it('agree on nearly all words and on where the turns begin', async () => {
    const { report, turns } = align(
      await load('seeds/001_e77d558f5bbefde7.txt'),
      counted(await load('seeds/000_342dee5410dc0a61.txt')),
    );
    expect(report.verdict).toBe('good');
    expect(report.matched).toBeGreaterThan(0.93);
    expect(turns).toHaveLength(98);
    const off = turns.map(({ start }, i) => Math.abs((start ?? Number.NaN) / 1000 - (READING[i] ?? Number.NaN)));
    expect(off.filter((words) => words <= 1).length).toBeGreaterThanOrEqual(97);
    expect(Math.max(...off)).toBeLessThanOrEqual(2);
  });

  it.each([
    ['004_f29792afbc783de4.txt', '000_342dee5410dc0a61.txt'],
    ['000_342dee5410dc0a61.txt', '004_f29792afbc783de4.txt'],
    ['001_e77d558f5bbefde7.txt', '004_f29792afbc783de4.txt'],
  ])('have nothing to do with another conversation: %s, %s', async (human, timed) => {
    const { report } = align(await load(`seeds/${human}`), await load(`seeds/${timed}`));
    expect(report.verdict).toBe('refused');
    expect(report.matched).toBeLessThan(0.04);
  });
});

/** Number of a word of the human text, the word, its start in seconds, and for cues their end. */
type Truth = readonly (readonly [number, string, number, number?])[];

const PAIRS: readonly (readonly [truth: string, human: string, timed: string])[] = [
  ['earnings21_4386541', 'earnings21/4386541/human.turns.derived.txt', 'earnings21/4386541/amazon.words.nlp'],
  ['earnings21_4386541', 'earnings21/4386541/human.nlp', 'earnings21/4386541/rev_kaldi.ctm'],
  ['earnings21_4384683', 'earnings21/4384683/human.turns.derived.txt', 'earnings21/4384683/google.words.nlp'],
  ['earnings21_4384683', 'earnings21/4384683/human.nlp', 'earnings21/4384683/speechmatics.words.nlp'],
  ['earnings22_4485192', 'earnings22/4485192/nonverbatim.turns.derived.txt', 'earnings22/4485192/verbatim.aligned.nlp'],
];

describe.skipIf(!existsSync(`${DATA}pairs`))('published pairs', () => {
  it.each(PAIRS)('%s: %s gets true times', async (truth, human, timed) => {
    const { words } = align(await load(`pairs/${human}`), await load(`pairs/${timed}`));
    const known = JSON.parse(readFileSync(`${DATA}EXPECTED_truth/dev/${truth}.json`, 'utf8')) as { words: Truth };
    const errors = known.words
      .filter(([word]) => words.state[word] !== AlignedState.unknown)
      .map(([word, , start]) => Math.abs((words.start[word] ?? 0) / 1000 - start))
      .sort((a, b) => a - b);
    expect(errors.length / known.words.length).toBeGreaterThan(0.99);
    expect(errors[errors.length >> 1]).toBeLessThanOrEqual(0.03);
    expect(errors[Math.floor(errors.length * 0.95)]).toBeLessThanOrEqual(0.2);
  });

  it.each(['018', '049'])('lexicap %s: words without times fall into the cues that hold them', async (id) => {
    const folder = `pairs/lexicap/${id}`;
    const { words } = align(await load(`${folder}/youtube_asr_plain.txt`), await load(`${folder}/whisper_large.vtt`));
    const path = `${DATA}EXPECTED_truth/dev/lexicap_${id}__youtube_asr_plain.json`;
    const known = JSON.parse(readFileSync(path, 'utf8')) as { words: Truth };
    const inside = known.words.filter(([word, , start, end = start]) => {
      const found = (words.start[word] ?? 0) / 1000;
      return words.state[word] !== AlignedState.unknown && found >= start - 0.1 && found <= end + 0.1;
    });
    expect(inside.length / known.words.length).toBeGreaterThan(0.99);
  });

  it.each([
    ['lexicap/018/youtube_asr_plain.txt', 'lexicap/049/whisper_large.vtt', 'the same guest a year later'],
    ['earnings21/4386541/human.nlp', 'earnings21/4384683/rev_kaldi.ctm', 'another company’s call'],
    ['3b1b/vectors/german_community.srt', '3b1b/vectors/word_timings.json', 'another language'],
    ['talkpython/420/podcast.vtt', 'talkpython/301/youtube.vtt', 'another episode of one show'],
  ])('%s against %s is refused: %s', async (human, timed) => {
    expect(align(await load(`pairs/${human}`), await load(`pairs/${timed}`)).report.verdict).toBe('refused');
  });

  it.each([
    ['301', [194, 184, 175]],
    ['420', [227, 231, 179]],
  ])('talkpython %s: its breaks are holes, and nothing is stretched over them', async (id, breaks) => {
    const folder = `pairs/talkpython/${id}`;
    const { words, report } = align(await load(`${folder}/podcast.vtt`), await load(`${folder}/youtube.vtt`));
    const holes = report.holes.filter((hole) => hole.kind === 'text' && hole.words > 100);
    for (const length of breaks) expect(holes.some((hole) => Math.abs(hole.words - length) < 45)).toBe(true);
    for (const hole of holes) {
      expect(hole.end - hole.start).toBeLessThan(20_000);
      for (let i = 0; i < hole.words; i++) expect(words.state[hole.firstWord + i]).toBe(AlignedState.unknown);
    }
    expect(report.drift?.perMinute).toBeGreaterThan(5_000);
    expect(report.reasons).toContain('own-times-off');
  });
});
