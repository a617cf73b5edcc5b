/**
 * SubRip and WebVTT of one episode and of ten hours: our readers beside the parsers of npm, each in a process of its own. Ours are
 * bundled first, since that is how they ship. Times are those of the processor, which other work on the machine disturbs least. A parser counts as correct when it finds every cue with its times.
 *
 *     npx tsx tests/bench/parsers.bench.ts [rounds]
 */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { randomNumbers } from '../formats/fuzz';

interface Cue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Parses and returns how many cues there are and the first start in milliseconds. */
type Run = (
  text: string,
) => Promise<{ count: number; first: number; last: number }> | { count: number; first: number; last: number };

interface Parser {
  readonly name: string;
  readonly srt?: Run;
  readonly vtt?: Run;
}

const WORDS =
  'the of and to a in that is it you we for on this have what with are be so at not but do they just about like if there can from all one as was people know think when how which or were your time more would who out up them then now some into really because these also get way make something things see two over going other look could where very even only first work data model question mean point good different long well years idea number language kind right little human learn world question problem example thing'.split(
    ' ',
  );

/** Speech of about 2.9 words a second in lines of 5 to 9 words. */
function makeCues(hours: number): Cue[] {
  const random = randomNumbers(7);
  const cues: Cue[] = [];
  for (let start = 500; start < hours * 3_600_000; ) {
    const words = 5 + Math.floor(random() * 5);
    const end = start + words * 345;
    const line: string[] = [];
    for (let word = 0; word < words; word++) line.push(WORDS[Math.floor(random() * WORDS.length)] ?? 'word');
    cues.push({ start, end, text: line.join(' ') });
    start = end;
  }
  return cues;
}

