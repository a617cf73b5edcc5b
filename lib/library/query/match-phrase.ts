/** From the places of single terms to the places where they stand one after the other. */
import { type DocPlaces, indexOfDoc } from '../index/read-places';
import { MOST_SKIPPED } from '../index/terms';

/** One occurrence: its first and last place, both included. */
export interface Occurrence {
  readonly first: number;
  readonly last: number;
}

/** What a phrase is made of, in all documents that may hold it. */
export interface PhraseColumns {
  /** One for each term, in order. */
  readonly terms: readonly DocPlaces[];
  /** Fillers, sounds and signs: what may be passed over between two words. */
  readonly optional: DocPlaces;
  /** Tokens of the last term. */
  readonly width: number;
}

/** Places of one document that may be passed over: `places[from]` up to `places[to]`. `from` moves on with the scan. */
interface Skippable {
  readonly places: Uint32Array;
  from: number;
  readonly to: number;
}

/** Looks for a phrase in one document after another. */
export class PhraseScanner {
  private readonly at: Uint32Array;
  private readonly end: Uint32Array;
  private readonly index: Int32Array;
  private optionalIndex = 0;

  constructor(private readonly columns: PhraseColumns) {
    this.at = new Uint32Array(columns.terms.length);
    this.end = new Uint32Array(columns.terms.length);
    this.index = new Int32Array(columns.terms.length);
  }

  /**
   * Counts the occurrences in a document, from left to right, never overlapping, and puts them into `found` when it is given:
   * counting alone makes nothing. Documents must be asked for in ascending order.
   */
  scan(doc: number, found: Occurrence[] | null = null): number {
    const [starts] = this.columns.terms;
    if (!starts || !this.open(doc)) return 0;
    const skip = this.openOptional(doc);
    const { places } = starts;
    const { places: sounds, to } = skip;
    const end = this.end[0] ?? 0;
    const seconds = this.columns.terms[1]?.places;
    const isPair = this.columns.terms.length === 2;
    let count = 0;
    let free = 0;
    for (let start = this.nextStart(this.at[0] ?? 0); start < end; start = this.nextStart(start + 1)) {
      const first = places[start] ?? 0;
      if (first < free) continue;
      const isBeside = seconds !== undefined && seconds[this.at[1] ?? 0] === first + 1;
      if (!isBeside) {
        // Whatever stands between the first two words, the next token is a part of it.
        while (skip.from < to && (sounds[skip.from] ?? 0) <= first) skip.from++;
        if (seconds !== undefined && (skip.from === to || sounds[skip.from] !== first + 1)) continue;
      }
      const place = isPair && isBeside ? first + 1 : this.rest(first, skip);
      if (place < 0) continue;
      count++;
      const last = this.lastPlace(place, skip);
      found?.push({ first, last });
      free = last + 1;
    }
    return count;
  }

  /**
   * The next place of the first term, from `from` on, that one of the second follows closely enough for a closer look. Nearly
   * all work for common words is done here, so nothing is called and nothing is made.
   */
  private nextStart(from: number): number {
    const [lefts, rights] = this.columns.terms;
    const end = this.end[0] ?? 0;
    if (!lefts || !rights) return from;
    const [left, right] = [lefts.places, rights.places];
    const rightEnd = this.end[1] ?? 0;
    let at = this.at[1] ?? 0;
    if (at === rightEnd) return end;
    let start = from;
    let next = right[at] ?? 0;
    for (; start < end; start++) {
      const first = left[start] ?? 0;
      while (next <= first) {
        at++;
        if (at === rightEnd) {
          this.at[1] = at;
          return end;
        }
        next = right[at] ?? 0;
      }
      if (next - first <= MOST_SKIPPED + 1) break;
    }
    this.at[1] = at;
    return start;
  }

  /** The place of the last term of a match that begins at `first`; -1 when there is none. */
  private rest(first: number, skip: Skippable): number {
    while (skip.from < skip.to && (skip.places[skip.from] ?? 0) <= first) skip.from++;
    let place = first;
    for (let term = 1; term < this.columns.terms.length && place >= 0; term++) place = this.follow(term, place, skip);
    return place;
  }

  /** Where the match ends. The second character of a pair may stand behind a filler. */
  private lastPlace(place: number, skip: Skippable): number {
    if (this.columns.width === 1) return place;
    let position = skip.from;
    while (position < skip.to && (skip.places[position] ?? 0) <= place) position++;
    let last = place + 1;
    while (position < skip.to && skip.places[position] === last && last <= place + MOST_SKIPPED) {
      position++;
      last++;
    }
    return last;
  }

  /** Finds the document in every column; false when one does not have it. */
  private open(doc: number): boolean {
    for (const [term, column] of this.columns.terms.entries()) {
      const index = indexOfDoc(column, doc, this.index[term]);
      if (index < 0) return false;
      this.index[term] = index;
      this.at[term] = column.first[index] ?? 0;
      this.end[term] = column.first[index + 1] ?? 0;
    }
    return true;
  }

  private openOptional(doc: number): Skippable {
    const { optional } = this.columns;
    const index = indexOfDoc(optional, doc, this.optionalIndex);
    if (index < 0) return { places: optional.places, from: 0, to: 0 };
    this.optionalIndex = index;
    return { places: optional.places, from: optional.first[index] ?? 0, to: optional.first[index + 1] ?? 0 };
  }

  /** The place of a term right after `place`, or after what may be passed over; -1 when it does not follow. */
  private follow(term: number, place: number, skip: Skippable): number {
    const places = this.columns.terms[term]?.places;
    const end = this.end[term] ?? 0;
    let at = this.at[term] ?? 0;
    if (!places) return -1;
    while (at < end && (places[at] ?? 0) <= place) at++;
    this.at[term] = at;
    if (at === end) return -1;
    const next = places[at] ?? 0;
    if (next === place + 1) return next;
    if (next > place + 1 + MOST_SKIPPED) return -1;
    let position = skip.from;
    while (position < skip.to && (skip.places[position] ?? 0) <= place) position++;
    for (let between = place + 1; between < next; between++, position++) {
      if (position >= skip.to || skip.places[position] !== between) return -1;
    }
    return next;
  }
}

/** Those of `docs` (ascending) in which some place of `right` follows one of `left` closely enough for a closer look. */
export function closeDocs(left: DocPlaces, right: DocPlaces, docs: Uint32Array): Uint32Array {
  let [leftIndex, rightIndex] = [0, 0];
  return docs.filter((doc) => {
    const [own, other] = [indexOfDoc(left, doc, leftIndex), indexOfDoc(right, doc, rightIndex)];
    if (own < 0 || other < 0) return false;
    leftIndex = own;
    rightIndex = other;
    return isEverClose(left, own, right, other);
  });
}

function isEverClose(left: DocPlaces, leftIndex: number, right: DocPlaces, rightIndex: number): boolean {
  const leftEnd = left.first[leftIndex + 1] ?? 0;
  const rightEnd = right.first[rightIndex + 1] ?? 0;
  let position = right.first[rightIndex] ?? 0;
  for (let at = left.first[leftIndex] ?? 0; at < leftEnd; at++) {
    const place = left.places[at] ?? 0;
    while (position < rightEnd && (right.places[position] ?? 0) <= place) position++;
    if (position === rightEnd) return false;
    if ((right.places[position] ?? 0) - place <= MOST_SKIPPED + 1) return true;
  }
  return false;
}
