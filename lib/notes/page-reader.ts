/**
 * Reads a page line by line. What a line becomes depends on the heading it stands under, the marks it carries and the
 * line before it; nothing is looked at twice, so a page costs time in proportion to its length.
 */
import type { Milliseconds } from '../transcript/units';
import { readDate } from './dates';
import { isBreadcrumb, isFurniture, isPlaceholder } from './furniture';
import type { ItemKind, NoteItem } from './items';
import { type MetaKey, metaKey } from './meta-lines';
import { looksLikeName, looksLikeNames } from './names';
import { readAttribution, readQuotation, readSpeakerLine, type SpeakerLine, withoutMarks } from './quotations';
import type { PageLine } from './read-lines';
import { isCategory, readRecommendation } from './recommendations';
import { type SectionKind, sectionOf } from './sections';
import { readLength, takeLeadingTime, takeTrailingTime, timeOfLink } from './stated-times';

/** An item while it is being put together. */
export type Draft = { -readonly [Key in keyof NoteItem]: NoteItem[Key] };

interface Section {
  readonly kind: SectionKind;
  readonly title: string;
  /** 0 where the heading carried no mark: the next such line may end it. */
  readonly level: number;
}

const QUESTION = /^(?:q|question|frage|pregunta|question no)\s?\.?\s?\d{0,3}\s?[:.)\]-]\s+/i;
const ANSWER = /^(?:a|answer|antwort|respuesta|réponse)\s?\d{0,3}\s?[:.)\]]\s+/i;
const SITE_SUFFIX = /\s*[|–—-]\s*(?:summary and q&a|summary|show notes|notes|transcript|youtube|podcast notes)\s*$/i;
const LONGEST_TITLE = 200;
/** A paragraph may be cut over lines at this width; shorter lines end where they end. */
const WRAPPED = 60;

export class PageReader {
  readonly items: Draft[] = [];
  dropped = 0;
  private section: Section | null = null;
  private speaker: SpeakerLine | null = null;
  private time: Milliseconds | null = null;
  private parent: { name: string; depth: number } | null = null;
  /** The item that the next line may go on with. */
  private open: Draft | null = null;
  private lastLine: PageLine | null = null;
  private blanks = 1;
  private skipNext = false;

  constructor(private readonly lines: readonly PageLine[]) {}

  run(from = 0): void {
    for (let index = from; index < this.lines.length; index++) {
      const line = this.lines[index];
      if (line) this.line(line, index);
    }
  }

  /** Adds what front matter or a head line says of the whole episode; the first of a kind stays. */
  meta(kind: 'title' | 'date' | 'length' | 'guest', text: string, line: number | null): void {
    if (text === '' || this.items.some((item) => item.kind === kind)) return;
    const value = kind === 'date' ? (readDate(text) ?? text) : text;
    if (kind === 'guest') this.items.push(guestOf(value, line));
    else this.items.push({ kind, text: value, line, ...lengthOf(kind, text) });
  }

  private line(line: PageLine, index: number): void {
    if (line.mark === 'blank' || line.mark === 'rule') {
      this.blanks++;
      if (line.mark === 'rule') this.speaker = null;
      return;
    }
    if (this.skipNext) {
      this.skipNext = false;
      if (line.mark === 'plain' && line.text.length <= 60) return;
    }
    this.read(line, index);
    this.lastLine = line;
    this.blanks = 0;
  }

  private read(line: PageLine, index: number): void {
    if (this.openSection(line, index)) return;
    if (this.section?.kind === 'furniture' && !this.leavesFurniture(line)) {
      this.dropped++;
      return;
    }
    if (line.mark !== 'quote' && this.isLeftOut(line)) {
      this.dropped++;
      return;
    }
    if (line.text === '') this.links(line);
    else if (!this.speech(line, index) && !this.head(line, index) && !this.timed(line, index)) this.body(line);
  }

