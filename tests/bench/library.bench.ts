/**
 * The library in the built extension, in a real Chromium: how long a search takes when the worker was killed before it and
 * when it is warm, how large the index is, what adding costs. Beside it in the same run: a scan of every text, MiniSearch and
 * SQLite's FTS5 over paragraphs. `LIBRARY_EPISODES=100,1000,10000` chooses the sizes; 10,000 takes about ten minutes to make.
 * `LIBRARY_PROFILES=folder` keeps the made libraries and finds them again.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchBrowser, extensionMemory, openBench, openSqlite, sourceTexts } from './library-browser';
import type { LibraryBench } from './library-page';
import type { LibraryPeers } from './library-peers';
import { forSqlite, type QueryKind, queryKinds } from './library-queries';
import { seeded, sourceOf } from './made-library';

declare const bench: LibraryBench;
declare const peers: LibraryPeers;

const SIZES = (process.env.LIBRARY_EPISODES ?? '100,1000').split(',').map(Number);
/** Beyond this its JSON does not fit into a string any more, and building it takes minutes. */
const MOST_MINISEARCH = Number(process.env.LIBRARY_MINISEARCH ?? 1000);
const MOST_SQLITE = Number(process.env.LIBRARY_SQLITE ?? 10_000);
const ROUNDS = Number(process.env.LIBRARY_ROUNDS ?? 20);
const PEER_ROUNDS = 5;
const ADDED = 30;
const PROFILES = process.env.LIBRARY_PROFILES;

interface Row {
  readonly kind: QueryKind;
  readonly queries: readonly string[];
  readonly cold: readonly number[];
  readonly warm: readonly number[];
}

async function measure({ page, killWorker }: BenchBrowser, kind: QueryKind, episodes: number): Promise<Row> {
  const random = seeded(episodes);
  const row = { kind, queries: [] as string[], cold: [] as number[], warm: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const words = await page.evaluate((number) => bench.words(number, 400), Math.floor(random() * episodes));
    const [query, next] = [kind.make(words, random), kind.make(words, random)];
    await killWorker();
    row.cold.push((await page.evaluate((text) => bench.ask(text), query)).ms);
    row.warm.push((await page.evaluate((text) => bench.ask(text), next)).ms);
    row.queries.push(query);
  }
  return row;
}

async function emptyAnswer({ page, killWorker }: BenchBrowser): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await killWorker();
    times.push((await page.evaluate(() => bench.ask(' '))).ms);
  }
  return times;
}

async function printOwn(browser: BenchBrowser, episodes: number): Promise<Row[]> {
  console.log('| query | cold: median / p95 ms | warm: median / p95 ms | goal p95 |\n|---|---|---|---|');
  console.log(`| nothing (the worker's start) | ${show(await emptyAnswer(browser))} | | |`);
  const rows: Row[] = [];
  for (const kind of queryKinds(sourceOf(sourceTexts()))) {
    const row = await measure(browser, kind, episodes);
    const goal = kind.goal?.[episodes > 1000 ? 10000 : 1000];
    console.log(`| ${kind.name} | ${show(row.cold)} | ${show(row.warm)} | ${goal?.join(' / ') ?? ''} |`);
    rows.push(row);
  }
  return rows;
}

async function printPeers({ context, page }: BenchBrowser, rows: readonly Row[], made: Made): Promise<void> {
  const scans: number[] = [];
  for (let round = 0; round < 3; round++) scans.push(await page.evaluate(() => peers.scan('policy gradient')));
  console.log(`| plain scan of every text | ${show(scans)} | | |`);
  if (made.sqlite !== null) {
    const sqlite = await openSqlite(context, made.port);
    for (const { kind, queries } of rows) {
      const times = [];
      for (const query of queries.slice(0, PEER_ROUNDS)) times.push(await sqlite.ask(forSqlite(query)));
      console.log(`| SQLite FTS5, ${megabytes(made.sqlite)}: ${kind.name} | ${showBoth(times)} | |`);
    }
    await sqlite.close();
  }
  if (made.mini === null) return;
  for (const { kind, queries } of rows.slice(0, 2)) {
    const times = [];
    for (const query of queries.slice(0, PEER_ROUNDS)) {
      times.push(await page.evaluate((text) => peers.askMini(text), query));
    }
    console.log(`| MiniSearch over paragraphs, ${megabytes(made.mini)} of JSON: ${kind.name} | ${showBoth(times)} | |`);
  }
}

