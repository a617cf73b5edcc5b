import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LONGEST_THOUGHT } from '@/lib/protocol/notes-calls';
import { formatClock } from '@/lib/transcript/format-time';
import { IconButton } from '../shared/IconButton';
import { CloseIcon, CopyIcon } from '../shared/icons';
import type { CopyForm } from './copy-forms';
import { BookmarkIcon, HighlightIcon, NoteIcon } from './icons';
import type { OwnKind } from './notes-part';
import { NOTE_WORDS } from './words';

/**
 * What stands below the words. `selected`: words can be kept. `copying`: all of them can be copied. `writing`: the reader's own
 * words to a place. `told`: what was done.
 */
export type BarState =
  | { readonly kind: 'selected' | 'copying' }
  | {
      readonly kind: 'writing';
      /** The words there; empty where there are none. */
      readonly quote: string;
      /** Milliseconds; null where the words have no time. */
      readonly time: number | null;
    }
  | { readonly kind: 'told'; readonly text: string; readonly undo: (() => void) | null };

interface Props {
  readonly state: BarState;
  readonly hasShortcuts: boolean;
  readonly onNote: (kind: OwnKind) => void;
  readonly onCopyQuote: () => void;
  readonly onCopyAll: (form: CopyForm) => void;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}

export function NoteBar({ state, ...props }: Props): JSX.Element {
  switch (state.kind) {
    case 'selected':
      return <Choices {...props} />;
    case 'copying':
      return <Forms {...props} />;
    case 'writing':
      return <Writing state={state} {...props} />;
    case 'told':
      return (
        <div class="note-bar-row">
          <p role="status">{state.text}</p>
          {state.undo && (
            <button type="button" class="quiet" onClick={state.undo}>
              {NOTE_WORDS.undo}
            </button>
          )}
          <IconButton label={NOTE_WORDS.close} onClick={props.onClose}>
            <CloseIcon />
          </IconButton>
        </div>
      );
  }
}

const CHOICES: readonly (readonly [kind: OwnKind, label: string, key: string, icon: () => JSX.Element])[] = [
  ['note', NOTE_WORDS.addNote, 'N', NoteIcon],
  ['highlight', NOTE_WORDS.addHighlight, 'H', HighlightIcon],
  ['bookmark', NOTE_WORDS.addBookmark, 'B', BookmarkIcon],
];

/** A press must leave the selection, and the focus, where they are. */
const keepSelection = (event: Event) => event.preventDefault();

function Choices({ hasShortcuts, onNote, onCopyQuote }: Omit<Props, 'state'>): JSX.Element {
  return (
    <div class="note-bar-row" role="toolbar" aria-label={NOTE_WORDS.bar} onMouseDown={keepSelection}>
      {CHOICES.map(([kind, label, key, Icon]) => (
        <button key={kind} type="button" class="quiet" onClick={() => onNote(kind)}>
          <Icon />
          {label}
          {hasShortcuts && <kbd>{key}</kbd>}
        </button>
      ))}
      <IconButton label={NOTE_WORDS.copyQuote} onClick={onCopyQuote}>
        <CopyIcon />
      </IconButton>
    </div>
  );
}

const FORMS: readonly CopyForm[] = ['words', 'times', 'links'];

function Forms({ onCopyAll, onClose }: Omit<Props, 'state'>): JSX.Element {
  return (
    <div class="note-bar-row" role="toolbar" aria-label={NOTE_WORDS.copyAll}>
      <span class="note-bar-label">{NOTE_WORDS.copyLabel}</span>
      {FORMS.map((form) => (
        <button key={form} type="button" class="quiet" onClick={() => onCopyAll(form)}>
          {NOTE_WORDS.copyForms[form]}
        </button>
      ))}
      <IconButton label={NOTE_WORDS.close} onClick={onClose}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}

type WritingProps = Omit<Props, 'state'> & { readonly state: Extract<BarState, { kind: 'writing' }> };

function Writing({ state, onSave, onClose }: WritingProps): JSX.Element {
  const [text, setText] = useState('');
  const save = () => onSave(text.trim());
  return (
    <form
      class="note-writing"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
      }}
    >
      <p class="note-about">
        {state.time !== null && <span class="about-time">{formatClock(state.time)}</span>}
        <bdi>{state.quote}</bdi>
      </p>
      <textarea
        aria-label={NOTE_WORDS.note}
        placeholder={NOTE_WORDS.note}
        rows={2}
        maxLength={LONGEST_THOUGHT}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="note-actions">
        <button type="submit" class="button primary">
          {NOTE_WORDS.save}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {NOTE_WORDS.cancel}
        </button>
      </div>
    </form>
  );
}
