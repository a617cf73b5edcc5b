import type { JSX } from 'preact';
import type { PageView } from '@/lib/notes/notes-state';
import { IconButton } from '../shared/IconButton';
import { CloseIcon } from '../shared/icons';
import { NOTE_WORDS } from './words';

interface Props {
  readonly pages: readonly PageView[];
  readonly onRemove: (id: string) => void;
}

/** The pages that were read in, and the way to take one out again. */
export function Pages({ pages, onRemove }: Props): JSX.Element | null {
  if (pages.length === 0) return null;
  return (
    <ul class="note-pages" aria-label={NOTE_WORDS.pages}>
      {pages.map(({ id, title, notes }) => (
        <li key={id}>
          <bdi>{NOTE_WORDS.pageOf(title, notes)}</bdi>
          <IconButton label={NOTE_WORDS.removePage(title)} onClick={() => onRemove(id)}>
            <CloseIcon />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
