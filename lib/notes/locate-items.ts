/** Says of every line of a page of notes where in the episode it is, how surely, or that it is not there. */
import { Lexicon } from '../speech/lexicon';
import { type Transcript, WordState } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import { type Difference, findQuote, type QuotePlace } from './find-quote';
import { type ItemKind, LOCATED_KINDS, type NoteItem } from './items';
import { addOrderBonus } from './page-order';
import { indexPassages, type PassageIndex } from './passages';
import { type Term, termsOf } from './query-terms';
import { type Passage, rankPassages } from './rank-passages';
import { indexSpeech, readSpeech, type SpeechIndex } from './speech-index';
import { topicThreshold } from './topic-threshold';

/** A range of words of one of the transcripts, and when it is spoken. */
export interface Place {
  readonly transcriptId: string;
  readonly firstWord: number;
  /** One past the last word. */
  readonly endWord: number;
  /** Milliseconds; null where the words have no time. */
  readonly start: Milliseconds | null;
  /** 0 to 1. */
  readonly score: number;
}

/**
 * `verbatim`: these words are spoken, but for fillers and spelling. `near`: nearly these. `topic`: probably spoken of at one of
 * the candidates; never a sure link. `not-found`: nothing in the episode fits. `unsought`: a title, a date, a link: nothing that
 * is said.
 */
export type LocationState = 'verbatim' | 'near' | 'topic' | 'not-found' | 'unsought';

export interface Located {
  readonly item: NoteItem;
  readonly state: LocationState;
  /** Best first. One for `verbatim` and `near` unless the words are spoken several times; up to five for `topic`. */
  readonly candidates: readonly Place[];
  /** Of `near`: what the note has otherwise. */
  readonly differences: readonly Difference[];
  /** Milliseconds by which the words are later than the page says; null where either is unknown or only the topic was found. */
  readonly off: number | null;
}

/** Tokens a quote must have, and bits its words must be worth beyond chance, to be taken for found. */
const QUOTE_TOKENS = 4;
const CLAIM_TOKENS = 8;
const QUOTE_BITS = 10;
const NEAR_BITS = 16;
/** Likeness from which a quote is nearly there. */
const NEAR = 0.72;
/** What it takes more: a quote claims these very words, titles are a few words that turn up anywhere. */
const EXTRA: ReadonlyMap<ItemKind, number> = new Map([
  ['quote', 0.12],
  ['chapter', 0.1],
  ['recommendation', 0.1],
]);
const MOST_CANDIDATES = 5;
/** Share of its words' weight that a question's answer adds to it, and the other way round. */
const ANSWER_WEIGHT = 0.55;
const QUESTION_WEIGHT = 0.3;
const ELLIPSIS = /…|\.{3,}|\[[^[\]]{0,20}\]/;
/** Milliseconds around a stated time within which a passage fits it. */
const NEAR_STATED = 60_000;
const STATED_BONUS = 0.12;

export interface LocateOptions {
  /** Shared with other comparisons of the same transcripts, where there are some. */
  readonly lexicon?: Lexicon;
}

/**
 * `transcripts`: best first, all of one episode (merged, then captions). Words are looked for in all of them, topics in the
 * first. The answer has one entry for each item, in their order.
 */
export function locateItems(
  items: readonly NoteItem[],
  transcripts: readonly Transcript[],
  { lexicon = new Lexicon() }: LocateOptions = {},
): Located[] {
  const indexes = transcripts.filter((one) => one.words.offset.length > 0).map((one) => indexSpeech(one, lexicon));
  const main = indexes[0];
  if (!main) return items.map((item) => unsought(item, LOCATED_KINDS.has(item.kind) ? 'not-found' : 'unsought'));
  const passages = indexPassages(main);
  const quotes = items.map((item) =>
    LOCATED_KINDS.has(item.kind) ? locateWords(item, indexes) : unsought(item, 'unsought'),
  );
  const ranked = items.map((item, at) => (quotes[at] === null ? rankItem(items, at, passages) : []));
  const ordered = addOrderBonus(items, ranked);
  const least = topicThreshold(quotes, ordered);
  return items.map((item, at) => quotes[at] ?? fromTopic(item, ordered[at] ?? [], main, least));
}

function unsought(item: NoteItem, state: LocationState): Located {
  return { item, state, candidates: [], differences: [], off: null };
}

/** The item's own words, exactly or nearly; null where they are not spoken. */
function locateWords(item: NoteItem, indexes: readonly SpeechIndex[]): Located | null {
  let best: Located | null = null;
  for (const index of indexes) {
    const found = locateIn(item, index);
    if (found && (best === null || (found.candidates[0]?.score ?? 0) > (best.candidates[0]?.score ?? 0))) best = found;
    if (best?.state === 'verbatim') break;
  }
  return best;
}

function locateIn(item: NoteItem, index: SpeechIndex): Located | null {
  const isQuote = item.kind === 'quote';
  const parts = isQuote ? item.text.split(ELLIPSIS) : [item.text];
  const least = isQuote ? QUOTE_TOKENS : CLAIM_TOKENS;
  const spoken = parts.map((text) => ({ text, speech: readSpeech(text, index.lexicon) }));
  const long = spoken.filter(({ speech }) => speech.id.length >= least);
  if (long.length === 0) return null;
  const found = long.map(({ text, speech }) => findQuote(index, speech, text));
  return joinParts(
    item,
    index,
    long.map(({ speech }) => speech.id.length),
    found,
  );
}

