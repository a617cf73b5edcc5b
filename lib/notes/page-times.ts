/** Lines with a time: chapters, or items of their section with the time the page states. */
import { isLoneTime } from './lone-times';
import { goesOn, readBody } from './page-body';
import type { PageState } from './page-state';
import { readQuotation } from './quotations';
import type { PageLine } from './read-lines';
import { type TimedText, takeLeadingTime, takeTrailingTime, timeOfLink } from './stated-times';

const ORNAMENT =
  /^(?:(?![©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}][\ufe0f\u200d]*\p{Emoji_Modifier}?){1,6}\s+/u;
/** Characters; a sentence longer than that tells what is said there and is no title. */
const LONGEST_CHAPTER = 120;

/** True when the line carried, or inherited, a time and has been dealt with. */
export function readTimed(state: PageState, line: PageLine, index: number): boolean {
  const lead = takeLeadingTime(line.text);
  if (lead && lead.text === '') {
    state.time = lead.stated;
    state.open = null;
    return true;
  }
  const time = lead ?? trailing(state, line, index) ?? linked(line);
  if (time && !lead && continues(state, line, time)) return true;
  if (time) return timedItem(state, line, time, index);
  if (state.time === null || state.blanks > 1) return false;
  const { time: stated } = state;
  state.time = null;
  return timedItem(state, line, { text: line.text, stated }, index);
}

/** In a list copied from a player each title stands above its time. True when the line was such a title. */
export function readTitleAbove(state: PageState, line: PageLine, index: number): boolean {
  if (!state.hasTitlesAbove || line.mark === 'blank' || isLoneTime(line)) return false;
  const next = state.lines[index + 1];
  const time = next && isLoneTime(next) ? takeLeadingTime(next.text) : null;
  if (!time) return false;
  state.push({ kind: 'chapter', text: line.text, stated: time.stated, line: line.number });
  state.skipNext = true;
  return true;
}

/** At the end of a line a time is only taken for one in brackets, or in a list of such lines. */
function trailing(state: PageState, line: PageLine, index: number): TimedText | null {
  const found = takeTrailingTime(line.text);
  if (!found || found.text === '') return null;
  const isBracketed = /[)\]]\W?$/.test(line.text);
  const isListed = state.kind === 'chapter' || state.open?.kind === 'chapter';
  const next = state.next(index);
  return isBracketed || isListed || (next && takeTrailingTime(next.text) !== null) ? found : null;
}

function linked(line: PageLine): TimedText | null {
  for (const link of line.links) {
    const stated = timeOfLink(link.url);
    if (stated !== null) return { stated, text: line.text };
  }
  return null;
}

/** The last line of an entry that is written over several, with the time of the whole. */
function continues(state: PageState, line: PageLine, { text, stated }: TimedText): boolean {
  const { open } = state;
  if (!open || !goesOn(state, { ...line, text, links: [] })) return false;
  open.stated ??= stated;
  return true;
}

function timedItem(state: PageState, line: PageLine, { text, stated }: TimedText, index: number): boolean {
  const clean = text.replace(ORNAMENT, '').replace(/\s*[:–—-]\s*$/, '');
  if (clean === '') return true;
  if (!isChapterList(state)) {
    readBody(state, { ...line, text: clean }, index);
    if (state.last?.line === line.number) state.last.stated ??= stated;
    return true;
  }
  const quotation = readQuotation(clean);
  const isTelling = clean.length > LONGEST_CHAPTER && /[.!?…]$/.test(clean);
  if (quotation) state.quote({ ...quotation, stated }, line);
  else if (isTelling) state.push({ kind: 'summary', text: clean, stated, line: line.number });
  else state.push({ kind: 'chapter', text: clean, stated, line: line.number, ...urlOf(line) });
  return true;
}

function isChapterList({ kind }: PageState): boolean {
  return kind === 'neutral' || kind === 'chapter' || kind === 'link' || kind === 'gist';
}

/** Where a chapter leads to, besides its own second. */
function urlOf(line: PageLine): { url?: string } {
  const link = line.links.find(({ url }) => timeOfLink(url) === null && !url.startsWith('#'));
  return link ? { url: link.url } : {};
}
