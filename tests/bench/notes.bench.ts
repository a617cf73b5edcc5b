/**
 * Notes: how fast lines are located, highlights moved and outlines made in episodes of 3 and 10 hours, and (where the data lies beside
 * the repository) how often the place is right. Run with `npx tsx --expose-gc`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { NoteItem } from '../../lib/notes/items';
import type { Transcript } from '../../lib/transcript/types';
import { made, random } from '../align/made-speech';
import { speak } from '../notes/small-transcript';
import { loadTranscript } from '../tools/transcript/load';

const DATA = new URL('../../../shared/data/', import.meta.url).pathname;
const JUDGED = new URL('../notes/judged/', import.meta.url).pathname;
const RUNS = 7;

/** The code as it ships, bundled: what a development loader adds to every function is not ours to measure. */
const { locateItems, outlineOf, anchorOf, anchorIndex, reanchor, parseNotes } = await bundled();

async function bundled() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { locateItems } from './lib/notes/locate-items';
        export { outlineOf } from './lib/notes/outline';
        export { anchorOf, anchorIndex, reanchor } from './lib/notes/anchors';
        export { parseNotes } from './lib/notes/parse-notes';`,
      resolveDir: new URL('../../', import.meta.url).pathname,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)) as typeof import('../../lib/notes/locate-items') &
    typeof import('../../lib/notes/outline') &
    typeof import('../../lib/notes/anchors') &
    typeof import('../../lib/notes/parse-notes');
}

function episode(words: number): Transcript {
  const said = made(words, 3);
  const next = random(8);
  // Sentences of 6 to 20 words.
  const marked: string[] = [];
  for (let left = 8; marked.length < said.length; left--) {
    marked.push(left === 0 ? `${said[marked.length]}.` : (said[marked.length] ?? ''));
    if (left === 0) left = 6 + Math.floor(next() * 15);
  }
  return speak(marked.join(' '), { pace: 370, cueWords: 8 });
}

/** 40 quotes with one word in twelve changed, 60 claims made of the rarer words of a passage. */
function hundredItems(transcript: Transcript): NoteItem[] {
  const words = transcript.text.split(/\s+/);
  const next = random(5);
  return Array.from({ length: 100 }, (_, at): NoteItem => {
    const first = Math.floor(next() * (words.length - 80));
    if (at % 5 < 2) {
      const quote = words.slice(first, first + 12 + (at % 30)).map((word) => (next() < 1 / 12 ? 'changed' : word));
      return { kind: 'quote', text: quote.join(' '), line: null };
    }
    const claim = words.slice(first, first + 60).filter((word) => word.length > 5 && next() < 0.5);
    return { kind: 'insight', text: `He explains that ${claim.join(' while ')}.`, line: null };
  });
}

function time(run: () => unknown): { first: number; best: number; median: number } {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  const sorted = [...times].sort((a, b) => a - b);
  return { first: times[0] ?? 0, best: sorted[0] ?? 0, median: sorted[RUNS >> 1] ?? 0 };
}

const rows: string[][] = [['what', 'first call ms', 'median ms', 'best ms', 'bound ms', '']];

function measure(what: string, bound: number, run: () => unknown): void {
  const { first, median, best } = time(run);
  rows.push([
    what,
    first.toFixed(0),
    median.toFixed(0),
    best.toFixed(0),
    String(bound),
    median <= bound ? 'holds' : 'over',
  ]);
}

for (const [name, words, locateBound, outlineBound] of [
  ['3 hours', 29_000, 150, 400],
  ['10 hours', 97_000, 500, 1000],
] as const) {
  const transcript = episode(words);
  const items = hundredItems(transcript);
  measure(`100 items located, ${name}`, locateBound, () => locateItems(items, [transcript]));
  measure(`outline, ${name}`, outlineBound, () => outlineOf(transcript));
  const next = random(6);
  const anchors = Array.from({ length: 1000 }, () => {
    const first = Math.floor(next() * (words - 30));
    return anchorOf(transcript, { first, end: first + 1 + Math.floor(next() * 25) });
  });
  measure(`1,000 highlights moved, ${name}`, 1000, () => {
    const index = anchorIndex(transcript);
    for (const anchor of anchors) reanchor(anchor, index);
  });
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