/** Parts of a quote with dots between must all be there, in their order; the longest says where. */
function joinParts(
  item: NoteItem,
  index: SpeechIndex,
  lengths: readonly number[],
  found: readonly QuotePlace[][],
): Located | null {
  const places = (found[lengths.indexOf(Math.max(...lengths))] ?? []).filter((place) => isTelling(index, place));
  const candidates: QuotePlace[] = places.map((place) => withParts(place, lengths, found));
  candidates.sort(
    (a, b) => b.likeness - a.likeness || distance(item, index, a) - distance(item, index, b) || a.from - b.from,
  );
  const best = candidates[0];
  if (!best || best.likeness < NEAR) return null;
  const verbatim = best.likeness === 1;
  if (!verbatim && (best.bits < bitsNeeded(index) + NEAR_BITS || (item.kind !== 'quote' && best.likeness < 0.85)))
    return null;
  const kept = candidates.filter((place) => place.likeness === best.likeness).slice(0, MOST_CANDIDATES);
  const located = kept.map((place) => placeOf(index, place.from, place.to, place.likeness));
  const start = located[0]?.start ?? null;
  const off = start === null || item.stated === undefined ? null : start - item.stated;
  return { item, state: verbatim ? 'verbatim' : 'near', candidates: located, differences: best.differences, off };
}

function bitsNeeded(index: SpeechIndex): number {
  return Math.log2(index.id.length + 1);
}

function isTelling(index: SpeechIndex, place: QuotePlace): boolean {
  return place.bits >= bitsNeeded(index) + QUOTE_BITS;
}

function withParts(anchor: QuotePlace, lengths: readonly number[], found: readonly QuotePlace[][]): QuotePlace {
  if (lengths.length < 2) return anchor;
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let sum = 0;
  let { from, to } = anchor;
  const differences: Difference[] = [];
  found.forEach((places, part) => {
    const near = places.includes(anchor) ? anchor : places.find((place) => Math.abs(place.from - anchor.from) < 3000);
    if (!near) return;
    sum += near.likeness * (lengths[part] ?? 0);
    from = Math.min(from, near.from);
    to = Math.max(to, near.to);
    differences.push(...near.differences);
  });
  return { ...anchor, from, to, likeness: sum === total ? 1 : sum / total, differences };
}

/** Milliseconds from what the page says; 0 where it says nothing. */
function distance(item: NoteItem, index: SpeechIndex, place: QuotePlace): number {
  const start = startOf(index, place.from);
  return item.stated === undefined || start === null ? 0 : Math.abs(start - item.stated);
}

function startOf(index: SpeechIndex, entry: number): Milliseconds | null {
  const { words } = index.transcript;
  const word = index.word[entry] ?? 0;
  if (index.transcript.timing === 'none' && !words.start.some((start) => start > 0)) return null;
  return words.state[word] === WordState.unknown ? null : ((words.start[word] ?? 0) as Milliseconds);
}

function placeOf(index: SpeechIndex, from: number, to: number, score: number): Place {
  return {
    transcriptId: index.transcript.id,
    firstWord: index.word[from] ?? 0,
    endWord: (index.word[Math.max(from, to - 1)] ?? 0) + 1,
    start: startOf(index, from),
    score,
  };
}

function rankItem(items: readonly NoteItem[], at: number, passages: PassageIndex): Passage[] {
  const item = items[at];
  if (!item) return [];
  const terms = itemTerms(items, at, item, passages);
  const ranked = rankPassages(passages, terms);
  if (item.stated === undefined) return ranked;
  const { stated } = item;
  return ranked
    .map((passage) => {
      const start = startOf(passages.speech, passage.from);
      const gap = start === null ? NEAR_STATED : Math.abs(start - stated);
      return { ...passage, score: passage.score + STATED_BONUS * Math.max(0, 1 - gap / NEAR_STATED) };
    })
    .sort((a, b) => b.score - a.score || a.from - b.from);
}

function itemTerms(items: readonly NoteItem[], at: number, item: NoteItem, passages: PassageIndex): Term[] {
  const own = termsOf(passages, [item.text, item.author ?? ''].join(' '));
  const next = items[at + 1];
  const before = items[at - 1];
  if (item.kind === 'question' && next?.kind === 'answer')
    return merge(own, termsOf(passages, next.text, ANSWER_WEIGHT));
  if (item.kind === 'answer' && before?.kind === 'question')
    return merge(own, termsOf(passages, before.text, QUESTION_WEIGHT));
  return own;
}

function merge(own: readonly Term[], other: readonly Term[]): Term[] {
  const known = new Set(own.flatMap((term) => term.stems.map(({ id }) => id)));
  return [...own, ...other.filter((term) => !term.stems.some(({ id }) => known.has(id)))];
}

function fromTopic(item: NoteItem, ranked: readonly Passage[], index: SpeechIndex, least: number): Located {
  const best = ranked[0];
  if (!best || best.score < least + (EXTRA.get(item.kind) ?? 0)) return unsought(item, 'not-found');
  const candidates = ranked
    .slice(0, MOST_CANDIDATES)
    .map(({ from, to, score }) => placeOf(index, from, to, Math.min(1, score)));
  return { item, state: 'topic', candidates, differences: [], off: null };
}
