/** Reads HTML as text with block structure, in one pass and without a document: foreign pages are never rendered. */
import { decodeEntities } from './entities';

export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string };

/** Elements whose content is no text of the page. */
const HIDDEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'head',
  'title',
  'iframe',
  'textarea',
  'select',
  'button',
  'nav',
  'footer',
]);

/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  'p div section article li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr table blockquote header footer main aside figure pre hr nav address form'.split(
    ' ',
  ),
);

/** Calls `onToken` for each tag and each text between tags, entities decoded; hidden elements are passed over. */
export function readHtml(text: string, onToken: (token: HtmlToken) => void): void {
  new HtmlScanner(text, onToken).run();
}

class HtmlScanner {
  private at = 0;
  /** True once no `>` is left: every further `<` is text. */
  private noMoreTags = false;

  constructor(
    private readonly text: string,
    private readonly onToken: (token: HtmlToken) => void,
  ) {}

  run(): void {
    const { text } = this;
    while (this.at < text.length) {
      const open = this.noMoreTags ? -1 : text.indexOf('<', this.at);
      if (open < 0) {
        this.emitText(this.at, text.length);
        return;
      }
      this.emitText(this.at, open);
      this.at = open;
      this.readTag();
    }
  }

  private emitText(from: number, to: number): void {
    if (to > from) this.onToken({ kind: 'text', text: decodeEntities(this.text.slice(from, to), { bare: true }) });
  }

  private readTag(): void {
    const { text, at } = this;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      this.at = end < 0 ? text.length : end + 3;
      return;
    }
    const isClose = text.charAt(at + 1) === '/';
    const name = tagName(text, isClose ? at + 2 : at + 1);
    if (name === '' && text.charAt(at + 1) !== '!' && text.charAt(at + 1) !== '?') {
      this.emitText(at, at + 1);
      this.at = at + 1;
      return;
    }
    const end = tagEnd(text, at);
    if (end < 0) {
      this.noMoreTags = true;
      return;
    }
    this.at = end + 1;
    if (name === '') return;
    if (isClose) this.onToken({ kind: 'close', name });
    else if (HIDDEN.has(name)) this.skipHidden(name, text.charAt(end - 1) === '/');
    else this.onToken({ kind: 'open', name, attributes: text.slice(at + 1 + name.length, end) });
  }

  private skipHidden(name: string, isEmpty: boolean): void {
    if (isEmpty) return;
    const closing = `</${name}`;
    for (let end = this.text.indexOf('</', this.at); end >= 0; end = this.text.indexOf('</', end + 2)) {
      if (this.text.slice(end, end + closing.length).toLowerCase() !== closing) continue;
      const after = this.text.indexOf('>', end);
      this.at = after < 0 ? this.text.length : after + 1;
      return;
    }
    // Never closed: the tag alone is passed over, unless what follows is certainly code.
    if (name === 'script' || name === 'style') this.at = this.text.length;
  }
}

/** Index of the `>` that ends the tag at `from`, quoted attribute values passed over; -1 when there is none. */
function tagEnd(text: string, from: number): number {
  const first = text.indexOf('>', from);
  if (first < 0) return -1;
  // Quotes matter only where a `>` stands inside them; looked for within reason.
  let at = from;
  const limit = Math.min(text.length, from + 5000);
  let quote = '';
  for (; at < limit; at++) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && text.charAt(at - 1) === '=') quote = char;
    else if (char === '>') return at;
  }
  return first;
}

function tagName(text: string, from: number): string {
  let at = from;
  while (at < text.length && at - from < 24 && /[A-Za-z0-9:-]/.test(text.charAt(at))) at++;
  return /^[A-Za-z]/.test(text.charAt(from)) ? text.slice(from, at).toLowerCase() : '';
}

/** The value of an attribute, entities decoded; null where it is missing. */
export function attributeOf(attributes: string, name: string): string | null {
  if (!attributes.includes(name)) return null;
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes.slice(0, 2000),
  );
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? null : decodeEntities(value);
}

/** The page's text: blocks on lines of their own, blank lines between paragraphs, headings with Markdown's hashes. */
export function htmlToText(text: string): string {
  const parts: string[] = [];
  const breakLine = (ending: string) => {
    if (parts.length > 0 && !parts.at(-1)?.endsWith(ending)) parts.push(ending);
  };
  readHtml(text, (token) => {
    if (token.kind === 'text') {
      // White space of the source is one space; only blocks and <br> break lines.
      const flat = token.text.replace(/[ \t\r\n\f]+/g, ' ');
      if (flat !== ' ' || (parts.length > 0 && !parts.at(-1)?.endsWith('\n'))) parts.push(flat);
    } else if (token.name === 'br') parts.push('\n');
    else if ((token.name === 'td' || token.name === 'th') && token.kind === 'close') parts.push('\t');
    else if (BLOCKS.has(token.name)) {
      breakLine(token.name === 'p' || token.name.length === 2 ? '\n\n' : '\n');
      if (token.kind === 'open' && /^h[1-6]$/.test(token.name))
        parts.push(`${'#'.repeat(Number(token.name.charAt(1)))} `);
      if (token.kind === 'open' && token.name === 'li') parts.push('* ');
    }
  });
  return parts.join('');
}