function clock(time: number, mark: string): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(time / 3_600_000)}:${two((time / 60_000) % 60)}:${two((time / 1000) % 60)}${mark}${String(time % 1000).padStart(3, '0')}`;
}

function toSrt(cues: readonly Cue[]): string {
  return cues
    .map(({ start, end, text }, index) => `${index + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${text}\n\n`)
    .join('');
}

function toVtt(cues: readonly Cue[]): string {
  return `WEBVTT\n\n${cues.map(({ start, end, text }) => `${clock(start, '.')} --> ${clock(end, '.')}\n${text}\n\n`).join('')}`;
}

/** As shipped: bundled, into a file so that stack traces stay readable. */
async function bundled(path: string): Promise<Record<string, { parse: (text: string) => { cues: readonly Cue[] } }>> {
  const outfile = join(tmpdir(), `parsers-bench-${process.pid}-${basename(path, '.ts')}.mjs`);
  await build({ entryPoints: [path], bundle: true, outfile, format: 'esm', logLevel: 'error' });
  const loaded = await import(outfile);
  await rm(outfile);
  return loaded;
}

/** A package that may not be installed, with whatever it exports. */
// biome-ignore lint/suspicious/noExplicitAny: foreign packages, some without types, each used in one line below
async function optional(name: string): Promise<any> {
  try {
    return await import(name);
  } catch {
    return null;
  }
}

function outline(starts: ArrayLike<number>): { count: number; first: number; last: number } {
  return {
    count: starts.length,
    first: Math.round(starts[0] ?? -1),
    last: Math.round(starts[starts.length - 1] ?? -1),
  };
}

async function parsers(): Promise<Parser[]> {
  const { srt } = await bundled('lib/formats/srt.ts');
  const { webvtt } = await bundled('lib/formats/webvtt.ts');
  const ours = (shape: typeof srt) => (text: string) =>
    outline(shape?.parse(text).cues.map(({ start }) => start) ?? []);
  const found: Parser[] = [{ name: 'readalong', srt: ours(srt), vtt: ours(webvtt) }];
  const subsrt = await optional('subsrt-ts');
  if (subsrt) {
    const read = (format: string) => (text: string) =>
      outline(
        (subsrt.parse ?? subsrt.default.parse)(text, { format })
          .filter((cue: { type: string }) => cue.type === 'caption')
          .map((cue: { start: number }) => cue.start),
      );
    found.push({ name: 'subsrt-ts', srt: read('srt'), vtt: read('vtt') });
  }
  const subtitle = await optional('subtitle');
  if (subtitle) {
    const read = (text: string) =>
      outline(
        subtitle
          .parseSync(text)
          .filter((node: { type: string }) => node.type === 'cue')
          .map((node: { data: Cue }) => node.data.start),
      );
    found.push({ name: 'subtitle', srt: read, vtt: read });
  }
  const srt2 = await optional('srt-parser-2');
  if (srt2) {
    const Reader = srt2.default?.default ?? srt2.default;
    found.push({
      name: 'srt-parser-2',
      srt: (text) =>
        outline(new Reader().fromSrt(text).map((cue: { startSeconds: number }) => cue.startSeconds * 1000)),
    });
  }
  const plussub = await optional('@plussub/srt-vtt-parser');
  if (plussub) {
    const read = (text: string) =>
      outline((plussub.parse ?? plussub.default.parse)(text).entries.map((entry: { from: number }) => entry.from));
    found.push({ name: '@plussub/srt-vtt-parser', srt: read, vtt: read });
  }
  const captions = await optional('media-captions');
  if (captions) {
    const read = (type: string) => async (text: string) =>
      outline(
        (await captions.parseText(text, { type })).cues.map((cue: { startTime: number }) => cue.startTime * 1000),
      );
    found.push({ name: 'media-captions', srt: read('srt'), vtt: read('vtt') });
  }
  const w3c = await optional('webvtt-parser');
  if (w3c)
    found.push({
      name: 'webvtt-parser',
      vtt: (text) =>
        outline(
          new (w3c.WebVTTParser ?? w3c.default.WebVTTParser ?? w3c.default)()
            .parse(text, 'subtitles')
            .cues.map((cue: { startTime: number }) => cue.startTime * 1000),
        ),
    });
  const vttJs = await optional('vtt.js');
  if (vttJs) {
    const { WebVTT } = vttJs.default ?? vttJs;
    if (WebVTT) found.push({ name: 'vtt.js', vtt: (text) => readVttJs(WebVTT, vttJs.default ?? vttJs, text) });
  }
  return found;
}

// biome-ignore lint/suspicious/noExplicitAny: as above
function readVttJs(WebVTT: any, { VTTCue }: any, text: string): ReturnType<typeof outline> {
  const starts: number[] = [];
  const parser = new WebVTT.Parser({ VTTCue, navigator: { userAgent: '' } }, WebVTT.StringDecoder());
  parser.oncue = (cue: { startTime: number }) => starts.push(cue.startTime * 1000);
  parser.parse(text);
  parser.flush();
  return outline(starts);
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

// vtt.js looks for a browser by its name.
if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { userAgent: '' } });

interface Measured {
  /** Milliseconds of processor time, the first call and the median of the later ones. */
  readonly first: number;
  readonly warm: number;
  readonly isCorrect: boolean;
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measure(run: Run, text: string, cues: readonly Cue[], rounds: number): Promise<Measured> {
  const times: number[] = [];
  let isCorrect = true;
  for (let round = 0; round < rounds; round++) {
    const from = processorTime();
    const result = await run(text);
    times.push(processorTime() - from);
    isCorrect = result.count === cues.length && result.first === cues[0]?.start && result.last === cues.at(-1)?.start;
    // Slow ones show themselves soon enough.
    if (round >= 2 && (times.at(-1) ?? 0) > 300) break;
  }
  return { first: times[0] ?? 0, warm: median(times.slice(Math.min(times.length - 1, 3))), isCorrect };
}

type Kind = 'srt' | 'vtt';

/** In a process of its own, so that no parser pays for the garbage of another. */
function measureApart(name: string, kind: Kind, hours: number, rounds: number): Measured {
  const args = [...process.execArgv, process.argv[1] ?? '', '--apart', name, kind, String(hours), String(rounds)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

async function main(): Promise<void> {
  const [, , mode, name, kind, hours, rounds] = process.argv;
  const all = await parsers();
  if (mode === '--apart') {
    const cues = makeCues(Number(hours));
    const run = all.find((parser) => parser.name === name)?.[kind as Kind];
    if (run !== undefined)
      console.log(JSON.stringify(await measure(run, kind === 'srt' ? toSrt(cues) : toVtt(cues), cues, Number(rounds))));
    return;
  }
  for (const length of [68 / 60, 10])
    for (const one of ['srt', 'vtt'] as const) report(all, one, length, Number(mode ?? 25));
}

function report(all: readonly Parser[], kind: Kind, hours: number, rounds: number): void {
  const cues = makeCues(hours);
  const bytes = (kind === 'srt' ? toSrt(cues) : toVtt(cues)).length;
  console.log(
    `${kind}, ${hours === 10 ? '10 hours' : 'one episode'}, ${cues.length} cues, ${(bytes / 1e6).toFixed(2)} MB`,
  );
  let ours = Number.NaN;
  let best = Number.POSITIVE_INFINITY;
  for (const parser of all) {
    if (parser[kind] === undefined) continue;
    const { first, warm, isCorrect } = measureApart(parser.name, kind, hours, rounds);
    if (parser === all[0]) ours = warm;
    else if (isCorrect) best = Math.min(best, warm);
    const row = [`${first.toFixed(1)} ms first`, `${warm.toFixed(2)} ms`, `${(bytes / 1000 / warm).toFixed(0)} MB/s`];
    console.log(
      `  ${parser.name.padEnd(26)} ${row.map((cell) => cell.padStart(16)).join('')}  ${isCorrect ? '' : 'wrong'}`,
    );
  }
  if (Number.isFinite(best)) console.log(`  fastest correct of npm / ours: ${(best / ours).toFixed(1)}`);
}

// vtt.js looks for a browser by its name.
if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { userAgent: '' } });
await main();
