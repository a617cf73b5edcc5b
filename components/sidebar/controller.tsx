/** Holds what the sidebar is given and what it remembers, and draws it again when either changes. */
import { render } from 'preact';
import type { ReadingPlace, Stop } from '@/lib/ports';
import { chaptersOf } from '@/lib/sidebar/blocks';
import type { EpisodeActions } from '@/lib/sidebar/episode';
import { mapWord } from '@/lib/sidebar/same-words';
import { INITIAL_STATE, type Popover, reduce, type SidebarEvent, type SidebarState } from '@/lib/sidebar/state';
import type { Transcript } from '@/lib/transcript/types';
import { Finder, type Findings, matchBeside, matchFrom, NO_FINDINGS } from '../find/finder';
import type { Setting } from '../reading/document';
import { Reader } from '../reading/reader';
import { Strip } from '../reading/strip';
import { App, type Doings } from './App';
import { dressFrame } from './dress-frame';
import { activeIn, FocusReturn } from './focus-return';
import { clampWidth } from './Grip';
import { Keys } from './keys';
import type { SidebarProps } from './props';

/** Milliseconds. A reader sees nothing of loading before. */
const FIRST_SECOND = 1000;
/** Milliseconds between two savings of the place: of a reader who looks around, and of one who follows. */
const SAVE_HELD = 2000;
const SAVE_FOLLOWING = 10_000;
/** Milliseconds between two looks at the time while the outline is shown. */
const OUTLINE_TICK = 1000;
/** Pixels for one press of an arrow key on the edge. */
const RESIZE_STEP = 16;

export class Controller implements Doings {
  state: SidebarState = INITIAL_STATE;
  findings: Findings = NO_FINDINGS;
  #reader: Reader | null = null;
  #strip: Strip | null = null;
  #body: HTMLElement | null = null;
  /** Where a find goes on from: the top of the body when it was opened, then the last match walked to. */
  #origin: { readonly transcript: Transcript; readonly word: number } | null = null;
  #saved: ReadingPlace | null = null;
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
  #saving: ReturnType<typeof setTimeout> | undefined;
  #preparing: ReturnType<typeof setTimeout> | undefined;
  #outline: ReturnType<typeof setInterval> | undefined;
  readonly #finder: Finder;
  readonly #findReturn = new FocusReturn();
  readonly #keys: Keys;
  readonly #stop: Stop;

