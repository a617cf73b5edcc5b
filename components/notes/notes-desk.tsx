/** The notes of the open video in the sidebar: the two tabs, and the bar below the words. */
import { render } from 'preact';
import { fileName } from '@/lib/export/file-name';
import { chaptersOf } from '@/lib/sidebar/blocks';
import type { EpisodeView } from '@/lib/sidebar/episode';
import type { ImportBytes } from '@/lib/sidebar/imports';
import type { SummaryWriter } from '@/lib/sidebar/notes';
import { textOfWords } from '@/lib/transcript/lookup';
import type { Chapter, Transcript } from '@/lib/transcript/types';
import { milliseconds } from '@/lib/transcript/units';
import type { WordRange } from '../reading/document';
import { bytesOfFile } from '../shared/file-bytes';
import { keyNameHere } from '../shared/key-names';
import { type CopyForm, copyOfAll, copyOfQuote } from './copy-forms';
import { copyText } from './copy-text';
import { type BarState, NoteBar } from './NoteBar';
import type { NoteActions } from './NoteRow';
import { NotesTab } from './NotesTab';
import { dottedWords, markedWords } from './note-marks';
import type { NotesDesk, NotesEvents, OwnKind } from './notes-part';
import { NotesStore } from './notes-store';
import { OutlineTab } from './OutlineTab';
import { saveFile } from './save-file';
import { SummaryDesk } from './summary-desk';
import { TabPage } from './tab-page';
import { NOTE_WORDS, pageWords, troubleWords } from './words';

/** Words of a place that are shown while the reader writes to it. */
const SHOWN_WORDS = 30;
/** Bytes. No page of notes comes near. */
const MOST_BYTES = 8 * 1_048_576;
/** Milliseconds that the bar says what was done. */
const TOLD = 8000;

/** Where a new note will stand. */
interface Spot {
  readonly range: WordRange | null;
  readonly time: number;
}

export class SidebarNotes implements NotesDesk {
  marks: readonly WordRange[] = [];
  dots: readonly number[] = [];
  readonly #store: NotesStore;
  readonly #summary: SummaryDesk;
  readonly #tabs = { notes: new TabPage(), outline: new TabPage() };
  #bar: HTMLElement | null = null;
  #barState: BarState | null = null;
  #spot: Spot | null = null;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #episode: EpisodeView | null = null;
  #isStopped = false;

  /** `writer`: the browser's own model; null where it has none. */
  constructor(
    private readonly events: NotesEvents,
    writer: SummaryWriter | null = null,
  ) {
    this.#summary = new SummaryDesk(writer, { actions: () => events.actions(), onChange: () => events.onChange() });
    this.#store = new NotesStore({ actions: () => events.actions(), onChange: () => this.#changed() });
  }

  get count(): number {
    return this.#store.state.notes.length;
  }

  get chapters(): readonly Chapter[] {
    return this.#store.state.chapters;
  }

  get hasBar(): boolean {
    return this.#barState !== null;
  }

