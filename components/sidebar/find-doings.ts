/** What the reader does with the find bar: opens, asks, goes from match to match, closes. */
import type { SidebarEvent, SidebarState } from '@/lib/sidebar/state';
import { FindSession } from '../find/find-session';
import type { FindEngine, Findings } from '../find/finder';
import { FocusReturn } from './focus-return';
import type { WordsLink } from './words-link';

export interface FindEvents {
  state(): SidebarState;
  words(): WordsLink;
  dispatch(event: SidebarEvent): void;
  /** Draws now. */
  onDraw(): void;
  /** The bar is wanted where it can be seen. */
  onUnfold(): void;
}

export class FindDoings {
  readonly #session: FindSession;
  readonly #focus = new FocusReturn();

  constructor(
    private readonly frame: HTMLElement,
    engine: FindEngine,
    private readonly events: FindEvents,
  ) {
    this.#session = new FindSession(engine);
  }

  get findings(): Findings {
    return this.#session.findings;
  }

  /** Ordinal of the match that is painted as the reader's; -1 while the bar is closed. */
  get current(): number {
    const { find } = this.events.state();
    return find.open ? find.current : -1;
  }

  open(query?: string): void {
    const { events, frame } = this;
    const { reader } = events.words();
    if (!reader?.document) return;
    if (!events.state().find.open) this.#focus.note(frame);
    this.#session.begin(reader.document.transcript, reader.topWord() ?? 0);
    events.onUnfold();
    reader.keepPlace(() => this.#tell({ type: 'find-open' }));
    const field = frame.querySelector<HTMLInputElement>('.query');
    field?.focus({ preventScroll: true });
    if (query !== undefined) this.search(query);
    field?.select();
  }

  close(): void {
    this.events.words().keepPlace(() => this.#tell({ type: 'find-close' }));
    this.#focus.go();
  }

  search(query: string): void {
    const words = this.events.words();
    // A line that says a typo may come or go above the words.
    words.keepPlace(() => this.#tell({ type: 'find-query', query, current: this.#session.search(words.shown, query) }));
    this.#reveal();
  }

  step(step: 1 | -1): void {
    const current = this.#session.step(this.events.words().shown, this.events.state().find.current, step);
    if (current < 0) return;
    this.#tell({ type: 'find-current', current });
    this.#reveal();
  }

  /** Finds what is asked in the words that are on screen now. The state with the match the reader is at in there. */
  refresh(state: SidebarState): SidebarState {
    const { find } = state;
    const current = this.#session.refresh(this.events.words().shown, find);
    return current === find.current ? state : { ...state, find: { ...find, current } };
  }

  /** Another video. */
  forget(): void {
    this.#session.forget();
  }

  #tell(event: SidebarEvent): void {
    this.events.dispatch(event);
    this.events.onDraw();
  }

  #reveal(): void {
    const word = this.#session.wordOf(this.events.state().find.current);
    if (word !== null) this.events.words().reader?.reveal(word);
  }
}
