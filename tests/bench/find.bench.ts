/**
 * Finding in one transcript of three and of ten hours: what a key press costs and what is found, beside the two usual ways: looking into
 * each row, and one pattern over the whole text. Run with `npx tsx --expose-gc`.
 */
import { build } from 'esbuild';
import { made } from '../align/made-speech';
import { smallTranscript } from '../find/small-transcript';

const { buildFindIndex, find } = await bundled();

/** The code as it ships, bundled. */
async function bundled() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { buildFindIndex } from './lib/find/find-index'; export { find } from './lib/find/find';`,
      resolveDir: new URL('../../', import.meta.url).pathname,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)) as typeof import('../../lib/find/find-index') &
    typeof import('../../lib/find/find');
}

const WORDS_AN_HOUR = 10_500;
const WORDS_A_ROW = 7;

interface Timed {
  readonly first: number;
  readonly median: number;
  readonly worst: number;
  readonly count: number;
}

/** Milliseconds of processor time. */
function measure(run: () => number): Timed {
  const times: number[] = [];
  let count = 0;
  for (let round = 0; round < 15; round++) {
    const from = process.cpuUsage();
    count = run();
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / 1000);
  }
  const sorted = times.slice(1).sort((a, b) => a - b);
  return { first: times[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0, worst: sorted.at(-1) ?? 0, count };
}

function row(...cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function occurrences(text: string, query: string): number {
  let count = 0;
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) count++;
  return count;
}

for (const hours of [3, 10]) {
  const words = made(hours * WORDS_AN_HOUR, hours);
  const transcript = smallTranscript(words.join(' '));
  const rows: string[] = [];
  for (let i = 0; i < words.length; i += WORDS_A_ROW) rows.push(words.slice(i, i + WORDS_A_ROW).join(' '));
  const built = measure(() => buildFindIndex(transcript).tokens.count);
  const index = buildFindIndex(transcript);
  const middle = words.length >> 1;
  const phrase = (length: number) => words.slice(middle, middle + length).join(' ');
  const queries = [
    't',
    'th',
    'the',
    'the ',
    words[middle] ?? '',
    `${phrase(2)} `,
    `${phrase(3)} `,
    `${phrase(8)} `,
    'teh ',
    'zzzzqq',
    'of th',
  ];

  console.log(
    `### ${hours} hours, ${built.count} words: index in ${built.first.toFixed(0)} ms, again in ${built.median.toFixed(0)} ms\n`,
  );
  row('query', 'how', 'found', 'first cpu ms', 'median', 'worst', 'row by row ms', 'found in rows', 'pattern ms');
  row(...Array.from({ length: 9 }, () => '---'));
  for (const query of queries) {
    let how = '';
    const mine = measure(() => {
      const result = find(index, query);
      how = result.kind;
      return 'count' in result ? result.count : 0;
    });
    const wanted = query.trim();
    const byRow = measure(() => rows.reduce((sum, text) => sum + occurrences(text.toLowerCase(), wanted), 0));
    const pattern = new RegExp(wanted, 'gi');
    const byPattern = measure(() => [...transcript.text.matchAll(pattern)].length);
    row(
      `\`${query}\``,
      how,
      mine.count,
      ...[mine.first, mine.median, mine.worst, byRow.median].map((ms) => ms.toFixed(2)),
      byRow.count,
      byPattern.median.toFixed(2),
    );
  }
  console.log();
}
console.log(
  'Rows miss phrases that run over their ends and find words inside words: their counts are not occurrences.',
);
