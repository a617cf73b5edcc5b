/** What stands above the first section: title, date, length, guest. */
import { readDate } from './dates';
import { type MetaKey, metaKey } from './meta-lines';
import { SITE_SUFFIX } from './page-headings';
import { isMetaKind, type PageState } from './page-state';
import type { PageLine } from './read-lines';
import { readLength, takeLeadingTime } from './stated-times';

const LONGEST_TITLE = 200;
const LONGEST_META = 300;
const PARTS = /\s*[·|•]\s*/;

/** True when the line spoke of the page as a whole and has been dealt with. */
export function readHead(state: PageState, line: PageLine, index: number): boolean {
  if ((state.section === null || state.section.kind === 'neutral') && readKeyed(state, line)) return true;
  if (line.mark !== 'plain' || state.section !== null) return false;
  if (metaParts(state, line)) return true;
  const clean = line.text.replace(SITE_SUFFIX, '');
  if (state.has('title')) return state.items.some((item) => item.kind === 'title' && item.text === clean);
  if (!isTitle(state, line, index)) return false;
  state.meta('title', clean, line.number);
  return true;
}

/** `Date: …`, `Guest: …`, several on one line with dots between. True when one was understood. */
export function readKeyed(state: PageState, line: PageLine): boolean {
  if (line.text.length > LONGEST_META || !line.text.includes(':')) return false;
  let understood = false;
  for (const part of line.text.split(PARTS)) {
    const colon = part.slice(0, 40).indexOf(':');
    const key = colon > 0 ? metaKey(part.slice(0, colon)) : null;
    if (key && metaValue(state, key, part.slice(colon + 1).trim(), line)) understood = true;
  }
  return understood;
}

function metaValue(state: PageState, key: MetaKey, value: string, line: PageLine): boolean {
  if (key === 'ignored') return true;
  if (key === 'link') {
    const url = line.links[0]?.url;
    if (url === undefined) return false;
    state.push({ kind: 'link', text: line.text.replace(/\s*:\s*$/, ''), url, line: line.number });
    return true;
  }
  if (key === 'date' && readDate(value) === null) return false;
  if (key === 'length' && readLength(value) === null) return false;
  state.meta(key, value, line.number);
  return value !== '';
}

/** `Show · 2019-04-18 · 1h 08m` */
function metaParts(state: PageState, line: PageLine): boolean {
  if (line.text.length > LONGEST_META) return false;
  const parts = line.text.split(PARTS);
  // A clock alone on a line is a chapter's time, not the length of the episode.
  if (!parts.some(isMetaPart) || (parts.length === 1 && takeLeadingTime(line.text))) return false;
  for (const part of parts) {
    if (readDate(part) !== null) state.meta('date', part, line.number);
    else if (readLength(part) !== null) state.meta('length', part, line.number);
  }
  return true;
}

function isMetaPart(text: string): boolean {
  return readDate(text) !== null || readLength(text) !== null;
}

/** A line without a full stop, with something other than more prose below it. */
function isTitle(state: PageState, line: PageLine, index: number): boolean {
  if (state.items.some((item) => !isMetaKind(item.kind))) return false;
  if (line.text.length > LONGEST_TITLE || /[.!:;]$/.test(line.text) || takeLeadingTime(line.text)) return false;
  const next = state.lines[index + 1];
  return next !== undefined && (next.mark !== 'plain' || isMetaPart(next.text)) && state.next(index) !== undefined;
}
