/** Holds what the sidebar is given and what it remembers, and draws it again when either changes. */
import { render } from 'preact';
import type { Stop } from '@/lib/ports';
import { chaptersOf } from '@/lib/sidebar/blocks';
import type { EpisodeActions } from '@/lib/sidebar/episode';
import { INITIAL_STATE, type Popover, reduce, type SidebarEvent, type SidebarState } from '@/lib/sidebar/state';
import type { Transcript } from '@/lib/transcript/types';
import { FindSession } from '../find/find-session';
import { ImportDesk } from '../import/import-desk';
import { pickWord, shiftBy } from '../import/pick-word';
import { PlaceKeeper } from '../reading/place-keeper';
import { Reader } from '../reading/reader';
import type { Setting } from '../reading/setting';
import { Strip } from '../reading/strip';
import { setTabStop } from '../reading/tab-stop';
import { App, type Doings } from './App';
import { dressFrame } from './dress-frame';
import { activeIn, FocusReturn } from './focus-return';
import { clampWidth } from './Grip';
import { Keys } from './keys';
import { NotesLink } from './notes-link';
import type { SidebarProps } from './props';

/** Milliseconds. A reader sees nothing of loading before. */
const FIRST_SECOND = 1000;
/** Milliseconds between two looks at the time while the outline is shown. */
const OUTLINE_TICK = 1000;
/** Pixels for one press of an arrow key on the edge. */
const RESIZE_STEP = 16;

