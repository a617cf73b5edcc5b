/** Speaks a script with espeak-ng and measures when each word is heard. */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached } from '../media/cache';
import { run } from '../media/run';
import { type Script, tokensOf } from './script';

/** One word as it is heard. All times are whole milliseconds from the start of the episode. */
export interface TruthWord {
  /** As the script writes it, punctuation attached. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index into the speakers of the episode. */
  readonly speaker: number;
  /** The synthesiser reported this word itself. False: placed between its neighbours, as for a word it swallowed. */
  readonly given: boolean;
}

export interface Voice {
  readonly voice: string;
  /** Words a minute. */
  readonly rate: number;
  /** 0 to 99. */
  readonly pitch: number;
}

export interface Speech {
  /** A mono 16-bit WAV file. */
  readonly wav: string;
  readonly durationMs: number;
  readonly words: readonly TruthWord[];
}

interface SpokenPart {
  readonly start: number;
  readonly end: number;
  readonly words: readonly { at: number; length: number; sample: number }[];
}

interface SpokenFile {
  readonly sampleRate: number;
  readonly samples: number;
  readonly parts: readonly SpokenPart[];
}

const speakScript = join(dirname(fileURLToPath(import.meta.url)), 'speak.py');

/** Milliseconds of silence after each turn: uneven, as between people. The same on every run. */
function pauseAfter(turn: number): number {
  return 180 + ((turn * 137) % 5) * 110;
}

/**
 * espeak-ng reads some pairs ("of the", "in the") as one word and then reports one time for both. A zero-width space
 * after each word keeps them apart without a pause.
 */
function keptApart(text: string): string {
  return text.replaceAll(/([a-z0-9]) /gi, '$1\u200b ');
}

export async function speak(script: Script, voices: readonly Voice[]): Promise<Speech> {
  const parts = script.turns.map((turn, index) => ({
    ...(voices[turn.speaker] ?? voices[0]),
    text: keptApart(turn.text),
    pauseAfter: pauseAfter(index),
  }));
  const recipe = [await readFile(speakScript, 'utf8'), parts];
  const times = await cached('speech.json', recipe, async (path) => {
    await cached('speech.wav', recipe, async (wav) => {
      await writeFile(path, await run('python3', [speakScript], JSON.stringify({ wav, parts })));
    });
  });
  const wav = await cached('speech.wav', recipe, async () => {
    throw new Error(`The sound that belongs to ${times} is gone: delete that file as well.`);
  });
  const file = JSON.parse(await readFile(times, 'utf8')) as SpokenFile;
  const loudness = loudnessOf(await readFile(wav), file.sampleRate);
  return {
    wav,
    durationMs: Math.round((file.samples / file.sampleRate) * 1000),
    words: script.turns.flatMap((turn, index) =>
      wordsOfTurn(turn, parts[index]?.text ?? '', file.parts[index], file.sampleRate, loudness),
    ),
  };
}

function wordsOfTurn(
  turn: Script['turns'][number],
  spokenText: string,
  part: SpokenPart | undefined,
  sampleRate: number,
  loudness: Float32Array,
): TruthWord[] {
  if (!part) throw new Error('The synthesiser left out a turn.');
  const milliseconds = (sample: number) => Math.round((sample / sampleRate) * 1000);
  const tokens = tokensOf(spokenText);
  const starts = tokens.map((token) => {
    const heard = part.words.find(
      (word) => word.length > 0 && word.at + word.length > token.at && word.at < token.at + token.text.length,
    );
    return heard ? milliseconds(heard.sample) : null;
  });
  const partEnd = milliseconds(part.end);
  const filled = fillGaps(starts, milliseconds(part.start), partEnd);
  return tokens.map((token, index) => {
    const start = filled[index] ?? 0;
    const next = filled[index + 1] ?? partEnd;
    return {
      text: token.text.replaceAll('\u200b', ''),
      start,
      end: heardUntil(loudness, start, next),
      speaker: turn.speaker,
      given: starts[index] !== null,
    };
  });
}

/** Spreads words without a time evenly between their neighbours. */
function fillGaps(starts: readonly (number | null)[], first: number, last: number): number[] {
  const filled: number[] = [];
  for (let index = 0; index < starts.length; index += 1) {
    const given = starts[index];
    if (given !== null && given !== undefined) {
      filled.push(given);
      continue;
    }
    const before = filled[index - 1] ?? first;
    let following = index + 1;
    while (following < starts.length && starts[following] === null) following += 1;
    const after = starts[following] ?? last;
    filled.push(Math.round(before + (after - before) / (following - index + 1)));
  }
  return filled;
}

const silence = 0.006;

/** One root mean square per millisecond, 0 to 1. */
export function loudnessOf(wav: Buffer, sampleRate: number): Float32Array {
  const data = wav.subarray(44);
  const samples = Math.floor(data.length / 2);
  const perMillisecond = sampleRate / 1000;
  const loudness = new Float32Array(Math.ceil(samples / perMillisecond));
  for (let index = 0; index < loudness.length; index += 1) {
    const from = Math.floor(index * perMillisecond);
    const to = Math.min(samples, Math.floor((index + 1) * perMillisecond));
    let sum = 0;
    for (let sample = from; sample < to; sample += 1) sum += (data.readInt16LE(sample * 2) / 32768) ** 2;
    loudness[index] = Math.sqrt(sum / Math.max(1, to - from));
  }
  return loudness;
}

function heardUntil(loudness: Float32Array, start: number, next: number): number {
  let end = Math.min(next, loudness.length);
  while (end > start + 40 && (loudness[end - 1] ?? 0) < silence) end -= 1;
  return Math.max(start + 1, Math.min(next, end));
}