  constructor(
    private readonly frame: HTMLElement,
    public props: SidebarProps,
  ) {
    this.#finder = new Finder(props.findEngine);
    this.#keys = new Keys({
      onEscape: () => this.#escape(),
      onStep: (step) => this.step(step),
      onResize: (step) => this.props.onResize(clampWidth(this.props.width + step * RESIZE_STEP)),
      onFind: () => this.openFind(),
      onBackToNow: () => this.dispatch({ type: 'follow', event: { type: 'back-to-now' } }),
      onTextSize: (step) => this.changeTextSize(step),
      onRove: (button) => this.#rove(button),
      hasShortcuts: () => this.props.settings.shortcuts,
    });
    this.#stop = this.#listen();
    this.#isMoved();
    this.#wait();
    this.#openAtPlace();
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
        findings={this.findings}
        doings={this}
        isWaiting={this.#isWaiting}
        hasBetterWords={this.#hasBetterWords}
      />,
      this.frame,
    );
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
    const opener = `[data-popover="${closed === 'keys' ? 'settings' : closed === 'details' ? 'source' : closed}"]`;
    const wanted = popover ? ['[role="menuitemradio"][aria-checked="true"]', '.menu button, .sheet .icon'] : [opener];
    for (const selector of wanted) {
      const found = this.frame.querySelector<HTMLElement>(selector);
      found?.focus({ preventScroll: true });
      if (found) break;
    }
  };

  openFind = (query?: string): void => {
    if (!this.#reader?.document) return;
    if (!this.state.find.open) this.#findReturn.note(this.frame);
    const { transcript } = this.#reader.document;
    this.#origin = { transcript, word: this.#reader.topWord() ?? 0 };
    if (this.props.collapsed) this.collapse(false);
    this.#reader.keepPlace(() => {
      this.dispatch({ type: 'find-open' });
      this.draw();
    });
    const field = this.frame.querySelector<HTMLInputElement>('.query');
    field?.focus({ preventScroll: true });
    if (query !== undefined) this.search(query);
    field?.select();
    clearTimeout(this.#preparing);
    this.#preparing = setTimeout(() => this.#finder.prepare(transcript));
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
    const findings = this.#finder.find(this.#shown(), query);
    const current = matchFrom(findings.matches, this.#origin?.word ?? 0);
    this.dispatch({ type: 'find-query', query, current });
    const hadNote = Boolean(this.findings.instead ?? this.findings.refusal);
    if (hadNote === Boolean(findings.instead ?? findings.refusal)) this.draw();
    else this.#reader?.keepPlace(() => this.draw());
    this.#reveal();
  };

  step = (step: 1 | -1): void => {
    const { matches } = this.findings;
    const current = matchBeside(matches, this.state.find.current, step);
    const transcript = this.#shown();
    if (current < 0 || !transcript) return;
    this.#origin = { transcript, word: matches.firstWord[current] ?? 0 };
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
      });
  };

  attachStrip = (canvas: HTMLCanvasElement | null): void => {
    this.#strip?.dispose();
    this.#strip = canvas && new Strip(canvas, (word) => this.#goByStrip(word));
  };

  dispose(): void {
    if (this.#isDisposed) return;
    this.#savePlace();
    this.#isDisposed = true;
    for (const timer of [this.#waiting, this.#saving, this.#preparing]) clearTimeout(timer);
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
    else if (this.state.find.open) this.closeFind();
    else return false;
    return true;
  }

  #rove(button: HTMLElement): void {
    this.#reader?.setTabStop(button);
    this.dispatch({ type: 'follow', event: { type: 'reader', did: 'key' } });
    button.focus({ preventScroll: true });
    this.#reader?.revealElement(button);
  }

  #goByStrip(word: number): void {
    this.dispatch({ type: 'follow', event: { type: 'reader', did: 'strip' } });
    this.#reader?.bring(word, true);
  }

  #reveal(): void {
    const word = this.findings.matches.firstWord[this.state.find.current];
    if (word !== undefined) this.#reader?.reveal(word);
  }

  /** The transcript on screen: not yet the episode's, while better words wait. */
  #shown(): Transcript | null {
    return this.#reader?.document?.transcript ?? null;
  }

  /** Finds again in another transcript, or when the bar was opened or closed; stays at the match the reader was at. */
  #refind(): void {
    const { open, query } = this.state.find;
    const transcript = this.#shown();
    const findings = open ? this.#finder.find(transcript, query) : NO_FINDINGS;
    const isOther = transcript !== null && this.#origin !== null && this.#origin.transcript !== transcript;
    if (isOther && this.#origin && open) {
      const word = mapWord(this.#origin.transcript, transcript, this.#origin.word);
      this.#origin = { transcript, word };
      this.state = { ...this.state, find: { open, query, current: matchFrom(findings.matches, word) } };
    }
    if (findings !== this.findings && open && this.state.find.current < 0)
      this.state = {
        ...this.state,
        find: { open, query, current: matchFrom(findings.matches, this.#origin?.word ?? 0) },
      };
    this.findings = findings;
  }

  /** Gives the reader what is to be read. */
  #feed(): void {
    const { episode, settings } = this.props;
    const shown = episode?.shown ?? null;
    const setting: Setting | null =
      shown && shown.words.offset.length > 0
        ? { transcript: shown, view: settings.view, chapters: chaptersOf(shown, episode?.meta.chapters ?? []) }
        : null;
    this.#reader?.setLamp(settings.lamp);
    this.#reader?.setFollow(this.state.follow);
    const before = this.#shown();
    this.#hasBetterWords = !(this.#reader?.show(setting, episode?.place ?? null, this.#isWanted) ?? true);
    if (this.#shown() !== before) this.#isWanted = false;
    this.#isFed = this.#reader !== null;
    this.#refind();
    this.#reader?.setMatches(this.findings.matches, this.state.find.open ? this.state.find.current : -1);
    this.#drawStrip();
  }

  #drawStrip(): void {
    this.#strip?.draw({
      document: this.#reader?.document ?? null,
      matches: this.findings.matches,
      current: this.state.find.open ? this.state.find.current : -1,
      now: this.#reader?.word ?? null,
    });
  }

  #onSight(): void {
    this.#drawStrip();
    if (this.#saving !== undefined) return;
    const wait = this.state.follow.mode === 'following' ? SAVE_FOLLOWING : SAVE_HELD;
    this.#saving = setTimeout(() => this.#savePlace(), wait);
  }

  #savePlace(): void {
    this.#saving = undefined;
    const place = this.#reader?.place();
    const saved = this.#saved;
    const isSame =
      saved?.word === place?.word &&
      saved?.following === place?.following &&
      saved?.transcriptId === place?.transcriptId;
    if (!place || isSame) return;
    this.#saved = place;
    this.props.actions.savePlace(place);
  }

  #changeVideo(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    this.#saved = null;
    this.#origin = null;
    this.state = reduce(this.state, { type: 'video' });
    this.#openAtPlace();
    this.#wait();
  }

  /** A reader who was reading elsewhere last time begins there. */
  #openAtPlace(): void {
    if (this.props.episode?.place?.following === false)
      this.state = reduce(this.state, { type: 'follow', event: { type: 'reader', did: 'scroll' } });
  }

  #watchOutline(): void {
    clearInterval(this.#outline);
    if (this.state.tab === 'outline') this.#outline = setInterval(() => this.draw(), OUTLINE_TICK);
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
