/**
 * HTML of a description or a saved page to Markdown-like lines, in one pass over the characters. Only what says how a
 * line is meant is kept; scripts, styles and everything unknown are passed over.
 */
const BLOCKS = new Set(
  'p div section article header footer main aside table details summary br hr pre dl dt dd figure figcaption'.split(
    ' ',
  ),
);
const SKIPPED = new Set('script style noscript template svg head nav button select form iframe figcaption'.split(' '));
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['bull', '•'],
  ['middot', '·'],
  ['copy', '©'],
]);
const ENTITY = /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi;

/** True when tags carry the text's shape: in Markdown with a few tags in it, line ends and marks do. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 20_000);
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(head)) return true;
  const tags = head.match(/<(?:p|li|ul|ol|h[1-6]|div|blockquote|br)(?:\s[^<>]{0,300})?\/?>/gi)?.length ?? 0;
  const lines = head.match(/\n[ \t]*\S/g)?.length ?? 0;
  return tags >= 3 && tags * 2 > lines;
}

/** What is open where the reader stands. */
interface Place {
  readonly parts: string[];
  readonly hrefs: string[];
  quotes: number;
  cells: number;
  lists: number;
}

export function htmlToLines(html: string): string {
  const place: Place = { parts: [], hrefs: [], quotes: 0, cells: 0, lists: 0 };
  const { parts } = place;
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    const text = html.slice(at, tag < 0 ? html.length : tag);
    if (text !== '') parts.push(decode(text).replace(/\s+/g, ' '));
    if (tag < 0) break;
    at = step(html, tag, place);
  }
  return parts.join('').replace(/[ \t]+\n/g, '\n');
}

function step(html: string, tag: number, place: Place): number {
  if (html.startsWith('<!--', tag)) {
    const close = html.indexOf('-->', tag + 4);
    return close < 0 ? html.length : close + 3;
  }
  const found = /^<(\/?)([a-z][a-z0-9]{0,12})([^<>]{0,4000})>/i.exec(html.slice(tag, tag + 4100));
  if (!found) {
    place.parts.push(html[tag] ?? '');
    return tag + 1;
  }
  const [whole, slash, rawName, attributes] = found;
  const name = (rawName ?? '').toLowerCase();
  const end = tag + whole.length;
  if (SKIPPED.has(name) && slash === '') return skip(html, name, end);
  if (slash === '') place.parts.push(opened(name, attributes ?? '', place));
  else place.parts.push(closed(name, place));
  return end;
}

function skip(html: string, name: string, from: number): number {
  const close = html.indexOf(`</${name}`, from);
  if (close < 0) return html.length;
  const end = html.indexOf('>', close);
  return end < 0 ? html.length : end + 1;
}

function opened(name: string, attributes: string, place: Place): string {
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level) return `\n\n${'#'.repeat(Number(level))} `;
  if (name === 'b' || name === 'strong') return '**';
  if (name === 'a') {
    place.hrefs.push(/\bhref\s*=\s*["']?([^"'\s>]{1,2000})/i.exec(attributes)?.[1] ?? '');
    return '[';
  }
  if (name === 'td' || name === 'th') {
    place.cells++;
    return '| ';
  }
  if (name === 'li') return `\n${'  '.repeat(Math.min(6, Math.max(0, place.lists - 1)))}- `;
  if (name === 'ul' || name === 'ol') return ++place.lists > 1 ? '' : breakOf(place);
  if (name === 'blockquote') {
    place.quotes++;
    return '\n\n> ';
  }
  if (name === 'br') return place.cells > 0 ? ' ' : place.quotes > 0 ? '\n> ' : '\n';
  return BLOCKS.has(name) ? breakOf(place) : '';
}

/** A block begins a line, unless it is the first thing behind a mark: `<li><p>`. */
function breakOf({ parts, quotes, cells }: Place): string {
  if (quotes > 0 || cells > 0) return '';
  let last = parts.length - 1;
  while (last >= 0 && parts[last]?.trim() === '' && !parts[last]?.includes('\n')) last--;
  return /(?:^|\n) {0,12}(?:-|#{1,6}) $/.test(parts[last] ?? '') ? '' : '\n\n';
}

function closed(name: string, place: Place): string {
  const { hrefs } = place;
  switch (name) {
    case 'a': {
      const href = hrefs.pop();
      return href === undefined || href === '' ? ']' : `](${decode(href)})`;
    }
    case 'b':
    case 'strong':
      return '**';
    case 'blockquote':
      place.quotes = Math.max(0, place.quotes - 1);
      return '\n\n';
    case 'td':
    case 'th':
      place.cells = Math.max(0, place.cells - 1);
      return ' ';
    case 'tr':
      return '|\n';
    case 'table':
      place.cells = 0;
      return '\n\n';
    case 'ul':
    case 'ol':
      place.lists = Math.max(0, place.lists - 1);
      return place.lists > 0 ? '' : '\n\n';
    case 'li':
      return '';
  }
  if (!/^h[1-6]$/.test(name) && !BLOCKS.has(name)) return '';
  if (place.quotes > 0 || place.cells > 0) return ' ';
  return place.lists > 0 ? '\n' : '\n\n';
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, body: string) => {
    if (body[0] !== '#') return NAMED.get(body.toLowerCase()) ?? whole;
    const code = body[1] === 'x' || body[1] === 'X' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
