import { useState } from 'preact/hooks';
import type { LibraryApi, RestorePreview } from './api';
import { Dialog } from './Dialog';
import { formatDate } from './format';
import { Weekly } from './Weekly';
import { count } from './words';

interface Props {
  readonly api: LibraryApi;
  readonly episodes: number;
  readonly onClose: () => void;
  readonly onSay: (sentence: string) => void;
}

type Step =
  | { readonly at: 'start' }
  | { readonly at: 'work'; readonly doing: string; readonly share: number }
  | { readonly at: 'preview'; readonly file: File; readonly preview: RestorePreview }
  | { readonly at: 'trouble'; readonly sentence: string };

/** Everything into one file, and back. */
export function BackupDialog({ api, episodes, onClose, onSay }: Props) {
  const [step, setStep] = useState<Step>({ at: 'start' });
  const working = (doing: string) => (share: number) => setStep({ at: 'work', doing, share });

  const save = async (): Promise<void> => {
    working('Writing the file…')(0);
    const saved = await api.backup.save(working('Writing the file…'));
    if (!saved.ok) return setStep({ at: 'trouble', sentence: saved.error.detail ?? saved.error.code });
    onClose();
    onSay(`${count(saved.value.episodes, 'episode')} exported.`);
  };
  const choose = async (file: File): Promise<void> => {
    working('Reading the file…')(0);
    const read = await api.backup.preview(file);
    if (read.ok) setStep({ at: 'preview', file, preview: read.value });
    else setStep({ at: 'trouble', sentence: read.error.detail ?? read.error.code });
  };
  const restore = async (file: File, how: 'merge' | 'replace'): Promise<void> => {
    working('Putting it back…')(0);
    const done = await api.backup.restore(file, how, working('Putting it back…'));
    if (!done.ok) return setStep({ at: 'trouble', sentence: done.error.detail ?? done.error.code });
    onClose();
    const failed = done.value.failed > 0 ? ` ${count(done.value.failed, 'record')} could not be read.` : '';
    onSay(
      `${count(done.value.episodes, 'episode')} and ${count(done.value.transcripts, 'transcript')} are here.${failed}`,
    );
  };

  return (
    <Dialog title="Export and restore" onClose={onClose}>
      {step.at === 'start' && (
        <Start
          api={api}
          episodes={episodes}
          onSave={() => void save()}
          onChoose={(file) => void choose(file)}
          onSay={onSay}
        />
      )}
      {step.at === 'work' && (
        <p>
          <label>
            {step.doing}
            <progress max={1} value={step.share} />
          </label>
        </p>
      )}
      {step.at === 'preview' && (
        <Preview preview={step.preview} onRestore={(how) => void restore(step.file, how)} onCancel={onClose} />
      )}
      {step.at === 'trouble' && (
        <>
          <p role="alert">{step.sentence}</p>
          <div class="buttons">
            <button type="button" class="button" onClick={() => setStep({ at: 'start' })}>
              Back
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

interface StartProps {
  readonly api: LibraryApi;
  readonly episodes: number;
  readonly onSave: () => void;
  readonly onChoose: (file: File) => void;
  readonly onSay: (sentence: string) => void;
}

function Start({ api, episodes, onSave, onChoose, onSay }: StartProps) {
  return (
    <>
      <p>One file holds everything: {count(episodes, 'episode')} with all transcripts, notes and reading places.</p>
      <div class="buttons">
        <button type="button" class="button primary" disabled={episodes === 0} onClick={onSave}>
          Export all
        </button>
      </div>
      {api.weekly.isPossible && <Weekly weekly={api.weekly} onSay={onSay} />}
      <hr />
      <p>A file that was exported before can be put back, here or on another computer.</p>
      <div class="buttons">
        <label class="button file">
          Choose a file…
          <input
            type="file"
            accept=".jsonl,.gz,.readalong"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) onChoose(file);
            }}
          />
        </label>
      </div>
    </>
  );
}

interface PreviewProps {
  readonly preview: RestorePreview;
  readonly onRestore: (how: 'merge' | 'replace') => void;
  readonly onCancel: () => void;
}

function Preview({ preview, onRestore, onCancel }: PreviewProps) {
  const { episodes, transcripts, notes, newEpisodes, damaged, savedAt } = preview;
  const facts = [count(episodes, 'episode'), count(transcripts, 'transcript'), count(notes, 'note')];
  return (
    <>
      <p>
        <strong>{facts.join(' · ')}</strong>
        {savedAt !== null && `, exported ${formatDate(savedAt)}`}.
      </p>
      <p>
        {newEpisodes === 0
          ? 'All of these episodes are in your library already.'
          : `${count(newEpisodes, 'episode is', 'episodes are')} not in your library yet.`}
        {damaged > 0 && ` ${count(damaged, 'record')} cannot be read and will be left out.`}
      </p>
      <div class="buttons">
        <button type="button" class="button primary" onClick={() => onRestore('merge')}>
          Add to my library
        </button>
        <button type="button" class="button danger" onClick={() => onRestore('replace')}>
          Replace my library
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
      <p class="small">Adding keeps what you have. Replacing forgets it first.</p>
    </>
  );
}