async function printSizes({ page }: BenchBrowser): Promise<void> {
  const sizes = await page.evaluate(() => bench.sizes());
  const text = sizes['the texts alone'] ?? 1;
  const total = (...stores: string[]): number => stores.reduce((sum, store) => sum + (sizes[store] ?? 0), 0);
  const share = (bytes: number): string => `${megabytes(bytes)}, ${((100 * bytes) / text).toFixed(1)} %`;
  const [places, others] = [total('indexPlaces'), INDEX_WITHOUT_PLACES.reduce((sum, store) => sum + total(store), 0)];
  console.log(`\nthe texts: ${megabytes(text)}; as kept, with times: ${share(total('transcripts'))} of it`);
  console.log(
    `index without positions: ${share(others)} (goal 12 %); with them: ${share(others + places)} (goal 45 %)`,
  );
}

const INDEX_WITHOUT_PLACES = [
  'indexWords',
  'indexTerms',
  'indexDocs',
  'indexLengths',
  'indexSegments',
  'indexCatalogue',
  'indexEpisodes',
];

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function show(values: readonly number[]): string {
  return `${quantile(values, 0.5).toFixed(0)} / ${quantile(values, 0.95).toFixed(0)}`;
}

function showBoth(times: readonly { readonly cold: number; readonly warm: number }[]): string {
  return `${show(times.map(({ cold }) => cold))} | ${show(times.map(({ warm }) => warm))}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

function now(): string {
  return `load ${loadavg()[0]?.toFixed(1)}`;
}

/** What a profile holds. */
interface Made {
  /** SQLite's file belongs to it. */
  readonly port: number;
  /** Bytes; null where the peer was not made. */
  readonly sqlite: number | null;
  readonly mini: number | null;
}

/** Fills the library of a browser and those of the peers. */
async function make(profile: string, episodes: number): Promise<Made> {
  await mkdir(profile, { recursive: true });
  const browser = await openBench(profile);
  try {
    const began = Date.now();
    await browser.page.evaluate((count) => bench.bulk(count), episodes);
    await browser.killWorker();
    const { segments } = await browser.page.evaluate(() => bench.settle());
    console.log(`made ${episodes} episodes in ${((Date.now() - began) / 1000).toFixed(0)} s; segments: ${segments}`);
    const sqlite = episodes <= MOST_SQLITE ? await openSqlite(browser.context) : null;
    const bytes = sqlite && (await sqlite.build(sourceTexts(), episodes));
    await sqlite?.close();
    const mini = episodes <= MOST_MINISEARCH ? await browser.page.evaluate((n) => peers.buildMini(n), episodes) : null;
    return { port: sqlite?.port ?? 0, sqlite: bytes, mini };
  } finally {
    await browser.close();
  }
}

async function run(episodes: number, profile: string): Promise<void> {
  const note = join(profile, 'made.json');
  if (!existsSync(note)) await writeFile(note, JSON.stringify(await make(profile, episodes)));
  const made = JSON.parse(await readFile(note, 'utf8')) as Made;
  const browser = await openBench(profile);
  try {
    // A worker that is born now finds what there is to merge.
    await browser.killWorker();
    const { segments } = await browser.page.evaluate(() => bench.settle());
    console.log(`${segments} segments; ${now()}\n`);
    const rows = await printOwn(browser, episodes);
    const memory = extensionMemory(profile);
    const adding = await browser.page.evaluate((count) => bench.add(count), ADDED);
    await printPeers(browser, rows, made);
    await printSizes(browser);
    console.log(`memory of the extension's process after the queries: ${memory} MB (goal 150)`);
    console.log(`adding an episode: median / p95 ${show(adding)} ms, as the page saw it (goal 150); ${now()}`);
  } finally {
    await browser.close();
  }
}

for (const episodes of SIZES) {
  console.log(`\n### ${episodes} episodes, ${((episodes * 11_800) / 1e6).toFixed(1)} million words\n`);
  const profile = PROFILES ? join(PROFILES, String(episodes)) : await mkdtemp(join(tmpdir(), 'library-bench-'));
  await run(episodes, profile);
  if (!PROFILES) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
}
