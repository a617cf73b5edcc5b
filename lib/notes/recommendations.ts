/** Books, films and tools that a page recommends: `Title by Author – why`, a link with a label, or lines one below the other. */
import type { Link } from './inline';
import type { NoteItem } from './items';
import { looksLikeNames } from './names';

const CATEGORY =
  /^(?:(?:guest|host)['’]?s?\s*(?:own)?\s*)?(?:book|books|product|movie|film|documentary|series|tv show|podcast|album|song|music|app|tool|course|website|game|paper|article|magazine|other)$/i;
const BY = /^(.{2,160}?),?\s+(?:by|von|de|par)\s+(.{3,160})$/i;
const DASH = /\s+[–—-]+\s+|\s*[–—]\s*|\s*:\s+|\s*→\s*/;

export type Recommendation = Pick<NoteItem, 'text' | 'title' | 'author' | 'reason' | 'url'>;

/** "Guest’s own", "Book": a badge that stands before a title. */
export function isCategory(text: string): boolean {
  return text.length <= 40 && CATEGORY.test(text.replace(/([a-z])([A-Z])/g, '$1 $2'));
}

/** One line that names a work. */
export function readRecommendation(text: string, links: readonly Link[]): Recommendation {
  const label = links.find((link) => link.label !== '');
  const url = (label ?? links[0])?.url;
  const base = { text, ...(url === undefined ? {} : { url }) };
  if (label && text.startsWith(label.label)) {
    const rest = text.slice(label.label.length);
    return { ...base, title: clean(label.label), ...authorAndReason(rest) };
  }
  const dash = text.length <= 400 ? DASH.exec(text) : null;
  const head = dash ? text.slice(0, dash.index) : text;
  const rest = dash ? text.slice(dash.index + dash[0].length) : '';
  const by = BY.exec(head.slice(0, 330));
  if (by && looksLikeNames(clean(by[2] ?? '')))
    return { ...base, title: clean(by[1] ?? ''), author: clean(by[2] ?? ''), ...reasonOf(rest) };
  return { ...base, title: clean(head), ...authorAndReason(rest) };
}

function authorAndReason(rest: string): { author?: string; reason?: string } {
  const body = rest.replace(/^[\s\-–—:→,(]+/, '').replace(/\)$/, '');
  if (body === '') return {};
  const by = /^(?:by|von|de|par)\s+(.{3,160})$/i.exec(body);
  const dash = DASH.exec(body.slice(0, 200));
  const head = clean((by?.[1] ?? body).slice(0, by || !dash ? undefined : dash.index));
  if (looksLikeNames(head))
    return { author: head, ...reasonOf(!by && dash ? body.slice(dash.index + dash[0].length) : '') };
  return reasonOf(body);
}

function reasonOf(rest: string): { reason?: string } {
  const reason = rest.trim();
  return reason === '' ? {} : { reason };
}

function clean(text: string): string {
  return text.replace(/^["“”«»\s]+|["“”«»\s:.,]+$/g, '');
}
