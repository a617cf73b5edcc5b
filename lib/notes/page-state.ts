/** What the reader of a page remembers from line to line, and the few ways in which it changes. */
import type { Milliseconds } from '../transcript/units';
import { readDate } from './dates';
import type { ItemKind, NoteItem } from './items';
import { areTitlesAbove } from './lone-times';
import { looksLikeName } from './names';
import type { SpeakerLine } from './quotations';
import type { PageLine } from './read-lines';
import type { SectionKind } from './sections';
import { readLength } from './stated-times';

/** An item while it is being put together. */
export type Draft = { -readonly [Key in keyof NoteItem]: NoteItem[Key] };

export interface Section {
  readonly kind: SectionKind;
  readonly title: string;
  /** Of the heading, 1 to 6; 0 where the heading carried no mark: the next such line may end it. */
  readonly level: number;
}

export type MetaKind = 'title' | 'date' | 'length' | 'guest';

export class PageState {
  readonly items: Draft[] = [];
  dropped = 0;
  section: Section | null = null;
  /** A line that named a speaker whose words come next. */
  speaker: SpeakerLine | null = null;
  /** A time that stood alone on a line. */
  time: Milliseconds | null = null;
  /** A list line that only opens a nested list: "Wes:". */
  parent: { readonly name: string; readonly depth: number } | null = null;
  /** The item that the next line may go on with. */
  open: Draft | null = null;
  lastLine: PageLine | null = null;
  /** Blank lines before this one; 1 at the start of the page. */
  blanks = 1;
  /** Line of the latest `key: value` about the whole episode. */
  properties: number | null = null;
  /** Mark of the line that named the latest recommended work. */
  entryMark: PageLine['mark'] | null = null;
  /** The latest question was marked as one ("Q:"), so what follows is its answer. */
  isAsked = false;
  /** A line that left nothing behind promised links: those right below it go with it. */
  dropsLinks = false;
  /** The next line was already understood with this one. */
  skipNext = false;
  /** Pages copied as bare text may have no blank line at all. */
  readonly isTight: boolean;
  readonly hasTitlesAbove: boolean;
  private readonly seen = new Set<ItemKind>();
  /** Where a callout stands: its lines have a section of their own. */
  private outer: { readonly section: Section | null } | null = null;

  constructor(readonly lines: readonly PageLine[]) {
    this.hasTitlesAbove = areTitlesAbove(lines);
    this.isTight = lines.length > 6 && lines.slice(0, -1).every(({ mark }) => mark !== 'blank');
  }

  get kind(): SectionKind {
    return this.section?.kind ?? 'neutral';
  }

  get last(): Draft | undefined {
    return this.items[this.items.length - 1];
  }

  has(kind: ItemKind): boolean {
    return this.seen.has(kind);
  }

  /** True once anything but the page's head has been read. */
  get hasBody(): boolean {
    return [...this.seen].some((kind) => kind !== 'gist' && !isMetaKind(kind));
  }

  /** The next line with words, at most three lines on. */
  next(index: number): PageLine | undefined {
    for (let at = index + 1; at < Math.min(index + 4, this.lines.length); at++)
      if (this.lines[at]?.mark !== 'blank') return this.lines[at];
    return undefined;
  }

  enter(kind: SectionKind, title: string, level: number): void {
    this.section = { kind, title, level };
    this.speaker = null;
    this.parent = null;
    this.open = null;
    this.time = null;
  }

  get isInCallout(): boolean {
    return this.outer !== null;
  }

  enterCallout(kind: SectionKind, title: string, level: number): void {
    const outer = this.outer ?? { section: this.section };
    this.enter(kind, title, level);
    this.outer = outer;
  }

  leaveCallout(): void {
    if (!this.outer) return;
    this.section = this.outer.section;
    this.outer = null;
    this.open = null;
    this.speaker = null;
    this.time = null;
  }

  ask(text: string, line: PageLine, isAsked: boolean): void {
    this.push({ kind: 'question', text, line: line.number });
    this.isAsked = isAsked;
  }

  push(draft: Draft): Draft {
    if (this.section && this.section.title !== '' && this.section.kind === 'neutral')
      draft.section = this.section.title;
    this.items.push(draft);
    this.seen.add(draft.kind);
    this.open = draft;
    this.speaker = null;
    return draft;
  }

  /** What front matter or a head line says of the whole episode; the first of a kind stays. */
  meta(kind: MetaKind, text: string, line: number | null): void {
    if (text === '' || this.has(kind)) return;
    this.seen.add(kind);
    if (kind === 'guest') this.items.push(guestOf(text, line));
    else if (kind === 'date') this.items.push({ kind, text: readDate(text) ?? text, line });
    else this.items.push({ kind, text, line, ...(kind === 'length' ? lengthOf(text) : {}) });
  }

  quote(quotation: { text: string; speaker?: string; stated?: Milliseconds }, line: PageLine): void {
    const { speaker, last } = this;
    const stated = quotation.stated ?? speaker?.stated ?? this.time ?? undefined;
    const name = quotation.speaker ?? speaker?.speaker;
    if (last?.kind === 'recommendation' && last.reason === undefined && this.kind === 'recommendation')
      last.reason = quotation.text;
    const draft = this.push({ kind: 'quote', text: quotation.text, line: line.number });
    if (name !== undefined) draft.speaker = name;
    if (stated !== undefined) draft.stated = stated;
  }
}

export function isMetaKind(kind: SectionKind | ItemKind): boolean {
  return kind === 'title' || kind === 'date' || kind === 'length' || kind === 'guest';
}

function lengthOf(text: string): { duration?: Milliseconds } {
  const duration = readLength(text);
  return duration === null ? {} : { duration };
}

/** "Name — what the person does", "Name, what …", "Name is …". */
export function guestOf(text: string, line: number | null): Draft {
  const head =
    /^(.{2,60}?)(?:\s+[–—-]\s+|,\s|\s*[–—:(]|\s+(?:is|was|ist|est|es)\s)/.exec(text.slice(0, 80))?.[1] ?? text;
  const draft: Draft = { kind: 'guest', text, line };
  if (looksLikeName(head)) draft.speaker = head.trim();
  return draft;
}
