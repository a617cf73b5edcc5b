/** What is lit for a word that is being said: only as narrow as its time is known. */

import type { Settings } from '../protocol/settings';
import { cueOfWord, endOf, paragraphOfWord } from '../transcript/lookup';
import { endsSentence } from '../transcript/paragraphs';
import { type Timing, type Transcript, WordState } from '../transcript/types';
import { bareWord, type Stretch, wholeWords } from './stretch';

/** `now`: exactly these words, measured. `nowish`: somewhere in these. */
export interface Lit extends Stretch {
  readonly kind: 'now' | 'nowish';
}

/** Words: beyond it a "sentence" is text without punctuation, and the cue says more truly where the speaker is. */
const LONGEST_SENTENCE = 60;

/** Null: nothing but the bar at the paragraph. */
export function litWords(transcript: Transcript, word: number, lamp: Settings['lamp']): Lit | null {
  const unit = lampUnit(transcript.timing, lamp);
  if (unit === 'paragraph' || transcript.words.state[word] === WordState.unknown) return null;
  if (unit === 'sentence') {
    const { first, end } = sentenceOfWord(transcript, word);
    return { kind: 'nowish', ...wholeWords(transcript, first, end) };
  }
  const given = transcript.words.state[word] === WordState.given;
  return { kind: given ? 'now' : 'nowish', ...bareWord(transcript, word) };
}

function lampUnit(timing: Timing, lamp: Settings['lamp']): 'word' | 'sentence' | 'paragraph' {
  if (lamp === 'off' || timing === 'turn' || timing === 'none') return 'paragraph';
  return timing === 'word' ? lamp : 'sentence';
}

/** The words of the sentence around a word, inside its paragraph; its cue where the text has no sentences. */
export function sentenceOfWord(transcript: Transcript, word: number): { first: number; end: number } {
  const count = transcript.words.offset.length;
  const paragraph = paragraphOfWord(transcript, word);
  const from = transcript.paragraphs[paragraph] ?? 0;
  const to = endOf(transcript.paragraphs, paragraph, count);
  let first = word;
  while (first > from && word - first <= LONGEST_SENTENCE && !isBoundary(transcript, first)) first -= 1;
  let end = word + 1;
  while (end < to && end - word <= LONGEST_SENTENCE && !isBoundary(transcript, end)) end += 1;
  if (end - first <= LONGEST_SENTENCE) return { first, end };
  const cue = cueOfWord(transcript, word);
  return {
    first: Math.max(from, transcript.cues.firstWord[cue] ?? from),
    end: Math.min(to, endOf(transcript.cues.firstWord, cue, count)),
  };
}

/** True when a sentence begins at `word`. */
function isBoundary(transcript: Transcript, word: number): boolean {
  return endsSentence({ text: wordText(transcript, word - 1) }, { text: wordText(transcript, word) });
}

function wordText(transcript: Transcript, word: number): string {
  const from = transcript.words.offset[word] ?? 0;
  return transcript.text.slice(from, from + (transcript.words.length[word] ?? 0));
}
