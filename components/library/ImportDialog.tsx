import { useState } from 'preact/hooks';
import type { ImportSource, LibraryApi } from './api';
import { Dialog } from './Dialog';
import { ImportItem, type Item, isMisaddressed } from './ImportItem';
import { readVideoId } from './read-video-id';
import { count, fitSentence, IMPORTING } from './words';

interface Props {
  readonly api: LibraryApi;
  /** What was dropped or pasted on the page. */
  readonly brought: readonly ImportSource[];
  readonly onClose: () => void;
  readonly onSay: (sentence: string) => void;
}

/** Texts of other recordings that are told one by one. */
const MOST_TOLD = 2;

/** Transcripts for videos that are not open: each text with the address of its video, or without one for later. */
export function ImportDialog({ api, brought, onClose, onSay }: Props) {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [text, setText] = useState('');
  /** How many of those that are being kept are done; null: none are. */
  const [done, setDone] = useState<number | null>(null);
  const [began, setBegan] = useState(false);

  const change = (key: string, to: Partial<Item>): void =>
    setItems((old) => old.map((item) => (item.key === key ? { ...item, ...to } : item)));
  const add = (source: ImportSource): void => {
    const item = newItem(source);
    setItems((old) => [...old, item]);
    void api.importing.read(source).then((answer) => {
      if (!answer.ok) return change(item.key, { fact: answer.error.detail ?? answer.error.code });
      const { name, fact, first, title } = answer.value;
      change(item.key, { fact: `${name} · ${fact}`, first, title, isGood: true });
    });
  };
  if (!began) {
    setBegan(true);
    brought.forEach(add);
  }
  const good = items.filter(({ isGood }) => isGood);
  const ready = good.filter((item) => !isMisaddressed(item));
  /** What is kept leaves the list; what is not stays, and says why. */
  const keep = async (): Promise<void> => {
    const left = new Map(items.map((item) => [item.key, item]));
    let waiting = 0;
    const unfit: string[] = [];
    for (const [index, item] of ready.entries()) {
      setDone(index);
      const videoId = readVideoId(item.address);
      const answer = await api.importing.keep(item.source, videoId, titleOf(item));
      if (answer.ok) left.delete(item.key);
      else left.set(item.key, { ...item, trouble: answer.error.detail ?? answer.error.code });
      if (answer.ok && videoId === null) waiting++;
      const fit = answer.ok && videoId !== null ? await api.importing.merge(videoId) : null;
      if (fit?.kind === 'unfit') unfit.push(`“${item.name}”: ${fitSentence(fit)}`);
    }
    setDone(null);
    const kept = items.length - left.size;
    if (kept > 0) onSay([keptSentence(kept, waiting), ...unfit.slice(0, MOST_TOLD)].join(' '));
    setItems([...left.values()]);
    if (left.size === 0) onClose();
  };
  return (
    <Dialog title="Import transcripts" onClose={onClose}>
      <DropArea onFiles={(files) => files.forEach((file) => void add({ kind: 'file', file }))} />
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          add({ kind: 'text', text });
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
          <ImportItem
            key={item.key}
            item={item}
            isBusy={done !== null}
            onAddress={(address) => change(item.key, { address, trouble: null })}
            onLeaveOut={() => setItems((old) => old.filter(({ key }) => key !== item.key))}
          />
        ))}
      </ul>
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
      <p class="small">{IMPORTING.stays}</p>
    </Dialog>
  );
}

/** A file's name may hold the id of its video, as download tools write it. */
function newItem(source: ImportSource): Item {
  const name = source.kind === 'file' ? source.file.name : 'Pasted text';
  return {
    key: `${Date.now()}-${Math.random()}`,
    source,
    name,
    title: null,
    fact: null,
    first: '',
    isGood: false,
    trouble: null,
    address: source.kind === 'file' ? (readVideoId(source.file.name) ?? '') : '',
  };
}

function importWords(ready: number, done: number | null): string {
  if (done !== null) return `Importing ${done + 1} of ${ready}…`;
  return ready > 1 ? `Import ${ready} transcripts` : 'Import';
}

function keptSentence(kept: number, waiting: number): string {
  const sentence = `${count(kept, 'transcript')} imported.`;
  if (waiting === 0) return sentence;
  if (waiting === kept)
    return `${sentence} Attach ${kept === 1 ? 'it to its video' : 'them to their videos'} any time.`;
  return `${sentence} ${waiting} ${waiting === 1 ? 'has' : 'have'} no video yet.`;
}

/** Until the video itself says what it is called. */
function titleOf({ source, name, first, title }: Item): string {
  if (title !== null) return title;
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
