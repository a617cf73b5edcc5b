/** A page about an episode, in any of the shapes people have them, taken apart into items. */
import { finishItems } from './finish-items';
import { LOCATED_KINDS, type NoteItem, type NotesPage, type PageKind } from './items';
import { readFrontMatter } from './meta-lines';
import { readPage } from './page-reader';
import { PageState } from './page-state';
import { readClippings } from './read-clippings';
import { readCsvNotes } from './read-csv';
import { looksLikeCues, readCues } from './read-cues';
import { htmlToLines, looksLikeHtml } from './read-html';
import { readJsonNotes } from './read-json';
import { readLines } from './read-lines';

/** Characters, lines and items beyond which a page is not read: no page about one episode comes near. */
export const LONGEST_PAGE = 2_000_000;
const MOST_LINES = 50_000;
export const MOST_ITEMS = 5_000;

/** Never throws, for any string; linear in its length. An empty list means: nothing here that could be notes. */
export function parseNotes(text: string): NotesPage {
  const page = text
    .slice(0, LONGEST_PAGE)
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '');
  const { items, dropped, isCut } = readAny(page);
  const finished = finishItems(items.slice(0, MOST_ITEMS * 2));
  const truncated = isCut || text.length > LONGEST_PAGE || finished.length > MOST_ITEMS;
  const kept = finished.slice(0, MOST_ITEMS);
  return { kind: kindOf(kept), items: kept, dropped, truncated };
}

interface Read {
  readonly items: readonly NoteItem[];
  readonly dropped: number;
  readonly isCut: boolean;
}

function readAny(page: string): Read {
  if (looksLikeCues(page)) return { items: readCues(page), dropped: 0, isCut: false };
  const list = readClippings(page) ?? readCsvNotes(page);
  if (list) return { items: list, dropped: 0, isCut: false };
  const json = readJsonNotes(page);
  if (json && json.page === '') return { items: json.items, dropped: 0, isCut: false };
  const body = json?.page ?? (looksLikeHtml(page) ? htmlToLines(page) : page);
  const state = new PageState(readLines(body, MOST_LINES));
  const front = readFrontMatter(body);
  for (const { key, value, line } of front?.entries ?? [])
    if (key !== 'ignored' && key !== 'link') state.meta(key, value, line);
  readPage(state, front?.end ?? 0);
  // Lines of what HTML or JSON was turned into mean nothing to a reader.
  const items = body === page ? state.items : state.items.map((item) => ({ ...item, line: null }));
  return { items, dropped: state.dropped, isCut: state.lines.length === MOST_LINES };
}

function kindOf(items: readonly NoteItem[]): PageKind {
  if (items.some((item) => item.kind === 'description')) return 'descriptions';
  const said = items.filter((item) => LOCATED_KINDS.has(item.kind));
  if (said.length === 0) return items.length > 0 ? 'notes' : 'empty';
  const chapters = said.filter((item) => item.kind === 'chapter').length;
  if (chapters === said.length) return items.some((item) => item.kind === 'link') ? 'show-notes' : 'chapters';
  const quotes = said.filter((item) => item.kind === 'quote').length;
  if (quotes * 2 >= said.length) return 'quotes';
  return chapters >= 2 ? 'show-notes' : 'notes';
}
