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
  'paste',
] as const;
const DROPPING = ['dragenter', 'dragover', 'dragleave', 'drop'] as const;

export interface GuardedRoot {
  readonly host: Element;
  readonly root: ShadowRoot;
}

/** `guarded` is asked at each event: null while there is nothing of ours in the page. */
export function guardKeyboard(signal: AbortSignal, guarded: () => GuardedRoot | null): void {
  const onTyping = (event: Event) => keep(event, guarded(), ({ root }) => root.activeElement ?? root);
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
  for (const type of DROPPING) window.addEventListener(type, onDropping, { signal, capture: true });
}

function keep(event: Event, guarded: GuardedRoot | null, target: (guarded: GuardedRoot) => EventTarget): void {
  if (!guarded || event.target !== guarded.host) return;
  event.stopImmediatePropagation();
  const copy = copyOf(event);
  if (!target(guarded).dispatchEvent(copy) && event.cancelable) event.preventDefault();
}

/** The copy stays inside the shadow root. What a constructor does not take is laid over it: clipboard, files, key codes. */
function copyOf(event: Event): Event {
  const Kind = event.constructor as new (type: string, init?: EventInit) => Event;
  const copy = new Kind(event.type, Object.assign(fieldsOf(event), { composed: false }));
  for (const name of ['clipboardData', 'dataTransfer', 'keyCode', 'which', 'charCode']) {
    const value: unknown = (event as unknown as Record<string, unknown>)[name];
    if (value !== undefined && value !== null) Object.defineProperty(copy, name, { value });
  }
  return copy;
}

/** The fields of an event as a constructor takes them. They are accessors of its prototypes, so spreading finds none. */
function fieldsOf(event: Event): EventInit {
  const fields: Record<string, unknown> = {};
  const source = event as unknown as Record<string, unknown>;
  for (const name of INIT_FIELDS) if (source[name] !== undefined) fields[name] = source[name];
  return fields;
}

const INIT_FIELDS = [
  'bubbles',
  'cancelable',
  'detail',
  'key',
  'code',
  'location',
  'repeat',
  'isComposing',
  'ctrlKey',
  'shiftKey',
  'altKey',
  'metaKey',
  'data',
  'inputType',
  'clientX',
  'clientY',
] as const;