  follow(episode: EpisodeView | null, shown: Transcript | null): void {
    this.#episode = episode;
    if (!this.#store.follow(episode, shown)) return;
    this.#setBar(null);
    this.#mark();
  }

  attach(tab: 'notes' | 'outline', page: HTMLElement | null): void {
    this.#tabs[tab].attach(page);
  }

  attachBar(bar: HTMLElement | null): void {
    if (this.#bar && bar !== this.#bar) render(null, this.#bar);
    this.#bar = bar;
  }

  draw(): void {
    if (this.#isStopped) return;
    if (this.#tabs.notes.isOpen) this.#drawNotes();
    if (this.#tabs.outline.isOpen) this.#drawOutline();
    if (this.#bar) render(this.#barState && this.#noteBar(this.#barState), this.#bar);
  }

  select(range: WordRange | null): void {
    const { kind } = this.#barState ?? {};
    if (kind === 'writing') return;
    if (range && kind !== 'selected') this.#setBar({ kind: 'selected' });
    if (!range && kind === 'selected') this.#setBar(null);
  }

  note(kind: OwnKind): void {
    if (!this.events.actions() || !this.#store.scope) return;
    const selected = this.events.selected();
    const time = this.events.time();
    const spot = { range: selected ?? this.events.spoken(), time: this.#timeOf(selected) ?? time };
    if (kind === 'note') this.#write(spot);
    // Without words there is nothing to highlight, but still a moment to come back to.
    else void this.#keep(spot, spot.range ? kind : 'bookmark', '');
  }

  takePage(file: ImportBytes): void {
    void this.#store.keepPage(file);
  }

  offerCopy(): void {
    this.#setBar({ kind: 'copying' });
    this.events.onDraw();
    this.#bar?.querySelector('button')?.focus({ preventScroll: true });
  }

  escape(): boolean {
    const { kind } = this.#barState ?? {};
    if (kind === 'writing') this.#closeWriting();
    else if (kind === 'copying') this.#setBar(null);
    else return false;
    return true;
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#telling);
    this.#store.stop();
    this.attachBar(null);
    for (const tab of Object.values(this.#tabs)) tab.stop();
  }

  #changed(): void {
    this.#mark();
    this.events.onChange();
  }

  #mark(): void {
    const { state, scope } = this.#store;
    const draft = this.#barState?.kind === 'writing' ? this.#spot?.range : null;
    const marks = markedWords(state.notes);
    this.marks = draft ? [...marks, draft].sort((a, b) => a.first - b.first) : marks;
    this.dots = dottedWords(state.notes, scope?.shown ?? null);
  }

  #setBar(state: BarState | null): void {
    clearTimeout(this.#telling);
    this.#barState = state;
    this.#changed();
  }

  #tell(text: string, undo: (() => Promise<void>) | null): void {
    const act = undo && (() => void undo().then(() => this.#setBar(null)));
    this.#setBar({ kind: 'told', text, undo: act });
    this.#telling = setTimeout(() => this.#setBar(null), TOLD);
  }

  #write(spot: Spot): void {
    const { scope } = this.#store;
    const { range } = spot;
    this.#spot = spot;
    const text =
      range && scope?.shown
        ? textOfWords(scope.shown, range.first, Math.min(range.end, range.first + SHOWN_WORDS))
        : '';
    this.events.onField(true);
    this.events.onUnselect();
    this.#setBar({ kind: 'writing', quote: text.replaceAll('\n', ' '), time: range ? this.#timeOf(range) : spot.time });
    this.events.onDraw();
    if (range) this.events.onReveal(range.first);
    this.#bar?.querySelector('textarea')?.focus({ preventScroll: true });
  }

  #closeWriting(): void {
    this.#spot = null;
    this.#setBar(null);
    this.events.onField(false);
  }

  async #keep({ range, time }: Spot, kind: OwnKind, text: string): Promise<void> {
    const shown = this.#store.scope?.shown;
    const id = `own-${crypto.randomUUID()}`;
    const words = range && shown ? { transcript: shown.id, ...range } : null;
    this.events.onUnselect();
    await this.#store.keep({ id, kind, words, time: milliseconds(time), text, createdAt: Date.now() });
    const isKept = this.#store.state.notes.some((note) => note.id === id);
    if (isKept) this.#tell(NOTE_WORDS.kept[kind], async () => void (await this.#store.remove(id)));
    else this.#tell(troubleWords(this.#store.trouble ?? 'unreachable'), null);
  }

  async #copyQuote(): Promise<void> {
    const shown = this.#store.scope?.shown;
    const range = this.events.selected();
    if (!shown || !range) return;
    const isCopied = await copyText(copyOfQuote(shown, range));
    this.#tell(isCopied ? NOTE_WORDS.quoteCopied : NOTE_WORDS.notCopied(keyNameHere('Ctrl C')), null);
  }

  async #copyAll(form: CopyForm): Promise<void> {
    const { scope } = this.#store;
    if (!scope?.shown) return;
    const isCopied = await copyText(copyOfAll(form, scope.shown, scope.meta));
    this.#tell(isCopied ? NOTE_WORDS.copied[form] : NOTE_WORDS.notCopied(keyNameHere('Ctrl C')), null);
  }

  #timeOf(range: WordRange | null): number | null {
    const shown = this.#store.scope?.shown;
    if (!range || !shown || shown.timing === 'none') return null;
    return shown.words.start[range.first] ?? null;
  }

  #noteBar(state: BarState) {
    return (
      <NoteBar
        state={state}
        hasShortcuts={this.events.hasShortcuts()}
        onNote={(kind) => this.note(kind)}
        onCopyQuote={() => void this.#copyQuote()}
        onCopyAll={(form) => void this.#copyAll(form)}
        onSave={(text) => {
          const spot = this.#spot;
          this.#closeWriting();
          if (spot) void this.#keep(spot, text === '' ? 'highlight' : 'note', text);
        }}
        onClose={() => (state.kind === 'writing' ? this.#closeWriting() : this.#setBar(null))}
      />
    );
  }

  #drawNotes(): void {
    const { state, isFinding, trouble, latestPage } = this.#store;
    const page = state.pages.find(({ id }) => id === latestPage);
    this.#tabs.notes.draw(
      <NotesTab
        notes={state.notes}
        pages={state.pages}
        time={this.events.time()}
        isFinding={isFinding}
        message={trouble ? troubleWords(trouble) : page ? pageWords(page, state) : ''}
        onReadText={(text) => this.takePage({ bytes: new TextEncoder().encode(text), fileName: null })}
        onReadFile={(file) => void this.#readFile(file)}
        onExport={() => void this.#export()}
        onRemovePage={(id) => void this.#remove(id, NOTE_WORDS.pageRemoved)}
        {...this.#noteActions}
      />,
    );
  }

  readonly #noteActions: NoteActions = {
    onGo: (place, { state }, isStep) => {
      if (place.start !== null) this.events.onSeek(place.start);
      else if (place.range) return this.events.onShowWords(place.range.first);
      // Walking through what it may be, the reader wants to walk on.
      if (place.range && !isStep && state !== 'stated') this.events.onOpenWords();
    },
    onAccept: ({ id }, { range }) => {
      const shown = this.#store.scope?.shown;
      if (range && shown) void this.#store.pin(id, { to: 'words', words: { transcript: shown.id, ...range } });
    },
    onPin: ({ id }) => {
      const range = this.events.selected() ?? this.events.spoken();
      const shown = this.#store.scope?.shown;
      if (range && shown) void this.#store.pin(id, { to: 'words', words: { transcript: shown.id, ...range } });
    },
    onUnpin: ({ id }) => void this.#store.pin(id, { to: 'nowhere' }),
    onForgetPin: ({ id }) => void this.#store.pin(id, { to: 'found' }),
    onChange: ({ id }, text) => void this.#store.change(id, text),
    onRemove: ({ id }) => void this.#remove(id, NOTE_WORDS.removed),
  };

  async #remove(id: string, words: string): Promise<void> {
    const undo = await this.#store.remove(id);
    if (undo) this.#tell(words, undo);
  }

  async #readFile(file: File): Promise<void> {
    if (file.size > MOST_BYTES) return this.#tell(NOTE_WORDS.tooLarge, null);
    try {
      this.takePage({ bytes: await bytesOfFile(file), fileName: file.name || null });
    } catch {
      // A folder, or a file that went away since it was chosen.
      this.#tell(NOTE_WORDS.unreadable, null);
    }
  }

  async #export(): Promise<void> {
    const { scope } = this.#store;
    const markdown = await this.#store.export();
    if (!scope || markdown === null) return;
    const { title, videoId } = scope.meta;
    saveFile(document, fileName({ title, videoId, content: 'notes', extension: 'md' }), markdown, 'text/markdown');
  }

  #drawOutline(): void {
    const { scope, outline } = this.#store;
    const pageChapters = scope?.meta.chapters.length ? scope.meta.chapters : this.chapters;
    this.#summary.follow(scope?.shown ?? null);
    void this.#store.makeOutline(chaptersOf(scope?.shown ?? null, pageChapters));
    this.#tabs.outline.draw(
      <OutlineTab
        outline={outline}
        speakers={scope?.shown?.speakers.map(({ name }) => name) ?? []}
        duration={this.#episode?.meta.duration ?? null}
        time={this.events.time()}
        onSeek={(time) => this.events.onSeek(time)}
        onShowWords={(word) => this.events.onShowWords(word)}
        summary={this.#summary.state}
        onSummarise={() => outline && void this.#summary.write(outline)}
      />,
    );
  }
}
