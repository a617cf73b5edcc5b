import { buildTranscript } from '@/lib/transcript/build-transcript';
import type { TranscriptSource } from '@/lib/transcript/source';
import type { Chapter, Transcript } from '@/lib/transcript/types';
import type { VideoId } from '@/lib/transcript/units';

export const VIDEO = 'aaaaaaaaaaa' as VideoId;

interface Options {
  /** Milliseconds a word takes; 0: no times at all. */
  readonly pace?: number;
  /** Words of a cue. */
  readonly cueWords?: number;
  readonly chapters?: readonly Chapter[];
  readonly shape?: string;
}

/** One paragraph a line, `NAME: ` names its speaker. Words follow each other at a steady pace. */
export function speak(
  text: string,
  { pace = 400, cueWords = 1, chapters = [], shape = 'test' }: Options = {},
): Transcript {
  const cues: TranscriptSource['cues'][number][] = [];
  let time = 0;
  for (const line of text.trim().split('\n')) {
    const named = /^([A-Z]+): /.exec(line.trim());
    const words = line
      .trim()
      .slice(named?.[0].length ?? 0)
      .split(/\s+/);
    for (let at = 0; at < words.length; at += cueWords) {
      const own = words.slice(at, at + cueWords);
      const end = time + own.length * pace;
      const span = pace > 0 ? { start: time, end } : { start: null, end: null };
      cues.push({ ...span, text: own.join(' '), speaker: named?.[1] ?? null });
      time = end;
    }
  }
  const timing = pace > 0 ? (cueWords === 1 ? 'word' : 'cue') : 'none';
  const source = { language: 'en', timing, cues, chapters } as const;
  return buildTranscript({ videoId: VIDEO, origin: { kind: 'import', shape, importedAt: 0 }, source });
}

/** The project's own conversation, told in three parts. */
export const CONVERSATION = `
TOM: Who kept the light before there were keepers? I mean, a lighthouse does not light itself.
MARA: Monks did, at first. They burned coal in an iron basket on the roof of the chapel, and on bad nights the whole village carried coal.
MARA: The coal had to come by boat from the mainland. Four hundred tons a winter, and the boat could land on nine days in ten weeks.
TOM: So before any of this is electric, somebody works out how to make a lamp put itself to bed. How do you do that with no wires and nobody on the rock?
MARA: With a black rod. That is honestly the whole trick. You hang one dark rod between three polished ones, and when the sun comes up the dark rod warms, grows by less than the width of a hair, and shuts the gas.
MARA: At dusk it cools, shrinks back, and the lamp lights from a pilot no bigger than a match. Gustaf Dalén got the Nobel Prize in 1912 for the sun valve.
TOM: And the keepers? They did not believe it, surely.
MARA: They did not. One of them walked out every evening for a month to watch the lamp come on without him. He wrote in the log that the lamp was late, and that he had been late twice. After that he stopped going out.
MARA: The valve saved nine tenths of the gas. That is the part I find sad: saving gas made people countable. The office started counting which rocks still needed men.
TOM: There is a story about a cat on one of the last staffed rocks.
MARA: We should tell it. The cat outlasted two keepers and one inspector, and it is in the accounts as a line for fish. Nobody ever asked who the fish was for.
`;
