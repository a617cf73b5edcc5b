/** What stands above the first section: title, date, length, guest. */
import { readDate } from './dates';
import { type MetaKey, metaKey } from './meta-lines';
import { SITE_SUFFIX } from './page-headings';
import { isMetaKind, type PageState } from './page-state';
import type { PageLine } from './read-lines';
import { sectionOf } from './sections';
import { readLength, takeLeadingTime } from './stated-times';

const LONGEST_TITLE = 200;
const LONGEST_META = 300;
const PARTS = /\s*[·|•]\s*/;
const COLON = /[:：]/;
const PUBLISHED =
  /^(?:published|released|recorded|aired|posted|veröffentlicht|erschienen|aufgenommen|publié|diffusé|publicado|emitido|pubblicato)(?: on| am| le| el| il| em)?\s+/i;
/** A short key, a short value. */
const PROPERTY = /^\p{Lu}[\p{L} ]{1,23}:\s[^.!?]{1,60}$/u;

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
  if (line.text.length > LONGEST_META) return false;
  if (!COLON.test(line.text)) return dated(state, line);
  let understood = false;
  for (const part of line.text.split(PARTS)) {
    const colon = part.slice(0, 40).search(COLON);
    const key = colon > 0 ? metaKey(part.slice(0, colon)) : null;
    if (
      key &&
      metaValue(
        state,
        key,
        part
          .slice(colon)
          .replace(/^[:：]+/, '')
          .trim(),
        line,
      )
    )
      understood = true;
  }
  if (understood) state.properties = line.number;
  return understood || isProperty(state, line);
}

/** "Published on May 3, 2024" */
function dated(state: PageState, line: PageLine): boolean {
  const found = PUBLISHED.exec(line.text.slice(0, 80));
  const date = found && readDate(line.text.slice(found[0].length));
  if (!date) return false;
  state.meta('date', date, line.number);
  return true;
}

/** Among keys that are known, the others are keys too: "Mood: calm" below "Date: …". Programs write `key::`. */
function isProperty(state: PageState, line: PageLine): boolean {
  if (/^[\p{L}][\p{L}\p{N}_-]{0,30}::\s/u.test(line.text)) return true;
  const isRun = state.properties !== null && line.number - state.properties <= 1 && state.section === null;
  if (!isRun || !PROPERTY.test(line.text)) return false;
  state.properties = line.number;
  return true;
}

function metaValue(state: PageState, key: MetaKey, value: string, line: PageLine): boolean {
  if (key === 'ignored') return true;
  if (key === 'link') {
    const url = line.links[0]?.url;
    if (url === undefined) return false;
    const label = line.text.slice(0, line.text.search(COLON)).trim();
    state.push({ kind: 'link', text: label, url, line: line.number });
    return true;
  }
  // A date in words we do not know is still the date.
  if (key === 'date' && readDate(value) === null && !(value.length <= 40 && /\d/.test(value))) return false;
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

function isKeyed(text: string): boolean {
  const colon = text.slice(0, 40).search(COLON);
  return colon > 0 && metaKey(text.slice(0, colon)) !== null;
}

function isMetaPart(text: string): boolean {
  return readDate(text) !== null || readLength(text) !== null;
}

/** A line without a full stop, with something other than more prose below it. */
function isTitle(state: PageState, line: PageLine, index: number): boolean {
  if (state.items.some((item) => !isMetaKind(item.kind))) return false;
  if (line.text.length > LONGEST_TITLE || /[.!:;]$/.test(line.text) || takeLeadingTime(line.text)) return false;
  const next = state.lines[index + 1];
  if (next === undefined || state.next(index) === undefined) return false;
  return (
    next.mark !== 'plain' ||
    next.text.slice(0, LONGEST_META).split(PARTS).some(isMetaPart) ||
    sectionOf(next.text, false) !== null ||
    isKeyed(next.text)
  );
}
