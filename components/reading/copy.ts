/** What a copy of selected words holds: the words, a blank line between paragraphs, names where speakers change. */
import type { Transcript } from '@/lib/transcript/types';
import type { ReadingDocument } from './document';
import type { Row } from './rows';
import type { Selected } from './selection';

export function copiedText(document: ReadingDocument, selected: Selected): string {
  const parts: string[] = [];
  for (const row of document.rowsBetween(selected)) {
    const words = textIn(row, selected);
    if (words.trim() === '') continue;
    parts.push(row.who && parts.length > 0 ? `${nameOf(document.transcript, row)}: ${words}` : words);
  }
  return parts.join(document.setting.view === 'lines' ? '\n' : '\n\n');
}

function textIn({ node }: Row, { startNode, startOffset, endNode, endOffset }: Selected): string {
  const from = startNode === node ? startOffset : 0;
  const to = endNode === node ? endOffset : node.data.length;
  return node.data.slice(from, to);
}

function nameOf(transcript: Transcript, row: Row): string {
  return transcript.speakers[row.block.voice ?? -1]?.name ?? '';
}
