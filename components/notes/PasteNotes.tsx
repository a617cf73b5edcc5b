import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { NOTE_WORDS } from './words';

interface Props {
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onCancel: () => void;
}

/** Where a page of notes is pasted, dropped or chosen. */
export function PasteNotes({ onText, onFile, onCancel }: Props): JSX.Element {
  const [text, setText] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <form
      class="paste-notes"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onText(text);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const file = event.dataTransfer?.files[0];
        if (file) onFile(file);
      }}
    >
      <h3 class="paste-title">{NOTE_WORDS.pasteTitle}</h3>
      <p class="small">{NOTE_WORDS.pasteHint}</p>
      <textarea
        aria-label={NOTE_WORDS.pasteField}
        rows={9}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        ref={(field) => {
          if (text === '') field?.focus();
        }}
      />
      <div class="buttons">
        <button type="submit" class="button primary" disabled={text.trim() === ''}>
          {NOTE_WORDS.findThem}
        </button>
        <button type="button" class="button" onClick={() => chooser.current?.click()}>
          {NOTE_WORDS.chooseFile}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {NOTE_WORDS.cancel}
        </button>
      </div>
      <input
        type="file"
        hidden
        tabIndex={-1}
        ref={chooser}
        accept=".txt,.md,.json,.vtt,.html,.htm,text/*"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
    </form>
  );
}
