import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { EpisodeActions } from '@/lib/sidebar/episode';
import type { Timing } from '@/lib/transcript/types';
import { Sheet } from '../sidebar/Sheet';
import type { ImportFlow, ImportState } from './import-flow';
import { IMPORT_WORDS, troubleWords, unfitWords } from './words';

interface Props<Step extends ImportState['step']> {
  readonly state: Extract<ImportState, { step: Step }>;
  readonly flow: ImportFlow;
  readonly onClose: () => void;
}

/** Not understood, or no transcript. What it could be all the same is offered. */
export function Refused({ state, flow, onNotes, onClose }: Props<'refused'> & { onNotes: () => void }): JSX.Element {
  const { code, message, others } = state.refusal;
  const isNotes = code === 'notes-page';
  return (
    <Page
      title={isNotes ? IMPORT_WORDS.notesPage : IMPORT_WORDS.noWords}
      text={isNotes ? IMPORT_WORDS.notesHint : IMPORT_WORDS.noWordsHint}
      hint={message}
      flow={flow}
      onClose={onClose}
    >
      {isNotes && (
        <button type="button" class="button primary" onClick={onNotes}>
          {IMPORT_WORDS.openNotes}
        </button>
      )}
      <Another flow={flow} isPrimary={!isNotes} />
      {others.slice(0, 2).map(({ id, name }) => (
        <button type="button" key={id} class="text-button" onClick={() => flow.choose({ shape: id })}>
          {IMPORT_WORDS.readAs(name)}
        </button>
      ))}
    </Page>
  );
}

interface UnfitProps extends Props<'unfit'> {
  readonly timing: Timing;
  readonly choose: (act: (actions: EpisodeActions) => void) => void;
}

/** A transcript of another recording: nothing was stretched, and nothing is shown unless the reader wants it. */
export function Unfit({ state, flow, timing, choose, onClose }: UnfitProps): JSX.Element {
  return (
    <Page title={IMPORT_WORDS.notThis} text={unfitWords(state.matched)} flow={flow} onClose={onClose}>
      <button
        type="button"
        class="button"
        onClick={() => {
          onClose();
          flow.reset();
          choose((actions) => actions.showTranscript(state.id));
        }}
      >
        {timing === 'none' ? IMPORT_WORDS.withoutTimes : IMPORT_WORDS.withOwnTimes}
      </button>
      <Another flow={flow} isPrimary />
    </Page>
  );
}

/** The words are there, but the settings or the storage let nothing be kept. */
export function OnlyHere({ flow, onClose }: Pick<Props<'only-here'>, 'flow' | 'onClose'>): JSX.Element {
  return (
    <Page title={IMPORT_WORDS.ready} text={IMPORT_WORDS.onlyPage} flow={flow} onClose={onClose}>
      <button
        type="button"
        class="button primary"
        onClick={() => {
          flow.reset();
          onClose();
        }}
      >
        {IMPORT_WORDS.readIt}
      </button>
    </Page>
  );
}

export function Trouble({ state, flow, onClose }: Props<'trouble'>): JSX.Element {
  const { code, file } = state;
  const isOfFile = code === 'too-large' || code === 'unreadable';
  const title = code === 'too-large' ? IMPORT_WORDS.tooLarge : IMPORT_WORDS.unreadable;
  return (
    <Page
      title={isOfFile ? title : troubleWords(code)}
      text={code === 'too-large' ? IMPORT_WORDS.tooLargeHint : ''}
      flow={flow}
      onClose={onClose}
    >
      {file && (
        <button type="button" class="button primary" onClick={() => flow.retry()}>
          Try again
        </button>
      )}
      <Another flow={flow} isPrimary={!file} />
    </Page>
  );
}

function Another({ flow, isPrimary }: { readonly flow: ImportFlow; readonly isPrimary?: boolean }): JSX.Element {
  return (
    <button type="button" class={`button${isPrimary ? ' primary' : ''}`} onClick={() => flow.reset()}>
      {IMPORT_WORDS.another}
    </button>
  );
}

interface PageProps {
  readonly title: string;
  readonly text: string;
  readonly hint?: string;
  readonly flow: ImportFlow;
  readonly onClose: () => void;
  readonly children: preact.ComponentChildren;
}

function Page({ title, text, hint, flow, onClose, children }: PageProps): JSX.Element {
  const { state } = flow;
  // However the sheet was closed: who opens it again wants to bring something, not to be told the same once more.
  useEffect(() => () => void (flow.state === state && flow.reset()), [flow, state]);
  return (
    <Sheet title={IMPORT_WORDS.title} onClose={onClose} onBack={() => flow.reset()}>
      <div class="trouble" role="status">
        <p class="title">{title}</p>
        {text && <p class="text">{text}</p>}
        <div class="buttons">{children}</div>
        {hint && <p class="small">{hint}</p>}
      </div>
    </Sheet>
  );
}
