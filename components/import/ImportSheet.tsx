import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { EpisodeActions, EpisodeView } from '@/lib/sidebar/episode';
import type { ImportActions } from '@/lib/sidebar/imports';
import type { Transcript } from '@/lib/transcript/types';
import { FileIcon, ImportIcon } from '../shared/icons';
import { keyNameHere } from '../shared/key-names';
import { Sheet } from '../sidebar/Sheet';
import type { ImportFlow, ImportState } from './import-flow';
import { Preview } from './Preview';
import { OnlyHere, Refused, Trouble, Unfit } from './Troubles';
import { takeFile, takeText } from './take-in';
import { IMPORT_WORDS, keptWords } from './words';

export interface ImportSheetProps {
  readonly flow: ImportFlow;
  readonly episode: EpisodeView;
  readonly imports: ImportActions;
  /** Something is being dragged over the panel. */
  readonly isOver: boolean;
  /** Does what the reader chose; words chosen so may replace those on screen at once. */
  readonly choose: (act: (actions: EpisodeActions) => void) => void;
  readonly onNotes: () => void;
  readonly onClose: () => void;
}

/** From dropping a file to using it; which page is shown says the flow. */
export function ImportSheet(props: ImportSheetProps): JSX.Element {
  const { flow, episode, choose, onNotes, onClose } = props;
  const { state } = flow;
  switch (state.step) {
    case 'choose':
      return <Choose {...props} />;
    case 'reading':
      return <Reading state={state} flow={flow} onClose={onClose} />;
    case 'preview':
      return <Preview state={state} flow={flow} choose={choose} onClose={onClose} />;
    case 'refused':
      return <Refused state={state} flow={flow} onNotes={onNotes} onClose={onClose} />;
    case 'unfit': {
      const timing = episode.transcripts.find(({ id }) => id === state.id)?.timing ?? 'none';
      return <Unfit state={state} flow={flow} timing={timing} choose={choose} onClose={onClose} />;
    }
    case 'only-here':
      return <OnlyHere flow={flow} onClose={onClose} />;
    case 'trouble':
      return <Trouble state={state} flow={flow} onClose={onClose} />;
  }
}

interface ReadingProps extends Pick<ImportSheetProps, 'flow' | 'onClose'> {
  readonly state: Extract<ImportState, { step: 'reading' }>;
}

function Reading({ state: { file, share }, flow, onClose }: ReadingProps): JSX.Element {
  return (
    <Sheet title={IMPORT_WORDS.check} onClose={onClose} onBack={() => flow.reset()}>
      <div class="import reading-file">
        {file.fileName && <bdi class="name">{file.fileName}</bdi>}
        <p role="status">{IMPORT_WORDS.reading}</p>
        <progress aria-label={IMPORT_WORDS.reading} value={share} max={1} />
        <button type="button" class="button" onClick={() => flow.reset()}>
          {IMPORT_WORDS.cancel}
        </button>
      </div>
    </Sheet>
  );
}

function Choose({ flow, episode, imports, isOver, choose, onClose }: ImportSheetProps): JSX.Element {
  const [isPasting, setPasting] = useState(false);
  const kept = episode.transcripts.filter(({ origin }) => origin.kind === 'import');
  return (
    <Sheet title={IMPORT_WORDS.title} onClose={onClose} onBack={onClose}>
      <div class="import">
        <div class={`drop${isOver ? ' over' : ''}`}>
          <ImportIcon />
          <p class="big">{isOver ? IMPORT_WORDS.dropNow : IMPORT_WORDS.drop}</p>
          <p class="soft">{IMPORT_WORDS.orPaste(keyNameHere('Ctrl V'))}</p>
          {isPasting ? (
            <textarea
              class="paste-here"
              aria-label={IMPORT_WORDS.pasteHere(keyNameHere('Ctrl V'))}
              placeholder={IMPORT_WORDS.pasteHere(keyNameHere('Ctrl V'))}
              rows={3}
              ref={(field) => field?.focus({ preventScroll: true })}
              onInput={({ currentTarget }) => {
                const taken = takeText(currentTarget.value);
                if (taken) flow.bring([taken]);
              }}
            />
          ) : (
            <div class="buttons">
              <FileButton flow={flow} />
              <button type="button" class="button" onClick={() => setPasting(true)}>
                {IMPORT_WORDS.paste}
              </button>
            </div>
          )}
        </div>
        <p class="small">{IMPORT_WORDS.works}</p>
        <Kept kept={kept} imports={imports} choose={choose} onClose={onClose} />
        <p class="small bottom">{IMPORT_WORDS.stays}</p>
      </div>
    </Sheet>
  );
}

function FileButton({ flow }: { readonly flow: ImportFlow }): JSX.Element {
  const take = async (files: FileList | null) => {
    const taken = await Promise.all(Array.from(files ?? []).map(takeFile));
    if (taken.length > 0) flow.bring(taken);
  };
  return (
    <label class="button primary">
      <input type="file" class="unseen" multiple onChange={({ currentTarget }) => void take(currentTarget.files)} />
      {IMPORT_WORDS.chooseFile}
    </label>
  );
}

interface KeptProps extends Pick<ImportSheetProps, 'imports' | 'choose' | 'onClose'> {
  readonly kept: readonly Transcript[];
}

/** What was imported for this video; what is taken away can be brought back as long as the sheet is open. */
function Kept({ kept, imports, choose, onClose }: KeptProps): JSX.Element | null {
  const [removed, setRemoved] = useState<Transcript | null>(null);
  if (kept.length === 0 && !removed) return null;
  const isBack = removed !== null && kept.some(({ id }) => id === removed.id);
  return (
    <>
      <p class="label">{IMPORT_WORDS.kept}</p>
      <ul class="kept">
        {kept.map((each) => {
          const { name, detail } = keptWords(each);
          return (
            <li key={each.id}>
              <FileIcon />
              <button
                type="button"
                class="what"
                title={IMPORT_WORDS.show}
                onClick={() => {
                  onClose();
                  choose((actions) => actions.showTranscript(each.id));
                }}
              >
                <bdi class="name">{name}</bdi>
                <span class="small">{detail}</span>
              </button>
              <button
                type="button"
                class="text-button"
                onClick={(event) => {
                  if (!event.isTrusted) return;
                  setRemoved(each);
                  choose(() => imports.remove(each.id));
                }}
              >
                {IMPORT_WORDS.remove}
              </button>
            </li>
          );
        })}
        {removed && !isBack && (
          <li class="gone">
            <FileIcon />
            <span class="what" role="status">
              <bdi class="name">{keptWords(removed).name}</bdi>
              <span class="small">{IMPORT_WORDS.removed}</span>
            </span>
            <button type="button" class="text-button" onClick={() => imports.restore(removed.id)}>
              {IMPORT_WORDS.undo}
            </button>
          </li>
        )}
      </ul>
    </>
  );
}
