/**
 * Keeps what is typed, pasted or dropped in our panel from the page. The page's own listeners, capture phase included,
 * never see such an event; our components get a copy inside the shadow root, and what they prevent is prevented. Events that are
 * not ours pass untouched: none of YouTube's keys is taken.
 *
 * Must run at `document_start`: only the first listener on the window can stop all others.
 */

const TYPING = [
  'keypress',
  'beforeinput',
  'input',
  'textInput',
  'compositionstart',
  'compositionupdate',
  'compositionend',
] as const;
const DROPPING = ['dragenter', 'dragover', 'dragleave', 'drop'] as const;

export interface GuardedRoot {
  readonly host: Element;
  readonly root: ShadowRoot;
}

/** `guarded` is asked at each event: null while there is nothing of ours in the page. */
export function guardKeyboard(signal: AbortSignal, guarded: () => GuardedRoot | null): void {
  const onTyping = (event: Event) => keep(event, guarded(), ({ root }) => root.activeElement ?? root);
  // Firefox sends what is pasted to where the selection is, which the focus on a button does not move (seen in 153).
  const onPaste = (event: Event) => {
    const ours = guarded();
    keep(event, ours, ({ root }) => root.activeElement ?? root, event.target === ours?.host || isFocused(ours));
  };
  const onDropping = (event: Event) => {
    const { clientX, clientY } = event as DragEvent;
    keep(event, guarded(), ({ root }) => root.elementFromPoint(clientX, clientY) ?? root);
  };
  /** Where each key that is down went down. Its release belongs to the same side, wherever the focus has gone since. */
  const sides = new Map<string, 'panel' | 'page'>();
  const onKeydown = (event: KeyboardEvent) => {
    sides.set(event.code || event.key, event.target === guarded()?.host ? 'panel' : 'page');
    onTyping(event);
  };
  const onKeyup = (event: KeyboardEvent) => {
    const side = sides.get(event.code || event.key);
    sides.delete(event.code || event.key);
    if (side === 'page') return;
    if (side === 'panel' && event.target !== guarded()?.host) event.stopImmediatePropagation();
    else onTyping(event);
  };
  window.addEventListener('keydown', onKeydown, { signal, capture: true });
  window.addEventListener('keyup', onKeyup, { signal, capture: true });
  // A key that is released in another window is never heard of again.
  window.addEventListener('blur', () => sides.clear(), { signal });
  for (const type of TYPING) window.addEventListener(type, onTyping, { signal, capture: true });
  window.addEventListener('paste', onPaste, { signal, capture: true });
  for (const type of DROPPING) window.addEventListener(type, onDropping, { signal, capture: true });
}

function isFocused(guarded: GuardedRoot | null): boolean {
  return guarded !== null && guarded.root.activeElement !== null;
}

function keep(
  event: Event,
  guarded: GuardedRoot | null,
  target: (guarded: GuardedRoot) => EventTarget,
  isOurs = event.target === guarded?.host,
): void {
  if (!guarded || !isOurs) return;
  event.stopImmediatePropagation();
  if (!target(guarded).dispatchEvent(copyOf(event)) && event.cancelable) event.preventDefault();
}

/** What components read of these events. */
const FIELDS = [
  ...['key', 'code', 'location', 'repeat', 'isComposing', 'keyCode', 'which', 'charCode'],
  ...['ctrlKey', 'shiftKey', 'altKey', 'metaKey', 'data', 'inputType', 'detail'],
  ...['clientX', 'clientY', 'clipboardData', 'dataTransfer'],
];

/**
 * A plain event that stays inside the shadow root, with the fields laid over it. Not one of the same kind, because Firefox lets
 * every `KeyboardEvent` out of its shadow tree, whatever `composed` says (measured in 153).
 */
function copyOf(event: Event): Event {
  const copy = new Event(event.type, { bubbles: event.bubbles, cancelable: event.cancelable, composed: false });
  const source = event as unknown as Record<string, unknown>;
  for (const name of FIELDS)
    if (source[name] !== undefined) Object.defineProperty(copy, name, { value: source[name], enumerable: true });
  // A copy is never trusted; whether the reader did it, or a script of the page, must still be known.
  Object.defineProperty(copy, 'isByReader', { value: event.isTrusted });
  return copy;
}
