/** `Key: value` lines and front matter that speak of the episode as a whole. */
export type MetaKey = 'title' | 'date' | 'length' | 'guest' | 'link' | 'ignored';

const KEYS: ReadonlyMap<string, MetaKey> = new Map([
  ['title', 'title'],
  ['episode title', 'title'],
  ['full title', 'title'],
  ['titel', 'title'],
  ['titre', 'title'],
  ['date', 'date'],
  ['published', 'date'],
  ['published on', 'date'],
  ['publish date', 'date'],
  ['episode publish date', 'date'],
  ['episode date', 'date'],
  ['release date', 'date'],
  ['released', 'date'],
  ['aired', 'date'],
  ['recorded', 'date'],
  ['recorded on', 'date'],
  ['upload date', 'date'],
  ['datum', 'date'],
  ['length', 'length'],
  ['duration', 'length'],
  ['runtime', 'length'],
  ['dauer', 'length'],
  ['durée', 'length'],
  ['duración', 'length'],
  ['guest', 'guest'],
  ['guests', 'guest'],
  ['with', 'guest'],
  ['gast', 'guest'],
  ['invité', 'guest'],
  ['invitado', 'guest'],
  ['source', 'link'],
  ['video', 'link'],
  ['url', 'link'],
  ['link', 'link'],
  ['youtube', 'link'],
  ['audio', 'link'],
  ['youtube url', 'link'],
  ['spotify url', 'link'],
  ['website', 'link'],
  ['fetched', 'ignored'],
  ['retrieved', 'ignored'],
  ['accessed', 'ignored'],
  ['host', 'ignored'],
  ['owner / host', 'ignored'],
  ['episode link', 'link'],
  ['category', 'ignored'],
  ['hosts', 'ignored'],
  ['channel', 'ignored'],
  ['podcast', 'ignored'],
  ['show', 'ignored'],
  ['episode', 'ignored'],
  ['season', 'ignored'],
  ['language', 'ignored'],
  ['tags', 'ignored'],
  ['views', 'ignored'],
  ['author', 'ignored'],
  ['created', 'ignored'],
  ['updated', 'ignored'],
]);

export function metaKey(text: string): MetaKey | null {
  return KEYS.get(text.trim().toLowerCase().replace(/[_-]/g, ' ')) ?? null;
}

export interface FrontMatter {
  readonly entries: readonly { readonly key: MetaKey; readonly value: string; readonly line: number }[];
  /** Index of the first line behind it. */
  readonly end: number;
}

/** Lines and characters within which the block must end. */
const LONGEST_FRONT = 200;
const LONGEST_BLOCK = 40_000;

/** The block between two `---` that Markdown files may begin with; null where there is none. Nested values are left out. */
export function readFrontMatter(page: string): FrontMatter | null {
  const raw = page.slice(0, LONGEST_BLOCK).split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  if (raw[0]?.trim() !== '---') return null;
  const limit = Math.min(raw.length, LONGEST_FRONT);
  const entries: { key: MetaKey; value: string; line: number }[] = [];
  for (let index = 1; index < limit; index++) {
    const line = raw[index] ?? '';
    if (/^(?:---|\.\.\.)\s*$/.test(line)) return { entries, end: index + 1 };
    const colon = line.slice(0, 60).indexOf(':');
    const key = colon > 0 && !/^\s/.test(line) ? metaKey(line.slice(0, colon)) : null;
    const value = line
      .slice(colon + 1)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    if (key && value !== '') entries.push({ key, value, line: index + 1 });
  }
  return null;
}
