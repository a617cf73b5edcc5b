/**
 * Finds the words of a quote in the episode, exactly or nearly. Rare words of the quote vote for the place at which it would have
 * to begin; only the places with most votes are compared word by word.
 */
import { likeness } from '../speech/likeness';
import { alignQuote } from './align-quote';
import { exactRuns, type Run } from './exact-runs';
import { bitsOf, countOf, type Speech, type SpeechIndex } from './speech-index';

export interface Difference {
  /** Of the note; empty where the note lacks words. */
  readonly written: string;
  /** Of the episode; empty where the note adds words. */
  readonly said: string;
}

export interface QuotePlace {
  /** Entries of the index: `from` up to `to`. */
  readonly from: number;
  readonly to: number;
  /** Share of the quote that is there, 0 to 1; 1 only when every word is, in order, with nothing between but fillers. */
  readonly likeness: number;
  readonly differences: readonly Difference[];
  /** What the words found would be worth by chance, in bits. */
  readonly bits: number;
}

/** Tokens of a quote beyond which it is compared by its beginning. */
const LONGEST = 1200;
/**
 * Tokens that vote; how many do however common they are; occurrences beyond which the others do not; occurrences of one token that
 * are looked at; places that are compared.
 */
const VOTERS = 32;
const FEW_VOTERS = 8;
const COMMON = 400;
const MOST_PLACES = 3000;
const COMPARED = 6;
/** Share of the votes without which a place is not worth comparing, and share of the most voted place's. */
const ENOUGH_VOTES = 0.3;
const RIVAL = 0.5;
/** Letters that a misheard word and the right one have in common at least. */
const MISHEARD = 0.6;
const MOST_DIFFERENCES = 12;
/** Places of a quote that is spoken again and again. */
const MOST_EXACT = 20;

/**
 * Best first: the most alike, then the earlier. Empty where nothing is alike enough to compare. `enough`: share of the rare words
 * that must be there, for those who want nothing less alike.
 */
export function findQuote(index: SpeechIndex, quote: Speech, text: string, enough = ENOUGH_VOTES): QuotePlace[] {
  const keep = Math.min(quote.id.length, LONGEST);
  const id = quote.id.slice(0, keep);
  if (keep === 0) return [];
  const exact = exactRuns(index, id, 0);
  if (exact.length > 0) return exact.slice(0, MOST_EXACT).map((run) => exactPlace(index, run));
  const slack = 4 + (keep >> 3);
  const found: QuotePlace[] = [];
  for (const start of candidateStarts(index, id, enough)) {
    const begin = Math.max(0, start - slack);
    const end = Math.min(index.id.length, start + keep + (keep >> 3) + 3 * slack);
    const place = judge(index, { ...quote, id }, text, begin, end);
    if (place && !found.some((other) => other.from < place.to && place.from < other.to)) found.push(place);
  }
  return found.sort((a, b) => b.likeness - a.likeness || a.from - b.from);
}

function exactPlace(index: SpeechIndex, { from, to }: Run): QuotePlace {
  let bits = 0;
  for (let entry = from; entry < to; entry++) bits += index.filler[entry] ? 0 : bitsOf(index, index.id[entry] ?? 0);
  return { from, to, likeness: 1, differences: [], bits };
}

/** Starts that the rare tokens of the quote vote for, most votes first. */
export function candidateStarts(index: SpeechIndex, id: Uint32Array, enough = ENOUGH_VOTES): number[] {
  const size = Math.max(4, id.length >> 3);
  const before = Math.ceil(id.length / size);
  const votes = new Float32Array(before + Math.ceil(index.id.length / size) + 1);
  let total = 0;
  for (const at of votersOf(index, id)) {
    const token = id[at] ?? 0;
    const bits = bitsOf(index, token);
    total += bits;
    const begin = index.first[token] ?? 0;
    const end = Math.min(index.first[token + 1] ?? 0, begin + MOST_PLACES);
    for (let place = begin; place < end; place++) {
      const bucket = Math.floor(((index.places[place] ?? 0) - at) / size) + before;
      votes[bucket] = (votes[bucket] ?? 0) + bits;
    }
  }
  return best(votes, total * enough).map((bucket) => (bucket - before) * size);
}

