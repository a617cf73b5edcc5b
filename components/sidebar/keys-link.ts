import { isSheet, type Popover } from '@/lib/sidebar/state';
import { FocusReturn } from './focus-return';

interface World {
  popover(): Popover | null;
  open(popover: Popover | null): void;
  /** The sheet has come: it does later than the words. */
  hasCome(): boolean;
}

/** Opens the sheet of keys, from the menu or by its own key. */
export class KeysLink {
  readonly #return = new FocusReturn();

  constructor(
    private readonly frame: HTMLElement,
    private readonly world: World,
  ) {}

  open(): void {
    if (this.world.hasCome()) this.world.open('keys');
  }

  /** By its key: the focus comes back to where it was. Another sheet that is open stays. */
  toggle(): void {
    const popover = this.world.popover();
    if (popover === 'keys') this.world.open(null);
    if (isSheet(popover)) return;
    if (popover === null) this.#return.note(this.frame);
    this.open();
  }

  /** Something was closed: after the sheet of keys the focus goes to where it was, if a key had opened it. */
  closed(popover: Popover | null): void {
    if (popover === 'keys') this.#return.go();
  }
}
