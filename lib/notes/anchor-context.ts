/** Finds an anchor's place by what stands around it, where its own words were heard differently. */
import { likeness } from '../speech/likeness';
import { alignQuote } from './align-quote';
import { awayFrom, type Sought } from './anchor-places';
import { candidateStarts } from './find-quote';
import type { SpeechIndex } from './speech-index';

interface Look {
  /** Entries of the index that now stand where the quote stood. */
  readonly from: number;
  readonly to: number;
  /** Share of the words around that are there, 0 to 1. */
  readonly context: number;
  /** How alike the words there are to the quote, 0 to 1. */
  readonly alike: number;
}

const CHANGED_PLACE = 0.6;
const CHANGED_WORDS = 0.5;
/** Letters that are compared: enough to tell words heard differently from other words. */
const COMPARED = 300;

export function changedPlace(sought: Sought, index: SpeechIndex): { from: number; to: number } | null {
  const looks = lookAround(sought, index).filter(
    (look) => look.context >= CHANGED_PLACE && look.alike >= CHANGED_WORDS,
  );
  looks.sort((a, b) => b.context - a.context || awayFrom(sought, index, a.from) - awayFrom(sought, index, b.from));
  return looks[0] ?? null;
}

/** Compares the quote with its surroundings at every place the rare words among them vote for. */
function lookAround({ prefix, quote, suffix }: Sought, index: SpeechIndex): Look[] {
  const whole = Uint32Array.from([...prefix, ...quote, ...suffix]);
  const slack = 6 + (whole.length >> 3);
  const looks: Look[] = [];
  for (const start of candidateStarts(index, whole)) {
    const begin = Math.max(0, start - slack);
    const end = Math.min(index.id.length, start + whole.length + (whole.length >> 3) + 3 * slack);
    const { matched } = alignQuote(whole, index.id, begin, end);
    const look = judge(index, matched, prefix.length, quote);
    if (look) looks.push(look);
  }
  return looks;
}

function judge(index: SpeechIndex, matched: Int32Array, before: number, quote: Uint32Array): Look | null {
  const behind = before + quote.length;
  const left = matched.subarray(0, before).filter((place) => place >= 0);
  const inside = matched.subarray(before, behind).filter((place) => place >= 0);
  const right = matched.subarray(behind).filter((place) => place >= 0);
  const outside = matched.length - quote.length;
  if (outside === 0) return null;
  const first = (matched[before] ?? -1) >= 0 ? (matched[before] ?? 0) : (left[left.length - 1] ?? -2) + 1;
  const from = first < 0 ? (inside[0] ?? -1) : first;
  const to =
    (matched[behind - 1] ?? -1) >= 0 ? (matched[behind - 1] ?? 0) + 1 : (right[0] ?? (inside.at(-1) ?? -1) + 1);
  if (from < 0 || to <= from || to - from > quote.length * 2 + 4) return null;
  const context = (left.length + right.length) / outside;
  return { from, to, context, alike: alikeness(index, quote, from, to) };
}

function alikeness(index: SpeechIndex, quote: Uint32Array, from: number, to: number): number {
  const letters = (ids: Uint32Array) =>
    Array.from(ids, (id) => index.lexicon.word(id))
      .join('')
      .slice(0, COMPARED);
  return likeness(letters(quote), letters(index.id.subarray(from, to)));
}
