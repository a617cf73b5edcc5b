/** `parse FILE… [--as SHAPE]`: one JSON object a line, in the order given. Exit code 1 only where all were refused. */
import { countWords } from '../../../lib/formats/count-words';
import { parseAny, parseAs, type Reading } from '../../../lib/formats/index';
import type { Problem } from '../../../lib/formats/shape';
import { guessLanguageOf } from '../../../lib/speech/guess-language';
import { print, readArguments, readText } from './command';

export async function run(args: readonly string[]): Promise<number> {
  const { files, options } = readArguments(args);
  const shape = options.get('as');
  let accepted = 0;
  for (const file of files) {
    const read = await readText(file);
    if ('code' in read) print({ error: read });
    else {
      const reading = shape === undefined ? parseAny(read.text) : parseAs(read.text, shape);
      if (reading.ok) accepted++;
      print(reading.ok ? report(reading, read.problems) : { error: reading.error });
    }
  }
  return accepted > 0 ? 0 : 1;
}

/** What the command says about a file that was understood. Times in milliseconds. */
export function report(
  { shape, confidence, evidence, parsed }: Extract<Reading, { ok: true }>,
  before: readonly Problem[],
): unknown {
  const speakers = new Set<string>();
  for (const { speaker } of parsed.cues) if (speaker) speakers.add(speaker);
  return {
    shape,
    confidence,
    evidence,
    language: parsed.language ?? guessLanguageOf(parsed.cues),
    timing: parsed.timing,
    speakers: [...speakers],
    cues: parsed.cues.map(({ start, end, text, speaker }) => ({ start, end, text, speaker: speaker ?? null })),
    words: countWords(parsed.cues, parsed.language),
    ...(parsed.chapters === undefined ? {} : { chapters: parsed.chapters }),
    problems: [...before, ...parsed.problems],
  };
}
