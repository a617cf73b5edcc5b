/**
 * Notes as the library keeps them: one record for each thing that a search can find. The first record of a page carries what
 * is known of the page as a whole. Bodies come from backups too: they are read as something from outside.
 */
import type { EpisodeId } from '../transcript/units';
import { type ItemKind, LOCATED_KINDS, type NoteItem } from './items';
import type { KeptPage, Pin } from './kept-page';
import { type OwnNote, readAnchor, readOwnNote } from './own-notes';

/** As the library's records are. */
export interface StoredNote {
  readonly id: string;
  readonly videoId: EpisodeId;
  /** What a search finds. */
  readonly text: string;
  /** Milliseconds; null where the place is not sure. */
  readonly time: number | null;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

export interface KeptNotes {
  readonly own: readonly OwnNote[];
  /** Oldest first. */
  readonly pages: readonly KeptPage[];
}

/** Kinds that nothing is shown of; they stay with the first record of their page. */
const UNSHOWN: ReadonlySet<ItemKind> = new Set<ItemKind>(['title', 'date', 'length', 'guest']);
const PAGE = 'page-';
/** More than any page has; an index beyond it is damage. */
const MOST_ITEMS = 5000;

export function ownRecord(note: OwnNote): StoredNote {
  const { id, videoId, time, text, anchor, changedAt } = note;
  const said = anchor?.quote.replaceAll('\n', ' ') ?? '';
  return {
    id,
    videoId,
    text: [said, text].filter((part) => part !== '').join(' – '),
    time,
    body: JSON.stringify({ kind: 'own', note }),
    savedAt: changedAt,
  };
}

/** `times`: of its items, as far as their places are sure. Empty when nothing of the page can be shown. */
export function pageRecords(page: KeptPage, times: readonly (number | null)[] = []): StoredNote[] {
  const shown = page.items.flatMap((item, at) => (UNSHOWN.has(item.kind) ? [] : [at]));
  const pins = new Map(page.pins.map((pin) => [pin.item, pin.anchor]));
  return shown.flatMap((at) => {
    const item = page.items[at];
    if (!item) return [];
    const head = at === shown[0] ? { page: headOf(page) } : {};
    const pin = pins.has(at) ? { pin: pins.get(at) ?? null } : {};
    return [
      {
        id: `${page.id}:${at}`,
        videoId: page.videoId,
        text: searchText(item),
        time: times[at] ?? null,
        body: JSON.stringify({ kind: 'item', item, ...pin, ...head }),
        savedAt: page.addedAt,
      },
    ];
  });
}

/** Of a record of a page; null for the reader's own notes. */
export function pageIdOf(recordId: string): string | null {
  return recordId.startsWith(PAGE) ? (recordId.split(':')[0] ?? null) : null;
}

/** `hash`: of the page's text, so that the same page is kept once. */
export function pageIdFrom(hash: string): string {
  return `${PAGE}${hash}`;
}

/** Records that are no notes, or damaged, are left out. */
export function readKeptNotes(records: readonly StoredNote[]): KeptNotes {
  const own: OwnNote[] = [];
  const parts = new Map<string, PagePart[]>();
  for (const record of records) {
    const body = parse(record.body);
    const id = pageIdOf(record.id);
    if (id === null) {
      const note = readOwnNote(body.note);
      if (note && note.id === record.id && note.videoId === record.videoId) own.push(note);
      continue;
    }
    const part = readPart(record, body);
    if (!part) continue;
    const known = parts.get(id);
    if (known) known.push(part);
    else parts.set(id, [part]);
  }
  const pages = [...parts].map(([id, each]) => readPage(id, each));
  return { own, pages: pages.sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1)) };
}

interface PagePart {
  readonly at: number;
  readonly record: StoredNote;
  readonly item: NoteItem;
  readonly pin: Pin | null;
  readonly head: Record<string, unknown> | null;
}

function headOf({ title, url, addedAt, items }: KeptPage): unknown {
  const unshown = items.flatMap((item, at) => (UNSHOWN.has(item.kind) ? [[at, item]] : []));
  return { title, url, addedAt, unshown };
}

function searchText({ kind, text, title, author, reason }: NoteItem): string {
  const work = kind === 'recommendation' && title !== undefined && author !== undefined ? `${title}, ${author}` : text;
  return reason === undefined || reason === '' ? work : `${work} – ${reason}`;
}

function readPart(record: StoredNote, body: Record<string, unknown>): PagePart | null {
  const at = Number(record.id.split(':')[1]);
  const item = readItem(body.item);
  if (!item || !Number.isInteger(at) || at < 0 || at >= MOST_ITEMS) return null;
  const pin = body.pin === undefined ? null : { item: at, anchor: readAnchor(body.pin) };
  return { at, record, item, pin, head: isFields(body.page) ? body.page : null };
}

function readPage(id: string, parts: readonly PagePart[]): KeptPage {
  const head = parts.find((part) => part.head)?.head ?? {};
  const items: NoteItem[] = [];
  const put = (at: number, item: NoteItem) => {
    // A place that nothing is known of any more: the others keep their numbers.
    while (items.length < at) items.push({ kind: 'date', text: '', line: null });
    items[at] = item;
  };
  for (const { at, item } of parts.toSorted((a, b) => a.at - b.at)) put(at, item);
  for (const pair of Array.isArray(head.unshown) ? head.unshown : []) {
    const [at, stored] = Array.isArray(pair) ? pair : [];
    const item = readItem(stored);
    if (item && Number.isInteger(at) && at >= 0 && at < MOST_ITEMS) put(at, item);
  }
  const first = parts[0]?.record;
  return {
    id,
    videoId: first?.videoId ?? ('' as EpisodeId),
    title: typeof head.title === 'string' ? head.title : '',
    url: typeof head.url === 'string' ? head.url : null,
    addedAt: typeof head.addedAt === 'number' ? head.addedAt : (first?.savedAt ?? 0),
    items,
    pins: parts.flatMap(({ pin }) => pin ?? []),
  };
}

const KINDS: ReadonlySet<string> = new Set<ItemKind>([...UNSHOWN, ...LOCATED_KINDS, 'description', 'link']);
const TEXTS = ['speaker', 'title', 'author', 'reason', 'url', 'section'] as const;
const TIMES = ['stated', 'duration'] as const;

function readItem(stored: unknown): NoteItem | null {
  if (!isFields(stored)) return null;
  const { kind, text, line } = stored;
  if (typeof kind !== 'string' || !KINDS.has(kind) || typeof text !== 'string') return null;
  const item: Record<string, unknown> = { kind, text, line: typeof line === 'number' ? line : null };
  for (const name of TEXTS) if (typeof stored[name] === 'string') item[name] = stored[name];
  for (const name of TIMES) {
    const time = stored[name];
    if (typeof time === 'number' && Number.isFinite(time) && time >= 0) item[name] = time;
  }
  // Every field was looked at above.
  return item as unknown as NoteItem;
}

function parse(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return isFields(value) ? value : {};
  } catch {
    // Not ours, or damaged: it says nothing.
    return {};
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