  /** Headings, marked or known by their words. */
  private openSection(line: PageLine, index: number): boolean {
    const marked = line.mark === 'heading';
    const text = line.text.replace(/\s*:$/, '');
    const colon = line.text.endsWith(':') && line.text.length <= 80;
    const bullet = line.mark === 'bullet' && !colon;
    if (line.mark === 'quote' || text === '' || (line.mark === 'bullet' && line.depth > 0)) return false;
    if (!marked && line.links.length > 0) return false;
    const sure = marked || (line.loud && line.mark === 'plain') || (colon && line.mark === 'plain');
    const time = takeLeadingTime(text) ?? takeTrailingTime(text);
    if (time) return marked && this.chapterHeading(line, time.text, time.stated);
    const kind = sectionOf(text, sure);
    if (kind !== null && !(bullet && this.section !== null && !this.startsBlock(index))) {
      if (kind === 'date' || kind === 'length') return this.metaAhead(kind, index);
      this.enter(kind, text, marked ? line.depth : 0);
      return true;
    }
    return marked ? this.unknownHeading(line, text) : this.unmarkedHeading(line, text, colon, index);
  }

  private enter(kind: SectionKind, title: string, level: number): void {
    this.section = { kind, title, level };
    this.speaker = null;
    this.parent = null;
    this.open = null;
    this.time = null;
  }

  private chapterHeading(line: PageLine, text: string, stated: Milliseconds): boolean {
    if (text === '' || this.insideFurniture(line)) return false;
    this.enter('neutral', text, line.depth);
    this.push({ kind: 'chapter', text, stated, line: line.number });
    return true;
  }

  private insideFurniture(line: PageLine): boolean {
    return this.section?.kind === 'furniture' && this.section.level > 0 && line.depth > this.section.level;
  }

  private unknownHeading(line: PageLine, text: string): boolean {
    if (this.insideFurniture(line)) return true;
    const under = this.section;
    if (text.endsWith('?')) {
      if (under?.kind !== 'qa') this.enter('qa', text, line.depth);
      this.push({ kind: 'question', text: text.replace(QUESTION, ''), line: line.number });
      return true;
    }
    if (under && under.level > 0 && line.depth > under.level && isListKind(under.kind)) {
      this.push({ kind: under.kind, text, line: line.number });
      return true;
    }
    if (!this.items.some((item) => item.kind === 'title') && line.depth <= 2 && this.section === null)
      this.meta('title', text.replace(SITE_SUFFIX, ''), line.number);
    else this.enter('neutral', text, line.depth);
    return true;
  }

  /** "Key points from her talk:" above a list, a bold line, a line in capitals. */
  private unmarkedHeading(line: PageLine, text: string, colon: boolean, index: number): boolean {
    if (line.mark !== 'plain' || this.insideFurniture(line)) return false;
    const next = this.next(index);
    const above =
      next?.mark === 'bullet' || (next?.links.length ?? 0) > 0 || takeLeadingTime(next?.text ?? '') !== null;
    const loud = line.loud && this.items.length > 0 && !/[.!?]$/.test(text) && readSpeakerLine(line.text) === null;
    if (!loud && !(colon && above && !looksLikeName(text))) return false;
    this.enter('neutral', text, 0);
    return true;
  }

  private startsBlock(index: number): boolean {
    return this.blanks > 0 && this.lines[index + 1]?.mark === 'blank';
  }

  private metaAhead(kind: 'date' | 'length', index: number): boolean {
    const next = this.next(index);
    const value = next && (kind === 'date' ? readDate(next.text) : readLength(next.text));
    if (!next || value === null || value === undefined) return false;
    this.meta(kind, next.text, next.number);
    this.skipNext = true;
    return true;
  }

  private next(index: number): PageLine | undefined {
    for (let at = index + 1; at < Math.min(index + 4, this.lines.length); at++)
      if (this.lines[at]?.mark !== 'blank') return this.lines[at];
    return undefined;
  }

  /** A list of times ends an advert or a list of links that only a plain line had opened. */
  private leavesFurniture(line: PageLine): boolean {
    const { section } = this;
    if (!section || section.level > 0 || this.blanks === 0 || /transcri/i.test(section.title)) return false;
    if (takeLeadingTime(line.text) === null) return false;
    this.enter('chapter', '', 0);
    return true;
  }

