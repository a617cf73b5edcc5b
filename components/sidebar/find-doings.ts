/** What the reader does with the find bar: opens, asks, goes from match to match, closes. */
import type { SidebarEvent, SidebarState } from '@/lib/sidebar/state';
import { FindSession } from '../find/find-session';
import { type FindEngine, type Findings, NO_FINDINGS } from '../find/finder';
import { FocusReturn } from './focus-return';
import type { WordsLink } from './words-link';

export interface FindEvents {
  /** Null until it has come. */
  engine(): FindEngine | null;
  state(): SidebarState;
  words(): WordsLink;
  dispatch(event: SidebarEvent): void;
  /** Draws now. */
  onDraw(): void;
  /** The bar is wanted where it can be seen. */
  onUnfold(): void;
}

export class FindDoings {
  #session: FindSession | null = null;
  readonly #focus = new FocusReturn();

  constructor(
    private readonly frame: HTMLElement,
    private readonly events: FindEvents,
  ) {}

  get findings(): Findings {
    return this.#session?.findings ?? NO_FINDINGS;
  }

  /** Ordinal of the match that is painted as the reader's; -1 while the bar is closed. */
  get current(): number {
    const { find } = this.events.state();
    return find.open ? find.current : -1;
  }

  open(query?: string): void {
    const { events, frame } = this;
    const { reader } = events.words();
    const engine = events.engine();
    if (!reader?.document || !engine) return;
    this.#session ??= new FindSession(engine);
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
    words.keepPlace(() => {
      const current = this.#session?.search(words.shown, query) ?? -1;
      this.#tell({ type: 'find-query', query, current });
    });
    // A glide would still be on its way when the next key is pressed.
    this.#reveal(true);
  }

  step(step: 1 | -1): void {
    const current = this.#session?.step(this.events.words().shown, this.events.state().find.current, step) ?? -1;
    if (current < 0) return;
    this.#tell({ type: 'find-current', current });
    this.#reveal(false);
  }

  /** Finds what is asked in the words that are on screen now. The state with the match the reader is at in there. */
  refresh(state: SidebarState): SidebarState {
    const { find } = state;
    const current = this.#session?.refresh(this.events.words().shown, find) ?? find.current;
    return current === find.current ? state : { ...state, find: { ...find, current } };
  }

  /** Another video. */
  forget(): void {
    this.#session?.forget();
  }

  #tell(event: SidebarEvent): void {
    this.events.dispatch(event);
    this.events.onDraw();
  }

  #reveal(instantly: boolean): void {
    const word = this.#session?.wordOf(this.events.state().find.current) ?? null;
    if (word !== null) this.events.words().reader?.reveal(word, instantly);
  }
}
