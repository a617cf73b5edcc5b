import { useState } from 'preact/hooks';
import type { VideoId } from '@/lib/transcript/units';
import type { ImportSource, LibraryApi } from './api';
import { Dialog } from './Dialog';
import { readVideoId } from './read-video-id';
import { count } from './words';

interface Props {
  readonly api: LibraryApi;
  /** Files that were dropped on the page. */
  readonly dropped: readonly File[];
  readonly onClose: () => void;
  readonly onSay: (sentence: string) => void;
}

interface Item {
  readonly key: string;
  readonly source: ImportSource;
  readonly name: string;
  /** What was understood, or why not. Null while being read. */
  readonly fact: string | null;
  readonly isGood: boolean;
  /** Address or id of its video, as typed. */
  readonly address: string;
}

/** A placeholder while the video is not known: understanding a text does not depend on it. */
const NO_VIDEO = 'xxxxxxxxxxx' as VideoId;

/** Transcripts for videos that are not open: each text with the address of its video. */
export function ImportDialog({ api, dropped, onClose, onSay }: Props) {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [began, setBegan] = useState(false);

  const add = (source: ImportSource, name: string): void => {
    const key = `${Date.now()} ${Math.random()}`;
    const address = source.kind === 'file' ? (readVideoId(source.file.name) ?? '') : '';
    setItems((old) => [...old, { key, source, name, fact: null, isGood: false, address }]);
    void api.importing.read(source, NO_VIDEO).then((answer) => {
      const change = answer.ok
        ? { fact: answer.value.fact, isGood: true }
        : { fact: answer.error.detail ?? answer.error.code, isGood: false };
      setItems((old) => old.map((item) => (item.key === key ? { ...item, ...change } : item)));
    });
  };
  if (!began) {
    setBegan(true);
    for (const file of dropped) add({ kind: 'file', file }, file.name);
  }
  const ready = items.filter((item) => item.isGood && readVideoId(item.address) !== null);
  const keep = async (): Promise<void> => {
    setBusy(true);
    let kept = 0;
    for (const item of ready) {
      const videoId = readVideoId(item.address);
      if (!videoId) continue;
      const answer = await api.importing.keep(item.source, videoId, item.name.replace(/\.[a-z0-9]{1,6}$/i, ''));
      if (answer.ok) kept++;
    }
    onClose();
    onSay(`${count(kept, 'transcript')} imported.`);
  };
  return (
    <Dialog title="Import transcripts" onClose={onClose}>
      <DropArea onFiles={(files) => files.forEach((file) => void add({ kind: 'file', file }, file.name))} />
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          add({ kind: 'text', text }, 'Pasted text');
          setText('');
        }}
      >
        <textarea
          aria-label="Transcript text"
          placeholder="or paste the text here"
          rows={3}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {text.trim() !== '' && (
          <button type="submit" class="button">
            Add this text
          </button>
        )}
      </form>
      <ul class="imports">
        {items.map((item) => (
          <li key={item.key}>
            <strong>{item.name}</strong>
            <span class={item.isGood || item.fact === null ? 'fact' : 'fact bad'}>{item.fact ?? 'Reading…'}</span>
            {item.isGood && (
              <input
                type="text"
                aria-label={`Address of the video of ${item.name}`}
                placeholder="Address of its video, https://www.youtube.com/watch?v=…"
                value={item.address}
                aria-invalid={item.address !== '' && readVideoId(item.address) === null}
                onInput={(event) => {
                  const address = event.currentTarget.value;
                  setItems((old) => old.map((other) => (other.key === item.key ? { ...other, address } : other)));
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          disabled={ready.length === 0 || isBusy}
          onClick={() => void keep()}
        >
          {ready.length > 1 ? `Import ${ready.length} transcripts` : 'Import'}
        </button>
      </div>
      <p class="small">Your transcripts stay on this computer.</p>
    </Dialog>
  );
}

function DropArea({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const [isOver, setOver] = useState(false);
  return (
    <label
      class={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      Drop files here, or choose them
      <input type="file" multiple onChange={(event) => onFiles([...(event.currentTarget.files ?? [])])} />
    </label>
  );
}
