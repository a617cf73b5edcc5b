/** Takes the markup out of text that merely borrows some from HTML or Advanced SubStation (SubRip, srv1). */

const STRIPPED: ReadonlySet<string> = new Set(
  'b i u s em strong font span p div c v lang ruby rb rt rp sup sub small big center strike tt a o h1 h2 h3 html body br'.split(
    ' ',
  ),
);

/** Longer than any name above: what is longer is no tag. */
const LONGEST_NAME = 6;

/**
 * Drops known tags, opening and closing, in any case and with any attributes or classes; `<br>` becomes a line break. What only
 * looks like a tag (`<3`, `a < b`, `<laughs>`) stays. Ruby readings go into brackets after their base: `漢(かん)`.
 */
export function stripMarkup(text: string): string {
  let open = text.indexOf('<');
  if (open < 0) return text;
  const parts: string[] = [];
  let copied = 0;
  let close = text.indexOf('>', open);
  while (open >= 0 && close >= 0) {
    const next = text.indexOf('<', open + 1);
    // Looked for again only when passed, and a tag holds no other `<`: a run of brackets stays linear.
    if (close < open) close = text.indexOf('>', open);
    const tag = close > open && (next < 0 || close < next) ? readTag(text, open) : null;
    if (tag !== null) {
      parts.push(text.slice(copied, open), tag);
      copied = close + 1;
    }
    open = next;
  }
  parts.push(text.slice(copied));
  return parts.join('');
}

/** What stands for the tag at `open`; null when it is none. */
function readTag(text: string, open: number): string | null {
  const isClosing = text.charCodeAt(open + 1) === 47;
  const from = isClosing ? open + 2 : open + 1;
  let at = from;
  while (at - from <= LONGEST_NAME && isLetterOrDigit(text.charCodeAt(at))) at++;
  if (at === from || !isNameEnd(text.charCodeAt(at))) return null;
  const name = text.slice(from, at).toLowerCase();
  if (!STRIPPED.has(name)) return null;
  if (name === 'br') return '\n';
  return name === 'rt' ? (isClosing ? ')' : '(') : '';
}

/** The end of the tag, white space, `.class` or `/>`; anything else makes it another word. */
function isNameEnd(code: number): boolean {
  return code === 62 || code === 32 || code === 46 || code === 47 || code === 9 || code === 10 || code === 13;
}

function isLetterOrDigit(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57);
}

/** Override tags of Advanced SubStation that wander into SubRip files, and the colour codes of MicroDVD. */
const OVERRIDES: ReadonlySet<string> = new Set(
  'a an pos move org clip iclip i b u s c 1c 2c 3c 4c alpha 1a 2a 3a 4a fn fs fsp fscx fscy fr frx fry frz fax fay fe fad fade k kf ko kt q r t be blur bord xbord ybord shad xshad yshad p pbo'.split(
    ' ',
  ),
);

/** Longest override block that is looked for; what is longer is text in braces. */
const LONGEST_OVERRIDE = 400;

/**
 * Drops `{\an8}`, `{\pos(1,2)}`, `{y:i}` and the like. A block cut off at the end of the text is dropped too. Other braces, LaTeX
 * among them, stay.
 */
export function stripOverrides(text: string): string {
  let open = text.indexOf('{');
  if (open < 0) return text;
  const parts: string[] = [];
  let copied = 0;
  while (open >= 0) {
    const end = isOverride(text, open) ? endOfOverride(text, open) : -1;
    if (end > 0) {
      parts.push(text.slice(copied, open));
      copied = end;
    }
    open = text.indexOf('{', Math.max(end, open + 1));
  }
  parts.push(text.slice(copied));
  return parts.join('');
}

/** Index after the override tail that a cut-off block left at the start of the following text: `1060)}` of `{\pos(1310,` + `1060)}`. */
export function overrideTail(text: string): number {
  const close = text.slice(0, 40).indexOf('}');
  return close >= 0 && !text.slice(0, close).includes('{') ? close + 1 : 0;
}

/** Whether the text ends inside an override block. */
export function endsInOverride(text: string): boolean {
  const open = text.lastIndexOf('{');
  return open >= 0 && text.length - open < LONGEST_OVERRIDE && !text.includes('}', open) && isOverride(text, open);
}

function isOverride(text: string, open: number): boolean {
  const first = text.charCodeAt(open + 1);
  if (first !== 92) return text.charCodeAt(open + 2) === 58 && isLetterOrDigit(first);
  let at = open + 2;
  const from = at;
  while (at - from < 6 && isLetterOrDigit(text.charCodeAt(at)) && !(at > from && isDigit(text.charCodeAt(at)))) at++;
  const name = text.slice(from, at);
  return OVERRIDES.has(name) || name.startsWith('fn');
}

function endOfOverride(text: string, open: number): number {
  const limit = Math.min(text.length, open + LONGEST_OVERRIDE);
  for (let at = open + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 125) return at + 1;
    if (code === 123) return -1;
  }
  return limit === text.length ? limit : -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
