/** In what forms the words of a video can be copied: the first is what most want, the last what notes are made of. */
import { toMarkdown } from '@/lib/export/markdown';
import { toPlainText } from '@/lib/export/plain-text';
import { copyAsQuote } from '@/lib/export/quote';
import type { EpisodeMeta } from '@/lib/ports';
import type { Transcript } from '@/lib/transcript/types';
import type { WordRange } from '../reading/document';

export type CopyForm = 'words' | 'times' | 'links';

export function copyOfAll(form: CopyForm, transcript: Transcript, { title, channel }: EpisodeMeta): string {
  if (form === 'links') return toMarkdown(transcript, { title, channel });
  return toPlainText(transcript, { times: form === 'times' });
}

/** `“words” (Name, 1:02:03, link)` */
export function copyOfQuote(transcript: Transcript, { first, end }: WordRange): string {
  return copyAsQuote(transcript, first, end);
}
