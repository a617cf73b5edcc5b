/** What a page about an episode holds, taken apart into lines that can each be looked for in the episode. */
import type { Milliseconds } from '../transcript/units';

export type ItemKind =
  | 'title'
  | 'date'
  | 'length'
  | 'guest'
  /** One line to a paragraph that says what the episode is about. */
  | 'gist'
  | 'reveal'
  /** A thing worth remembering. */
  | 'remember'
  | 'insight'
  | 'question'
  /** Belongs to the nearest question before it. */
  | 'answer'
  | 'takeaway'
  | 'summary'
  /** Words somebody is said to have spoken. */
  | 'quote'
  | 'recommendation'
  | 'chapter'
  /** What is to be seen at a moment (audio description). */
  | 'description'
  | 'link';

export interface NoteItem {
  readonly kind: ItemKind;
  /** One paragraph without markup, quotation marks, bullets or attribution. A date is `YYYY-MM-DD` where understood. */
  readonly text: string;
  /** Of a quote or a recommendation: who said so. Of a guest: the name. Short forms are written out where the page does. */
  readonly speaker?: string;
  /** The time the page itself gives. */
  readonly stated?: Milliseconds;
  /** Of a length. */
  readonly duration?: Milliseconds;
  /** Of a recommendation: the work. Of a link: its label. */
  readonly title?: string;
  /** Of a recommendation. */
  readonly author?: string;
  /** Why something is recommended, a remark on a link, what somebody thought of a highlight. */
  readonly reason?: string;
  readonly url?: string;
  /** The heading it stood under, where that says more than the kind. */
  readonly section?: string;
  /** 1-based line of the page where it begins; null where lines mean nothing. */
  readonly line: number | null;
}

/**
 * What a page mostly is. `chapters`: a list of times and titles. `quotes`: what was said. `show-notes`: chapters among other things.
 * `descriptions`: what is to be seen. `notes`: claims, questions, summaries. `empty`: nothing that could be notes.
 */
export type PageKind = 'notes' | 'show-notes' | 'chapters' | 'quotes' | 'descriptions' | 'empty';

export interface NotesPage {
  readonly kind: PageKind;
  /** In the order of the page; repeated lines once. */
  readonly items: readonly NoteItem[];
  /** Lines taken for furniture (buttons, adverts, navigation) and left out. */
  readonly dropped: number;
  /** The page was longer than is read; the rest was left out. */
  readonly truncated: boolean;
}

/** The kinds that speak of something said, and so can be looked for in the episode. */
export const LOCATED_KINDS: ReadonlySet<ItemKind> = new Set<ItemKind>([
  'gist',
  'reveal',
  'remember',
  'insight',
  'question',
  'answer',
  'takeaway',
  'summary',
  'quote',
  'recommendation',
  'chapter',
]);
