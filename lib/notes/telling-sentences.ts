/** The sentences of a stretch that say most about its matter: quoted as spoken, never made up. */
import { textOfWords } from '../transcript/lookup';
import type { Milliseconds } from '../transcript/units';
import type { KeyTerm, Stretch } from './key-terms';
import type { PassageIndex } from './passages';
import { timeOfWord } from './places';

export interface Quote {
  readonly text: string;
  readonly firstWord: number;
  readonly endWord: number;
  /** Milliseconds; null where the words have no time. */
  readonly start: Milliseconds | null;
}

/** Words. Shorter ones say too little by themselves, longer ones are no line of an outline. */
const SHORTEST = 8;
const BEST = 18;
const LONGEST = 45;
/** What a question loses: it asks for the matter, the answer has it. */
const QUESTION = 0.6;
/** What a sentence that leans on the one before loses ("And that is why they …"). */
const LEANING = 0.8;
const LEANS = /^(?:and|but|so|because|or|it|they|that|this|these|those|he|she|which|then|yeah|well|right|um|uh)\b/i;

/** At most `most`, in the order in which they are spoken. `sentences`: first words, and one past the last word. */
export function tellingSentences(
  index: PassageIndex,
  sentences: Uint32Array,
  stretch: Stretch,
  terms: readonly KeyTerm[],
  most: number,
): Quote[] {
  const weights = new Map<number, number>();
  for (const term of terms)
    for (const stem of term.stems) weights.set(stem, Math.max(weights.get(stem) ?? 0, term.weight));
  const rated = rate(index, sentences, stretch, weights).sort((a, b) => b.score - a.score || a.first - b.first);
  const chosen: Rated[] = [];
  const said = new Map<number, number>();
  for (let round = 0; round < most; round++) {
    const best = freshest(rated, chosen, said);
    if (!best) break;
    chosen.push(best);
    for (const stem of best.stems) said.set(stem, (said.get(stem) ?? 0) + 1);
  }
  const { transcript } = index.speech;
  return chosen
    .sort((a, b) => a.first - b.first)
    .map(({ first, end }) => ({
      text: textOfWords(transcript, first, end).replaceAll('\n', ' '),
      firstWord: first,
      endWord: end,
      start: timeOfWord(transcript, first),
    }));
}

interface Rated {
  readonly first: number;
  readonly end: number;
  readonly score: number;
  readonly stems: ReadonlySet<number>;
}

function rate(
  index: PassageIndex,
  sentences: Uint32Array,
  { from, to }: Stretch,
  weights: ReadonlyMap<number, number>,
): Rated[] {
  const { word, transcript } = index.speech;
  const rated: Rated[] = [];
  const firstWord = word[from] ?? 0;
  const lastWord = word[Math.max(from, to - 1)] ?? 0;
  let entry = from;
  for (let at = lowerBound(sentences, firstWord); at + 1 < sentences.length; at++) {
    const first = sentences[at] ?? 0;
    const end = sentences[at + 1] ?? 0;
    if (end - 1 > lastWord) break;
    const stems = new Set<number>();
    let sum = 0;
    for (; entry < to && (word[entry] ?? 0) < end; entry++) {
      const stem = index.stemOf[entry] ?? -1;
      if (stem < 0 || (word[entry] ?? 0) < first || stems.has(stem)) continue;
      stems.add(stem);
      sum += weights.get(stem) ?? 0;
    }
    const length = end - first;
    if (length < SHORTEST || length > LONGEST || sum === 0) continue;
    rated.push({ first, end, stems, score: (sum * shape(transcript.text, index, first, end)) / (length + BEST) });
  }
  return rated;
}

function shape(text: string, index: PassageIndex, first: number, end: number): number {
  const { offset, length } = index.speech.transcript.words;
  const head = text.slice(offset[first] ?? 0, (offset[first] ?? 0) + 12);
  const last = text[(offset[end - 1] ?? 0) + (length[end - 1] ?? 1) - 1];
  return (last === '?' ? QUESTION : 1) * (LEANS.test(head) ? LEANING : 1);
}

/** The best sentence when words that a chosen one already has count half. */
function freshest(rated: readonly Rated[], chosen: readonly Rated[], said: ReadonlyMap<number, number>): Rated | null {
  let best: Rated | null = null;
  let most = 0;
  for (const sentence of rated) {
    if (sentence.score <= most) break;
    if (chosen.includes(sentence)) continue;
    const old = [...sentence.stems].filter((stem) => said.has(stem)).length;
    const score = sentence.score * (1 - (0.5 * old) / Math.max(1, sentence.stems.size));
    if (score <= most) continue;
    best = sentence;
    most = score;
  }
  return best;
}

function lowerBound(column: Uint32Array, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