/** Positions of the rarest tokens; common ones only while there are few others. */
function votersOf(index: SpeechIndex, id: Uint32Array): number[] {
  const counts = Uint32Array.from(id, (token) => countOf(index, token));
  const present = [...id.keys()].filter((at) => (counts[at] ?? 0) > 0);
  const rarest = present.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b).slice(0, VOTERS);
  return rarest.filter((at, rank) => rank < FEW_VOTERS || (counts[at] ?? 0) <= COMMON);
}

/** A place may fall on the border of two buckets, so neighbours are counted together. */
function best(votes: Float32Array, least: number): number[] {
  const found: { bucket: number; sum: number }[] = [];
  let most = 0;
  for (let bucket = 0; bucket < votes.length; bucket++) {
    const own = votes[bucket] ?? 0;
    const sum = own + (votes[bucket + 1] ?? 0);
    if (own === 0 || sum < least || sum < most * RIVAL) continue;
    most = Math.max(most, sum);
    found.push({ bucket, sum });
  }
  const rivals = found.filter(({ sum }) => sum >= most * RIVAL);
  rivals.sort((a, b) => b.sum - a.sum || a.bucket - b.bucket);
  return rivals.slice(0, COMPARED).map(({ bucket }) => bucket);
}

function judge(index: SpeechIndex, quote: Speech, text: string, begin: number, end: number): QuotePlace | null {
  const { from, to, matched } = alignQuote(quote.id, index.id, begin, end);
  if (to <= from) return null;
  const differences: Difference[] = [];
  let cost = 0;
  let bits = 0;
  let counted = 0;
  let at = 0;
  let said = from;
  const length = quote.id.length;
  const block = (upTo: number, saidUpTo: number) => {
    const written = wordsOf(quote, index, at, upTo, quote.id, quote.filler);
    const heard = wordsOf(index, index, said, saidUpTo, index.id, index.filler);
    if (written.length === 0 && heard.length === 0) return;
    cost += blockCost(written, heard);
    if (differences.length < MOST_DIFFERENCES)
      differences.push({
        written: slice(text, quote, at, upTo),
        said: slice(index.transcript.text, index, said, saidUpTo),
      });
  };
  for (let i = 0; i < length; i++) {
    if (!quote.filler[i]) counted++;
    const place = matched[i] ?? -1;
    if (place < 0) continue;
    if (i > at || place > said) block(i, place);
    bits += bitsOf(index, index.id[place] ?? 0);
    at = i + 1;
    said = place + 1;
  }
  if (at < length) block(length, to);
  return { from, to, likeness: Math.max(0, 1 - cost / Math.max(1, counted)), differences, bits };
}

/** The tokens of a stretch that must be there. */
function wordsOf(
  speech: Speech,
  index: SpeechIndex,
  from: number,
  to: number,
  id: Uint32Array,
  filler: Uint8Array,
): string[] {
  const words: string[] = [];
  for (let i = from; i < to && i < speech.id.length; i++) if (!filler[i]) words.push(index.lexicon.word(id[i] ?? 0));
  return words;
}

/** What a stretch that differs costs, in words. Misheard or differently spaced words cost by their letters. */
function blockCost(written: readonly string[], heard: readonly string[]): number {
  const words = Math.max(written.length, heard.length);
  if (written.length === 0 || heard.length === 0) return gapCost(words);
  if (words > 8) return gapCost(words);
  const alike = likeness(written.join(''), heard.join(''));
  return alike >= MISHEARD ? words * (1 - alike) : words;
}

/** A passage left out costs like a few words, however long it is: people shorten what they quote. */
function gapCost(words: number): number {
  return words <= 4 ? words : 4 + (words - 4) * 0.5;
}

function slice(text: string, speech: Speech, from: number, to: number): string {
  if (to <= from) return '';
  return text.slice(speech.start[from] ?? 0, speech.end[to - 1] ?? 0);
}
