/** Whether the very words of an item are spoken: exactly, nearly, or not. */
import { type Difference, findQuote, type QuotePlace } from './find-quote';
import type { NoteItem } from './items';
import { type Place, placeOf, startOf } from './places';
import { readSpeech, type SpeechIndex } from './speech-index';

export interface FoundWords {
  readonly state: 'verbatim' | 'near';
  /** Where; several when the words are spoken several times. */
  readonly candidates: readonly Place[];
  readonly differences: readonly Difference[];
  /** Milliseconds by which the words are later than the page says; null where either is unknown. */
  readonly off: number | null;
}

/** Tokens an item must have for its words to be looked for: a claim is not meant word for word. */
const QUOTE_TOKENS = 4;
const CLAIM_TOKENS = 8;
/** Bits that found words must be worth beyond what chance finds in an episode of this length. */
const QUOTE_BITS = 10;
const NEAR_BITS = 16;
/** Words of a nearly found quote that must be there, and the likeness from which it is nearly there. */
const NEAR_WORDS = 5;
const NEAR_QUOTE = 0.72;
const NEAR_CLAIM = 0.85;
/** A claim that is nearly spoken has most of its rare words in one place. */
const CLAIM_VOTES = 0.5;
const MOST_CANDIDATES = 5;
const ELLIPSIS = /…|\.{3,}|\[[^[\]]{0,20}\]/;
/** Entries within which the parts of a quote with dots between are looked for: about a quarter of an hour. */
const REACH = 3000;

/** Looks in all transcripts, best first; the first that has every word wins. Null where the words are not spoken. */
export function locateWords(item: NoteItem, indexes: readonly SpeechIndex[]): FoundWords | null {
  let best: FoundWords | null = null;
  for (const index of indexes) {
    const found = locateIn(item, index);
    if (found && (best === null || scoreOf(found) > scoreOf(best))) best = found;
    if (best?.state === 'verbatim') break;
  }
  return best;
}

function scoreOf(found: FoundWords): number {
  return found.candidates[0]?.score ?? 0;
}

interface Part {
  readonly length: number;
  readonly places: readonly QuotePlace[];
}

function locateIn(item: NoteItem, index: SpeechIndex): FoundWords | null {
  const isQuote = item.kind === 'quote';
  const parts: Part[] = [];
  for (const text of isQuote ? item.text.split(ELLIPSIS) : [item.text]) {
    const speech = readSpeech(text, index.lexicon);
    if (speech.id.length < (isQuote ? QUOTE_TOKENS : CLAIM_TOKENS)) continue;
    parts.push({ length: speech.id.length, places: findQuote(index, speech, text, isQuote ? undefined : CLAIM_VOTES) });
  }
  return parts.length > 0 ? joinParts(item, index, parts) : null;
}

/** The longest part says where; the others must be near it. */
function joinParts(item: NoteItem, index: SpeechIndex, parts: readonly Part[]): FoundWords | null {
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best));
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const telling = longest.places.filter((place) => place.bits >= Math.log2(index.id.length + 1) + QUOTE_BITS);
  const whole = telling.map((place) => withParts(place, longest, parts, total));
  whole.sort(
    (a, b) => b.likeness - a.likeness || distance(item, index, a) - distance(item, index, b) || a.from - b.from,
  );
  const best = whole[0];
  if (!best || !isNear(item, index, best, total)) return null;
  const same = whole.filter((place) => place.likeness === best.likeness).slice(0, MOST_CANDIDATES);
  const candidates = same.map((place) => placeOf(index, place.from, place.to, place.likeness));
  const start = candidates[0]?.start ?? null;
  return {
    state: best.likeness === 1 ? 'verbatim' : 'near',
    candidates,
    differences: best.differences,
    off: start === null || item.stated === undefined ? null : start - item.stated,
  };
}

function isNear(item: NoteItem, index: SpeechIndex, place: QuotePlace, total: number): boolean {
  if (place.likeness === 1) return true;
  if (place.bits < Math.log2(index.id.length + 1) + NEAR_BITS || place.likeness * total < NEAR_WORDS) return false;
  return place.likeness >= (item.kind === 'quote' ? NEAR_QUOTE : NEAR_CLAIM);
}

function withParts(anchor: QuotePlace, longest: Part, parts: readonly Part[], total: number): QuotePlace {
  if (parts.length < 2) return anchor;
  let whole = true;
  let sum = 0;
  let { from, to } = anchor;
  const differences: Difference[] = [];
  for (const part of parts) {
    const near = part === longest ? anchor : part.places.find((place) => Math.abs(place.from - anchor.from) < REACH);
    whole &&= near?.likeness === 1;
    if (!near) continue;
    sum += near.likeness * part.length;
    from = Math.min(from, near.from);
    to = Math.max(to, near.to);
    differences.push(...near.differences);
  }
  return { ...anchor, from, to, likeness: whole ? 1 : Math.min(0.999, sum / total), differences };
}

/** Milliseconds from what the page says; 0 where it says nothing. */
function distance(item: NoteItem, index: SpeechIndex, place: QuotePlace): number {
  const start = startOf(index, place.from);
  return item.stated === undefined || start === null ? 0 : Math.abs(start - item.stated);
}
