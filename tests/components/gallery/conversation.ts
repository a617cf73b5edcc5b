/** A conversation written for the gallery, and transcripts made of it: every timing, with and without speakers. */
import { buildTranscript } from '../../../lib/transcript/build-transcript';
import type { SourceCue } from '../../../lib/transcript/source';
import type { AlignmentReport, Chapter, Origin, Timing, Transcript } from '../../../lib/transcript/types';
import { milliseconds, type VideoId } from '../../../lib/transcript/units';

export const VIDEO = 'lighthouse1' as VideoId;

export const CONVERSATION: readonly (readonly [speaker: string, text: string])[] = [
  [
    'Ida Brandt',
    'Welcome back. We are in the lamp room of the old light at Skarv, and the wind is doing its best to join in. With me is the woman who wired half of this coast. How does a person come to switch off a lighthouse?',
  ],
  [
    'Nora Vik',
    'Nobody switches one off. You add a machine that does one small thing, then another, and one winter you notice that the keeper is only there to make coffee for the machine.',
  ],
  ['Ida Brandt', 'And what was the first small thing?'],
  [
    'Nora Vik',
    'A valve. A black rod in a glass tube, and three polished rods around it. When the sun comes up the black one warms first and grows by less than the width of a hair. That is enough to close the gas. At dusk it cools, it shrinks, and the lamp lights itself from a flame no bigger than a match. The keepers did not believe it. One of them walked out every evening for a month to see the lamp come on without him.',
  ],
  ['Ida Brandt', 'Did he come round?'],
  [
    'Nora Vik',
    'He wrote in the log that the lamp had not been late once, and that he had been late twice. After that he stopped walking. I have the page. It is the most polite resignation I know.',
  ],
  ['Ida Brandt', 'That is a lovely sentence, and a little sad.'],
  [
    'Nora Vik',
    'It is both. The rod saved nine tenths of the gas, so a lamp could burn for a year on one delivery. And once a lamp can burn for a year, somebody with a pencil begins to count which rocks still need a kitchen.',
  ],
  ['Ida Brandt', 'You knew some of the last families. What did they take with them?'],
  [
    'Nora Vik',
    'Clocks, mostly. The one who minded the fog signal took the bell, which was not his. There is a story about a cat on one of the last rocks with people on it, and I promised not to tell it on the air. The lamp itself stayed. It always stays. You do not carry two tonnes of glass down a ladder because you are fond of it.',
  ],
  ['Ida Brandt', 'Then came electricity, and then came the radio. Which of them changed more?'],
  [
    'Nora Vik',
    'The radio, without a doubt. A lamp that can say that it is broken does not need somebody to look at it. Before, silence meant that all was well, or that everybody was asleep, or worse. After the radio, silence meant something, and you sent a boat. I was often in that boat.',
  ],
];

const SPEED = 2.7;
const OPENING = 702_000;

export const CHAPTERS: readonly Chapter[] = [
  [0, 'Who kept the light'],
  [280, 'Oil, wick and a winding clock'],
  [701, 'The valve that knew the sun'],
  [760, 'Counting the keepers'],
  [1266, 'A radio on every rock, and the people who carried the batteries up'],
  [2541, 'The helicopter winter'],
  [3291, 'What the dark is for now'],
].map(([start, title]) => ({ start: milliseconds(Number(start) * 1000), title: String(title) }));

interface Options {
  readonly timing?: Timing;
  readonly named?: boolean;
  readonly origin?: Origin;
  /** How often the conversation is held, one after the other. */
  readonly repeat?: number;
  readonly start?: number;
  readonly text?: readonly (readonly [string, string])[];
  readonly language?: string;
  readonly chapters?: readonly Chapter[];
}

export const AUTOMATIC: Origin = { kind: 'captions', vssId: 'a.en', automatic: true, via: 'timedtext' };

export function makeTranscript(options: Options = {}): Transcript {
  const {
    timing = 'word',
    named = true,
    origin = AUTOMATIC,
    repeat = 1,
    text = CONVERSATION,
    language = 'en',
  } = options;
  const cues: SourceCue[] = [];
  let time = options.start ?? OPENING;
  for (let round = 0; round < repeat; round += 1)
    for (const [speaker, said] of text) {
      const words = said.split(' ');
      const size = timing === 'turn' || timing === 'none' ? words.length : 7;
      for (let from = 0; from < words.length; from += size) {
        const part = words.slice(from, from + size);
        const mark = !named && from === 0 ? '>> ' : '';
        const timed = part.map((word, index) => {
          const start = Math.round(time);
          time += (word.length * 90 + 160) * (2.7 / SPEED) + (/[.?!]$/.test(word) ? 350 : 0);
          return { text: `${index === 0 ? mark : ' '}${word}`, start, end: Math.round(time) - 20 };
        });
        const begins = timed[0]?.start ?? 0;
        cues.push({
          start: timing === 'none' ? null : timing === 'second' ? Math.floor(begins / 1000) * 1000 : begins,
          end: timing === 'word' || timing === 'cue' ? Math.round(time) : null,
          text: timed.map((word) => word.text).join(''),
          ...(named ? { speaker } : {}),
          ...(timing === 'word' ? { words: timed } : {}),
        });
      }
    }
  return buildTranscript({
    videoId: VIDEO,
    origin,
    source: { language, timing, cues },
    chapters: options.chapters ?? (language === 'en' ? CHAPTERS : []),
  });
}

/** The named transcript as a merge with two holes. */
export function makeMerged(): Transcript {
  const whole = makeTranscript();
  const cat = wordAt(whole, 'There is a story');
  const end = wordAt(whole, 'The lamp itself');
  const state = Uint8Array.from(whole.words.state);
  state.fill(2, cat, end);
  const alignment: AlignmentReport = {
    verdict: 'good',
    matched: 0.934,
    holes: [
      {
        kind: 'text',
        start: milliseconds(whole.words.start[cat] ?? 0),
        end: milliseconds((whole.words.start[cat] ?? 0) + 44_000),
        firstWord: cat,
        words: end - cat,
      },
      { kind: 'video', start: milliseconds(2478_000), end: milliseconds(2642_000), firstWord: 0, words: 300 },
    ],
  };
  return {
    ...whole,
    id: `${VIDEO}:merge`,
    origin: { kind: 'merge', human: 'a', timed: 'b' },
    words: { ...whole.words, state },
    alignment,
  };
}

export function wordAt(transcript: Transcript, text: string): number {
  const offset = transcript.text.indexOf(text);
  return transcript.words.offset.indexOf(offset);
}

export function startOf(transcript: Transcript, text: string): number {
  return transcript.words.start[wordAt(transcript, text)] ?? 0;
}
