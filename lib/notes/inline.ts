/** Markdown and bare addresses inside one line, read in one pass into the text a reader sees and the links it held. */
export interface Link {
  /** Empty for a bare address. */
  readonly label: string;
  readonly url: string;
}

export interface Inline {
  readonly text: string;
  readonly links: readonly Link[];
}

/** Longest address and label that are still taken for one; beyond it the brackets are ordinary text. */
const LONGEST_URL = 2000;
const LONGEST_LABEL = 600;
const BARE_ADDRESS = /^(?:https?:\/\/|www\.)[^\s<>"“”]{3,}/i;
const TRAILING_MARKS = /[.,;:!?)\]}'’]+$/;
const WORD = /[\p{L}\p{N}]/u;

export function readInline(raw: string): Inline {
  if (!/[[\]*_`~<\\]|:\/\/|www\./.test(raw)) return { text: squeeze(raw), links: [] };
  const links: Link[] = [];
  let text = '';
  let at = 0;
  while (at < raw.length) {
    const step = readAt(raw, at, links);
    if (step) {
      text += step.text;
      at = step.end;
    } else {
      text += raw[at];
      at += 1;
    }
  }
  return { text: squeeze(text), links };
}

interface Step {
  readonly text: string;
  readonly end: number;
}

function readAt(raw: string, at: number, links: Link[]): Step | null {
  switch (raw[at]) {
    case '[':
      return readLink(raw, at, links, false);
    case '!':
      return raw[at + 1] === '[' ? readLink(raw, at + 1, links, true) : null;
    case '*':
    case '_':
    case '~':
      return readEmphasis(raw, at);
    case '`':
      return { text: '', end: at + 1 };
    case '\\':
      return /[!-/:-@[-`{-~]/.test(raw[at + 1] ?? '') ? { text: raw[at + 1] ?? '', end: at + 2 } : null;
    case '<':
      return readAngle(raw, at, links);
    case 'h':
    case 'H':
    case 'w':
    case 'W':
      return readAddress(raw, at, links);
    default:
      return null;
  }
}

function readLink(raw: string, at: number, links: Link[], image: boolean): Step | null {
  if (raw[at + 1] === '[') return readWikiLink(raw, at, image, links);
  const close = closing(raw, at, '[', ']', LONGEST_LABEL);
  if (close < 0 || raw[close + 1] !== '(') return null;
  const end = closing(raw, close + 1, '(', ')', LONGEST_URL);
  if (end < 0) return null;
  if (image) return { text: '', end: end + 1 };
  const inner = readInline(raw.slice(at + 1, close));
  const url =
    raw
      .slice(close + 2, end)
      .trim()
      .split(/\s/, 1)[0] ?? '';
  links.push({ label: inner.text, url });
  return { text: inner.text, end: end + 1 };
}

/** `[[Page|shown]]`, as note-keeping programs write. */
function readWikiLink(raw: string, at: number, image: boolean, links: Link[]): Step | null {
  const end = raw.slice(at, at + LONGEST_LABEL).indexOf(']]');
  if (end < 0) return null;
  if (image) return { text: '', end: at + end + 2 };
  const inner = raw.slice(at + 2, at + end);
  const bar = inner.lastIndexOf('|');
  return { text: inner.slice(bar + 1), end: at + end + 2 + addressAfter(raw, at + end + 2, links) };
}

/** Length of an address in brackets at `at`, which is kept: `[[12:34]](https://…)`. */
function addressAfter(raw: string, at: number, links: Link[]): number {
  if (raw[at] !== '(') return 0;
  const end = closing(raw, at, '(', ')', LONGEST_URL);
  if (end < 0 || !BARE_ADDRESS.test(raw.slice(at + 1, end))) return 0;
  links.push({ label: '', url: raw.slice(at + 1, end) });
  return end + 1 - at;
}

/** Index of the bracket that closes the one at `at`, nested ones skipped; -1 beyond `longest`. */
function closing(raw: string, at: number, open: string, close: string, longest: number): number {
  let depth = 0;
  const limit = Math.min(raw.length, at + longest);
  // A thousand opening brackets without an end must not be walked a thousand times.
  if (!raw.slice(at, limit).includes(close)) return -1;
  for (let index = at; index < limit; index++) {
    if (raw[index] === '\\') index++;
    else if (raw[index] === open) depth++;
    else if (raw[index] === close && --depth === 0) return index;
  }
  return -1;
}

/** Marks of emphasis stand at one edge of a word; `2 * 3` and `snake_case` keep theirs. */
function readEmphasis(raw: string, at: number): Step | null {
  const mark = raw[at] ?? '';
  let end = at;
  while (raw[end] === mark) end++;
  const before = raw[at - 1] ?? ' ';
  const after = raw[end] ?? ' ';
  if (mark === '~' && end - at < 2) return null;
  if (/\s/.test(before) && /\s/.test(after) && end - at < 3) return null;
  if (mark === '_' && WORD.test(before) && WORD.test(after)) return { text: raw.slice(at, end), end };
  return { text: '', end };
}

function readAngle(raw: string, at: number, links: Link[]): Step | null {
  const end = raw.slice(at, at + LONGEST_URL).indexOf('>');
  if (end < 0) return null;
  const inner = raw.slice(at + 1, at + end);
  if (BARE_ADDRESS.test(inner)) {
    links.push({ label: '', url: inner });
    return { text: '', end: at + end + 1 };
  }
  return /^\/?[a-z][a-z0-9]{0,9}(?:\s[^<>]*)?\/?$/i.test(inner) ? { text: ' ', end: at + end + 1 } : null;
}

function readAddress(raw: string, at: number, links: Link[]): Step | null {
  if (at > 0 && WORD.test(raw[at - 1] ?? ' ')) return null;
  const found = BARE_ADDRESS.exec(raw.slice(at, at + LONGEST_URL));
  if (!found) return null;
  const url = found[0].replace(TRAILING_MARKS, '');
  links.push({ label: '', url });
  return { text: '', end: at + url.length };
}

/** One space between words, none at the ends; marks that steer direction or have no width are taken out. */
export function squeeze(text: string): string {
  return withoutInvisible(text).replace(/\s+/g, ' ').trim();
}

export function withoutInvisible(text: string): string {
  return text.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '');
}
