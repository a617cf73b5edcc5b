/** The words of a note that say what it is about, and how much each says. */
import { comparer } from '../speech/likeness';
import type { PassageIndex } from './passages';
import { unitsWith } from './passages';
import { readSpeech } from './speech-index';
import { TermKeys } from './term-keys';

export interface Term {
  /** Stems of the episode that stand for it, with how surely; empty where the episode lacks the word. */
  readonly stems: readonly { readonly id: number; readonly trust: number }[];
  readonly weight: number;
}

/** Names and numbers are what one remembers a passage by, and what a paraphrase keeps. */
const NAME = 1.35;
const NUMBER = 1.25;
/** A word the episode lacks counts against a passage, but less than a rare word it has: notes have words of their own. */
const ABSENT = 0.75;
/** Letters of its length in which a spoken word may differ from a name the recogniser does not know. */
const MISHEARD = 0.25;
const SHORTEST_MISHEARD = 4;

/** `weight` scales all: the words of an answer say less about where its question was asked. */
export function termsOf(index: PassageIndex, text: string, weight = 1): Term[] {
  const { lexicon, transcript } = index.speech;
  const speech = readSpeech(text, lexicon);
  const keys = new TermKeys(lexicon, transcript.language);
  const terms = new Map<string, Term>();
  for (let entry = 0; entry < speech.id.length; entry++) {
    const key = keys.of(speech, entry);
    if (key === null || terms.has(key)) continue;
    const raw = text.slice(speech.start[entry] ?? 0, speech.end[entry] ?? 0);
    const boost = /\d/.test(raw) ? NUMBER : isName(text, speech.start[entry] ?? 0, raw) ? NAME : 1;
    terms.set(key, weigh(index, key, boost * weight));
  }
  return [...terms.values()];
}

/** Capitals inside a sentence; its first word has one anyway. */
function isName(text: string, at: number, raw: string): boolean {
  if (!/^\p{Lu}/u.test(raw)) return false;
  return /\p{Lu}/u.test(raw.slice(1)) || /[\p{L}\p{N},]\s$/u.test(text.slice(Math.max(0, at - 2), at));
}

function weigh(index: PassageIndex, key: string, boost: number): Term {
  const own = index.stems.get(key);
  const units = index.unit.length - 1;
  if (own !== undefined)
    return { stems: [{ id: own, trust: 1 }], weight: boost * rarity(units, unitsWith(index, own)) };
  const stems = misheard(index, key);
  const weight = boost * rarity(units, stems.length > 0 ? unitsWith(index, stems[0]?.id ?? 0) : 0) * ABSENT;
  return { stems, weight };
}

/** Inverse document frequency as in BM25, never below zero. */
export function rarity(units: number, containing: number): number {
  return Math.log(1 + (units - containing + 0.5) / (containing + 0.5));
}

/** Spoken words that sound like one the episode does not have: recognisers spell names anew each time. */
function misheard(index: PassageIndex, key: string): { id: number; trust: number }[] {
  if (key.length < SHORTEST_MISHEARD || /\d/.test(key)) return [];
  let compare: ReturnType<typeof comparer> | null = null;
  const most = Math.floor(key.length * MISHEARD);
  const found: { id: number; trust: number }[] = [];
  for (const { word, id } of index.withInitial(key)) {
    if (Math.abs(word.length - key.length) > most) continue;
    compare ??= comparer(key);
    const distance = compare.distance(word);
    if (distance <= most) found.push({ id, trust: 1 - (distance / key.length) * 1.6 });
  }
  return found.sort((a, b) => b.trust - a.trust || a.id - b.id).slice(0, 3);
}
