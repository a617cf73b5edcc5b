/**
 * Merging: how near to known times it comes on real pairs (where the data lies beside the repository), and how fast it is beside the
 * usual difference algorithms on the same tokens in the same run. Run with `npx tsx --expose-gc`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { AlignedState } from '../../lib/align/word-times';
import type { Lexicon } from '../../lib/speech/lexicon';
import type { Transcript } from '../../lib/transcript/types';
import { made, madeWord, random } from '../align/made-speech';
import { captions, humanText, wordsOf } from '../align/make-transcripts';
import { loadTranscript } from '../tools/transcript/load';

const DATA = new URL('../../../shared/data/', import.meta.url).pathname;

/** The code as it ships, bundled: what a development loader adds to every function is not ours to measure. */
const { align, pairTokens, Lexicon: NewLexicon, spokenForm, tokenise } = await bundled();

async function bundled() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { align } from './lib/align/align';
        export { pairTokens } from './lib/align/pair-tokens';
        export { Lexicon } from './lib/speech/lexicon';
        export { spokenForm } from './lib/speech/spoken';
        export { tokenise } from './lib/speech/tokenise';`,
      resolveDir: new URL('../../', import.meta.url).pathname,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)) as typeof import('../../lib/align/align') &
    typeof import('../../lib/align/pair-tokens') &
    typeof import('../../lib/speech/lexicon') &
    typeof import('../../lib/speech/spoken') &
    typeof import('../../lib/speech/tokenise');
}

type Pair = readonly [name: string, human: string, timed: string, truth: string];

const EARNINGS = ['4386541', '4384683'].flatMap((id) =>
  ['amazon.words.nlp', 'google.words.nlp', 'speechmatics.words.nlp', 'rev_kaldi.ctm'].map(
    (file): Pair => [
      `earnings21 ${id} ${file.split('.')[0]}`,
      `earnings21/${id}/human.turns.derived.txt`,
      `earnings21/${id}/${file}`,
      `earnings21_${id}`,
    ],
  ),
);
const PAIRS: readonly Pair[] = [
  ...EARNINGS,
  [
    'earnings22 4485192',
    'earnings22/4485192/nonverbatim.turns.derived.txt',
    'earnings22/4485192/verbatim.aligned.nlp',
    'earnings22_4485192',
  ],
  ['3blue1brown vectors', '3b1b/vectors/transcript.txt', '3b1b/vectors/word_timings.json', '3b1b_vectors'],
  ...['018', '049'].flatMap((id) =>
    ['large', 'small'].map(
      (size): Pair => [
        `lexicap ${id} ${size}`,
        `lexicap/${id}/youtube_asr_plain.txt`,
        `lexicap/${id}/whisper_${size}.vtt`,
        `lexicap_${id}__youtube_asr_plain`,
      ],
    ),
  ),
];

function row(...cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function head(...cells: readonly string[]): void {
  row(...cells);
  row(...cells.map(() => '---'));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function load(path: string): Promise<Transcript> {
  const transcript = await loadTranscript(`${DATA}pairs/${path}`);
  if ('code' in transcript) throw new Error(`${path}: ${transcript.message}`);
  return transcript;
}

/** Words with their true start, or the cue in which it lies, in seconds. */
type Truth = readonly (readonly [index: number, word: string, start: number, end?: number])[];

async function accuracy(): Promise<void> {
  head('pair', 'words', 'verdict', 'matched %', 'given of true %', 'median s', 'p95 s', 'p99 s', 'within 0.5 s %');
  for (const [name, humanPath, timedPath, truthPath] of PAIRS) {
    const [human, timed] = [await load(humanPath), await load(timedPath)];
    const { words, report } = align(human, timed);
    const file = JSON.parse(readFileSync(`${DATA}EXPECTED_truth/dev/${truthPath}.json`, 'utf8')) as { words: Truth };
    const isCue = name.startsWith('lexicap');
    const errors = file.words.flatMap(([index, , start, end]) => {
      if (words.state[index] === AlignedState.unknown) return [];
      const found = (words.start[index] ?? 0) / 1000;
      return isCue ? Math.max(0, start - found, found - (end ?? start)) : Math.abs(found - start);
    });
    row(
      name,
      words.state.length,
      report.verdict,
      (report.matched * 100).toFixed(1),
      ((errors.length / file.words.length) * 100).toFixed(2),
      quantile(errors, 0.5).toFixed(3),
      quantile(errors, 0.95).toFixed(3),
      quantile(errors, 0.99).toFixed(3),
      ((errors.filter((error) => error <= 0.5).length / errors.length) * 100).toFixed(2),
    );
  }
  console.log('\nlexicap: distance to the cue that holds the word; the others: to the word’s own start.\n');
  await anchors();
}

/** A podcast's cut against the recording, with breaks on one side and pauses shortened throughout. */
async function anchors(): Promise<void> {
  head(
    'podcast against video',
    'anchors',
    'within 1 s',
    'worst s',
    'without a time',
    'text holes (words)',
    'refused against the other',
  );
  for (const [id, other] of [
    ['301', '420'],
    ['420', '301'],
  ]) {
    const human = await load(`talkpython/${id}/podcast.vtt`);
    const { words, report } = align(human, await load(`talkpython/${id}/youtube.vtt`));
    const truth = JSON.parse(readFileSync(`${DATA}EXPECTED_truth/dev/talkpython_${id}.json`, 'utf8')) as {
      anchors: readonly [number, number, number][];
    };
    const place = placesInFile(human, readFileSync(`${DATA}pairs/talkpython/${id}/podcast.vtt`, 'utf8'));
    const found = truth.anchors.map(([index, , time]) => {
      const word = place[index] ?? -1;
      return words.state[word] === AlignedState.unknown ? null : Math.abs((words.start[word] ?? 0) / 1000 - time);
    });
    const errors = found.filter((error) => error !== null);
    const holes = report.holes.filter((hole) => hole.kind === 'text').map((hole) => hole.words);
    const wrong = align(human, await load(`talkpython/${other}/youtube.vtt`)).report.verdict;
    row(
      `talkpython ${id}`,
      found.length,
      errors.filter((e) => e <= 1).length,
      Math.max(...errors).toFixed(2),
      found.length - errors.length,
      holes.join(' '),
      wrong,
    );
  }
  console.log();
}

/** The truth counts all words of the file, speaker labels included; for each the word of the transcript. */
function placesInFile(human: Transcript, file: string): number[] {
  const lines = file
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('-->') && !line.startsWith('WEBVTT'));
  const words = wordsOf(human);
  let next = 0;
  return lines
    .flatMap((line) => line.trim().split(/\s+/))
    .map((token) => {
      const ahead = words.slice(next, next + 6).indexOf(token);
      if (ahead < 0) return -1;
      next += ahead + 1;
      return next - 1;
    });
}

interface Numbered {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly lexicon: Lexicon;
}

function number(one: string, other: string): Numbered {
  const lexicon = new NewLexicon();
  const [first, second] = [tokenise(one, lexicon), tokenise(other, lexicon)];
  return { a: spokenForm(first).id, b: spokenForm(second).id, lexicon };
}

/** A difference algorithm: how many tokens it matches. */
type Method = (input: Numbered) => number;

function ours({ a, b, lexicon }: Numbered): number {
  return pairTokens(a, b, lexicon).pairing.how.reduce((sum, how) => sum + (how ? 1 : 0), 0);
}

/** Longest common subsequence by the full table. */
function fullTable({ a, b }: Numbered): number {
  let above = new Int32Array(b.length + 1);
  let here = new Int32Array(b.length + 1);
  const steps = new Uint8Array(a.length * b.length);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const isEqual = a[i] === b[j];
      const best = isEqual ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, here[j] ?? 0);
      here[j + 1] = best;
      steps[i * b.length + j] = isEqual ? 1 : best === above[j + 1] ? 2 : 3;
    }
    [above, here] = [here, above];
  }
  return above[b.length] ?? 0;
}

/** Tokens as characters, for libraries that compare strings. */
function asCharacters(ids: Uint32Array): string {
  const parts: string[] = [];
  for (const id of ids) parts.push(String.fromCharCode(id < 0xd000 ? id + 32 : id + 0x1000));
  return parts.join('');
}

/** From the project, or from the folder that PEERS names. */
const requirePeer = createRequire(join(process.env.PEERS ?? process.cwd(), 'peers.js'));

interface Libraries {
  readonly name: string;
  readonly run: Method;
}

/** The peers that are installed. They are not needed for anything else. */
function libraries(): Libraries[] {
  const found: Libraries[] = [];
  const peer = <T>(name: string): T | null => {
    try {
      return requirePeer(name) as T;
    } catch {
      return null;
    }
  };
  const diff = peer<{ diffArrays(a: number[], b: number[]): DiffPart[] }>('diff');
  if (diff) found.push({ name: 'diff (diffArrays)', run: ({ a, b }) => sumParts(diff.diffArrays([...a], [...b])) });
  const fastDiff = peer<(a: string, b: string) => [number, string][]>('fast-diff');
  if (fastDiff)
    found.push({ name: 'fast-diff', run: ({ a, b }) => sumEqual(fastDiff(asCharacters(a), asCharacters(b))) });
  const matchPatch =
    peer<new () => { Diff_Timeout: number; diff_main(a: string, b: string): [number, string][] }>('diff-match-patch');
  if (matchPatch)
    found.push({
      name: 'diff-match-patch',
      run: ({ a, b }) => {
        const engine = new matchPatch();
        engine.Diff_Timeout = 0;
        return sumEqual(engine.diff_main(asCharacters(a), asCharacters(b)));
      },
    });
  const myers = peer<{ lcs(a: Uint32Array, b: Uint32Array): Iterable<[number, number, number]> }>('fast-myers-diff');
  if (myers)
    found.push({
      name: 'fast-myers-diff',
      run: ({ a, b }) => [...myers.lcs(a, b)].reduce((sum, [, , length]) => sum + length, 0),
    });
  return found;
}

interface DiffPart {
  readonly count?: number;
  readonly added?: boolean;
  readonly removed?: boolean;
}

function sumParts(parts: readonly DiffPart[]): number {
  return parts.reduce((sum, part) => sum + (part.added || part.removed ? 0 : (part.count ?? 0)), 0);
}

function sumEqual(parts: readonly [number, string][]): number {
  return parts.reduce((sum, [kind, text]) => sum + (kind === 0 ? text.length : 0), 0);
}

/** A tenth of the words changed, as two recognisers differ. */
function heardAgain(words: readonly string[], seed: number): string[] {
  const next = random(seed);
  return words.flatMap((word) => {
    const dice = next();
    if (dice < 0.03) return [];
    if (dice < 0.06) return [word, madeWord(next)];
    return dice < 0.1 ? [madeWord(next)] : [word];
  });
}

function realPair(): readonly [name: string, one: string, other: string] {
  const seeds = `${DATA}seeds/`;
  if (!existsSync(seeds)) {
    const speech = made(12_000, 1);
    return ['made speech', speech.join(' '), heardAgain(speech, 2).join(' ')];
  }
  const one = readFileSync(`${seeds}001_e77d558f5bbefde7.txt`, 'utf8').replace(
    /^Speaker \d+:\s+\d\d:\d\d:\d\d\s+/gm,
    '',
  );
  return ['two recognisers, one conversation', one, readFileSync(`${seeds}000_342dee5410dc0a61.txt`, 'utf8')];
}

interface Measured {
  readonly first: number;
  readonly median: number;
  readonly matched: number;
}

const REST_MS = 500;

/**
 * Milliseconds of processor time, all threads: on a shared machine the clock on the wall measures the neighbours. The first call, and the
 * median of the later half of 40, fewer where they take long. Begins with a rest: what the engine still compiles of the code that ran
 * before would count as this one's.
 */
async function measure(method: Method, input: Numbered, most = 40): Promise<Measured> {
  await new Promise((rested) => setTimeout(rested, REST_MS));
  const times: number[] = [];
  let matched = 0;
  for (let spent = 0; times.length < most && (times.length < 5 || spent < 2_000); ) {
    const from = process.cpuUsage();
    matched = method(input);
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / 1000);
    spent += times.at(-1) ?? 0;
  }
  return { first: times[0] ?? 0, median: quantile(times.slice(times.length >> 1), 0.5), matched };
}

async function speed(): Promise<void> {
  const [name, one, other] = realPair();
  const small = number(one, other);
  const mine = await measure(ours, small);
  const speech = made(100_000, 3);
  const large = number(speech.join(' '), heardAgain(speech, 4).join(' '));
  globalThis.gc?.();
  const before = process.resourceUsage().maxRSS;
  const big = await measure(ours, large);
  const grown = (process.resourceUsage().maxRSS - before) / 1024;

  head(
    `${name}: ${small.a.length} × ${small.b.length} tokens`,
    'first cpu ms',
    'median cpu ms',
    'first ÷ ours',
    'median ÷ ours',
    'matched %',
  );
  const show = (label: string, { first, median, matched }: Measured) =>
    row(
      label,
      first.toFixed(1),
      median.toFixed(1),
      (first / mine.first).toFixed(1),
      (median / mine.median).toFixed(1),
      ((matched / small.a.length) * 100).toFixed(2),
    );
  show('ours', mine);
  const peers = libraries();
  for (const peer of peers) show(peer.name, await measure(peer.run, small));
  show('full table', await measure(fullTable, small, 1));
  if (peers.length === 0)
    console.log('\nNo peer is installed: `npm i --no-save diff fast-diff diff-match-patch fast-myers-diff`.');

  console.log();
  head('size', 'first cpu ms', 'median cpu ms', '÷ 12,000', 'memory added MB');
  row(
    `${large.a.length} × ${large.b.length}`,
    big.first.toFixed(1),
    big.median.toFixed(1),
    (big.median / mine.median).toFixed(1),
    grown.toFixed(0),
  );
  const [human, timed] = [humanText(speech.join(' ')), captions(heardAgain(speech, 4).join(' '))];
  const from = process.cpuUsage();
  const { report } = align(human, timed);
  const { user, system } = process.cpuUsage(from);
  console.log(
    `\nThe whole merge of ten hours, words to report, first call: ${((user + system) / 1000).toFixed(0)} ms, ${(report.matched * 100).toFixed(1)} % matched.\n`,
  );
}

await speed();
if (existsSync(`${DATA}pairs`)) await accuracy();
else console.log('The real pairs are not here; accuracy was not measured.');
