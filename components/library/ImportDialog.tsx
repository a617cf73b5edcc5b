import { useState } from 'preact/hooks';
import type { VideoId } from '@/lib/transcript/units';
import type { ImportSource, LibraryApi } from './api';
import { Dialog } from './Dialog';
import { Icon } from './Icon';
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
  /** Its first words. */
  readonly first: string;
  readonly isGood: boolean;
  /** Why it could not be kept. */
  readonly trouble: string | null;
  /** Address or id of its video, as typed. */
  readonly address: string;
}

/** A placeholder while the video is not known: understanding a text does not depend on it. */
const NO_VIDEO = 'xxxxxxxxxxx' as VideoId;

/** Transcripts for videos that are not open: each text with the address of its video. */
export function ImportDialog({ api, dropped, onClose, onSay }: Props) {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [text, setText] = useState('');
  /** How many of those that are being kept are done; null: none are. */
  const [done, setDone] = useState<number | null>(null);
  const [began, setBegan] = useState(false);

  const add = (source: ImportSource, name: string): void => {
    const key = `${Date.now()} ${Math.random()}`;
    const address = source.kind === 'file' ? (readVideoId(source.file.name) ?? '') : '';
    setItems((old) => [...old, { key, source, name, fact: null, first: '', isGood: false, trouble: null, address }]);
    void api.importing.read(source, NO_VIDEO).then((answer) => {
      const change = answer.ok
        ? { fact: `${answer.value.name} · ${answer.value.fact}`, first: answer.value.first, isGood: true }
        : { fact: answer.error.detail ?? answer.error.code, isGood: false };
      setItems((old) => old.map((item) => (item.key === key ? { ...item, ...change } : item)));
    });
  };
  if (!began) {
    setBegan(true);
    for (const file of dropped) add({ kind: 'file', file }, file.name);
  }
  const ready = items.filter((item) => item.isGood && readVideoId(item.address) !== null);
  const waiting = items.filter((item) => item.isGood).length - ready.length;
  /** What is kept leaves the list; what is not stays, and says why. */
  const keep = async (): Promise<void> => {
    const left = new Map(items.map((item) => [item.key, item]));
    for (const [index, item] of ready.entries()) {
      setDone(index);
      const videoId = readVideoId(item.address);
      if (!videoId) continue;
      const answer = await api.importing.keep(item.source, videoId, titleOf(item));
      if (answer.ok) left.delete(item.key);
      else left.set(item.key, { ...item, trouble: answer.error.detail ?? answer.error.code });
    }
    setDone(null);
    const kept = items.length - left.size;
    if (kept > 0) onSay(`${count(kept, 'transcript')} imported.`);
    setItems([...left.values()]);
    if (left.size === 0) onClose();
  };
  const change = (key: string, address: string): void =>
    setItems((old) => old.map((item) => (item.key === key ? { ...item, address, trouble: null } : item)));
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
            <div class="import-head">
              <strong>{item.name}</strong>
              <button
                type="button"
                class="round"
                aria-label={`Leave out ${item.name}`}
                disabled={done !== null}
                onClick={() => setItems((old) => old.filter(({ key }) => key !== item.key))}
              >
                <Icon name="close" />
              </button>
            </div>
            <span class={item.isGood || item.fact === null ? 'fact' : 'fact bad'} role="status">
              {item.fact ?? 'Reading…'}
            </span>
            {item.first && <bdi class="first">{item.first}</bdi>}
            {item.isGood && (
              <input
                type="text"
                aria-label={`Address of the video of ${item.name}`}
                placeholder="Address of its video, https://www.youtube.com/watch?v=…"
                value={item.address}
                aria-invalid={item.address !== '' && readVideoId(item.address) === null}
                onInput={(event) => {
                  change(item.key, event.currentTarget.value);
                }}
              />
            )}
            {item.address !== '' && readVideoId(item.address) === null && (
              <span class="fact bad">This is not the address of a video.</span>
            )}
            {item.trouble && (
              <span class="fact bad" role="alert">
                {item.trouble}
              </span>
            )}
          </li>
        ))}
      </ul>
      {waiting > 0 && (
        <p class="small">{`${count(waiting, 'transcript')} still ${waiting === 1 ? 'needs' : 'need'} a video.`}</p>
      )}
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          disabled={ready.length === 0 || done !== null}
          onClick={() => void keep()}
        >
          {importWords(ready.length, done)}
        </button>
      </div>
      <p class="small">Your transcripts stay on this computer.</p>
    </Dialog>
  );
}

function importWords(ready: number, done: number | null): string {
  if (done !== null) return `Importing ${done + 1} of ${ready}…`;
  return ready > 1 ? `Import ${ready} transcripts` : 'Import';
}

/** Until the video itself says what it is called. */
function titleOf({ source, name, first }: Item): string {
  return source.kind === 'text' ? first : name.replace(/\.[a-z0-9]{1,6}$/i, '');
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
