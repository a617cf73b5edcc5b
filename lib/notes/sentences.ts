/** The transcript cut into stretches that can be quoted: sentences where there is punctuation, breaths where there is none. */

import { textOfWords } from '../transcript/lookup';
import { endsSentence } from '../transcript/paragraphs';
import { type Transcript, wordCount } from '../transcript/types';

/** Words. Text without punctuation is cut at its pauses between these lengths. */
const SHORTEST = 8;
const LONGEST = 34;
/** Words a sentence has on average at most where a text is punctuated at all. */
const PUNCTUATED = 45;
/** Milliseconds of silence that end a stretch of unpunctuated speech once it is long enough. */
const PAUSE = 350;

/** First word of each sentence, and one past the last word. Empty for an empty transcript. */
export function sentenceStarts(transcript: Transcript): Uint32Array {
  const count = wordCount(transcript);
  if (count === 0) return new Uint32Array(0);
  const marked = cut(transcript, (word) => isSentenceEnd(transcript, word));
  if (marked.length * PUNCTUATED >= count) return Uint32Array.from([...marked, count]);
  const breaths = cut(
    transcript,
    (word, length, isCue) => isSentenceEnd(transcript, word) || isBreath(transcript, word, length, isCue),
  );
  return Uint32Array.from([...breaths, count]);
}

type IsCut = (word: number, length: number, isCue: boolean) => boolean;

/** First words of stretches; a paragraph always begins one. */
function cut(transcript: Transcript, isCut: IsCut): number[] {
  const starts = [0];
  let first = 0;
  let paragraph = 1;
  let cue = 1;
  for (let word = 1; word < wordCount(transcript); word++) {
    const isParagraph = transcript.paragraphs[paragraph] === word;
    if (isParagraph) paragraph++;
    const isCue = transcript.cues.firstWord[cue] === word;
    if (isCue) cue++;
    if (!isParagraph && !isCut(word, word - first, isCue)) continue;
    starts.push(word);
    first = word;
  }
  return starts;
}

/** True when a sentence ends right before this word. */
export function isSentenceEnd(transcript: Transcript, word: number): boolean {
  const { offset, length } = transcript.words;
  const last = transcript.text.charCodeAt((offset[word - 1] ?? 0) + (length[word - 1] ?? 1) - 1);
  // Letters and digits never end a sentence: most words are settled without being cut out.
  if ((last >= 97 && last <= 122) || (last >= 48 && last <= 57)) return false;
  return endsSentence(
    { text: textOfWords(transcript, word - 1, word) },
    { text: textOfWords(transcript, word, word + 1) },
  );
}

function isBreath(transcript: Transcript, word: number, length: number, isCue: boolean): boolean {
  if (length >= LONGEST) return true;
  if (length < SHORTEST) return false;
  const { start, end } = transcript.words;
  const pause = (start[word] ?? 0) - (end[word - 1] ?? 0);
  return pause >= PAUSE && (isCue || pause >= 2 * PAUSE);
}
