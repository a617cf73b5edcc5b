/** Pages in the shapes people have them, beside what a careful person reads in each: the kind of page, then one line an item. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NoteItem } from '@/lib/notes/items';
import { parseNotes } from '@/lib/notes/parse-notes';

const PAGES = join(import.meta.dirname, 'pages');
const names = readdirSync(PAGES)
  .filter((file) => file.endsWith('.page'))
  .map((file) => file.replace(/\.page$/, ''));

/** Kind, time in seconds where stated, speaker, text, remark. */
function brief({ kind, stated, speaker, text, reason }: NoteItem): string {
  const time = stated === undefined ? '' : ` ${stated / 1000}`;
  const name = speaker === undefined ? '' : ` <${speaker}>`;
  return `${kind}${time}${name}: ${text}${reason === undefined ? '' : ` // ${reason}`}`;
}

describe('pages in the shapes people have them', () => {
  it.each(names)('reads %s', (name) => {
    const expected = readFileSync(join(PAGES, `${name}.items`), 'utf8').trimEnd();
    const { kind, items } = parseNotes(readFileSync(join(PAGES, `${name}.page`), 'utf8'));
    expect([kind, ...items.map(brief)]).toEqual(expected.split('\n'));
  });

  it.each(names)('reads %s alike with the line ends of another system', (name) => {
    const page = readFileSync(join(PAGES, `${name}.page`), 'utf8');
    expect(parseNotes(page.replaceAll('\n', '\r\n')).items).toEqual(parseNotes(page).items);
  });
});
