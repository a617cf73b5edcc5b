/** What is noted of the open video, and where it is. Every late answer is checked against what is open by then. */
import { NO_NOTES, type NotesState } from '@/lib/notes/notes-state';
import type { Outline } from '@/lib/notes/outline';
import type { LibraryErrorCode } from '@/lib/ports';
import type { NewNote, PinTo } from '@/lib/protocol/notes-calls';
import type { Result } from '@/lib/protocol/result';
import type { EpisodeView } from '@/lib/sidebar/episode';
import type { ImportBytes } from '@/lib/sidebar/imports';
import type { NotesActions, NotesScope } from '@/lib/sidebar/notes';
import type { Chapter, Transcript } from '@/lib/transcript/types';
import { whereToLook } from './where-to-look';

/** Something that the reader should know of what they asked for. */
export type NotesTrouble = 'empty-page' | LibraryErrorCode;

export interface StoreEvents {
  /** Null: nothing can be noted here. */
  actions(): NotesActions | null;
  onChange(): void;
}

/** Milliseconds. In the first second of a video its transcripts come one after the other. */
const SETTLE = 80;

export class NotesStore {
  state: NotesState = NO_NOTES;
  /** A page is being read and looked for. */
  isFinding = false;
  trouble: NotesTrouble | null = null;
  outline: Outline | null = null;
  scope: NotesScope | null = null;
  /** The page that was read in last. */
  latestPage: string | null = null;
  #loading: ReturnType<typeof setTimeout> | undefined;
  /** Goes up with everything that makes older views worthless. */
  #turn = 0;
  #outlined: { readonly shown: Transcript; readonly chapters: readonly Chapter[] } | null = null;

  constructor(private readonly events: StoreEvents) {}

  /** True when another video is open than before. */
  follow(episode: EpisodeView | null, shown: Transcript | null): boolean {
    const before = this.scope;
    const scope = episode && { meta: episode.meta, shown, transcripts: whereToLook(episode) };
    this.scope = scope;
    const isOther = before?.meta.videoId !== scope?.meta.videoId;
    if (isOther) this.#forget();
    const isSame = before && scope && before.shown === shown && isAlike(before.transcripts, scope.transcripts);
    if (scope && (isOther || !isSame)) this.#loadSoon();
    return isOther;
  }

  async keepPage(file: ImportBytes): Promise<void> {
    const actions = this.events.actions();
    const { scope } = this;
    if (!actions || !scope) return;
    this.isFinding = true;
    this.trouble = null;
    this.events.onChange();
    const answer = await actions.keepPage(scope.meta, file, null);
    if (!this.#isOpen(scope)) return;
    if (!answer.ok) this.trouble = answer.error.code;
    else if (answer.value.state === 'empty') this.trouble = 'empty-page';
    else this.latestPage = answer.value.page;
    // What could not be kept for good can still be looked for.
    await this.load();
    this.isFinding = false;
    this.events.onChange();
  }

  pin(id: string, pin: PinTo): Promise<void> {
    return this.#do((actions, scope) => actions.pin(scope, id, pin));
  }

  keep(note: NewNote): Promise<void> {
    return this.#do((actions, scope) => actions.keep(scope, note));
  }

  change(id: string, text: string): Promise<void> {
    return this.#do((actions, { meta }) => actions.change(meta.videoId, id, text));
  }

  /** Answers how to take it back; null when nothing was taken out. */
  async remove(id: string): Promise<(() => Promise<void>) | null> {
    const { scope } = this;
    const actions = this.events.actions();
    if (!scope || !actions) return null;
    const removed = await actions.remove(scope.meta, id);
    if (!removed.ok) this.#tell(scope, removed);
    await this.load();
    if (!removed.ok || removed.value.length === 0) return null;
    return () => this.#do((again, { meta }) => again.restore(meta, removed.value), scope);
  }

  /** Null when it could not be written. */
  async export(): Promise<string | null> {
    const { scope } = this;
    const answer = scope && (await this.events.actions()?.export(scope));
    if (!scope || !answer) return null;
    if (!answer.ok) this.#tell(scope, answer);
    return answer.ok ? answer.value : null;
  }

  /** Makes the outline of what is shown, unless it is there or on its way. */
  async makeOutline(chapters: readonly Chapter[]): Promise<void> {
    const shown = this.scope?.shown;
    const actions = this.events.actions();
    const made = this.#outlined;
    if (!shown || !actions) return;
    if (made?.shown === shown && isAlike(made.chapters, chapters)) return;
    if (made?.shown.videoId !== shown.videoId) this.outline = null;
    const wanted = { shown, chapters };
    this.#outlined = wanted;
    const answer = await actions.outline(shown, chapters);
    if (this.#outlined !== wanted) return;
    if (answer.ok) this.outline = answer.value;
    else this.#outlined = null;
    this.events.onChange();
  }

  async load(): Promise<void> {
    clearTimeout(this.#loading);
    const { scope } = this;
    const actions = this.events.actions();
    if (!scope || !actions) return;
    this.#turn += 1;
    const turn = this.#turn;
    const answer = await actions.view(scope);
    if (turn !== this.#turn) return;
    if (answer.ok) this.state = answer.value;
    else this.#tell(scope, answer);
    this.events.onChange();
  }

  stop(): void {
    clearTimeout(this.#loading);
    this.#turn += 1;
    this.scope = null;
  }

  async #do(
    act: (actions: NotesActions, scope: NotesScope) => Promise<Result<unknown, LibraryErrorCode>>,
    within = this.scope,
  ): Promise<void> {
    const actions = this.events.actions();
    if (!actions || !within) return;
    this.trouble = null;
    const answer = await act(actions, within);
    if (!answer.ok) this.#tell(within, answer);
    if (this.#isOpen(within)) await this.load();
  }

  #tell(scope: NotesScope, answer: Result<unknown, LibraryErrorCode>): void {
    if (answer.ok || !this.#isOpen(scope)) return;
    this.trouble = answer.error.code;
    this.events.onChange();
  }

  #isOpen({ meta }: NotesScope): boolean {
    return this.scope?.meta.videoId === meta.videoId;
  }

  #forget(): void {
    this.#turn += 1;
    this.state = NO_NOTES;
    this.isFinding = false;
    this.trouble = null;
    this.outline = null;
    this.latestPage = null;
    this.#outlined = null;
  }

  #loadSoon(): void {
    clearTimeout(this.#loading);
    this.#loading = setTimeout(() => void this.load(), SETTLE);
  }
}

function isAlike<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
