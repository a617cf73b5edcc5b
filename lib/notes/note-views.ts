/** What the notes tab shows: a page's items with their places, and the reader's own notes, made ready to draw. */
import { textOfWords } from '../transcript/lookup';
import { type Transcript, WordState } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import { type Anchor, anchorIndex, anchorOf, reanchor, type WordRange } from './anchors';
import type { Difference } from './find-quote';
import type { ItemKind, NoteItem } from './items';
import type { KeptPage, Pin } from './kept-page';
import type { Located } from './locate-items';
import { type Place, timeOfWord } from './places';
import type { SpeechIndex } from './speech-index';

export type NoteKind = ItemKind | 'highlight' | 'note' | 'bookmark';

/**
 * `verbatim`, `near`, `topic`, `not-found`: as located. `moved`: the words are there, but not at the stated time. `pinned`: the reader
 * said where. `stated`: only the page's own time is known. `own`: a highlight, note or bookmark of the reader's.
 */
export type NoteState = 'verbatim' | 'near' | 'topic' | 'not-found' | 'moved' | 'pinned' | 'stated' | 'own';

/** A place that can be gone to, in the transcript that is shown. */
export interface ShownPlace {
  /** Milliseconds; null where the words have no time. */
  readonly start: Milliseconds | null;
  /** The time is computed, not given: shown with ≈. */
  readonly isRough: boolean;
  /** Null where the words are not in the shown transcript. */
  readonly range: WordRange | null;
  /** The words there. */
  readonly text: string;
}

export interface NoteView {
  /** Unique among all notes of the video. */
  readonly id: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly speaker: string | null;
  /** What somebody thought of it; why something is recommended. Empty where there is nothing. */
  readonly comment: string;
  readonly url: string | null;
  readonly state: NoteState;
  /** Best first; the first is where the note leads. Empty where it leads nowhere. */
  readonly places: readonly ShownPlace[];
  readonly stated: Milliseconds | null;
  readonly differences: readonly Difference[];
}

/** Milliseconds from which a stated time is called off: less is how people click. */
const OFF = 5000;
/** Words of a place that are shown. */
const SHOWN_WORDS = 24;

/** Puts places of any transcript of the video into the one that is shown. Keep one for each shown transcript. */
export class Shown {
  private index: SpeechIndex | null = null;

  constructor(
    readonly transcript: Transcript,
    private readonly others: readonly Transcript[] = [],
  ) {}

  ofPlace({ transcriptId, firstWord, endWord, start }: Place): ShownPlace | null {
    const range = { first: firstWord, end: endWord };
    if (transcriptId === this.transcript.id) return this.ofRange(range);
    const other = this.others.find(({ id }) => id === transcriptId);
    if (!other) return null;
    const found = this.ofAnchor(anchorOf(other, range));
    const text = textOfWords(other, firstWord, Math.min(endWord, firstWord + SHOWN_WORDS)).replaceAll('\n', ' ');
    return found ?? { start, isRough: false, range: null, text };
  }

  ofRange(range: WordRange): ShownPlace {
    const { transcript } = this;
    const end = Math.min(range.end, range.first + SHOWN_WORDS);
    return {
      start: timeOfWord(transcript, range.first),
      isRough: transcript.words.state[range.first] !== WordState.given,
      range,
      text: textOfWords(transcript, range.first, end).replaceAll('\n', ' '),
    };
  }

  ofAnchor(anchor: Anchor): ShownPlace | null {
    this.index ??= anchorIndex(this.transcript);
    const found = reanchor(anchor, this.index);
    return found && this.ofRange(found.range);
  }
}

/**
 * Views of a page's items that can be shown as notes; titles, dates and the like are left out. `located`: of all the page's items, in
 * their order.
 */
export function viewPage(page: Pick<KeptPage, 'id' | 'pins'>, located: readonly Located[], shown: Shown): NoteView[] {
  const pinOf = new Map(page.pins.map((pin) => [pin.item, pin]));
  return located.flatMap((one, at) => {
    if (one.state === 'unsought' && one.item.kind !== 'link' && one.item.kind !== 'description') return [];
    return [{ ...viewItem(one, shown, pinOf.get(at)), id: `${page.id}:${at}` }];
  });
}

function viewItem(located: Located, shown: Shown, pin: Pin | undefined): Omit<NoteView, 'id'> {
  const { item, differences } = located;
  const base = { ...textsOf(item), kind: item.kind, stated: item.stated ?? null, differences };
  if (pin) {
    const place = pin.anchor && shown.ofAnchor(pin.anchor);
    return { ...base, state: place ? 'pinned' : 'not-found', places: place ? [place] : [] };
  }
  const places = located.candidates.flatMap((candidate) => shown.ofPlace(candidate) ?? []);
  if (places.length === 0) return withoutPlaces(base, item, shown);
  const isMoved = located.off !== null && Math.abs(located.off) >= OFF;
  const state =
    located.state === 'topic' ? 'topic' : isMoved ? 'moved' : located.state === 'near' ? 'near' : 'verbatim';
  return { ...base, state, places };
}

/** A chapter stands at its stated time, whether or not its title is spoken. */
function withoutPlaces(
  base: Omit<NoteView, 'id' | 'state' | 'places'>,
  { kind, stated }: NoteItem,
  { transcript }: Shown,
): Omit<NoteView, 'id'> {
  const isStated = stated !== undefined && (kind === 'chapter' || kind === 'description');
  if (!isStated) return { ...base, state: 'not-found', places: [] };
  const last = transcript.words.end[transcript.words.end.length - 1] ?? 0;
  if (last > 0 && stated > last) return { ...base, state: 'not-found', places: [] };
  return { ...base, state: 'stated', places: [{ start: stated, isRough: false, range: null, text: '' }] };
}

function textsOf(item: NoteItem): Pick<NoteView, 'text' | 'speaker' | 'comment' | 'url'> {
  const author = item.kind === 'recommendation' && item.author !== undefined ? `${item.title}, ${item.author}` : null;
  return {
    text: author ?? item.text,
    speaker: item.speaker ?? null,
    comment: item.reason ?? '',
    url: item.url !== undefined && /^https?:\/\//i.test(item.url) ? item.url : null,
  };
}