  private isLeftOut(line: PageLine): boolean {
    if (line.text.toLowerCase() === 'by' && this.section === null) this.skipNext = true;
    if (isFurniture(line.text)) return true;
    if (this.section === null && this.items.length === 0 && isBreadcrumb(line.text)) return true;
    if (!isPlaceholder(line.text) && !/^\(.{20,400}\)$/.test(line.text.slice(0, 402))) return false;
    const last = this.items[this.items.length - 1];
    if (last && (last.kind === 'link' || last.kind === 'recommendation') && last.reason === undefined)
      last.reason = line.text.slice(1, -1);
    return true;
  }

  /** Quotations, and lines that say who speaks. */
  private speech(line: PageLine, index: number): boolean {
    if (line.mark === 'quote') return this.quoted(line);
    const last = this.items[this.items.length - 1];
    if (last?.kind === 'quote' && this.attributes(line, last)) return true;
    const named = readSpeakerLine(line.text);
    if (named && this.isSpeech(named, line, index)) return this.spoken(named, line);
    const quotation = readQuotation(line.text);
    if (quotation && (quotation.text.length > 12 || this.section?.kind === 'quote')) {
      this.quote(quotation, line);
      return true;
    }
    if (this.speaker && line.mark === 'plain') {
      this.quote({ text: line.text }, line);
      return true;
    }
    return false;
  }

  private attributes(line: PageLine, last: Draft): boolean {
    if (this.blanks > 1 || last.speaker !== undefined) return false;
    const attribution = readAttribution(line.mark === 'bullet' ? `— ${line.text}` : line.text);
    if (!attribution || (line.mark === 'bullet' && this.lastLine?.mark === 'bullet')) return false;
    Object.assign(last, attribution);
    return true;
  }

  private isSpeech(named: SpeakerLine, line: PageLine, index: number): boolean {
    if (named.certain) return true;
    const next = this.next(index);
    return named.text === '' && (next?.mark === 'quote' || (line.label !== null && named.stated !== undefined));
  }

  private spoken(named: SpeakerLine, line: PageLine): boolean {
    if (named.text === '') {
      this.speaker = named;
      this.open = null;
      return true;
    }
    this.speaker = null;
    const { speaker, stated } = named;
    this.quote({ text: withoutMarks(named.text), speaker, ...(stated === undefined ? {} : { stated }) }, line);
    return true;
  }

  private quoted(line: PageLine): boolean {
    const last = this.open;
    if (last?.kind === 'quote' && this.lastLine?.mark === 'quote' && this.blanks === 0) {
      const attribution = readAttribution(line.text);
      if (attribution) Object.assign(last, attribution);
      else last.text = `${last.text} ${line.text}`;
      return true;
    }
    if (line.text === '') return true;
    const quotation = readQuotation(line.text) ?? { text: line.text };
    this.quote(quotation, line);
    return true;
  }

  private quote(quotation: { text: string; speaker?: string; stated?: Milliseconds }, line: PageLine): void {
    const { speaker } = this;
    const stated = quotation.stated ?? speaker?.stated ?? this.time ?? undefined;
    const name = quotation.speaker ?? speaker?.speaker;
    const last = this.items[this.items.length - 1];
    if (last?.kind === 'recommendation' && last.reason === undefined && this.section?.kind === 'recommendation')
      last.reason = quotation.text;
    const draft = this.push({ kind: 'quote', text: quotation.text, line: line.number });
    if (name !== undefined) draft.speaker = name;
    if (stated !== undefined) draft.stated = stated;
    this.speaker = null;
    this.open = draft;
  }

  /** What stands above the first section: title, date, length, guest, one line about it. */
  private head(line: PageLine, index: number): boolean {
    const colon = line.text.slice(0, 40).indexOf(':');
    const key = colon > 0 ? metaKey(line.text.slice(0, colon)) : null;
    if (key && (this.section === null || this.section.kind === 'neutral')) {
      const value = line.text.slice(colon + 1).trim();
      if (this.metaLine(key, value, line)) return true;
    }
    if (line.mark !== 'plain' || this.section !== null) return false;
    if (this.metaParts(line)) return true;
    const title = this.items.find((item) => item.kind === 'title');
    const clean = line.text.replace(SITE_SUFFIX, '');
    if (title) return clean === title.text;
    if (!this.isTitle(line, index)) return false;
    this.meta('title', clean, line.number);
    return true;
  }

