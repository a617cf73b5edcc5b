/** Takes the tags out of text that merely borrows a few from HTML (SubRip, srv1). */

const STRIPPED: ReadonlySet<string> = new Set(
  'b i u s em strong font span p div c v lang ruby rb rt rp sup sub small big center strike tt a o h1 h2 h3 html body'.split(
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
  while (open >= 0) {
    const tag = readTag(text, open);
    if (tag !== null) {
      parts.push(text.slice(copied, open), tag.replacement);
      copied = tag.end;
    }
    open = text.indexOf('<', tag?.end ?? open + 1);
  }
  parts.push(text.slice(copied));
  return parts.join('');
}

interface Tag {
  readonly end: number;
  readonly replacement: string;
}

function readTag(text: string, open: number): Tag | null {
  const isClosing = text.charCodeAt(open + 1) === 47;
  const from = isClosing ? open + 2 : open + 1;
  let at = from;
  while (at - from <= LONGEST_NAME && isLetterOrDigit(text.charCodeAt(at))) at++;
  const name = text.slice(from, at).toLowerCase();
  const isBreak = name === 'br';
  if (!isBreak && !STRIPPED.has(name)) return null;
  const after = text.charCodeAt(at);
  // A space, `.class`, `/>` or the end; anything else makes it another word.
  if (after !== 62 && after !== 32 && after !== 46 && after !== 47 && after !== 9 && after !== 10) return null;
  while (at < text.length && text.charCodeAt(at) !== 62) {
    if (text.charCodeAt(at) === 60) return null;
    at++;
  }
  if (at === text.length) return null;
  return { end: at + 1, replacement: isBreak ? '\n' : rubyBracket(name, isClosing) };
}

/** `rp` holds the brackets themselves where an author wrote them; those are rare, and doubled brackets do no harm. */
function rubyBracket(name: string, isClosing: boolean): string {
  if (name !== 'rt') return '';
  return isClosing ? ')' : '(';
}

function isLetterOrDigit(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57);
}
