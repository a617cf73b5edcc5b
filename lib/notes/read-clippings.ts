/** Highlights as reading devices keep them: a title, a line about the place, the words, a row of equal signs. */
import type { NoteItem } from './items';

const BORDER = /^={8,}[ \t]*$/m;
/** `- Your Highlight on page 12 | Location 123 | Added on …`, in the languages of the devices. */
const ABOUT =
  /^-\s.{3,200}(?:\||｜|\b(?:page|location|position|seite|página|posición|emplacement|posizione|added|hinzugefügt)\b)/i;
const IS_NOTE = /\b(?:note|notiz|nota|заметка)\b|メモ|笔记/i;

/** Null when the text is no such file. */
export function readClippings(text: string): NoteItem[] | null {
  if (!BORDER.test(text)) return null;
  const blocks = text.split(new RegExp(BORDER, 'm')).map(linesOf);
  if (!blocks.some((lines) => ABOUT.test(lines[1] ?? ''))) return null;
  const items: { -readonly [Key in keyof NoteItem]: NoteItem[Key] }[] = [];
  for (const [title = '', about = '', ...rest] of blocks) {
    const words = rest.join(' ').trim();
    if (items.length === 0 && title !== '') items.push({ kind: 'title', text: title, line: null });
    if (words === '' || !ABOUT.test(about)) continue;
    const last = items[items.length - 1];
    if (IS_NOTE.test(about.slice(0, 40)) && last?.kind === 'quote' && last.reason === undefined) last.reason = words;
    else items.push({ kind: IS_NOTE.test(about.slice(0, 40)) ? 'takeaway' : 'quote', text: words, line: null });
  }
  return items;
}

function linesOf(block: string): string[] {
  return block
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replace(/^\ufeff/, '').trim())
    .filter((line) => line !== '');
}