  private isTitle(line: PageLine, index: number): boolean {
    if (this.items.some((item) => item.kind !== 'date' && item.kind !== 'length')) return false;
    if (line.text.length > LONGEST_TITLE || /[.!:;]$/.test(line.text) || takeLeadingTime(line.text)) return false;
    const next = this.lines[index + 1];
    return next !== undefined && (next.mark !== 'plain' || isMetaPart(next.text)) && this.next(index) !== undefined;
  }

  /** `Show · 2019-04-18 · 1h 08m` */
  private metaParts(line: PageLine): boolean {
    if (line.text.length > 200) return false;
    const parts = line.text.split(/\s*[·|•]\s*/);
    if (!parts.some(isMetaPart)) return false;
    for (const part of parts) {
      if (readDate(part) !== null) this.meta('date', part, line.number);
      else if (readLength(part) !== null) this.meta('length', part, line.number);
    }
    return true;
  }

  private metaLine(key: MetaKey, value: string, line: PageLine): boolean {
    const url = line.links[0]?.url;
    if (key === 'ignored') return true;
    if (key === 'link') {
      if (url === undefined) return false;
      this.push({ kind: 'link', text: line.text.replace(/\s*:\s*$/, ''), url, line: line.number });
      return true;
    }
    if (key === 'date' && readDate(value) === null) return false;
    if (key === 'length' && readLength(value) === null) return false;
    this.meta(key, value, line.number);
    return value !== '';
  }

  /** Lines with a time: chapters, or items of their section with the time the page states. */
  private timed(line: PageLine, index: number): boolean {
    const lead = takeLeadingTime(line.text);
    if (lead && lead.text === '') {
      this.time = lead.stated;
      this.open = null;
      return true;
    }
    const trail = lead ? null : this.trailing(line, index);
    const linked = lead || trail ? null : linkTime(line);
    const time = lead ?? trail ?? linked;
    if (time) return this.timedItem(line, time.text, time.stated);
    if (this.time === null || this.blanks > 1) return false;
    const { time: stated } = this;
    this.time = null;
    return this.timedItem(line, line.text, stated);
  }

