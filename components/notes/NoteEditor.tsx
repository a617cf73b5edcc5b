import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NoteView } from '@/lib/notes/note-views';
import { NOTE_WORDS } from './words';

interface Props {
  readonly note: NoteView;
  readonly onSave: (note: NoteView, text: string) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** The reader's own words to a highlight or a moment. */
export function NoteEditor({ note, onSave, onRemove, onClose }: Props): JSX.Element {
  const [text, setText] = useState(note.kind === 'note' && note.comment === '' ? note.text : note.comment);
  return (
    <form
      class="note-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(note, text.trim());
        onClose();
      }}
    >
      <textarea
        aria-label={NOTE_WORDS.note}
        rows={2}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        ref={(field) => field?.focus()}
      />
      <div class="note-actions">
        <button type="submit" class="button primary">
          {NOTE_WORDS.save}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {NOTE_WORDS.cancel}
        </button>
        <button type="button" class="quiet" onClick={onRemove}>
          {NOTE_WORDS.remove}
        </button>
      </div>
    </form>
  );
}
