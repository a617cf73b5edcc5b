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
export const QUESTION = /^(?:q|question|frage|pregunta|question no)\s?\.?\s?\d{0,3}\s?[:.)\]-]\s+/i;
const LONGEST_COLON_LINE = 80;

/** True when the line was a heading and has been dealt with. */
export function openSection(state: PageState, line: PageLine, index: number): boolean {
  const marked = line.mark === 'heading';
  const text = line.text.replace(/\s*:$/, '');
  const colon = line.text.endsWith(':') && line.text.length <= LONGEST_COLON_LINE;
  const isList = line.mark === 'bullet' && !line.emoji;
  if (line.mark === 'quote' || text === '' || (isList && line.depth > 0)) return false;
  if (!marked && line.links.length > 0) return false;
  const sure = marked || (!isList && (line.loud || colon));
  const time = takeLeadingTime(text) ?? takeTrailingTime(text);
  if (time) return marked && chapterHeading(state, line, time.text, time.stated);
  const kind = sectionOf(text, sure);
  if (kind !== null && !(isList && !colon && !standsAlone(state, index))) {
    if (kind === 'date' || kind === 'length') return metaAhead(state, kind, index);
    state.enter(kind, text, marked ? line.depth : 0);
    return true;
  }
  return marked ? unknownHeading(state, line, text) : unmarkedHeading(state, line, text, colon, index);
}

function standsAlone(state: PageState, index: number): boolean {
  return state.section === null || (state.blanks > 0 && state.lines[index + 1]?.mark === 'blank');
}

function chapterHeading(state: PageState, line: PageLine, text: string, stated: Milliseconds): boolean {
  if (text === '' || insideFurniture(state, line)) return false;
  state.enter('neutral', text, line.depth);
  state.push({ kind: 'chapter', text, stated, line: line.number });
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
  } else if (!state.has('title') && line.depth <= 2 && under === null) {
    state.meta('title', text.replace(SITE_SUFFIX, ''), line.number);
  } else state.enter('neutral', text, line.depth);
  return true;
}

function isListKind(kind: SectionKind): kind is 'insight' | 'takeaway' | 'reveal' | 'remember' {
  return kind === 'insight' || kind === 'takeaway' || kind === 'reveal' || kind === 'remember';
}

/** "Key points from her talk:" above a list, a bold line, a line in capitals. */
function unmarkedHeading(state: PageState, line: PageLine, text: string, colon: boolean, index: number): boolean {
  if (line.mark !== 'plain' || insideFurniture(state, line)) return false;
  const next = state.next(index);
  const isAbove =
    next?.mark === 'bullet' || (next?.links.length ?? 0) > 0 || takeLeadingTime(next?.text ?? '') !== null;
  const isLoud = line.loud && state.items.length > 0 && !/[.!?]$/.test(text) && readSpeakerLine(line.text) === null;
  if (!isLoud && !(colon && isAbove && !looksLikeName(text)) && !isLoneTitle(state, line, index)) return false;
  state.enter('neutral', text, 0);
  return true;
}

/** Sections in which a short line between blank ones is an entry, not a heading. */
const LISTS_OF_TITLES: ReadonlySet<SectionKind> = new Set(['recommendation', 'link', 'guest', 'chapter']);

/** A few capitalised words alone between blank lines, with sentences below: pages pasted from a site lose their marks. */
function isLoneTitle(state: PageState, line: PageLine, index: number): boolean {
  if (state.section === null || LISTS_OF_TITLES.has(state.kind) || state.blanks === 0) return false;
  if (state.lines[index + 1]?.mark !== 'blank' || !isTitleCase(line.text)) return false;
  const next = state.next(index);
  return next?.mark === 'plain' && !isTitleCase(next.text);
}

function isTitleCase(text: string): boolean {
  const words = text.split(' ');
  if (text.length > 60 || words.length > 7 || !/^[\p{L}\p{N} ,’'&:-]+$/u.test(text)) return false;
  return words.every((word) => word.length <= 3 || !/^\p{Ll}/u.test(word)) && /^[\p{Lu}\p{N}]/u.test(text);
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
