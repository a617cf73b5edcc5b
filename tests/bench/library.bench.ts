/**
 * The library in the built extension, in a real Chromium: how long a search takes when the worker was killed before it and
 * when it is warm, how large the index is, what adding costs. Beside it in the same run: reading every text (a plain scan).
 * `LIBRARY_EPISODES=100,1000,10000` chooses the sizes; 10,000 takes about a quarter of an hour to fill.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import type { LibraryBench, LibraryPeers } from './library-page';
import { OWN_TEXT, seeded } from './made-library';

declare const bench: LibraryBench;
declare const peers: LibraryPeers;

const EXTENSION = resolve(process.env.EXTENSION ?? '.output/chrome-mv3');
const SIZES = (process.env.LIBRARY_EPISODES ?? '100,1000').split(',').map(Number);
/** Beyond this its JSON does not fit into a string any more, and building it takes minutes. */
const MOST_MINISEARCH = Number(process.env.LIBRARY_MINISEARCH ?? 100);
const ROUNDS = Number(process.env.LIBRARY_ROUNDS ?? 8);
const SEEDS = resolve('../shared/data/seeds');

function sourceTexts(): string[] {
  if (!existsSync(SEEDS)) return [OWN_TEXT];
  const names = readdirSync(SEEDS).filter((name) => /^00[014]/.test(name));
  return names.map((name) => readFileSync(join(SEEDS, name), 'utf8').replace(/\d\d:\d\d(:\d\d)?|Speaker \d:/g, ' '));
}

async function openBench(profile: string) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
    ],
  });
  const [worker = await context.waitForEvent('serviceworker')] = context.serviceWorkers();
  const id = worker.url().split('/')[2];
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`chrome-extension://${id}/options.html`);
  const script = await build({
    entryPoints: ['tests/bench/library-page.ts'],
    bundle: true,
    format: 'iife',
    write: false,
  });
  await page.evaluate(script.outputFiles[0]?.text ?? '');
  await page.evaluate((texts) => bench.setSource(texts), sourceTexts());
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  return { context, page, devtools };
}

async function killWorker(devtools: CDPSession): Promise<void> {
  await devtools.send('ServiceWorker.stopAllWorkers');
}

/** Queries of one kind, different in each round, made of words that are in the library. */
type Kind = readonly [name: string, make: (words: readonly string[], random: () => number) => string];

const KINDS: readonly Kind[] = [
  ['one word', (words, random) => `${pick(words, random)} `],
  ['two words, the last begun', (words, random) => `${pick(words, random)} ${pick(words, random).slice(0, 4)}`],
  ['two words, one misspelt', (words, random) => `${pick(words, random)} ${misspelt(longest(words, random))} `],
  ['"the"', () => 'the '],
  ['phrase of two', (words, random) => `"${stretch(words, random, 2)}"`],
  ['phrase of four', (words, random) => `"${stretch(words, random, 4)}"`],
  [
    'phrase of common words',
    (_words, random) => `"${['of the', 'in the', 'you know', 'and the'][Math.floor(random() * 4)]}"`,
  ],
];

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? 'the';
}

function stretch(words: readonly string[], random: () => number, length: number): string {
  const from = Math.floor(random() * (words.length - length));
  return words.slice(from, from + length).join(' ');
}

function longest(words: readonly string[], random: () => number): string {
  const some = Array.from({ length: 12 }, () => pick(words, random));
  return some.sort((a, b) => b.length - a.length)[0] ?? 'something';
}

function misspelt(word: string): string {
  const at = Math.max(1, word.length >> 1);
  return `${word.slice(0, at)}q${word.slice(at + 1)}`;
}

interface Row {
  readonly kind: string;
  readonly cold: readonly number[];
  readonly warm: readonly number[];
}

