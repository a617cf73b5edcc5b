/**
 * Notes: how fast lines are located, highlights moved and outlines made in episodes of 3 and 10 hours, beside a plain scan of the
 * same words, and (where the data lies beside the repository) how often the place is right. Each figure is taken in a worker of its
 * own, so that its first call is as cold as the reader's. Run with `npx tsx`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { loadTranscript } from '../tools/transcript/load';
import type { works } from './notes-works';

const DATA = new URL('../../../shared/data/', import.meta.url).pathname;
const JUDGED = new URL('../notes/judged/', import.meta.url).pathname;
const RUNS = 7;

/** The code as it ships, bundled: what a development loader adds to every function is not ours to measure. */
const code = await bundled();
const { locateItems, parseNotes } = (await import(
  `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
)) as typeof import('../../lib/notes/locate-items') & typeof import('../../lib/notes/parse-notes');

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { locateItems } from './lib/notes/locate-items';
        export { parseNotes } from './lib/notes/parse-notes';
        export { works } from './tests/bench/notes-works';`,
      resolveDir: new URL('../../', import.meta.url).pathname,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return Buffer.from(outputFiles[0]?.contents ?? '').toString();
}

interface Timed {
  /** Milliseconds by the clock, and on the processor: the machine may have other things to do. */
  readonly wall: number;
  readonly busy: number;
}

/** Runs one work in a fresh worker, several times; the first run is cold. */
function timesOf(work: keyof typeof works, words: number): Promise<readonly Timed[]> {
  const run = `import { readFileSync } from 'node:fs';
    import { parentPort, workerData } from 'node:worker_threads';
    const { works } = await import(workerData.code);
    const busy = () => {
      try {
        return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
      } catch {
        return performance.now();
      }
    };
    const work = works[workerData.work](workerData.words);
    const times = [];
    for (let run = 0; run < workerData.runs; run++) {
      const wall = performance.now();
      const from = busy();
      work();
      times.push({ busy: busy() - from, wall: performance.now() - wall });
    }
    parentPort.postMessage(times);`;
  const url = (text: string) => `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
  const workerData = { code: url(code), work, words, runs: RUNS };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(url(run)), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

const rows: string[][] = [
  [
    'what',
    'words',
    'first: clock ms',
    'first: busy ms',
    'median busy ms',
    'plain scan: first busy ms',
    'ratio',
    'bound ms',
    '',
  ],
];
for (const [words, locateBound, outlineBound] of [
  [29_000, 150, 400],
  [97_000, 500, 1000],
] as const) {
  const scan = await timesOf('scan', words);
  for (const [what, work, bound] of [
    ['100 items located', 'locate', locateBound],
    ['outline', 'outline', outlineBound],
    ['1,000 highlights moved', 'move', 1000],
  ] as const) {
    const times = await timesOf(work, words);
    const first = times[0] ?? { wall: 0, busy: 0 };
    const against = scan[0]?.busy ?? 1;
    const median = [...times].sort((a, b) => a.busy - b.busy)[RUNS >> 1]?.busy ?? 0;
    const verdict = first.busy <= bound ? 'holds' : 'over';
    const figures = [first.wall, first.busy, median, against].map((value) => value.toFixed(0));
    rows.push([what, String(words), ...figures, (first.busy / against).toFixed(2), String(bound), verdict]);
  }
}
print(rows);
if (existsSync(join(DATA, 'seeds'))) await printJudged();

function print(table: readonly (readonly string[])[]): void {
  const [head = [], ...body] = table;
  console.log(`| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
  for (const row of body) console.log(`| ${row.join(' | ')} |`);
  console.log();
}

interface Judged {
  readonly notes: string;
  readonly transcript: string;
  readonly items: readonly {
    kind: string;
    starts: string;
    passages: readonly { firstWord: number; endWord: number }[];
  }[];
}

/** Items judged by hand: right place first, and among the first three. */
async function printJudged(): Promise<void> {
  const table = [['page', 'items', 'right place first', 'among three', 'not found']];
  for (const name of ['003', '002']) {
    const judged = JSON.parse(readFileSync(join(JUDGED, `${name}.json`), 'utf8')) as Judged;
    const transcript = await loadTranscript(join(DATA, judged.transcript));
    if ('code' in transcript) continue;
    const located = locateItems(parseNotes(readFileSync(join(DATA, judged.notes), 'utf8')).items, [transcript]);
    const sought = judged.items.filter(({ passages }) => passages.length > 0);
    const ranks = sought.map(({ kind, starts, passages }) => {
      const own = located.find(({ item }) => item.kind === kind && item.text.startsWith(starts));
      return (own?.candidates ?? []).findIndex((place) =>
        passages.some(
          (right) =>
            place.firstWord >= right.firstWord - 40 &&
            place.firstWord < right.endWord &&
            place.endWord > right.firstWord,
        ),
      );
    });
    const share = (count: number) => `${count} (${Math.round((100 * count) / ranks.length)} %)`;
    const missing = located.filter(({ state }) => state === 'not-found').length;
    table.push([
      name,
      String(ranks.length),
      share(ranks.filter((rank) => rank === 0).length),
      share(ranks.filter((rank) => rank >= 0 && rank < 3).length),
      String(missing),
    ]);
  }
  print(table);
}
