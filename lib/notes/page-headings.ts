/** Lines that open a section: marked as headings, or known by their words. */
import type { Milliseconds } from '../transcript/units';
import { readDate } from './dates';
import { looksLikeName } from './names';
import type { PageState } from './page-state';
import { readSpeakerLine } from './quotations';
import type { PageLine } from './read-lines';
import { type SectionKind, sectionOf } from './sections';
import { readLength, takeLeadingTime, takeTrailingTime } from './stated-times';

export const SITE_SUFFIX =
  /\s*[|–—-]\s*(?:summary and q&a|summary|show notes|notes|transcript|youtube|podcast notes)\s*$/i;
export const QUESTION =
  /^(?:(?:q|question|frage|pregunta|pergunta|domanda|вопрос|p|question no)\s?\.?\s?\d{0,3}\s?[:.)\]-]\s+|(?:[Qq]|問い?|问|質問|問題|질문|문)\s?\d{0,3}[：:]\s*)/i;
const LONGEST_COLON_LINE = 80;
const NUMBERED_ITEM = /^([\p{L}][\p{L} ]{2,24}?)\s?(?:#|no\.?\s?|nr\.?\s?)?\d{1,3}\s*[:：.–—-]\s*/iu;
/** Characters from which a line is prose and no label. */
const WRITTEN_OUT = 40;

/** True when the line was a heading and has been dealt with. */
export function openSection(state: PageState, line: PageLine, index: number): boolean {
  const marked = line.mark === 'heading';
  const text = line.text.replace(/\s*[:：]$/, '');
  const colon = /[:：]$/.test(line.text) && line.text.length <= LONGEST_COLON_LINE;
  const isList = line.mark === 'bullet' && !line.emoji;
  if (line.mark === 'quote' || text === '') return false;
  if (isList && state.time === null && isAboveDeeper(state, line, index)) return listHeading(state, line, text, index);
  if (isList && line.depth > 0) return false;
  if (!marked && line.links.length > 0) return false;
  const sure = marked || (!isList && (line.loud || colon)) || isAboveList(state, line, index);
  const time = takeLeadingTime(text) ?? takeTrailingTime(text);
  if (time) return marked && chapterHeading(state, line, time.text, time.stated);
  if ((marked || line.loud) && numberedItem(state, line, text)) return true;
  const kind = sectionOf(text, sure);
  if (kind !== null && !(isList && !colon && !standsAlone(state, index))) {
    if (kind === 'date' || kind === 'length') return metaAhead(state, kind, index);
    if (!sure && !opensBelow(state, kind, text, index)) return false;
    state.enter(kind, text, marked ? line.depth : 0);
    return true;
  }
  return marked ? unknownHeading(state, line, text) : unmarkedHeading(state, line, text, colon, index);
}

/** Words that are buttons as often as headings, where nothing marks the line as a heading. */
const BUTTONS = /^(?:share|comments?|follow|subscribe|downloads?|donate|menu|navigation|related|socials?|privacy)$/i;

/** Whether what stands below an unmarked line is what it would announce. */
function opensBelow(state: PageState, kind: SectionKind, text: string, index: number): boolean {
  const next = state.next(index);
  if (kind === 'furniture') return !BUTTONS.test(text);
  if (kind === 'gist' && /^about$/i.test(text)) return (next?.text.length ?? 0) >= WRITTEN_OUT;
  if (kind !== 'link') return true;
  return (
    next?.mark === 'bullet' ||
    (next?.links.length ?? 0) > 0 ||
    /\s/.test(text) ||
    (next?.text.length ?? 0) >= WRITTEN_OUT
  );
}

/** "## Lesson 2: Keep the cat", "Takeaway #3 – …" as a heading: the rest is the lesson. */
function numberedItem(state: PageState, line: PageLine, text: string): boolean {
  const found = NUMBERED_ITEM.exec(text.slice(0, 60));
  const kind = found ? sectionOf(found[1] ?? '', false) : null;
  if (!found || kind === null || kind === 'furniture' || kind === 'neutral' || kind === 'date' || kind === 'length')
    return false;
  const rest = text.slice(found[0].length).trim();
  if (rest === '') return false;
  state.enter(kind === 'question' || kind === 'qa' ? 'qa' : 'neutral', rest, line.depth);
  if (kind === 'question' || kind === 'qa') state.ask(rest, line, true);
  else state.push({ kind, text: rest, line: line.number });
  return true;
}

function standsAlone(state: PageState, index: number): boolean {
  return state.section === null || (state.blanks > 0 && state.lines[index + 1]?.mark === 'blank');
}

function chapterHeading(state: PageState, line: PageLine, text: string, stated: Milliseconds): boolean {
  if (text === '' || insideFurniture(state, line)) return false;
  const title = withoutNumber(text);
  state.enter('neutral', title, line.depth);
  state.push({ kind: 'chapter', text: title, stated, line: line.number });
  return true;
}

function insideFurniture({ section }: PageState, line: PageLine): boolean {
  return section?.kind === 'furniture' && section.level > 0 && line.depth > section.level;
}

function unknownHeading(state: PageState, line: PageLine, text: string): boolean {
  if (insideFurniture(state, line)) return true;
  const under = state.section;
  if (text.endsWith('?')) {
    if (under?.kind !== 'qa') state.enter('qa', text, line.depth);
    state.push({ kind: 'question', text: text.replace(QUESTION, ''), line: line.number });
  } else if (under && under.level > 0 && line.depth > under.level && isListKind(under.kind)) {
    state.push({ kind: under.kind, text, line: line.number });
  } else if (
    !state.has('title') &&
    under === null &&
    (line.depth === 1 || (line.depth === 2 && !state.has('gist') && !state.hasBody))
  ) {
    state.meta('title', text.replace(SITE_SUFFIX, ''), line.number);
  } else state.enter('neutral', withoutNumber(text), line.depth);
  return true;
}

function withoutNumber(text: string): string {
  return text.replace(/^\d{1,2}[.)]\s+(?=\S)/, '');
}