async function measure(page: Page, devtools: CDPSession, episodes: number): Promise<Row[]> {
  const random = seeded(episodes);
  const rows: Row[] = [];
  for (const [kind, make] of KINDS) {
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const words = await page.evaluate((number) => bench.words(number, 400), Math.floor(random() * episodes));
      const query = make(words, random);
      await killWorker(devtools);
      cold.push((await page.evaluate((text) => bench.ask(text), query)).ms);
      warm.push((await page.evaluate((text) => bench.ask(text), make(words, random))).ms);
    }
    rows.push({ kind, cold, warm });
  }
  return rows;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function show(values: readonly number[]): string {
  return `${quantile(values, 0.5).toFixed(0)} / ${quantile(values, 0.95).toFixed(0)}`;
}

async function emptyAnswer(page: Page, devtools: CDPSession): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await killWorker(devtools);
    times.push((await page.evaluate(() => bench.ask(' '))).ms);
  }
  return times;
}

/** Memory of its own (without shared code) of the process that runs the extension’s worker and page, as Linux counts it. */
function extensionMemory(folder: string): string {
  try {
    const pids = execFileSync('pgrep', ['-f', `extension-process.*${folder}|${folder}.*extension-process`], {
      encoding: 'utf8',
    });
    const sizes = pids
      .trim()
      .split('\n')
      .map((pid) => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
    return (Math.max(...sizes) / 1024).toFixed(0);
  } catch {
    return '?';
  }
}

const profile = await mkdtemp(join(tmpdir(), 'library-bench-'));
const { context, page, devtools } = await openBench(profile);
try {
  let filled = 0;
  for (const episodes of SIZES) {
    const adding: number[] = [];
    for (let from = filled; from < episodes; from += 20) {
      const to = Math.min(episodes, from + 20);
      adding.push(...(await page.evaluate(([a, b]) => bench.fill(a ?? 0, b ?? 0), [from, to])));
    }
    filled = episodes;
    const settled = await page.evaluate(() => bench.settle());
    console.log(`\n### ${episodes} episodes, ${((episodes * 11_800) / 1e6).toFixed(1)} million words\n`);
    console.log('| query | cold: median / p95 ms | warm: median / p95 ms |\n|---|---|---|');
    console.log(`| nothing (the worker's start) | ${show(await emptyAnswer(page, devtools))} | |`);
    for (const { kind, cold, warm } of await measure(page, devtools, episodes)) {
      console.log(`| ${kind} | ${show(cold)} | ${show(warm)} |`);
    }
    const memory = extensionMemory(profile);
    const scan = await page.evaluate(() => bench.scan('policy gradient'));
    console.log(`| plain scan of every text | ${scan.ms.toFixed(0)} | |`);
    if (episodes <= MOST_MINISEARCH) {
      const json = await page.evaluate((count) => peers.buildMini(count), episodes);
      const times: number[] = [];
      for (let round = 0; round < 3; round++) times.push(await page.evaluate(() => peers.askMini('policy gradient')));
      console.log(`| MiniSearch over paragraphs, ${(json / 1e6).toFixed(0)} MB of JSON | ${show(times)} | |`);
    }
    const sizes = await page.evaluate(() => bench.sizes());
    const text = episodes * 65_000;
    const share = (...stores: string[]) => {
      const bytes = stores.reduce((sum, store) => sum + (sizes[store] ?? 0), 0);
      return `${(bytes / 1e6).toFixed(1)} MB, ${((100 * bytes) / text).toFixed(1)} % of the text`;
    };
    const others = ['indexWords', 'indexTerms', 'indexDocs', 'indexLengths', 'indexSegments', 'indexCatalogue'];
    console.log(`\nindex without positions: ${share(...others)}; positions: ${share('indexPlaces')}`);
    console.log(`transcripts: ${share('transcripts')}; segments: ${settled.segments}`);
    console.log(`memory of the extension's process: ${memory} MB`);
    console.log(`adding an episode: median / p95 ${show(adding)} ms, as the page saw it`);
  }
} finally {
  await context.close();
  await rm(profile, { recursive: true, force: true });
}
