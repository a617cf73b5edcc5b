import type { Stop } from '@/lib/ports';
import type { ImportSource } from './api';

/** Longer than anybody searches for. */
const LONGEST_SEARCH = 400;

/**
 * Files and text that are dropped or pasted anywhere on the page. Without this the browser would leave the page to show a
 * dropped file.
 */
export function catchSources(onSources: (sources: readonly ImportSource[]) => void): Stop {
  const over = (event: DragEvent): void => event.preventDefault();
  const drop = (event: DragEvent): void => {
    if (isField(event.target) && filesOf(event.dataTransfer).length === 0) return;
    event.preventDefault();
    const sources = sourcesOf(event.dataTransfer);
    if (sources.length > 0) onSources(sources);
  };
  const paste = (event: ClipboardEvent): void => {
    if (!isMeantForPage(event)) return;
    const sources = sourcesOf(event.clipboardData);
    if (sources.length === 0) return;
    event.preventDefault();
    onSources(sources);
  };
  addEventListener('dragover', over);
  addEventListener('drop', drop);
  addEventListener('paste', paste);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('drop', drop);
    removeEventListener('paste', paste);
  };
}

/** Dialogs have fields of their own; the search field has the focus by itself, and a transcript is not searched for. */
function isMeantForPage({ target, clipboardData }: ClipboardEvent): boolean {
  if (target instanceof Element && target.closest('dialog')) return false;
  const text = clipboardData?.getData('text/plain') ?? '';
  return !isField(target) || text.length > LONGEST_SEARCH || filesOf(clipboardData).length > 0;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea');
}

function filesOf(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])];
}

/** Files if there are any, else text. */
function sourcesOf(data: DataTransfer | null): readonly ImportSource[] {
  const files = filesOf(data);
  if (files.length > 0) return files.map((file) => ({ kind: 'file', file }));
  const text = data?.getData('text/plain') ?? '';
  return text.trim() === '' ? [] : [{ kind: 'text', text }];
}
