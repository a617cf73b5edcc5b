/**
 * A mutation fuzzer for shapes: takes well-made texts and damages them the way files get damaged, and worse. Deterministic: the
 * same seed gives the same cases.
 *
 *     npx tsx tests/formats/fuzz.ts [cases for each shape] [seed] [ids of shapes, with commas between]
 */
import { parseAny, SHAPES, shapeById } from '@/lib/formats';
import type { Parsed, Shape } from '@/lib/formats/shape';
import { webvttStandard } from '@/lib/formats/webvtt-standard-shape';
import { damageJson } from './damage-json';
import { PEOPLE_SAMPLES } from './people-samples';
import { brokenPiece, brokenPromise, brokenToTheLetter } from './promises';
import { SAMPLES } from './samples';
import { SUBTITLE_SHAPES } from './subtitle-shapes';

/** mulberry32: small, fast and good enough to wander with. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pieces that have broken parsers before, or mean something to one of these. */
const NASTY = [
  '',
  '\0',
  '\r',
  '\n',
  '\r\n',
  '\n\n',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200b',
  '\u00a0',
  '-->',
  '->',
  '→',
  '00:00:01,000',
  '00:00:01,000 --> 00:00:02,000',
  '999:99:99,999',
  '-00:00:01.000',
  '00:00:00',
  '1e308',
  'NaN',
  '-1',
  '99999999999999999999',
  '<',
  '>',
  '</',
  '<v ',
  '<v A>',
  '</v>',
  '<c>',
  '<00:00:01.000>',
  '<rt>',
  '<ruby>',
  '&',
  '&amp;',
  '&#0;',
  '&#xd800;',
  '&#x110000;',
  '&lt;',
  '{',
  '}',
  '{\\',
  '{\\an8}',
  '{\\p1}',
  '\\N',
  '|',
  '[',
  ']',
  '[00:01.00]',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<?',
  '"',
  "'",
  ':',
  ',',
  '.',
  '{1}{2}',
  '[1][2]',
  '__proto__',
  'constructor',
  'WEBVTT',
  'NOTE',
  'STYLE',
  'REGION',
  'Dialogue:',
  'Format:',
  '[Events]',
  '<SYNC Start=',
  '<p ',
  '<text ',
  '"segs"',
  '"utf8":null',
  '[[[[',
  '{"a":',
  '\u0661\u0662:\u0663\u0664',
  '😀',
  '漢',
  'ا',
];

/** One damaged text: a few cuts, doublings, swaps and insertions. */
export function damage(text: string, random: () => number, others: readonly string[]): string {
  let damaged = text;
  const times = 1 + Math.floor(random() * 6);
  const place = () => Math.floor(random() * (damaged.length + 1));
  for (let time = 0; time < times; time++) {
    const at = place();
    const to = Math.min(damaged.length, at + Math.floor(random() * random() * 80));
    const kind = Math.floor(random() * 8);
    if (kind === 0) damaged = damaged.slice(0, at) + damaged.slice(to);
    else if (kind === 1) damaged = damaged.slice(0, to) + damaged.slice(at);
    else if (kind === 2) damaged = damaged.slice(0, at);
    else if (kind === 3)
      damaged = damaged.slice(0, at) + String.fromCharCode(Math.floor(random() * 65536)) + damaged.slice(at + 1);
    else if (kind === 4)
      damaged = damaged.slice(0, at) + damaged.slice(at, to).repeat(Math.floor(random() * 5)) + damaged.slice(to);
    else if (kind === 5) {
      const other = others[Math.floor(random() * others.length)] ?? '';
      const from = Math.floor(random() * other.length);
      damaged = damaged.slice(0, at) + other.slice(from, from + 60) + damaged.slice(at);
    } else damaged = damaged.slice(0, at) + (NASTY[Math.floor(random() * NASTY.length)] ?? '') + damaged.slice(at);
    if (damaged.length > 4000) damaged = damaged.slice(0, 4000);
  }
  return damaged;
}

export interface FuzzFinding {
  readonly shape: string;
  readonly text: string;
  readonly what: string;
}

