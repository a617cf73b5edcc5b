import type { Lexicon } from '../speech/lexicon';
import { spokenForm } from '../speech/spoken';
import { tokenise } from '../speech/tokenise';
import { wordOfToken } from '../speech/tokens';
import type { Transcript } from '../transcript/types';

/** A transcript as it is said: one entry for each spoken token, in order. */
export interface SpokenTranscript {
  /** Numbers of the lexicon. */
  readonly id: Uint32Array;
  /** The word of the transcript an entry stands in. Non-decreasing. */
  readonly word: Uint32Array;
  /** Where in its word the entry begins and ends, as shares of the word. */
  readonly begin: Float32Array;
  readonly finish: Float32Array;
  /** 2 where an entry begins a paragraph, 1 where it begins a sentence, else 0. */
  readonly opens: Uint8Array;
}

/** A sentence's end, perhaps with a bracket or quotation mark behind it. */
const SENTENCE_END = new Set('.!?…。！？؟।'.split(''));
const CLOSING = new Set('"\'”’»)]」』'.split(''));

export function spokenTranscript(
  transcript: Pick<Transcript, 'text' | 'words' | 'paragraphs'>,
  lexicon: Lexicon,
): SpokenTranscript {
  const tokens = tokenise(transcript.text, lexicon);
  const wordOf = wordOfToken(tokens, transcript.words.offset);
  const { id, token } = spokenForm(tokens);
  const count = id.length;
  const word = new Uint32Array(count);
  const begin = new Float32Array(count);
  const finish = new Float32Array(count);
  for (let i = 0; i < count; ) {
    const at = token[i] ?? 0;
    let parts = 1;
    while (i + parts < count && token[i + parts] === at) parts++;
    const own = wordOf[at] ?? 0;
    const offset = transcript.words.offset[own] ?? 0;
    const scale = 1 / Math.max(1, transcript.words.length[own] ?? 1);
    const from = Math.max(0, (tokens.start[at] ?? 0) - offset) * scale;
    const until = Math.min(1, ((tokens.end[at] ?? 0) - offset) * scale);
    for (let part = 0; part < parts; part++, i++) {
      word[i] = own;
      begin[i] = from + ((until - from) * part) / parts;
      finish[i] = from + ((until - from) * (part + 1)) / parts;
    }
  }
  closeWords(word, begin, finish);
  return { id, word, begin, finish, opens: openings(transcript, word) };
}

/** Punctuation takes no time: a word's entries fill it from its beginning to its end. */
function closeWords(word: Uint32Array, begin: Float32Array, finish: Float32Array): void {
  for (let i = 0; i < word.length; i++) {
    if (i === 0 || word[i] !== word[i - 1]) begin[i] = 0;
    finish[i] = i + 1 === word.length || word[i] !== word[i + 1] ? 1 : (begin[i + 1] ?? 1);
  }
}

function openings(
  { text, words, paragraphs }: Pick<Transcript, 'text' | 'words' | 'paragraphs'>,
  word: Uint32Array,
): Uint8Array {
  const ofWord = new Uint8Array(words.offset.length + 1);
  for (let w = 0; w < words.offset.length; w++) {
    let last = (words.offset[w] ?? 0) + (words.length[w] ?? 1) - 1;
    while (CLOSING.has(text.charAt(last)) && last > (words.offset[w] ?? 0)) last--;
    if (SENTENCE_END.has(text.charAt(last))) ofWord[w + 1] = 1;
  }
  for (const first of paragraphs) ofWord[first] = 2;
  const opens = new Uint8Array(word.length);
  for (let i = 0; i < word.length; i++) if (i === 0 || word[i] !== word[i - 1]) opens[i] = ofWord[word[i] ?? 0] ?? 0;
  return opens;
}
