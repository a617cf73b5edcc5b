/** From what a reader drops, chooses or pastes to bytes. Nothing is read that is too large. */
import { type ImportBytes, MOST_BYTES } from '@/lib/sidebar/imports';
import { bytesOfFile } from '../shared/file-bytes';

export type TakenIn =
  | { readonly kind: 'bytes'; readonly file: ImportBytes }
  | { readonly kind: 'too-large' | 'unreadable'; readonly name: string };

export async function takeFile(file: File): Promise<TakenIn> {
  if (file.size > MOST_BYTES) return { kind: 'too-large', name: file.name };
  try {
    return { kind: 'bytes', file: { bytes: await bytesOfFile(file), fileName: file.name || null } };
  } catch {
    // A folder, or a file that went away since it was dropped.
    return { kind: 'unreadable', name: file.name };
  }
}

/** Text that was pasted or dropped; empty text is nothing. */
export function takeText(text: string): TakenIn | null {
  if (text.trim() === '') return null;
  if (text.length > MOST_BYTES) return { kind: 'too-large', name: '' };
  return { kind: 'bytes', file: { bytes: new TextEncoder().encode(text), fileName: null } };
}

/** Files if there are any, else plain text. */
export function takeTransfer(data: DataTransfer | null): Promise<readonly TakenIn[]> {
  const files = Array.from(data?.files ?? []);
  if (files.length > 0) return Promise.all(files.map(takeFile));
  const text = takeText(data?.getData('text/plain') ?? '');
  return Promise.resolve(text ? [text] : []);
}
