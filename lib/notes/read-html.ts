/**
 * HTML of a description or a saved page to Markdown-like lines, in one pass over the characters. Only what says how a
 * line is meant is kept; scripts, styles and everything unknown are passed over.
 */
const BLOCKS = new Set(
  'p div section article header footer main aside ul ol table tr br hr pre dl dt dd figure figcaption'.split(' '),
);
const SKIPPED = new Set('script style noscript template svg head nav button select form iframe'.split(' '));
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

export function htmlToLines(html: string): string {
  const parts: string[] = [];
  const open: string[] = [];
  let quotes = 0;
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    const text = html.slice(at, tag < 0 ? html.length : tag);
    if (text !== '') parts.push(decode(text).replace(/\s+/g, ' '));
    if (tag < 0) break;
    at = step(html, tag, parts, open, (delta) => {
      quotes = Math.max(0, quotes + delta);
      return quotes;
    });
  }
  return parts.join('').replace(/[ \t]+\n/g, '\n');
}

type CountQuotes = (delta: number) => number;

function step(html: string, tag: number, parts: string[], hrefs: string[], quotes: CountQuotes): number {
  if (html.startsWith('<!--', tag)) {
    const close = html.indexOf('-->', tag + 4);
    return close < 0 ? html.length : close + 3;
  }
  const found = /^<(\/?)([a-z][a-z0-9]{0,12})([^<>]{0,4000})>/i.exec(html.slice(tag, tag + 4100));
  if (!found) {
    parts.push(html[tag] ?? '');
    return tag + 1;
  }
  const [whole, slash, rawName, attributes] = found;
  const name = (rawName ?? '').toLowerCase();
  const end = tag + whole.length;
  if (SKIPPED.has(name) && slash === '') return skip(html, name, end);
  if (slash === '') opened(name, attributes ?? '', parts, hrefs, quotes);
  else closed(name, parts, hrefs, quotes);
  return end;
}

function skip(html: string, name: string, from: number): number {
  const close = html.indexOf(`</${name}`, from);
  if (close < 0) return html.length;
  const end = html.indexOf('>', close);
  return end < 0 ? html.length : end + 1;
}

function opened(name: string, attributes: string, parts: string[], hrefs: string[], quotes: CountQuotes): void {
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level) parts.push(`\n\n${'#'.repeat(Number(level))} `);
  else if (name === 'li') parts.push('\n- ');
  else if (name === 'blockquote') {
    quotes(1);
    parts.push('\n\n> ');
  } else if (name === 'a') {
    hrefs.push(/\bhref\s*=\s*["']?([^"'\s>]{1,2000})/i.exec(attributes)?.[1] ?? '');
    parts.push('[');
  } else if (BLOCKS.has(name)) parts.push(name === 'br' ? '\n' : quotes(0) > 0 ? '' : '\n\n');
  else if (name === 'b' || name === 'strong') parts.push('**');
}

function closed(name: string, parts: string[], hrefs: string[], quotes: CountQuotes): void {
  if (name === 'a') {
    const href = hrefs.pop();
    parts.push(href === undefined || href === '' ? ']' : `](${decode(href)})`);
  } else if (name === 'blockquote') {
    quotes(-1);
    parts.push('\n\n');
  } else if (name === 'b' || name === 'strong') parts.push('**');
  else if (/^h[1-6]$/.test(name) || BLOCKS.has(name)) parts.push(quotes(0) > 0 ? ' ' : '\n\n');
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, body: string) => {
    if (body[0] !== '#') return NAMED.get(body.toLowerCase()) ?? whole;
    const code = body[1] === 'x' || body[1] === 'X' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