export class Controller implements Doings {
  state: SidebarState = INITIAL_STATE;
  #reader: Reader | null = null;
  #strip: Strip | null = null;
  #body: HTMLElement | null = null;
  #parent: Node | null = null;
  #isQueued = false;
  #isDisposed = false;
  #isWaiting = false;
  /** The reader has been given what is to be read. */
  #isFed = false;
  /** The reader asked for other words: they need not wait. */
  #isWanted = false;
  #hasBetterWords = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #outline: ReturnType<typeof setInterval> | undefined;
  readonly #find: FindSession;
  readonly #places = new PlaceKeeper(
    () => this.#reader?.place() ?? null,
    (place) => this.props.actions.savePlace(place),
  );
  readonly desk = new ImportDesk({
    actions: () => (this.props.episode && this.props.actions.imports) ?? null,
    isOpen: () => this.state.popover === 'import',
    open: () => this.openImport(),
    onChange: () => this.#queue(),
    onDone: (answer) => this.open(answer.state === 'merged' ? 'report' : null),
  });
  readonly #notes = new NotesLink({
    props: () => this.props,
    reader: () => this.#reader,
    onChange: () => this.#queue(),
    onDraw: () => this.draw(),
    onSeek: (time) => this.seek(time),
    onShowWords: (word) => this.goTo(word),
    onOpenWords: () => this.#openWords(),
    onField: (isOpen) => (isOpen ? this.#noteReturn.note(this.frame) : this.#noteReturn.go()),
  });
  readonly #noteReturn = new FocusReturn();
  readonly #findReturn = new FocusReturn();
  readonly #keys: Keys;
  readonly #stop: Stop;

  constructor(
    private readonly frame: HTMLElement,
    public props: SidebarProps,
  ) {
    this.#find = new FindSession(props.findEngine);
    this.#keys = new Keys({
      onEscape: () => this.#escape(),
      onStep: (step) => this.step(step),
      onResize: (step) => this.props.onResize(clampWidth(this.props.width + step * RESIZE_STEP)),
      onFind: () => this.openFind(),
      onBackToNow: () => this.dispatch({ type: 'follow', event: { type: 'back-to-now' } }),
      onNote: (kind) => this.#notes.note(kind),
      onTextSize: (step) => this.changeTextSize(step),
      onShift: (by) => shiftBy(this.props.actions.imports, this.#shown(), by),
      onRove: (button) => this.#rove(button),
      hasShortcuts: () => this.props.settings.shortcuts,
    });
    this.#stop = this.#listen();
    this.#isMoved();
    this.#wait();
    this.draw();
  }

  update(change: Partial<SidebarProps>): void {
    if (this.#isDisposed) return;
    const before = this.props;
    const isMoved = this.#isMoved();
    const isSame = (Object.keys(change) as (keyof SidebarProps)[]).every((key) => change[key] === before[key]);
    if (isSame) {
      if (isMoved) this.#reader?.restore();
      return;
    }
    this.props = { ...before, ...change };
    if (this.props.player !== before.player && this.#body) this.attachBody(this.#body, true);
    if (videoOf(this.props) !== videoOf(before)) this.#changeVideo();
    this.draw();
    if (isMoved) this.#reader?.restore();
  }

  dispatch = (event: SidebarEvent): void => {
    const next = reduce(this.state, event);
    if (next === this.state || this.#isDisposed) return;
    const { follow, tab } = this.state;
    this.state = next;
    if (next.follow !== follow) this.#reader?.setFollow(next.follow);
    if (next.tab !== tab) this.#watchOutline();
    this.#queue();
  };

  /** Draws now: for callers that go on with what is drawn. */
  draw(): void {
    this.#isQueued = false;
    if (this.#isDisposed) return;
    const dress = () => dressFrame(this.frame, this.props);
    if (this.#reader) this.#reader.keepPlaceIf(() => dressFrame(this.frame, this.props, true), dress);
    else dress();
    this.#feed();
    this.#render();
    // The first drawing gives the reader its element.
    if (!this.#isFed && this.#reader) {
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
        isWaiting={this.#isWaiting}
        hasBetterWords={this.#hasBetterWords}
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
    const opener = `[data-popover="${closed === 'keys' || closed === 'settings' ? 'settings' : 'source'}"]`;
    const wanted = popover ? ['[role="menuitemradio"][aria-checked="true"]', '.menu button, .sheet .icon'] : [opener];
    for (const selector of wanted) {
      const found = this.frame.querySelector<HTMLElement>(selector);
      found?.focus({ preventScroll: true });
      if (found) break;
    }
  };

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

  openFind = (query?: string): void => {
    if (!this.#reader?.document) return;
    if (!this.state.find.open) this.#findReturn.note(this.frame);
    this.#find.begin(this.#reader.document.transcript, this.#reader.topWord() ?? 0);
    if (this.props.collapsed) this.collapse(false);
    this.#reader.keepPlace(() => {
      this.dispatch({ type: 'find-open' });
      this.draw();
    });
    const field = this.frame.querySelector<HTMLInputElement>('.query');
    field?.focus({ preventScroll: true });
    if (query !== undefined) this.search(query);
    field?.select();
  };

  closeFind = (): void => {
    const close = () => {
      this.dispatch({ type: 'find-close' });
      this.draw();
    };
    if (this.#reader) this.#reader.keepPlace(close);
    else close();
    this.#findReturn.go();
  };

  search = (query: string): void => {
    const draw = () => {
      this.dispatch({ type: 'find-query', query, current: this.#find.search(this.#shown(), query) });
      this.draw();
    };
    // A line that says a typo may come or go above the words.
    if (this.#reader) this.#reader.keepPlace(draw);
    else draw();
    this.#reveal();
  };

  step = (step: 1 | -1): void => {
    const current = this.#find.step(this.#shown(), this.state.find.current, step);
    if (current < 0) return;
    this.dispatch({ type: 'find-current', current });
    this.draw();
    this.#reveal();
  };

  seek = (time: number): void => this.#reader?.seek(time);

  changeTextSize = (step: 1 | -1): void => {
    const textSize = Math.max(14, Math.min(22, this.props.settings.textSize + step));
    if (textSize !== this.props.settings.textSize) this.props.onChangeSettings({ textSize });
  };

  /** What the reader chooses may replace words at once. */
  choose = (act: (actions: EpisodeActions) => void): void => {
    this.#isWanted = true;
    act(this.props.actions);
  };

  showBetterWords = (): void => {
    this.#isWanted = true;
    this.draw();
  };

  attachBody = (body: HTMLElement | null, again = false): void => {
    if (body === this.#body && !again) return;
    this.#isFed = false;
    this.#reader?.dispose();
    this.#body = body;
    this.#reader =
      body &&
      new Reader(body, this.props.player, {
        onFollow: (event) => this.dispatch({ type: 'follow', event }),
        onNow: (now) => this.dispatch({ type: 'now', now }),
        onSight: () => this.#onSight(),
        onPick: (word) => this.#pick(word),
      });
  };

  attachStrip = (canvas: HTMLCanvasElement | null): void => {
    this.#strip?.dispose();
    this.#strip = canvas && new Strip(canvas, (word) => this.#goByStrip(word));
  };

  dispose(): void {
    if (this.#isDisposed) return;
    this.#places.save();
    this.#isDisposed = true;
    this.#places.forget();
    this.#find.forget();
    this.#notes.stop();
    clearTimeout(this.#waiting);
    clearInterval(this.#outline);
    this.#stop();
    this.#reader?.dispose();
    this.#strip?.dispose();
    render(null, this.frame);
    this.frame.remove();
  }

  /** The host stands elsewhere in the page than last time: the body has lost its place. */
  #isMoved(): boolean {
    const root = this.frame.getRootNode();
    const parent = root instanceof ShadowRoot ? root.host.parentNode : this.frame.parentNode;
    const isMoved = parent !== this.#parent;
    this.#parent = parent;
    return isMoved;
  }

  #listen(): Stop {
    const stop = new AbortController();
    this.frame.addEventListener('keydown', (event) => this.handleKey(event), { signal: stop.signal });
    stop.signal.addEventListener('abort', this.desk.watch(this.frame), { once: true });
    stop.signal.addEventListener('abort', this.#notes.watch(this.frame), { once: true });
    const onPress = { capture: true, passive: true, signal: stop.signal };
    const isBeside = (target: EventTarget | null) =>
      !(target instanceof Element && target.closest('.menu, [data-popover]'));
    this.frame.addEventListener('pointerdown', ({ target }) => isBeside(target) && this.#closeMenu(), onPress);
    // From outside a closed root looks like its host alone.
    const root = this.frame.getRootNode();
    const own = root instanceof ShadowRoot ? root.host : this.frame;
    const onOutside = ({ target }: Event) => !(target instanceof Node && own.contains(target)) && this.#closeMenu();
    this.frame.ownerDocument.addEventListener('pointerdown', onOutside, onPress);
    return () => stop.abort();
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
    if (this.#body) setTabStop(this.#body, button);
    this.dispatch({ type: 'follow', event: { type: 'reader', did: 'key' } });
    button.focus({ preventScroll: true });
    this.#reader?.revealElement(button);
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
    this.#reader?.bring(word, true);
  }

  #reveal(): void {
    const word = this.#find.wordOf(this.state.find.current);
    if (word !== null) this.#reader?.reveal(word);
  }

  /** The transcript on screen: not yet the episode's, while better words wait. */
  #shown(): Transcript | null {
    return this.#reader?.document?.transcript ?? null;
  }

  /** Gives the reader what is to be read. */
  #feed(): void {
    const { episode, settings } = this.props;
    const shown = episode?.shown ?? null;
    const pageChapters = episode?.meta.chapters.length ? episode.meta.chapters : this.#notes.chapters;
    const setting: Setting | null =
      shown && shown.words.offset.length > 0
        ? { transcript: shown, view: settings.view, chapters: chaptersOf(shown, pageChapters) }
        : null;
    if (setting) this.#openAtPlace(setting.transcript);
    this.#reader?.setLamp(settings.lamp);
    this.#reader?.setFollow(this.state.follow);
    const before = this.#shown();
    this.#hasBetterWords = !(this.#reader?.show(setting, episode?.place ?? null, this.#isWanted) ?? true);
    if (this.#shown() !== before) this.#isWanted = false;
    this.#isFed = this.#reader !== null;
    this.#notes.follow(this.props.notes ?? null, episode, this.#shown() ?? shown);
    this.#notes.paint();
    const { find } = this.state;
    const current = this.#find.refresh(this.#shown(), find);
    if (current !== find.current) this.state = { ...this.state, find: { ...find, current } };
    this.#reader?.setMatches(this.#find.findings.matches, find.open ? current : -1);
    this.#drawStrip();
  }

  #drawStrip(): void {
    this.#strip?.draw({
      document: this.#reader?.document ?? null,
      matches: this.#find.findings.matches,
      current: this.state.find.open ? this.state.find.current : -1,
      notes: this.#notes.dots,
      now: this.#reader?.word ?? null,
    });
  }

  #onSight(): void {
    this.#drawStrip();
    this.#places.note(this.state.follow.mode === 'following');
  }

  #changeVideo(): void {
    this.desk.flow.reset();
    this.#places.forget();
    this.#find.forget();
    this.state = reduce(this.state, { type: 'video' });
    this.#wait();
  }

  /** A reader who was reading elsewhere last time begins there. The place may be known only when the words are. */
  #openAtPlace({ videoId }: Transcript): void {
    if (this.#shown()?.videoId === videoId || this.props.episode?.place?.following !== false) return;
    this.state = reduce(this.state, { type: 'follow', event: { type: 'reader', did: 'scroll' } });
  }

  #watchOutline(): void {
    clearInterval(this.#outline);
    if (this.state.tab !== 'words') this.#outline = setInterval(() => this.draw(), OUTLINE_TICK);
  }

  #wait(): void {
    clearTimeout(this.#waiting);
    this.#isWaiting = false;
    this.#waiting = setTimeout(() => {
      this.#isWaiting = true;
      this.#queue();
    }, FIRST_SECOND);
  }

  #queue(): void {
    if (this.#isQueued) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      if (this.#isQueued) this.draw();
    });
  }
}

function videoOf(props: SidebarProps): string | null {
  return props.episode?.meta.videoId ?? null;
}
