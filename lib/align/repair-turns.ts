/** The human text's turns put right where the timed words show that they break in the wrong place. */
import { endsSentence } from '../transcript/paragraphs';
import type { Transcript, Turn } from '../transcript/types';
import { type VoiceChange, voiceChanges } from './voice-changes';
import { AlignedState, type AlignedWords } from './word-times';

/** A voice change of the captions may stand so many words from the sentence's edge. */
const NEAR = 2;
/** Milliseconds of silence that speak for a change of voice. */
const PAUSE = 300;
/** Without other signs a scrap of so many words follows the larger part of its sentence. */
const SCRAP = 4;
/** Words between two changes of voice; what is shorter is a "yeah" of the listener. */
const LEAST_TURN = 4;

/**
 * Sentences cut by a turn break are joined again, on the side that a change of voice in the captions, a silence or, for scraps, the
 * sentence itself speaks for. A turn in which the captions hear another voice begin a sentence is split there: the new turn has that
 * voice's speaker where the captions name it, else null, which is the mark that nobody said who speaks.
 */
export function repairTurns(human: Transcript, timed: Transcript, words: AlignedWords): Turn[] {
  if (human.turns.length === 0) return [];
  const text = new TurnText(human);
  const changes = voiceChanges(human, timed, words);
  const joined = joinSentences(withoutScraps(human.turns, text), text, changes, words);
  return splitVoices(joined, text, changes);
}

/** Words of the human text and where its sentences end. */
class TurnText {
  readonly count: number;

  constructor(private readonly human: Transcript) {
    this.count = human.words.offset.length;
  }

  word(index: number): string {
    const { text, words } = this.human;
    const start = words.offset[index] ?? 0;
    return text.slice(start, start + (words.length[index] ?? 0));
  }

  /** True when a sentence ends before this word. */
  opensSentence(index: number): boolean {
    if (index <= 0 || index >= this.count) return true;
    return endsSentence({ text: this.word(index - 1) }, { text: this.word(index) });
  }

  endsInComma(index: number): boolean {
    return /,["'”’)]*$/.test(this.word(index));
  }

  /** True when this word goes on with the sentence of the word before: small letter, no full stop before it. */
  goesOn(index: number): boolean {
    const first = this.word(index).charAt(0);
    return first !== first.toUpperCase() && !/[.!?…]["'”’)\]]*$/.test(this.word(index - 1));
  }
}

/** A few words in the middle of another speaker's sentence were his. */
function withoutScraps(turns: readonly Turn[], text: TurnText): Turn[] {
  const kept: Turn[] = [];
  for (let index = 0; index < turns.length; index++) {
    const turn = turns[index] as Turn;
    const next = turns[index + 1];
    const isInside = next && kept.at(-1)?.speaker === next.speaker && next.firstWord - turn.firstWord <= SCRAP;
    if (isInside && text.goesOn(turn.firstWord) && text.goesOn(next.firstWord)) index++;
    else kept.push(turn);
  }
  return kept;
}

function joinSentences(
  turns: readonly Turn[],
  text: TurnText,
  changes: readonly VoiceChange[],
  words: AlignedWords,
): Turn[] {
  const joined: Turn[] = [];
  turns.forEach((turn, index) => {
    const before = joined.at(-1);
    const end = turns[index + 1]?.firstWord ?? text.count;
    const firstWord = before ? betterBreak({ before, turn, end }, text, changes, words) : turn.firstWord;
    // A turn that was only a scrap of its neighbour's sentence is gone.
    if (firstWord >= end) return;
    if (before && firstWord <= before.firstWord) joined.pop();
    const previous = joined.at(-1);
    if (previous && previous.speaker !== null && previous.speaker === turn.speaker && firstWord !== turn.firstWord)
      return;
    joined.push({ speaker: turn.speaker, firstWord });
  });
  return joined;
}

interface Break {
  readonly before: Turn;
  readonly turn: Turn;
  /** Where the turn ends, excluded. */
  readonly end: number;
}

function betterBreak(
  { before, turn, end }: Break,
  text: TurnText,
  changes: readonly VoiceChange[],
  words: AlignedWords,
): number {
  const here = turn.firstWord;
  if (before.speaker === turn.speaker || !text.goesOn(here)) return here;
  let from = here;
  while (from > before.firstWord && !text.opensSentence(from)) from--;
  let until = here + 1;
  while (until < end && !text.opensSentence(until)) until++;
  const isChange = (word: number) => isNearChange(changes, word);
  if (isChange(from) !== isChange(until)) return isChange(from) ? from : until;
  const [pauseFrom, pauseHere, pauseUntil] = [
    pauseBefore(words, from),
    pauseBefore(words, here),
    pauseBefore(words, until),
  ];
  if (pauseFrom >= PAUSE && pauseFrom > 2 * Math.max(pauseHere, pauseUntil)) return from;
  if (pauseUntil >= PAUSE && pauseUntil > 2 * Math.max(pauseHere, pauseFrom)) return until;
  // A comma may be where one speaker breaks off and the other begins.
  if (text.endsInComma(here - 1)) return here;
  if (here - from <= SCRAP && (here - from) * 2 <= until - here) return from;
  if (until - here <= SCRAP && (until - here) * 2 <= here - from) return until;
  return here;
}

/** Changes ascend. */
function isNearChange(changes: readonly VoiceChange[], word: number): boolean {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.word ?? 0) < word - NEAR) low = middle + 1;
    else high = middle;
  }
  return (changes[low]?.word ?? Number.POSITIVE_INFINITY) <= word + NEAR;
}

/** Milliseconds of silence before a word; 0 where it or the word before was not matched. */
function pauseBefore({ start, end, state }: AlignedWords, word: number): number {
  if (word <= 0 || state[word] !== AlignedState.matched || state[word - 1] !== AlignedState.matched) return 0;
  return (start[word] ?? 0) - (end[word - 1] ?? 0);
}

function splitVoices(turns: readonly Turn[], text: TurnText, changes: readonly VoiceChange[]): Turn[] {
  const split: Turn[] = [];
  let next = 0;
  turns.forEach((turn, index) => {
    const end = turns[index + 1]?.firstWord ?? text.count;
    let first = turn.firstWord;
    split.push(turn);
    while (next < changes.length && (changes[next]?.word ?? 0) < end) {
      const { word, speaker } = changes[next++] as VoiceChange;
      const place = nearestOpening(text, word);
      if (place - first < LEAST_TURN || end - place < LEAST_TURN) continue;
      if (speaker !== null && speaker === split.at(-1)?.speaker) continue;
      split.push({ speaker, firstWord: place });
      first = place;
    }
  });
  return split;
}

/** The sentence's beginning near a word; the word itself where the text has none. */
function nearestOpening(text: TurnText, word: number): number {
  for (let distance = 0; distance <= NEAR; distance++)
    for (const place of [word - distance, word + distance]) if (place > 0 && text.opensSentence(place)) return place;
  return word;
}
