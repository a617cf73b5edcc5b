/** Says of every line of a page of notes where in the episode it is, how surely, or that it is not there. */
import { Lexicon } from '../speech/lexicon';
import type { Transcript } from '../transcript/types';
import type { Difference } from './find-quote';
import { type ItemKind, LOCATED_KINDS, type NoteItem } from './items';
import { type FoundWords, locateWords } from './locate-words';
import { addOrderBonus } from './page-order';
import { indexPassages, type PassageIndex } from './passages';
import { type Place, placeOf, startOf } from './places';
import { type Term, termsOf } from './query-terms';
import { type Passage, rankPassages } from './rank-passages';
import { indexSpeech } from './speech-index';
import { topicThreshold } from './topic-threshold';

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

const MOST_CANDIDATES = 5;
/** What it takes more: a quote claims these very words, titles are a few words that turn up anywhere. */
const EXTRA: ReadonlyMap<ItemKind, number> = new Map([
  ['quote', 0.12],
  ['chapter', 0.1],
  ['recommendation', 0.1],
]);
/** Share of its words' weight that an answer lends to its question, and the other way round. */
const ANSWER_WEIGHT = 0.55;
const QUESTION_WEIGHT = 0.3;
/** Milliseconds around a stated time within which a passage fits it, and what that adds at most. */
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
  if (!main) return items.map((item) => notFound(item));
  const passages = indexPassages(main);
  const found = items.map((item) => (LOCATED_KINDS.has(item.kind) ? locateWords(item, indexes) : null));
  const ranked = items.map((item, at) =>
    LOCATED_KINDS.has(item.kind) && !found[at] ? rankItem(items, at, item, passages) : [],
  );
  const ordered = addOrderBonus(items, ranked);
  const least = topicThreshold(items.map((item, at) => fitOf(item, found[at] ?? null, ordered[at]?.[0])));
  return items.map((item, at) => {
    const words = found[at];
    return words ? { item, ...words } : fromTopic(item, ordered[at] ?? [], passages, least);
  });
}

/** How well an item fits, 0 to 1; null where it is not looked for. */
function fitOf(item: NoteItem, words: FoundWords | null, best: Passage | undefined): number | null {
  if (!LOCATED_KINDS.has(item.kind)) return null;
  return words ? 1 : (best?.score ?? 0);
}

function notFound(item: NoteItem): Located {
  const state = LOCATED_KINDS.has(item.kind) ? 'not-found' : 'unsought';
  return { item, state, candidates: [], differences: [], off: null };
}

function rankItem(items: readonly NoteItem[], at: number, item: NoteItem, passages: PassageIndex): readonly Passage[] {
  const ranked = rankPassages(passages, itemTerms(items, at, item, passages));
  if (item.stated === undefined) return ranked;
  const { stated } = item;
  const nearer = ranked.map((passage) => {
    const start = startOf(passages.speech, passage.from);
    const gap = start === null ? NEAR_STATED : Math.abs(start - stated);
    return { ...passage, score: passage.score + STATED_BONUS * Math.max(0, 1 - gap / NEAR_STATED) };
  });
  return nearer.sort((a, b) => b.score - a.score || a.from - b.from);
}

/** A question and its answer are spoken of at one place, so each helps to find the other. */
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

function fromTopic(item: NoteItem, ranked: readonly Passage[], passages: PassageIndex, least: number): Located {
  const best = ranked[0];
  if (!best || best.score < least + (EXTRA.get(item.kind) ?? 0)) return notFound(item);
  const candidates = ranked
    .slice(0, MOST_CANDIDATES)
    .map(({ from, to, score }) => placeOf(passages.speech, from, to, Math.min(1, score)));
  return { item, state: 'topic', candidates, differences: [], off: null };
}
