/** Holds what the sidebar is given and what it remembers, and draws it again when either changes. */
import { render } from 'preact';
import type { Stop } from '@/lib/ports';
import type { EpisodeActions } from '@/lib/sidebar/episode';
import { INITIAL_STATE, type Popover, reduce, type SidebarEvent, type SidebarState } from '@/lib/sidebar/state';
import { ImportDesk } from '../import/import-desk';
import { pickWord, shiftBy } from '../import/pick-word';
import { setTabStop } from '../reading/tab-stop';
import { App, type Doings } from './App';
import { dressFrame } from './dress-frame';
import { FindDoings } from './find-doings';
import { activeIn, FocusReturn } from './focus-return';
import { clampWidth } from './Grip';
import { HostPlace } from './host';
import { Keys } from './keys';
import { KeysLink } from './keys-link';
import { NotesLink } from './notes-link';
import { movePopoverFocus } from './popover-focus';
import { watchPressesBeside } from './press-beside';
import type { SidebarProps } from './props';
import { Redraws } from './redraws';
import { WordsLink } from './words-link';

/** Pixels for one press of an arrow key on the edge. */
const RESIZE_STEP = 16;

export class Controller implements Doings {
  state: SidebarState = INITIAL_STATE;
  #isDisposed = false;
  readonly #redraws = new Redraws(() => this.draw());
  readonly #words: WordsLink = new WordsLink({
    props: () => this.props,
    state: () => this.state,
    marks: () => ({ ...this.#find.findings, current: this.#find.current, dots: this.#notes.dots }),
    onFollow: (event) => this.dispatch({ type: 'follow', event }),
    onNow: (now) => this.dispatch({ type: 'now', now }),
    onPick: (word) => this.#pick(word),
    onStrip: (word) => this.#goByStrip(word),
    onSavePlace: (place) => this.props.actions.savePlace(place),
  });
  readonly #find: FindDoings;
  readonly desk = new ImportDesk({
    actions: () => (this.props.episode && this.props.actions.imports) ?? null,
    isOpen: () => this.state.popover === 'import',
    open: () => this.openImport(),
    onChange: () => this.#redraws.queue(),
    onDone: (answer) => this.open(answer.state === 'merged' ? 'report' : null),
  });
  readonly #notes: NotesLink = new NotesLink({
    props: () => this.props,
    reader: () => this.#words.reader,
    onChange: () => this.#redraws.queue(),
    onDraw: () => this.draw(),
    onSeek: (time) => this.seek(time),
    onShowWords: (word) => this.goTo(word),
    onOpenWords: () => this.#openWords(),
    onField: (isOpen) => (isOpen ? this.#noteReturn.note(this.frame) : this.#noteReturn.go()),
  });
  readonly #noteReturn = new FocusReturn();
  readonly #place: HostPlace;
  readonly #keysSheet: KeysLink;
  readonly #keys: Keys;
  readonly #stop: Stop;

  constructor(
    private readonly frame: HTMLElement,
    public props: SidebarProps,
  ) {
    this.#find = new FindDoings(frame, {
      engine: () => this.props.findEngine,
      state: () => this.state,
      words: () => this.#words,
      dispatch: (event) => this.dispatch(event),
      onDraw: () => this.draw(),
      onUnfold: () => this.props.collapsed && this.collapse(false),
    });
    this.#place = new HostPlace(frame);
    this.#keysSheet = new KeysLink(frame, {
      popover: () => this.state.popover,
      open: (popover) => this.open(popover),
      hasCome: () => this.props.laterViews != null,
    });
    this.#keys = new Keys({
      onEscape: () => this.#escape(),
      onStep: (step) => this.step(step),
      onResize: (step) => this.props.onResize(clampWidth(this.props.width + step * RESIZE_STEP)),
      onFind: () => this.openFind(),
      onBackToNow: () => this.dispatch({ type: 'follow', event: { type: 'back-to-now' } }),
      onKeys: () => this.#keysSheet.toggle(),
      onNote: (kind) => this.#notes.note(kind),
      onTextSize: (step) => this.changeTextSize(step),
      onShift: (by) => shiftBy(this.props.actions.imports, this.#words.shown, by),
      onRove: (button) => this.#rove(button),
      hasShortcuts: () => this.props.settings.shortcuts,
    });
    this.#stop = this.#listen();
    this.#redraws.beginLoading();
    this.draw();
  }

  update(change: Partial<SidebarProps>): void {
    if (this.#isDisposed) return;
    const before = this.props;
    const isMoved = this.#place.isMoved();
    const isSame = (Object.keys(change) as (keyof SidebarProps)[]).every((key) => change[key] === before[key]);
    if (isSame) {
      if (isMoved) this.#words.reader?.restore();
      return;
    }
    this.props = { ...before, ...change };
    if (this.props.player !== before.player) this.#words.attachBody(this.#words.body, this.props.player, true);
    if (videoOf(this.props) !== videoOf(before)) this.#changeVideo();
    this.draw();
    if (isMoved) this.#words.reader?.restore();
  }

  dispatch = (event: SidebarEvent): void => {
    const next = reduce(this.state, event);
    if (next === this.state || this.#isDisposed) return;
    const { follow, tab } = this.state;
    this.state = next;
    if (next.follow !== follow) this.#words.reader?.setFollow(next.follow);
    if (next.tab !== tab) this.#redraws.tick(next.tab !== 'words');
    this.#redraws.queue();
  };

  /** Draws now: for callers that go on with what is drawn. */
  draw(): void {
    this.#redraws.drawn();
    if (this.#isDisposed) return;
    const { reader } = this.#words;
    const dress = () => dressFrame(this.frame, this.props);
    if (reader) reader.keepPlaceIf(() => dressFrame(this.frame, this.props, true), dress);
    else dress();
    this.#feed();
    this.#render();
    // The first drawing gives the reader its element.
    if (!this.#words.isFed && this.#words.reader) {
      this.#feed();
      this.#render();
    }
  }

  #render(): void {
    render(
      <App
        props={this.props}
        state={this.state}
        findings={this.#find.findings}
        doings={this}
        isWaiting={this.#redraws.isWaiting}
        hasBetterWords={this.#words.hasBetterWords}
        notes={this.#notes.desk}
      />,
      this.frame,
    );
    this.#notes.desk?.draw();
  }

  toggle(): void {
    this.collapse(!this.props.collapsed);
  }

  focus(): void {
    this.draw();
    // Not into the words: with the focus there they would have to stand still.
    const tab = this.frame.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
    tab?.focus({ preventScroll: true });
  }

  handleKey(event: KeyboardEvent): void {
    this.#keys.handle(event);
  }

  collapse = (collapsed: boolean): void => {
    const hadFocus = activeIn(this.frame) !== null;
    this.props = { ...this.props, collapsed };
    this.props.onCollapse(collapsed);
    this.draw();
    if (!collapsed) this.focus();
    else if (hadFocus) this.frame.querySelector<HTMLElement>('.collapsed')?.focus({ preventScroll: true });
  };

  open = (popover: Popover | null): void => {
    const closed = this.state.popover;
    this.dispatch({ type: 'popover', popover });
    this.draw();
    movePopoverFocus(this.frame, popover, closed);
    this.#keysSheet.closed(closed);
  };

  openKeys = (): void => this.#keysSheet.open();

  openImport = (): void => {
    if (!this.props.actions.imports || this.state.popover === 'import') return;
    if (this.props.collapsed) this.collapse(false);
    this.open('import');
  };

  goTo = (word: number): void => {
    this.open(null);
    this.dispatch({ type: 'tab', tab: 'words' });
    this.draw();
    this.#goByStrip(word);
  };

  attachNotes = (page: HTMLElement | null): void => this.#notes.desk?.attach('notes', page);
  attachOutline = (page: HTMLElement | null): void => this.#notes.desk?.attach('outline', page);
  attachNoteBar = (bar: HTMLElement | null): void => this.#notes.desk?.attachBar(bar);

  takeNotes = (): void => {
    const { state } = this.desk.flow;
    if (state.step === 'refused') this.#notes.takePage(state.file);
    this.desk.flow.reset();
    this.open(null);
    this.dispatch({ type: 'tab', tab: 'notes' });
    this.focus();
  };

  openFind = (query?: string): void => this.#find.open(query);
  closeFind = (): void => this.#find.close();
  search = (query: string): void => this.#find.search(query);
  step = (step: 1 | -1): void => this.#find.step(step);

  seek = (time: number): void => this.#words.reader?.seek(time);

  changeTextSize = (step: 1 | -1): void => {
    const textSize = Math.max(14, Math.min(22, this.props.settings.textSize + step));
    if (textSize !== this.props.settings.textSize) this.props.onChangeSettings({ textSize });
  };

  /** What the reader chooses may replace words at once. */
  choose = (act: (actions: EpisodeActions) => void): void => {
    this.#words.want();
    act(this.props.actions);
  };

  showBetterWords = (): void => {
    this.#words.want();
    this.draw();
  };

  attachBody = (body: HTMLElement | null): void => this.#words.attachBody(body, this.props.player);
  attachStrip = (canvas: HTMLCanvasElement | null): void => this.#words.attachStrip(canvas);

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#find.forget();
    this.#notes.stop();
    this.#redraws.stop();
    this.#stop();
    this.#words.dispose();
    render(null, this.frame);
    this.frame.remove();
  }

  #listen(): Stop {
    const stop = new AbortController();
    this.frame.addEventListener('keydown', (event) => this.handleKey(event), { signal: stop.signal });
    const others = [
      this.desk.watch(this.frame),
      this.#notes.watch(this.frame),
      watchPressesBeside(this.frame, () => this.#closeMenu()),
    ];
    return () => {
      stop.abort();
      for (const end of others) end();
    };
  }

  /** A press beside an open menu closes it; the focus goes where the press goes. */
  #closeMenu(): void {
    const { popover } = this.state;
    if (popover === 'source' || popover === 'settings') this.dispatch({ type: 'popover', popover: null });
  }

  #escape(): boolean {
    if (this.state.popover) this.open(null);
    else if (this.#notes.desk?.escape()) return true;
    else if (this.state.find.open) this.closeFind();
    else return false;
    return true;
  }

  #rove(button: HTMLElement): void {
    if (this.#words.body) setTabStop(this.#words.body, button);
    this.dispatch({ type: 'follow', event: { type: 'reader', did: 'key' } });
    button.focus({ preventScroll: true });
    this.#words.reader?.revealElement(button);
  }

  /** While times are being set, a click on a word says that it is heard now. */
  #pick(word: number): boolean {
    const { episode, actions, player } = this.props;
    if (this.state.popover !== 'times' || !actions.imports || !episode?.shown) return false;
    pickWord(actions.imports, episode.shown, word, player.read().time);
    return true;
  }

  /** Back to the words, for a reader who was elsewhere in the panel. */
  #openWords(): void {
    if (this.state.tab === 'words') return;
    const hadFocus = activeIn(this.frame) !== null;
    this.dispatch({ type: 'tab', tab: 'words' });
    this.draw();
    if (hadFocus) this.focus();
  }

  #goByStrip(word: number): void {
    this.dispatch({ type: 'follow', event: { type: 'reader', did: 'strip' } });
    this.#words.reader?.bring(word, true);
  }

  /** Gives the parts below what they draw by themselves. */
  #feed(): void {
    const { episode, notes } = this.props;
    if (this.#words.beginsElsewhere)
      this.state = reduce(this.state, { type: 'follow', event: { type: 'reader', did: 'scroll' } });
    this.#words.feed(this.#notes.chapters);
    const shown = episode?.shown ? (this.#words.shown ?? episode.shown) : null;
    this.#notes.follow(notes ?? null, episode, shown);
    this.#notes.paint();
    this.state = this.#find.refresh(this.state);
    this.#words.paint();
  }

  #changeVideo(): void {
    this.desk.flow.reset();
    this.#words.forget();
    this.#find.forget();
    this.state = reduce(this.state, { type: 'video' });
    this.#redraws.beginLoading();
  }
}

function videoOf(props: SidebarProps): string | null {
  return props.episode?.meta.videoId ?? null;
}