export interface FuzzPlan {
  readonly shape: Shape;
  /** Well-made texts of the shape. */
  readonly samples: readonly string[];
  /** What the shape promises: the first broken promise, or null. */
  readonly broken: (parsed: Parsed) => string | null;
}

/** Every shape, and detection as one more. */
export function fuzzPlans(): FuzzPlan[] {
  const subtitles = SUBTITLE_SHAPES.map((shape) => ({
    shape,
    samples: [SAMPLES[shape.id] ?? ''],
    broken: brokenPromise,
  }));
  const others = Object.entries(PEOPLE_SAMPLES).flatMap(([id, samples]) => {
    const shape = shapeById(id);
    return shape === null ? [] : [{ shape, samples, broken: brokenPiece }];
  });
  const standard = { shape: webvttStandard, samples: [SAMPLES.webvtt ?? ''], broken: brokenToTheLetter };
  return [...subtitles, standard, ...others, { shape: whatever, samples: allSamples(), broken: brokenPiece }];
}

function allSamples(): string[] {
  return [...Object.values(SAMPLES), ...Object.values(PEOPLE_SAMPLES).flat()];
}

/** Detection and reading in one, as if it were a shape: what a reader's file goes through. */
const whatever: Shape = {
  id: 'any',
  name: 'Whatever it is taken for',
  guess: () => null,
  parse: (text) => {
    const reading = parseAny(text);
    if (reading.ok) return reading.parsed;
    const { code, message } = reading.error;
    return { language: null, timing: 'none', cues: [], problems: [{ code, line: null, message }] };
  },
};

/** The first broken promise or exception among `cases` damaged texts; null when there is none. */
export function fuzzShape(plan: FuzzPlan, cases: number, seed: number): FuzzFinding | null {
  const random = randomNumbers(seed);
  const foreign = allSamples();
  const pick = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)] ?? '';
  let text = '';
  for (let index = 0; index < cases; index++) {
    // Damage adds up over some rounds, then starts afresh; now and then another shape's text is tried.
    if (index % 5 === 0) text = random() < 0.1 ? pick(foreign) : pick(plan.samples);
    text = (random() < 0.7 ? damageJson(text, random) : null) ?? damage(text, random, foreign);
    const what = tryOne(plan, text);
    if (what !== null) return { shape: plan.shape.id, text, what };
  }
  return null;
}

function tryOne({ shape, broken }: FuzzPlan, text: string): string | null {
  try {
    const guess = shape.guess(text);
    if (guess !== null && !(guess.confidence >= 0 && guess.confidence <= 1 && guess.evidence !== ''))
      return 'odd guess';
    return broken(shape.parse(text));
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** Shapes that nobody has written a well-made text for yet: a mistake of ours. */
export function unfuzzedShapes(): string[] {
  const planned = new Set(fuzzPlans().map(({ shape }) => shape.id));
  return SHAPES.filter(({ id }) => !planned.has(id)).map(({ id }) => id);
}

function report(plan: FuzzPlan, cases: number, seed: number): boolean {
  const from = process.cpuUsage();
  const finding = fuzzShape(plan, cases, seed);
  const seconds = (process.cpuUsage(from).user / 1e6).toFixed(1);
  console.log(`${plan.shape.id}: ${cases} cases, ${finding === null ? 0 : 1} findings, ${seconds} s, seed ${seed}`);
  if (finding !== null) console.log(JSON.stringify(finding, null, 1));
  return finding === null;
}

if (process.argv[1]?.endsWith('fuzz.ts')) {
  const cases = Number(process.argv[2] ?? 100_000);
  const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
  const wanted = process.argv[4]?.split(',');
  const plans = fuzzPlans().filter(({ shape }) => wanted?.includes(shape.id) ?? true);
  const isClean = plans.map((plan) => report(plan, cases, seed));
  const unfuzzed = unfuzzedShapes();
  if (unfuzzed.length > 0) console.log(`without a sample: ${unfuzzed.join(', ')}`);
  if (plans.length === 0 || unfuzzed.length > 0 || isClean.includes(false)) process.exitCode = 1;
}
