/** Ties the notes, which come later and in a script of their own, to the words, the keys and the frame. */
import type { Stop } from '@/lib/ports';
import type { EpisodeView } from '@/lib/sidebar/episode';
import type { ImportBytes } from '@/lib/sidebar/imports';
import { sentenceOfWord } from '@/lib/sidebar/lamp';
import { wordAtTime } from '@/lib/transcript/lookup';
import type { Chapter, Transcript } from '@/lib/transcript/types';
import type { NotesDesk, NotesEvents, NotesPart, OwnKind } from '../notes/notes-part';
import type { WordRange } from '../reading/document';
import type { Reader } from '../reading/reader';
import { hostOf } from './host';
import type { SidebarProps } from './props';

export interface LinkEvents {
  props(): SidebarProps;
  reader(): Reader | null;
  onChange(): void;
  onDraw(): void;
  onSeek(time: number): void;
  onShowWords(firstWord: number): void;
  onOpenWords(): void;
  onField(isOpen: boolean): void;
}

/** Milliseconds that a selection must rest before it is taken for one. */
const REST = 120;

export class NotesLink {
  #desk: NotesDesk | null = null;
  #part: NotesPart | null = null;
  #followed: Transcript | null = null;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #isPressed = false;

  constructor(private readonly events: LinkEvents) {}

  /** Null until the notes have come. */
  get desk(): NotesDesk | null {
    return this.#desk;
  }

  /** Chapters of a page of notes, for videos that have none. */
  get chapters(): readonly Chapter[] {
    return this.#desk?.chapters ?? [];
  }

  /** `shown`: on screen, else to be shown. */
  follow(part: NotesPart | null, episode: EpisodeView | null, shown: Transcript | null): void {
    if (part && part !== this.#part) {
      this.#desk?.stop();
      this.#part = part;
      this.#desk = part.open(this.#notesEvents());
    }
    this.#followed = shown;
    this.#desk?.follow(episode, shown);
  }

  /** Underlines notes in the words on screen. */
  paint(): void {
    this.events.reader()?.setNotes((this.#isOnScreen() && this.#desk?.marks) || NONE);
  }

  /** Words where the strip has a dot, of the words on screen. */
  get dots(): readonly number[] {
    return this.#isOnScreen() ? (this.#desk?.dots ?? []) : [];
  }

  note(kind: OwnKind): void {
    this.#desk?.note(kind);
  }

  takePage(file: ImportBytes): void {
    this.#desk?.takePage(file);
  }

  /** Follows selections in the words, and N and H pressed while there is one: then the focus is still where it was in the page. */
  watch(frame: HTMLElement): Stop {
    const stop = new AbortController();
    const { signal } = stop;
    const owner = frame.ownerDocument;
    const passive = { signal, passive: true, capture: true };
    frame.addEventListener('pointerdown', () => this.#press(true), passive);
    for (const type of ['pointerup', 'pointercancel'] as const)
      owner.addEventListener(type, () => this.#press(false), passive);
    owner.addEventListener('selectionchange', () => this.#restSelection(), { signal });
    const onKey = (event: KeyboardEvent) => this.#onKeyBeside(frame, event);
    owner.defaultView?.addEventListener('keydown', onKey, { signal, capture: true });
    return () => {
      clearTimeout(this.#resting);
      stop.abort();
    };
  }

  stop(): void {
    this.#desk?.stop();
    this.#desk = null;
  }

  #isOnScreen(): boolean {
    return this.#followed !== null && this.events.reader()?.document?.transcript === this.#followed;
  }

  #press(isPressed: boolean): void {
    if (this.#isPressed === isPressed) return;
    this.#isPressed = isPressed;
    if (!isPressed) this.#restSelection();
  }

  /** Nothing moves while the reader is still dragging. */
  #restSelection(): void {
    clearTimeout(this.#resting);
    if (!this.#desk || this.#isPressed) return;
    this.#resting = setTimeout(() => this.#desk?.select(this.events.reader()?.selectedWords() ?? null), REST);
  }

  #onKeyBeside(frame: HTMLElement, event: KeyboardEvent): void {
    const kind = KEYS.get(event.key);
    if (!kind || !event.isTrusted || event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || !this.events.props().settings.shortcuts) return;
    const target = event.composedPath()[0];
    const own = hostOf(frame);
    // Inside the panel its own keys act.
    if (!(target instanceof Element) || own.contains(target) || target === own) return;
    if (target.matches('input, select, textarea') || (target as HTMLElement).isContentEditable) return;
    if (!this.#desk || !this.events.reader()?.selectedWords()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#desk.note(kind);
  }

  #notesEvents(): NotesEvents {
    const { events } = this;
    return {
      actions: () => events.props().actions.notes ?? null,
      onChange: () => events.onChange(),
      onDraw: () => events.onDraw(),
      time: () => events.props().player.read().time,
      onSeek: (time) => events.onSeek(time),
      onShowWords: (word) => events.onShowWords(word),
      onOpenWords: () => events.onOpenWords(),
      selected: () => events.reader()?.selectedWords() ?? null,
      onUnselect: () => events.reader()?.unselect(),
      onReveal: (word) => events.reader()?.reveal(word),
      spoken: () => this.#spoken(),
      hasShortcuts: () => events.props().settings.shortcuts,
      onField: (isOpen) => events.onField(isOpen),
    };
  }

  #spoken(): WordRange | null {
    const shown = this.#followed;
    if (!shown || shown.timing === 'none') return null;
    const word = wordAtTime(shown, this.events.props().player.read().time);
    return word < 0 ? null : sentenceOfWord(shown, word);
  }
}

const NONE: readonly WordRange[] = [];
const KEYS = new Map<string, OwnKind>([
  ['n', 'note'],
  ['h', 'highlight'],
]);
