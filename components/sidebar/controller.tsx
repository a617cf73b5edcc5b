/** Holds what the sidebar is given and what it remembers, and draws it again when either changes. */
import { render } from 'preact';
import type { Stop } from '@/lib/ports';
import { chaptersOf } from '@/lib/sidebar/blocks';
import { INITIAL_STATE, reduce, type SidebarEvent, type SidebarState } from '@/lib/sidebar/state';
import type { Setting } from '../reading/document';
import { Reader } from '../reading/reader';
import { App } from './App';
import type { SidebarProps } from './props';

/** Milliseconds. A reader sees nothing of loading before; and a place at rest for this long is kept. */
const FIRST_SECOND = 1000;
const PLACE_AT_REST = 2000;

export class Controller {
  state: SidebarState = INITIAL_STATE;
  #reader: Reader | null = null;
  #body: HTMLElement | null = null;
  #isQueued = false;
  #isDisposed = false;
  #isWaiting = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #placeTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #stops: Stop[] = [];

  constructor(
    private readonly frame: HTMLElement,
    public props: SidebarProps,
  ) {
    this.#wait();
    this.#openAtPlace();
    this.draw();
  }

  update(change: Partial<SidebarProps>): void {
    if (this.#isDisposed) return;
    const before = this.props;
    this.props = { ...before, ...change };
    if (this.props.player !== before.player) this.#detach();
    if (videoOf(this.props) !== videoOf(before)) this.#changeVideo();
    this.draw();
  }

  dispatch = (event: SidebarEvent): void => {
    const next = reduce(this.state, event);
    if (next === this.state || this.#isDisposed) return;
    const isFollowChange = next.follow !== this.state.follow;
    this.state = next;
    if (isFollowChange) this.#reader?.setFollow(next.follow);
    this.#queue();
  };

  /** Draws now: for callers that move the focus into what is drawn. */
  draw(): void {
    this.#isQueued = false;
    if (this.#isDisposed) return;
    this.#dress();
    render(
      <App
        props={this.props}
        state={this.state}
        dispatch={this.dispatch}
        attachBody={this.#attach}
        onFind={() => this.openFind()}
        onBackToNow={() => this.dispatch({ type: 'follow', event: { type: 'back-to-now' } })}
        isWaiting={this.#isWaiting}
      />,
      this.frame,
    );
    this.#feed();
  }

  openFind(): void {
    this.dispatch({ type: 'find-open' });
  }

  toggle(): void {
    const collapsed = !this.props.collapsed;
    this.props.onCollapse(collapsed);
    if (!collapsed) this.focus();
  }

  focus(): void {
    this.draw();
    const stop = this.#body?.querySelector<HTMLElement>('.time[tabindex="0"]') ?? this.frame.querySelector('button');
    stop?.focus({ preventScroll: true });
  }

  handleKey(_event: KeyboardEvent): void {}

  dispose(): void {
    if (this.#isDisposed) return;
    this.#savePlace();
    this.#isDisposed = true;
    clearTimeout(this.#waiting);
    clearTimeout(this.#placeTimer);
    this.#detach();
    for (const stop of this.#stops) stop();
    render(null, this.frame);
    this.frame.remove();
  }

  /** Attributes and sizes that the style sheet reads. */
  #dress(): void {
    const { settings, layout, dark } = this.props;
    const isDark = layout === 'fullscreen' || (settings.theme === 'youtube' ? dark : settings.theme === 'dark');
    this.frame.className = 'readalong';
    this.frame.dataset.theme = isDark ? 'dark' : 'light';
    this.frame.dataset.layout = layout;
    const size = settings.textSize;
    if (this.frame.style.getPropertyValue('--text-size') === `${size}px`) return;
    const resize = () => {
      this.frame.style.setProperty('--text-size', `${size}px`);
      this.frame.style.setProperty('--text-line', `${Math.round(size * 1.56)}px`);
      this.frame.style.setProperty('--text-line-cjk', `${Math.round(size * 1.75)}px`);
      this.frame.style.setProperty('--text-line-tall', `${Math.round(size * 1.81)}px`);
    };
    if (this.#reader) this.#reader.keepPlace(resize);
    else resize();
  }

  /** Gives the reader what is to be read. */
  #feed(): void {
    const { episode, settings } = this.props;
    if (!this.#reader) return;
    const shown = episode?.shown ?? null;
    const setting: Setting | null =
      shown && shown.words.offset.length > 0
        ? { transcript: shown, view: settings.view, chapters: chaptersOf(shown, episode?.meta.chapters ?? []) }
        : null;
    this.#reader.setLamp(settings.lamp);
    this.#reader.setFollow(this.state.follow);
    this.#reader.show(setting, episode?.place ?? null);
  }

  #attach = (body: HTMLElement | null): void => {
    if (body === this.#body) return;
    this.#detach();
    this.#body = body;
    if (!body) return;
    this.#reader = new Reader(body, this.props.player, {
      onFollow: (event) => this.dispatch({ type: 'follow', event }),
      onNow: (now) => this.dispatch({ type: 'now', now }),
      onSight: () => this.#onSight(),
    });
  };

  #detach(): void {
    this.#reader?.dispose();
    this.#reader = null;
    this.#body = null;
  }

  #onSight(): void {
    clearTimeout(this.#placeTimer);
    this.#placeTimer = setTimeout(() => this.#savePlace(), PLACE_AT_REST);
  }

  #savePlace(): void {
    const place = this.#reader?.place();
    if (place) this.props.actions.savePlace(place);
  }

  #changeVideo(): void {
    clearTimeout(this.#placeTimer);
    this.state = reduce(this.state, { type: 'video' });
    this.#openAtPlace();
    this.#wait();
  }

  /** A reader who was reading elsewhere last time begins there. */
  #openAtPlace(): void {
    if (this.props.episode?.place?.following === false)
      this.state = reduce(this.state, { type: 'follow', event: { type: 'reader', did: 'scroll' } });
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