function isListKind(kind: SectionKind): kind is 'insight' | 'takeaway' | 'reveal' | 'remember' {
  return kind === 'insight' || kind === 'takeaway' || kind === 'reveal' || kind === 'remember';
}

/** "Key points from her talk:" above a list, a bold line, a line in capitals. */
function unmarkedHeading(state: PageState, line: PageLine, text: string, colon: boolean, index: number): boolean {
  if ((line.mark !== 'plain' && !line.emoji) || insideFurniture(state, line)) return false;
  const next = state.next(index);
  const isAbove =
    next?.mark === 'bullet' || (next?.links.length ?? 0) > 0 || takeLeadingTime(next?.text ?? '') !== null;
  const isLoud = line.loud && state.items.length > 0 && !/[.!?]$/.test(text) && readSpeakerLine(line.text) === null;
  const isHeading = (colon && isAbove && !looksLikeName(text)) || isAboveList(state, line, index);
  if (!isLoud && !isHeading && !isLoneTitle(state, line, index)) return false;
  const isTopic = state.kind === 'chapter' && !line.loud && isAboveList(state, line, index);
  state.enter('neutral', text, 0);
  if (isTopic) state.push({ kind: 'chapter', text, line: line.number });
  return true;
}

/** Sections in which a short line between blank ones is an entry, not a heading. */
const LISTS_OF_TITLES: ReadonlySet<SectionKind> = new Set(['recommendation', 'link', 'guest', 'chapter']);

/** A few capitalised words alone between blank lines, with sentences below: pages pasted from a site lose their marks. */
function isLoneTitle(state: PageState, line: PageLine, index: number): boolean {
  if (state.section === null || LISTS_OF_TITLES.has(state.kind) || !isTitleCase(line.text)) return false;
  const next = state.next(index);
  if (next?.mark !== 'plain' || isTitleCase(next.text)) return false;
  // A page that lost its blank lines as well: only the shape of the line is left to go by.
  if (state.isTight) return /\s/.test(line.text) && next.text.length > line.text.length;
  return state.blanks > 0 && state.lines[index + 1]?.mark === 'blank';
}

const LONGEST_ABOVE = 60;

/** A short line without a full stop, right above a list. */
function isAboveList(state: PageState, line: PageLine, index: number): boolean {
  const { last, lines } = state;
  if (line.mark !== 'plain' || line.text.length > LONGEST_ABOVE || /[.!?…,;)”"»]$/.test(line.text)) return false;
  if (
    lines[index + 1]?.mark !== 'bullet' ||
    lines[index + 1]?.emoji ||
    (state.section === null && state.items.length === 0)
  )
    return false;
  if (last?.kind === 'question' || last?.kind === 'answer') return false;
  // Prose that is cut over lines ends in a short one.
  const isBelowHeading =
    state.lastLine !== null && state.section?.title === state.lastLine.text.replace(/\s*[:：]$/, '');
  return state.blanks > 0 || lines[index - 1]?.mark !== 'plain' || isBelowHeading;
}

function isTitleCase(text: string): boolean {
  const words = text.split(' ');
  if (text.length > 60 || words.length > 7 || !/^[\p{L}\p{N} ,’'&:-]+$/u.test(text)) return false;
  return words.every((word) => word.length <= 3 || !/^\p{Ll}/u.test(word)) && /^[\p{Lu}\p{N}]/u.test(text);
}

function isAboveDeeper({ lines }: PageState, line: PageLine, index: number): boolean {
  const next = lines[index + 1];
  return next?.mark === 'bullet' && next.depth > line.depth && line.text.length <= LONGEST_ABOVE;
}

/** In an outline the entry above a deeper list is what others write as a heading. */
function listHeading(state: PageState, line: PageLine, text: string, index: number): boolean {
  const kind = sectionOf(text, false);
  if (kind !== null && kind !== 'date' && kind !== 'length') {
    state.enter(kind, text, 0);
    return true;
  }
  if (index > 0 || state.items.length > 0 || /[.!?]$/.test(text) || takeLeadingTime(text)) return false;
  state.meta('title', text, line.number);
  return true;
}

/** A heading "Date" or "Length" with the value below. */
function metaAhead(state: PageState, kind: 'date' | 'length', index: number): boolean {
  const next = state.next(index);
  const value = next && (kind === 'date' ? readDate(next.text) : readLength(next.text));
  if (!next || value === null || value === undefined) return false;
  state.meta(kind, next.text, next.number);
  state.skipNext = true;
  return true;
}

/** A list of times ends an advert or a list of links that only a plain line had opened; a transcript goes on. */
export function leavesFurniture(state: PageState, line: PageLine): boolean {
  const { section } = state;
  if (!section || section.level > 0 || state.blanks === 0 || /transcri/i.test(section.title)) return false;
  if (takeLeadingTime(line.text) === null) return false;
  state.enter('chapter', '', 0);
  return true;
}
