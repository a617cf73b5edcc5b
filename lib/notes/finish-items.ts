/** Last look over a page's items: repeated ones joined, short forms of names written out. */
import type { NoteItem } from './items';
import { longNames } from './names';

export function finishItems(items: readonly NoteItem[]): NoteItem[] {
  return expandNames(joinRepeated(items.filter((item) => item.text !== '')));
}

/** The same claim twice is one; a question asked twice is one, and its answers stand together. */
function joinRepeated(items: readonly NoteItem[]): NoteItem[] {
  const kept: NoteItem[] = [];
  const seen = new Set<string>();
  const answers = new Map<string, NoteItem[]>();
  let question: string | null = null;
  for (const item of items) {
    const key = keyOf(item);
    if (item.kind === 'answer' && question !== null) {
      const given = answers.get(question) ?? [];
      if (!given.some((other) => keyOf(other) === key)) given.push(item);
      answers.set(question, given);
      continue;
    }
    question = item.kind === 'question' ? key : null;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(item);
  }
  return kept.flatMap((item) => (item.kind === 'question' ? [item, ...(answers.get(keyOf(item)) ?? [])] : [item]));
}

function keyOf(item: NoteItem): string {
  const words = item.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const place = item.kind === 'chapter' || item.kind === 'description' ? (item.stated ?? '') : '';
  return `${item.kind} ${place} ${item.kind === 'link' ? (item.url ?? '') : ''} ${words}`;
}

function expandNames(items: readonly NoteItem[]): NoteItem[] {
  const names = items.flatMap((item) => (item.speaker === undefined ? [] : [item.speaker]));
  const write = longNames(names);
  return items.map((item) => (item.speaker === undefined ? item : { ...item, speaker: write(item.speaker) }));
}
