/**
 * Reads a page line by line. What a line becomes depends on the heading it stands under, the marks it carries and the
 * line before it; nothing is looked at twice, so a page costs time in proportion to its length.
 */
import { isBreadcrumb, isFurniture, isPlaceholder } from './furniture';
import { readBody } from './page-body';
import { readHead, readKeyed } from './page-head';
import { leavesFurniture, openSection } from './page-headings';
import { readLinks } from './page-links';
import { readSpeech } from './page-speech';
import type { PageState } from './page-state';
import { readTimed } from './page-times';
import type { PageLine } from './read-lines';

const LONGEST_SKIPPED = 60;
const LONGEST_REMARK = 400;

/** Reads the lines from `from` on into the state's items. */
export function readPage(state: PageState, from = 0): void {
  for (let index = from; index < state.lines.length; index++) {
    const line = state.lines[index];
    if (line) readLine(state, line, index);
  }
}

function readLine(state: PageState, line: PageLine, index: number): void {
  if (line.mark === 'blank' || line.mark === 'rule') {
    state.blanks++;
    if (line.mark === 'rule') state.speaker = null;
    return;
  }
  const isSkipped = state.skipNext && line.mark === 'plain' && line.text.length <= LONGEST_SKIPPED;
  state.skipNext = false;
  if (!isSkipped) understand(state, line, index);
  state.lastLine = line;
  state.blanks = 0;
}

function understand(state: PageState, line: PageLine, index: number): void {
  if (openSection(state, line, index)) return;
  if (state.kind === 'furniture' && !leavesFurniture(state, line)) {
    if (!isMetadata(state) || !readKeyed(state, line)) state.dropped++;
  } else if (isLeftOut(state, line)) state.dropped++;
  else if (line.text === '') readLinks(state, line);
  else if (!readSpeech(state, line, index) && !readHead(state, line, index) && !readTimed(state, line, index))
    readBody(state, line);
}

/** A list of keys and values about the episode, as note-keeping programs write above their notes. */
function isMetadata({ section }: PageState): boolean {
  return /meta/i.test(section?.title ?? '');
}

function isLeftOut(state: PageState, line: PageLine): boolean {
  if (line.mark === 'quote') return false;
  // "by", and the name of the channel on the next line.
  if (state.section === null && line.text.toLowerCase() === 'by') state.skipNext = true;
  if (isFurniture(line.text)) return true;
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
