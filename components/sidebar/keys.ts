import type { OwnKind } from '../notes/notes-part';

/**
 * Keys inside the panel, in one place: by role, so that each tab list, menu and column of times behaves as such things do.
 * A guard that keeps keys from the page may call it with the event it stopped; pressed twice is acted on once.
 */
export interface KeyActions {
  /** Escape; false when there is nothing to close. */
  onEscape(): boolean;
  onStep(step: 1 | -1): void;
  onResize(step: 1 | -1): void;
  onFind(): void;
  onBackToNow(): void;
  /** The page of keys is opened, or closed again. */
  onKeys(): void;
  onNote(kind: OwnKind): void;
  onTextSize(step: 1 | -1): void;
  /** Milliseconds by which the times of the reader's own transcript move. */
  onShift(by: number): void;
  /** The reader moves through the time buttons. */
  onRove(button: HTMLElement): void;
  /** Keys beyond arrows, Enter and Escape are wanted. */
  hasShortcuts(): boolean;
}

export class Keys {
  readonly #seen = new WeakSet<KeyboardEvent>();

  constructor(private readonly actions: KeyActions) {}

  handle(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented || this.#seen.has(event)) return;
    this.#seen.add(event);
    const target = event.composedPath()[0] ?? event.target;
    if (target instanceof HTMLElement && this.#act(event, target)) event.preventDefault();
  }

  #act(event: KeyboardEvent, target: HTMLElement): boolean {
    if (event.key === 'Escape') return this.actions.onEscape();
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (target.matches('.query')) return this.#inFind(event);
    if (target.matches('.grip')) return this.#inGrip(event);
    if (target.matches('.time')) return this.#rove(event, target) || this.#shortcut(event);
    const group = target.closest<HTMLElement>('[role="tablist"], [role="menu"]');
    if (group && (move(event, target, group) || typeAhead(event, target, group))) return true;
    return !target.matches('input, select, textarea') && this.#shortcut(event);
  }

  #inFind({ key, shiftKey }: KeyboardEvent): boolean {
    if (key !== 'Enter') return false;
    this.actions.onStep(shiftKey ? -1 : 1);
    return true;
  }

  /** The edge that is dragged is the left one: left makes the panel wider. */
  #inGrip({ key }: KeyboardEvent): boolean {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
    this.actions.onResize(key === 'ArrowLeft' ? 1 : -1);
    return true;
  }

  #rove({ key }: KeyboardEvent, target: HTMLElement): boolean {
    const step = STEPS.get(key);
    const body = target.closest('.body');
    if (step === undefined || !body) return false;
    const buttons = Array.from(body.querySelectorAll<HTMLElement>('.time'));
    const next = buttons[indexAfter(buttons.indexOf(target), step, buttons.length)];
    if (next) this.actions.onRove(next);
    return true;
  }

  #shortcut({ key }: KeyboardEvent): boolean {
    const act = this.actions.hasShortcuts() ? this.#shortcuts.get(key.toLowerCase()) : undefined;
    act?.();
    return act !== undefined;
  }

  readonly #shortcuts = new Map<string, () => void>([
    ['/', () => this.actions.onFind()],
    ['g', () => this.actions.onBackToNow()],
    ['?', () => this.actions.onKeys()],
    ['n', () => this.actions.onNote('note')],
    ['h', () => this.actions.onNote('highlight')],
    ['b', () => this.actions.onNote('bookmark')],
    ['+', () => this.actions.onTextSize(1)],
    ['=', () => this.actions.onTextSize(1)],
    ['-', () => this.actions.onTextSize(-1)],
    ['[', () => this.actions.onShift(-100)],
    [']', () => this.actions.onShift(100)],
    ['{', () => this.actions.onShift(-1000)],
    ['}', () => this.actions.onShift(1000)],
  ]);
}

type Step = 1 | -1 | 'first' | 'last';

const STEPS = new Map<string, Step>([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['Home', 'first'],
  ['End', 'last'],
]);
const TAB_STEPS = new Map<string, Step>([
  ['ArrowRight', 1],
  ['ArrowLeft', -1],
  ['Home', 'first'],
  ['End', 'last'],
]);

/** Moves inside a tab list or a menu, round its ends; tabs are chosen as they are reached. */
function move({ key }: KeyboardEvent, target: HTMLElement, group: HTMLElement): boolean {
  const isTabs = group.getAttribute('role') === 'tablist';
  const step = (isTabs ? TAB_STEPS : STEPS).get(key);
  if (step === undefined) return false;
  const items = Array.from(group.querySelectorAll<HTMLElement>(isTabs ? '[role="tab"]' : '[role^="menuitem"]'));
  const at = items.indexOf(target);
  const next = items[(indexAfter(at, step, items.length, true) + items.length) % Math.max(1, items.length)];
  next?.focus();
  if (isTabs) next?.click();
  return true;
}

/** In a menu a letter goes to the next item that begins with it: there are more than a hundred languages. */
function typeAhead({ key }: KeyboardEvent, target: HTMLElement, group: HTMLElement): boolean {
  if (key.length !== 1 || key === ' ' || group.getAttribute('role') !== 'menu') return false;
  const items = Array.from(group.querySelectorAll<HTMLElement>('[role^="menuitem"]'));
  const after = items.indexOf(target) + 1;
  const begins = (item: HTMLElement) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase());
  [...items.slice(after), ...items.slice(0, after)].find(begins)?.focus();
  return true;
}

function indexAfter(index: number, step: Step, count: number, isRound = false): number {
  if (step === 'first') return 0;
  if (step === 'last') return count - 1;
  return isRound ? index + step : Math.max(0, Math.min(count - 1, index + step));
}
