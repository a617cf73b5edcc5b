import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NoteView } from '@/lib/notes/note-views';
import type { PageView } from '@/lib/notes/notes-state';
import { ExportIcon, PasteIcon } from './icons';
import { type NoteActions, NoteRow } from './NoteRow';
import { applyFilter, filterCounts, type NoteFilter, noteAt } from './note-groups';
import { Pages } from './Pages';
import { PasteNotes } from './PasteNotes';
import { NOTE_WORDS } from './words';

export interface NotesTabProps extends NoteActions {
  readonly notes: readonly NoteView[];
  /** Pages that were read in. */
  readonly pages: readonly PageView[];
  /** Milliseconds: what is being spoken. */
  readonly time: number;
  /** A page is being looked for in the episode. */
  readonly isFinding: boolean;
  /** What the reader should know of what they did last; empty when all is well. */
  readonly message: string;
  readonly onReadText: (text: string) => void;
  readonly onReadFile: (file: File) => void;
  readonly onExport: () => void;
  readonly onRemovePage: (id: string) => void;
}

/** The notes of this video: pages read in and the reader's own, each tied to its words, or plain about not finding them. */
export function NotesTab(props: NotesTabProps): JSX.Element {
  const { notes } = props;
  const [filter, setFilter] = useState<NoteFilter>('all');
  const [isPasting, setPasting] = useState(false);
  const filters = filterCounts(notes);
  const active = filters.some((one) => one.filter === filter) ? filter : 'all';
  if (isPasting)
    return (
      <PasteNotes
        onText={(text) => {
          setPasting(false);
          props.onReadText(text);
        }}
        onFile={(file) => {
          setPasting(false);
          props.onReadFile(file);
        }}
        onCancel={() => setPasting(false)}
      />
    );
  return (
    <div class="notes">
      {filters.length > 1 && <Filters filters={filters} active={active} onChoose={setFilter} />}
      <p class="note-status" role="status">
        {props.isFinding ? NOTE_WORDS.finding : props.message}
      </p>
      {notes.length === 0 && !props.isFinding && <p class="nothing">{NOTE_WORDS.none}</p>}
      <List {...props} notes={applyFilter(notes, active)} />
      <div class="note-foot">
        <button type="button" class="quiet" onClick={() => setPasting(true)}>
          <PasteIcon />
          {NOTE_WORDS.paste}
        </button>
        {notes.length > 0 && (
          <button type="button" class="quiet" onClick={props.onExport}>
            <ExportIcon />
            {NOTE_WORDS.export}
          </button>
        )}
      </div>
      <Pages pages={props.pages} onRemove={props.onRemovePage} />
    </div>
  );
}

function List({ notes, time, ...actions }: NotesTabProps): JSX.Element | null {
  if (notes.length === 0) return null;
  const now = noteAt(notes, time);
  const { onGo, onAccept, onPin, onUnpin, onForgetPin, onChange, onRemove } = actions;
  const rowActions = { onGo, onAccept, onPin, onUnpin, onForgetPin, onChange, onRemove };
  return (
    <ol class="note-list">
      {notes.map((note) => (
        <NoteRow key={note.id} note={note} isNow={note.id === now} {...rowActions} />
      ))}
    </ol>
  );
}

interface FiltersProps {
  readonly filters: ReturnType<typeof filterCounts>;
  readonly active: NoteFilter;
  readonly onChoose: (filter: NoteFilter) => void;
}

function Filters({ filters, active, onChoose }: FiltersProps): JSX.Element {
  return (
    <fieldset class="note-filters">
      <legend class="unseen">{NOTE_WORDS.filters}</legend>
      {filters.map(({ filter, name, count }) => (
        <button
          key={filter}
          type="button"
          class="note-filter"
          aria-pressed={filter === active}
          onClick={() => onChoose(filter)}
        >
          {name} {count}
        </button>
      ))}
    </fieldset>
  );
}
