/** `align HUMAN TIMED`: the human text's words with the timed text's times. Times in milliseconds, or null. */
import { type Alignment, align } from '../../../lib/align/align';
import { AlignedState } from '../../../lib/align/word-times';
import type { Hole, Transcript } from '../../../lib/transcript/types';
import { print, readArguments } from './command';
import { loadTranscript } from './load';

const STATES = {
  [AlignedState.matched]: 'matched',
  [AlignedState.between]: 'between',
  [AlignedState.unknown]: 'unknown',
};
/** Words shown on both sides of a hole. */
const AROUND = 4;

export async function run(args: readonly string[]): Promise<number> {
  const { files } = readArguments(args);
  const [human, timed] = await Promise.all([loadTranscript(files[0] ?? ''), loadTranscript(files[1] ?? '')]);
  for (const side of [human, timed])
    if ('code' in side) {
      print({ error: side });
      return 1;
    }
  if ('code' in human || 'code' in timed) return 1;
  print(report(human, timed, align(human, timed)));
  return 0;
}

/** What the command prints. */
export function report(human: Transcript, timed: Transcript, { words, turns, report }: Alignment): unknown {
  const { verdict, matched, covered, reasons, holes, drift } = report;
  const groups = spacedGroups(human);
  const groupOf = new Map<number, number>();
  groups.forEach(({ first, end }, group) => {
    for (let word = first; word < end; word++) groupOf.set(word, group);
  });
  return {
    verdict,
    matched,
    covered,
    reasons,
    holes: holes.map((hole) => ({ ...hole, ...neighbours(hole.kind === 'text' ? human : timed, hole) })),
    drift,
    words: groups.map((group) => groupReport(human, timed, words, group)),
    turns: turns.map(({ speaker, start, firstWord, lastWord }) => ({
      speaker: speaker === null ? null : (human.speakers[speaker]?.label ?? null),
      start: timed.timing === 'none' ? null : start,
      firstWord: groupOf.get(firstWord) ?? 0,
      lastWord: groupOf.get(lastWord) ?? 0,
    })),
  };
}

interface Group {
  readonly first: number;
  readonly end: number;
}

/** Words that nothing stands between, as in Japanese, are one token between blanks. */
function spacedGroups({ words: { offset, length } }: Transcript): Group[] {
  const groups: Group[] = [];
  for (let first = 0; first < offset.length; ) {
    let end = first + 1;
    while (end < offset.length && offset[end] === (offset[end - 1] ?? 0) + (length[end - 1] ?? 0)) end++;
    groups.push({ first, end });
    first = end;
  }
  return groups;
}

function groupReport(human: Transcript, timed: Transcript, words: Alignment['words'], { first, end }: Group): unknown {
  const known: number[] = [];
  for (let word = first; word < end; word++) if (words.state[word] !== AlignedState.unknown) known.push(word);
  const hasTimes = known.length > 0 && timed.timing !== 'none';
  const states = known.map((word) => words.state[word] ?? AlignedState.unknown);
  const state = (known.length === 0 ? AlignedState.unknown : Math.min(...states)) as keyof typeof STATES;
  return {
    text: cut(human, first, end),
    start: hasTimes ? (words.start[known[0] ?? 0] ?? null) : null,
    end: hasTimes ? (words.end[known.at(-1) ?? 0] ?? null) : null,
    state: STATES[state],
  };
}

/** The words on both sides of a hole, on the side that has them. */
function neighbours(transcript: Transcript, { firstWord, words }: Hole): { before: string; after: string } {
  return {
    before: cut(transcript, Math.max(0, firstWord - AROUND), firstWord),
    after: cut(transcript, firstWord + words, firstWord + words + AROUND),
  };
}

/** The text of the words `first` up to `end`. */
function cut({ text, words: { offset, length } }: Transcript, first: number, end: number): string {
  const last = Math.min(end, offset.length) - 1;
  return last < first ? '' : text.slice(offset[first], (offset[last] ?? 0) + (length[last] ?? 0)).replace(/\s+/g, ' ');
}
