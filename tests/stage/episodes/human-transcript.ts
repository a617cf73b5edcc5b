/**
 * The same episode as a person would have typed it: names and own punctuation, some words changed, a passage left out, a
 * passage that was never said, and turn times that are off. What was done is known word by word.
 */
import { randomFrom } from './random';
import type { TruthWord } from './speech';

export interface HumanWord {
  readonly text: string;
  /** Index into the words as spoken; null for words that were never said. */
  readonly truth: number | null;
  /** The word is another than the one spoken at that place. */
  readonly changed: boolean;
}

export interface HumanTranscript {
  /** As one would paste it: a name and a time above each turn, a blank line between turns. */
  readonly text: string;
  readonly words: readonly HumanWord[];
  /** Words as spoken, first and last included, that the text lacks. */
  readonly missing: { readonly firstWord: number; readonly lastWord: number };
  /** Words of `words`, first and last included, that were never said. */
  readonly inserted: { readonly firstWord: number; readonly lastWord: number };
  /** Milliseconds that each printed turn time is late. */
  readonly timesLateBy: number;
}

const changedShare = 0.08;
const timesLateBy = 4000;

const aside =
  'Before we go on, a word about this series. It is made by four people in a boathouse, and it is paid for by those who listen. If you have enjoyed the salt so far, you can send us a postcard, a pound, or a photograph of your own harbour. The best photograph of the year is printed on a very small calendar. Now back to the mill.';

const otherWords =
  'perhaps really quite river barrel window seven copper garden slowly under between market candle'.split(' ');

export function humanTranscript(truth: readonly TruthWord[], speakers: readonly string[]): HumanTranscript {
  const random = randomFrom(8);
  const missing = passage(truth, 0.42, 28_000);
  const insertAt = turnStartNear(truth, 0.66);
  const words: HumanWord[] = [];
  const lines: string[] = [];
  let inserted = { firstWord: 0, lastWord: 0 };
  for (const [index, word] of truth.entries()) {
    if (index === insertAt) {
      const from = words.length;
      words.push(...aside.split(' ').map((text) => ({ text, truth: null, changed: true })));
      inserted = { firstWord: from, lastWord: words.length - 1 };
      lines.push(`${heading(speakers[0] ?? '', word.start)}\n${aside}`);
    }
    if (index >= missing.firstWord && index <= missing.lastWord) continue;
    const opensTurn =
      truth[index - 1]?.speaker !== word.speaker || index === missing.lastWord + 1 || index === insertAt;
    const typed = retyped(word, index, random);
    words.push(...typed);
    const text = typed.map((entry) => entry.text).join(' ');
    if (opensTurn) lines.push(`${heading(speakers[word.speaker] ?? '', word.start)}\n${text}`);
    else if (text) lines[lines.length - 1] += ` ${text}`;
  }
  return { text: `${lines.join('\n\n')}\n`, words, missing, inserted, timesLateBy };
}

/** Of the changed words a third are left out, a third replaced, a third followed by a word too many. */
function retyped(word: TruthWord, index: number, random: ReturnType<typeof randomFrom>): HumanWord[] {
  const kept = { text: ownPunctuation(word.text, index), truth: index, changed: false };
  if (random.next() >= changedShare) return [kept];
  const kind = random.below(3);
  if (kind === 0) return [];
  if (kind === 1) return [{ text: random.pick(otherWords), truth: index, changed: true }];
  return [kept, { text: random.pick(otherWords), truth: null, changed: true }];
}

/** Semicolons and dashes where the script has commas, here and there. */
function ownPunctuation(text: string, index: number): string {
  if (index % 5 === 0) return text.replace(/,$/, ';');
  if (index % 7 === 0) return text.replace(/,$/, ' –');
  return text;
}

function heading(speaker: string, time: number): string {
  const seconds = Math.floor((time + timesLateBy) / 1000);
  return `${speaker} (${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}):`;
}

/** Whole turns around a place of the episode, about `length` milliseconds of them. */
function passage(truth: readonly TruthWord[], share: number, length: number): HumanTranscript['missing'] {
  const firstWord = turnStartNear(truth, share);
  const from = truth[firstWord]?.start ?? 0;
  let lastWord = firstWord;
  while (lastWord + 1 < truth.length && (truth[lastWord + 1]?.end ?? 0) - from < length) lastWord += 1;
  return { firstWord, lastWord };
}

function turnStartNear(truth: readonly TruthWord[], share: number): number {
  let index = Math.floor(truth.length * share);
  while (index > 0 && truth[index]?.speaker === truth[index - 1]?.speaker) index -= 1;
  return index;
}