  private trailing(line: PageLine, index: number) {
    const found = takeTrailingTime(line.text);
    if (!found || found.text === '') return null;
    const bracketed = /[)\]]\W?$/.test(line.text);
    const listed = this.section?.kind === 'chapter' || this.open?.kind === 'chapter';
    const next = this.next(index);
    return bracketed || listed || (next && takeTrailingTime(next.text) !== null) ? found : null;
  }

  private timedItem(line: PageLine, text: string, stated: Milliseconds): boolean {
    const kind = this.section?.kind ?? 'neutral';
    const clean = text.replace(/\s*[:–—-]\s*$/, '');
    if (clean === '') return true;
    const url = line.links.find((link) => timeOfLink(link.url) === null && !link.url.startsWith('#'))?.url;
    const isChapter = kind === 'neutral' || kind === 'chapter' || kind === 'link' || kind === 'gist';
    if (!isChapter) {
      this.body({ ...line, text: clean });
      const last = this.items[this.items.length - 1];
      if (last?.line === line.number) last.stated ??= stated;
      return true;
    }
    const quotation = readQuotation(clean);
    if (quotation) {
      this.quote({ ...quotation, stated }, line);
      return true;
    }
    this.push({ kind: 'chapter', text: clean, stated, line: line.number, ...(url === undefined ? {} : { url }) });
    return true;
  }

  /** Everything else: an item of the kind its section says. */
  private body(line: PageLine): void {
    if (this.questionOrAnswer(line) || this.labelled(line) || this.continues(line)) return;
    const kind = this.section?.kind ?? 'neutral';
    if (kind === 'recommendation') {
      this.recommendation(line);
      return;
    }
    if (this.isLink(line, kind)) {
      this.links(line);
      return;
    }
    if (kind === 'guest') {
      this.guest(line);
      return;
    }
    if (line.mark === 'bullet' && line.text.endsWith(':')) {
      this.parent = { name: line.text.slice(0, -1), depth: line.depth };
      return;
    }
    const draft = this.push({ kind: this.kindOf(kind, line), text: line.text, line: line.number });
    if (draft.kind === 'quote') this.finishQuote(draft);
  }

  private finishQuote(draft: Draft): void {
    const tail = /\s[–—~-]\s[^–—~]{3,60}$/.exec(draft.text.slice(-80));
    const attribution = tail ? readAttribution(tail[0]) : null;
    if (!tail || !attribution) return;
    draft.text = withoutMarks(draft.text.slice(0, draft.text.length - tail[0].length));
    Object.assign(draft, attribution);
  }

  private kindOf(kind: SectionKind, line: PageLine): ItemKind {
    if (kind === 'neutral') {
      if (line.mark === 'bullet') return 'takeaway';
      const before = this.items.some((item) => item.kind !== 'gist' && !isMetaKind(item.kind));
      return this.section === null && !before ? 'gist' : 'summary';
    }
    if (kind === 'qa') return line.text.endsWith('?') ? 'question' : 'takeaway';
    if (kind === 'furniture' || kind === 'date' || kind === 'length') return 'summary';
    if (kind === 'chapter') return line.mark === 'bullet' ? 'chapter' : 'summary';
    return kind;
  }

  private questionOrAnswer(line: PageLine): boolean {
    const prefixed = QUESTION.exec(line.text.slice(0, 40));
    if (prefixed) {
      this.push({ kind: 'question', text: line.text.slice(prefixed[0].length), line: line.number });
      return true;
    }
    const asking = this.section?.kind === 'qa' || this.section?.kind === 'question';
    const last = this.items[this.items.length - 1];
    const open = last?.kind === 'question' || last?.kind === 'answer';
    const answer = ANSWER.exec(line.text.slice(0, 40));
    if (answer && open) return this.answer(line, line.text.slice(answer[0].length));
    if (!asking) return last?.kind === 'question' && this.open === last && this.answer(line, line.text);
    if (line.text.endsWith('?') && line.text.length <= 400) {
      this.push({ kind: 'question', text: line.text, line: line.number });
      return true;
    }
    return open && (line.mark === 'plain' || this.section?.kind === 'qa') && this.answer(line, line.text);
  }

  private answer(line: PageLine, text: string): boolean {
    const last = this.items[this.items.length - 1];
    if (last?.kind === 'answer') last.text = `${last.text} ${text}`;
    else this.push({ kind: 'answer', text, line: line.number });
    return true;
  }

  /** "Key insight: …" inside another section. */
  private labelled(line: PageLine): boolean {
    const colon = line.text.slice(0, 40).indexOf(': ');
    if (colon < 3) return false;
    const kind = sectionOf(line.text.slice(0, colon), false);
    if (kind === null || kind === 'neutral' || kind === 'furniture' || kind === 'qa' || isMetaKind(kind)) return false;
    const text = line.text.slice(colon + 2).trim();
    if (kind === 'recommendation') this.push({ kind, ...readRecommendation(text, line.links), line: line.number });
    else if (kind === 'quote') this.quote(readQuotation(text) ?? { text }, line);
    else if (kind !== 'link' && kind !== 'chapter') this.push({ kind, text, line: line.number });
    else return false;
    return true;
  }

  /** A line that goes on with the paragraph or the list item above it. */
  private continues(line: PageLine): boolean {
    const { open, lastLine } = this;
    if (!open || !lastLine || this.blanks > 0 || line.mark !== 'plain' || open.kind === 'chapter') return false;
    if (lastLine.mark === 'heading' || line.links.length > 0) return false;
    const indented = lastLine.mark === 'bullet' && line.depth > lastLine.depth;
    const wrapped = lastLine.text.length >= WRAPPED && !/[.!?:”"]$/.test(lastLine.text);
    if (!indented && !(wrapped && /^[\p{Ll}\p{N}(“"]/u.test(line.text))) return false;
    open.text = `${open.text} ${line.text}`;
    return true;
  }

  private recommendation(line: PageLine): void {
    const last = this.items[this.items.length - 1];
    if (isCategory(line.text)) return;
    if (line.mark === 'plain' && last?.kind === 'recommendation') {
      const names = line.text.replace(/^by\s+/i, '');
      if (last.author === undefined && last.reason === undefined && looksLikeNames(names)) {
        last.author = names;
        return;
      }
      if (line.text.length > 80 && last.reason === undefined) {
        last.reason = line.text;
        return;
      }
    }
    if (line.mark === 'bullet' && /:$/.test(line.text)) {
      this.parent = { name: line.text.slice(0, -1), depth: line.depth };
      return;
    }
    const owner = this.owner(line);
    const draft = { kind: 'recommendation' as const, ...readRecommendation(owner.text, line.links), line: line.number };
    this.push(owner.name === undefined ? draft : { ...draft, speaker: owner.name });
  }

  /** Who recommends it: `Name: title`, or the name above a nested list. */
  private owner(line: PageLine): { name?: string; text: string } {
    const label = line.links[0]?.label ?? '';
    const colon = label === '' ? -1 : line.text.indexOf(`: ${label}`);
    if (colon > 0 && looksLikeName(line.text.slice(0, colon)))
      return { name: line.text.slice(0, colon), text: line.text.slice(colon + 2) };
    const { parent } = this;
    if (parent && line.depth > parent.depth && looksLikeName(parent.name))
      return { name: parent.name, text: line.text };
    return { text: line.text };
  }

  private guest(line: PageLine): void {
    const last = this.items[this.items.length - 1];
    if (last?.kind === 'guest' && line.mark === 'plain') last.text = `${last.text} ${line.text}`;
    else this.push(guestOf(line.text, line.number));
  }

  private isLink(line: PageLine, kind: SectionKind): boolean {
    if (line.links.length === 0) return kind === 'link' && line.mark === 'bullet';
    const label = line.links[0]?.label ?? '';
    if (label !== '' && line.text.startsWith(label)) {
      const rest = line.text.slice(label.length);
      return kind === 'link' || rest === '' || /^\s*[→–—:-]/.test(rest);
    }
    return label === '' && (kind === 'link' || /[:→–-]$/.test(line.text) || line.text.length <= 60);
  }

  private links(line: PageLine): void {
    if (line.links.length === 0) {
      if (line.text !== '') this.push({ kind: 'link', text: line.text, title: line.text, line: line.number });
      return;
    }
    for (const link of line.links) {
      const whole = line.links.length === 1;
      const title = link.label !== '' ? link.label : line.text.replace(/\s*[:→–-]\s*$/, '');
      const rest = whole && link.label !== '' ? line.text.slice(link.label.length).replace(/^[\s→–—:-]+/, '') : '';
      const draft = this.push({
        kind: 'link',
        text: title === '' ? link.url : title,
        url: link.url,
        line: line.number,
      });
      if (title !== '') draft.title = title;
      if (rest !== '') draft.reason = rest;
    }
  }

  private push(draft: Draft): Draft {
    if (this.section && this.section.title !== '' && this.section.kind === 'neutral')
      draft.section = this.section.title;
    this.items.push(draft);
    this.open = draft;
    this.speaker = null;
    return draft;
  }
}

function isListKind(kind: SectionKind): kind is 'insight' | 'takeaway' | 'reveal' | 'remember' {
  return kind === 'insight' || kind === 'takeaway' || kind === 'reveal' || kind === 'remember';
}

function isMetaKind(kind: SectionKind | ItemKind): boolean {
  return kind === 'title' || kind === 'date' || kind === 'length' || kind === 'guest';
}

function isMetaPart(text: string): boolean {
  return readDate(text) !== null || readLength(text) !== null;
}

function lengthOf(kind: ItemKind, text: string): { stated?: Milliseconds } {
  const length = kind === 'length' ? readLength(text) : null;
  return length === null ? {} : { stated: length };
}

/** "Name — what the person does", "Name, what …", "Name is …". */
function guestOf(text: string, line: number | null): Draft {
  const head =
    /^(.{2,60}?)(?:\s+[–—-]\s+|,\s|\s*[–—:(]|\s+(?:is|was|ist|est|es)\s)/.exec(text.slice(0, 80))?.[1] ?? text;
  const draft: Draft = { kind: 'guest', text, line };
  if (looksLikeName(head)) draft.speaker = head.trim();
  return draft;
}

function linkTime(line: PageLine) {
  for (const link of line.links) {
    const stated = timeOfLink(link.url);
    if (stated !== null) return { stated, text: line.text };
  }
  return null;
}
