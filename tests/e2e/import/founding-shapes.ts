/** The shapes of text that people have before anything else: real ones where the data lies beside the repository, else small ones in their image. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, recordedIds } from '../../stage/episodes/recorded';
import { type Stage, type TruthWord, videos } from '../../stage/index';

export type Ground = 'captions' | 'none';

export interface FoundingShape {
  readonly name: string;
  readonly text: string;
  /** What the preview says of it; null: a page of notes. */
  readonly facts: RegExp | null;
  /** A video that it belongs to, with captions that give it times, or without any. */
  readonly ground: Ground;
  /** A speaker's label to be renamed. */
  readonly speaker: string | null;
  /** Words that must be there to read. */
  readonly holds: string;
  /** Milliseconds of the video at which something of it is said. */
  readonly saidAt: number;
}

const seeds = join(dataFolder, 'seeds');
export const hasSeeds = existsSync(seeds) && existsSync(join(dataFolder, 'youtube/recorded'));

/** The video that the shapes belong to. */
export const foundingVideo = hasSeeds ? recordedIds.timedByTurns : videos.conversation;

export async function foundingShapes(stage: Stage): Promise<readonly FoundingShape[]> {
  return hasSeeds ? realShapes() : madeShapes(await stage.truth(videos.conversation));
}

function realShapes(): FoundingShape[] {
  const names = readdirSync(seeds);
  const read = (number: string) => {
    const name = names.find((each) => each.startsWith(number)) ?? '';
    return readFileSync(join(seeds, name), 'utf8');
  };
  const notes = { facts: null, ground: 'none', speaker: null, holds: '', saidAt: 0 } as const;
  return [
    {
      name: 'one line without times',
      text: read('000'),
      facts: /^11,858 words · no times · English$/,
      ground: 'captions',
      speaker: null,
      holds: 'generative adversarial networks',
      saidAt: 600_000,
    },
    {
      name: 'turns of numbered speakers',
      text: read('001'),
      facts: /^98 turns · 3 speakers · 0:00–1:08:16 · English$/,
      ground: 'captions',
      speaker: 'Speaker 2',
      holds: 'differential privacy',
      saidAt: 600_000,
    },
    { name: 'a summary page', text: read('002'), ...notes },
    { name: 'a notes page', text: read('003'), ...notes },
    {
      name: 'timed lines',
      text: read('004'),
      facts: /^903 lines · 0:01–1:37:08 · English$/,
      ground: 'none',
      speaker: null,
      holds: 'the',
      saidAt: 600_000,
    },
  ];
}

const clock = (ms: number) => new Date(ms).toISOString().slice(11, 19);
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}' ]/gu, '');

function madeShapes(truth: readonly TruthWord[]): FoundingShape[] {
  const turns: TruthWord[][] = [];
  for (const word of truth) {
    const last = turns.at(-1);
    if (last?.[0]?.speaker === word.speaker) last.push(word);
    else turns.push([word]);
  }
  const textOf = (words: readonly TruthWord[]) => words.map(({ text }) => text).join(' ');
  const lines = Array.from({ length: Math.ceil(truth.length / 12) }, (_, line) =>
    truth.slice(line * 12, line * 12 + 12),
  );
  const common = { speaker: null, holds: 'tide', saidAt: 60_000 };
  const notes = { ...common, facts: null, ground: 'none' } as const;
  return [
    {
      ...common,
      name: 'one line without times',
      text: bare(textOf(truth)),
      facts: /^[\d,]+ words · no times · English$/,
      ground: 'captions',
    },
    {
      ...common,
      name: 'turns of numbered speakers',
      text: turns
        .map((turn) => `Speaker ${(turn[0]?.speaker ?? 0) + 1}:    ${clock(turn[0]?.start ?? 0)}    ${textOf(turn)}`)
        .join('\n\n'),
      facts: /^\d+ turns · 2 speakers · 0:00–6:\d\d · English$/,
      ground: 'captions',
      speaker: 'Speaker 2',
    },
    { ...notes, name: 'a summary page', text: SUMMARY },
    { ...notes, name: 'a notes page', text: NOTES },
    {
      ...common,
      name: 'timed lines',
      text: lines.map((line) => `${clock(line[0]?.start ?? 0)} ${bare(textOf(line))}`).join('\n'),
      facts: /^\d+ lines · 0:00–6:\d\d · English$/,
      ground: 'none',
    },
  ];
}

const SUMMARY = `Milling by the moon | Summary and Q&A

1.2K views
October 3, 2026
by
Salt & Signal

TL;DR

A morning in a tide mill, where the working day is set by the moon.

Key Insights

  • 🌙 Tide mills work twice a day, and never at the same hour.
  • ⚙️ Salt ruins iron gears within a few years.

Questions & Answers

Q: Who keeps the gate?

The miller opens it by hand when the pond is full.

Q: Why is the wheel of oak?

Oak swells in water and closes its own joints.

Summary & Key Takeaways

  • The pond fills with the flood and drives the wheel with the ebb.
`;

const NOTES = `Salt & Signal · 2026-10-03 · 6m

Milling by the moon: the wheel that keeps the tide's hours

The guest

Idris Bell, miller at Pennick Quay.

The gist

A tide mill grinds by the moon, and so does its miller.

Big reveals

The proverb over the door was cut in 1782.

Things worth remembering

Salt ruins iron gears. The wheel was rebuilt in oak.

Recommended

Visit at low water.
`;
