/** Where the timed side hears another voice, told in words of the human text. */
import type { Transcript } from '../transcript/types';
import { AlignedState, type AlignedWords } from './word-times';

export interface VoiceChange {
  /** The first human word of the new voice. */
  readonly word: number;
  /** Who the timed side says it is, in terms of the human text's speakers; null: it does not say, or nobody is sure. */
  readonly speaker: number | null;
}

/** A timed voice is a human speaker when so many of its words stand in that speaker's turns. */
const SURE = 0.7;

/** In order. Turns of the timed side that no matched word can place are left out. */
export function voiceChanges(human: Transcript, timed: Transcript, words: AlignedWords): VoiceChange[] {
  const names = matchSpeakers(human, timed, words);
  const changes: VoiceChange[] = [];
  let word = 0;
  for (let turn = 1; turn < timed.turns.length; turn++) {
    const { firstWord, speaker } = timed.turns[turn] ?? { firstWord: 0, speaker: null };
    const end = timed.turns[turn + 1]?.firstWord ?? timed.words.offset.length;
    while (word < words.state.length && !isHeardFrom(words, word, firstWord)) word++;
    if (word >= words.state.length) break;
    if ((words.heardFirst[word] ?? 0) >= end) continue;
    changes.push({ word, speaker: speaker === null ? null : (names.get(speaker) ?? null) });
  }
  return changes;
}

function isHeardFrom({ state, heardFirst }: AlignedWords, word: number, heard: number): boolean {
  return state[word] === AlignedState.matched && (heardFirst[word] ?? -1) >= heard;
}

/** Speakers of the timed side that are surely one of the human text's. */
function matchSpeakers(human: Transcript, timed: Transcript, words: AlignedWords): Map<number, number> {
  const votes = new Map<number, Map<number, number>>();
  let ofHuman = 0;
  let ofTimed = 0;
  for (let word = 0; word < words.state.length; word++) {
    const heard = words.heardFirst[word] ?? -1;
    if (heard < 0) continue;
    while ((human.turns[ofHuman + 1]?.firstWord ?? Number.POSITIVE_INFINITY) <= word) ofHuman++;
    while ((timed.turns[ofTimed + 1]?.firstWord ?? Number.POSITIVE_INFINITY) <= heard) ofTimed++;
    const voice = timed.turns[ofTimed]?.speaker ?? null;
    const speaker = human.turns[ofHuman]?.speaker ?? null;
    if (voice === null || speaker === null) continue;
    const own = votes.get(voice) ?? new Map<number, number>();
    votes.set(voice, own.set(speaker, (own.get(speaker) ?? 0) + 1));
  }
  const sure = new Map<number, number>();
  for (const [voice, own] of votes) {
    const total = [...own.values()].reduce((sum, count) => sum + count, 0);
    for (const [speaker, count] of own) if (count >= total * SURE) sure.set(voice, speaker);
  }
  return sure;
}
