/**
 * Reads a page line by line. What a line becomes depends on the heading it stands under, the marks it carries and the
 * line before it; nothing is looked at twice, so a page costs time in proportion to its length.
 */
import { readDate } from './dates';
import { isBreadcrumb, isFurniture, isPlaceholder, withoutFurniture } from './furniture';
import { looksLikeName } from './names';
import { readBody } from './page-body';
import { readCallout } from './page-callouts';
import { readHead, readKeyed } from './page-head';
import { leavesFurniture, openSection } from './page-headings';
import { readLinks } from './page-links';
import { readSpeech } from './page-speech';
import type { PageState } from './page-state';
import { endOfTable, readTable } from './page-tables';
import { readTimed, readTitleAbove } from './page-times';
import type { PageLine } from './read-lines';

const LONGEST_SKIPPED = 60;
const LONGEST_REMARK = 400;

/** Reads the lines from `from` on into the state's items. */
export function readPage(state: PageState, from = 0): void {
  for (let index = from; index < state.lines.length; index++) {
    const line = state.lines[index];
    const end = endOfTable(state.lines, index);
    if (end > index) {
      readTable(state, index, end);
      index = end - 1;
    } else if (line) readLine(state, line, index);
  }
}

function readLine(state: PageState, line: PageLine, index: number): void {
  if (line.mark === 'blank' || line.mark === 'rule') {
    state.blanks++;
    state.dropsLinks = false;
    state.leaveCallout();
    if (line.mark === 'rule') state.speaker = null;
    return;
  }
  const isSkipped = state.skipNext && line.mark === 'plain' && line.text.length <= LONGEST_SKIPPED;
  state.skipNext = false;
  if (!isSkipped) understand(state, line, index);
  state.lastLine = line;
  state.blanks = 0;
}

function understand(state: PageState, raw: PageLine, index: number): void {
  const inner = readCallout(state, raw, index);
  if (inner === null || inner.mark === 'blank') return;
  const line = aboutEpisode(state, inner);
  if (readTitleAbove(state, line, index) || openSection(state, line, index)) return;
  if (state.kind === 'furniture' && !leavesFurniture(state, line)) {
    if (!isMetadata(state) || !readKeyed(state, line)) state.dropped++;
  } else if (isLeftOut(state, line, index)) state.dropped++;
  else if (line.text === '') readLinks(state, line);
  else if (!readSpeech(state, line, index) && !readHead(state, line, index) && !readTimed(state, line, index))
    readBody(state, line, index);
}

/** A list of keys and values about the episode, as note-keeping programs write above their notes. */
function isMetadata({ section }: PageState): boolean {
  return /meta/i.test(section?.title ?? '');
}

/** A paragraph without the sentences that ask for something. */
function aboutEpisode(state: PageState, line: PageLine): PageLine {
  const text = line.mark === 'plain' && state.kind !== 'furniture' ? withoutFurniture(line.text) : null;
  if (text === null) return line;
  state.dropsLinks = line.text.endsWith(':');
  return { ...line, text };
}

/** A name alone above a date, a length or a button: who wrote the page. */
function isByline(state: PageState, { text, mark }: PageLine, index: number): boolean {
  if (mark !== 'plain' || !looksLikeName(text) || !/\s/.test(text) || !state.has('title')) return false;
  const next = state.lines[index + 1]?.text ?? '';
  return next !== '' && state.section === null && (isFurniture(next) || readDate(next) !== null);
}

function isLeftOut(state: PageState, line: PageLine, index: number): boolean {
  if (line.mark === 'quote') return false;
  // "by", and the name of the channel on the next line.
  if (state.section === null && line.text.toLowerCase() === 'by') state.skipNext = true;
  if (state.dropsLinks && line.links.length > 0) return true;
  if (isFurniture(line.text) || isByline(state, line, index)) {
    state.dropsLinks = line.text.endsWith(':');
    return true;
  }
  if (state.section === null && state.items.length === 0 && isBreadcrumb(line.text)) return true;
  return isRemark(state, line);
}

/** A line in brackets: a remark on the link above it, or something a template asked its author to fill in. */
function isRemark({ last }: PageState, { text }: PageLine): boolean {
  const isFull = text.length > 20 && text.length <= LONGEST_REMARK && text.startsWith('(') && text.endsWith(')');
  const takesIt = (last?.kind === 'link' || last?.kind === 'recommendation') && last.reason === undefined;
  if (isFull && takesIt) last.reason = text.slice(1, -1);
  return (isFull && takesIt) || isPlaceholder(text);
}
