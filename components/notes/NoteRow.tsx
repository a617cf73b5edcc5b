import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NoteKind, NoteState, NoteView, ShownPlace } from '@/lib/notes/note-views';
import { formatClock } from '@/lib/transcript/format-time';
import { IconButton } from '../shared/IconButton';
import { CheckIcon, CloseIcon, MoreIcon } from '../shared/icons';
import { Candidates } from './Candidates';
import {
  AnswerIcon,
  BookIcon,
  BookmarkIcon,
  ChapterIcon,
  HighlightIcon,
  InsightIcon,
  LinkIcon,
  MovedIcon,
  NearlyIcon,
  NoteIcon,
  PinIcon,
  QuestionIcon,
  QuoteIcon,
} from './icons';
import { NoteEditor } from './NoteEditor';
import { chipWords, differenceWords, goWords, NOTE_WORDS, noteLabel } from './words';

/** What can be done with one note. */
export interface NoteActions {
  /** Plays from the place and shows its words. `isStep`: on the way through several. */
  readonly onGo: (place: ShownPlace, note: NoteView, isStep?: boolean) => void;
  /** The reader says that this candidate is the place. */
  readonly onAccept: (note: NoteView, place: ShownPlace) => void;
  /** Pins the note to what is being spoken, or to the selected words. */
  readonly onPin: (note: NoteView) => void;
  /** The note is not where it was put. */
  readonly onUnpin: (note: NoteView) => void;
  /** Takes back what the reader said about the place. */
  readonly onForgetPin: (note: NoteView) => void;
  /** Only for the reader's own notes. */
  readonly onChange: (note: NoteView, text: string) => void;
  readonly onRemove: (note: NoteView) => void;
}

interface Props extends NoteActions {
  readonly note: NoteView;
  /** Playback is at this note. */
  readonly isNow: boolean;
}

/** Differences that are told; more say only that much differs. */
const TOLD = 2;

export function NoteRow({ note, isNow, ...actions }: Props): JSX.Element {
  const [chosen, setChosen] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const place = note.places[chosen] ?? note.places[0];
  const Icon = kindIcon(note.kind);
  const time = place?.start ?? null;
  return (
    <li class={`note${isNow ? ' on' : ''}`} aria-current={isNow ? 'true' : undefined} data-note={note.id}>
      <span class="note-at" aria-hidden="true">
        {time === null ? '' : `${place?.isRough ? '≈ ' : ''}${formatClock(time)}`}
      </span>
      <div class="note-head">
        <Icon />
        <span class="note-label">{noteLabel(note)}</span>
        <IconButton label={NOTE_WORDS.more} isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <MoreIcon />
        </IconButton>
        <Chip note={note} />
      </div>
      <NoteText note={note} place={place} onGo={actions.onGo} />
      {note.state === 'near' && note.differences.length > 0 && (
        <p class="note-small">{note.differences.slice(0, TOLD).map(differenceWords).join('; ')}</p>
      )}
      {note.comment !== '' && <p class="note-comment">{note.comment}</p>}
      {note.state === 'topic' && place && (
        <Candidates
          places={note.places}
          chosen={chosen}
          onChoose={(index) => {
            setChosen(index);
            const next = note.places[index];
            if (next) actions.onGo(next, note, true);
          }}
          onAccept={() => actions.onAccept(note, place)}
        />
      )}
      {isOpen && <RowActions note={note} close={() => setOpen(false)} {...actions} />}
    </li>
  );
}

function NoteText({
  note,
  place,
  onGo,
}: Pick<Props, 'note' | 'onGo'> & { place: ShownPlace | undefined }): JSX.Element {
  if (note.kind === 'link' && note.url !== null)
    return (
      <p class="note-text">
        <a href={note.url} target="_blank" rel="noopener noreferrer">
          {note.text}
        </a>
      </p>
    );
  const text = note.text === '' ? noteLabel(note) : note.text;
  if (!place) return <p class="note-text">{text}</p>;
  return (
    <button type="button" class="note-text go" onClick={() => onGo(place, note)}>
      <bdi>{text}</bdi>
      <span class="unseen">, {goWords(place.start, place.isRough)}</span>
    </button>
  );
}

function Chip({ note }: { readonly note: NoteView }): JSX.Element | null {
  const words = note.kind === 'link' ? null : chipWords(note);
  if (words === null) return null;
  const [tone, Icon] = CHIPS[note.state] ?? ['plain', CheckIcon];
  return (
    <span class={`note-chip ${tone}`}>
      <Icon />
      {words}
    </span>
  );
}

const CHIPS: { readonly [State in NoteState]?: readonly [tone: string, icon: () => JSX.Element] } = {
  verbatim: ['ok', CheckIcon],
  near: ['ok', NearlyIcon],
  topic: ['warn', QuestionIcon],
  moved: ['warn', MovedIcon],
  'not-found': ['plain', CloseIcon],
  pinned: ['note', PinIcon],
};

function kindIcon(kind: NoteKind): () => JSX.Element {
  return KIND_ICONS[kind] ?? InsightIcon;
}

const KIND_ICONS: { readonly [Kind in NoteKind]?: () => JSX.Element } = {
  quote: QuoteIcon,
  question: QuestionIcon,
  answer: AnswerIcon,
  recommendation: BookIcon,
  chapter: ChapterIcon,
  description: ChapterIcon,
  link: LinkIcon,
  gist: NoteIcon,
  summary: NoteIcon,
  note: NoteIcon,
  highlight: HighlightIcon,
  bookmark: BookmarkIcon,
};

type RowProps = Omit<Props, 'isNow'> & { readonly close: () => void };

function RowActions({ note, close, ...actions }: RowProps): JSX.Element {
  const run = (action: (note: NoteView) => void) => () => {
    close();
    action(note);
  };
  if (note.state === 'own')
    return <NoteEditor note={note} onSave={actions.onChange} onRemove={run(actions.onRemove)} onClose={close} />;
  return (
    <div class="note-actions">
      <button type="button" class="quiet" onClick={run(actions.onPin)}>
        {NOTE_WORDS.pin}
      </button>
      {note.state === 'pinned' && (
        <button type="button" class="quiet" onClick={run(actions.onForgetPin)}>
          {NOTE_WORDS.forget}
        </button>
      )}
      {note.places.length > 0 && (
        <button type="button" class="quiet" onClick={run(actions.onUnpin)}>
          {NOTE_WORDS.unpin}
        </button>
      )}
    </div>
  );
}
