/**
 * How our two halves find each other: the one in the page's world, which can call the player, and the isolated one, which
 * does everything else. Both run at `document_start`, before any script of the page, so the first event between them is
 * unseen; it carries the secret name of all later ones. What was saved here of the platform stays ours when the page later
 * replaces it. Imported by both worlds: nothing here may import the `browser` object.
 */

const HELLO = 'hello';

export interface Channel {
  /** Sends a text and, the other half being in the same thread, comes back after it was handled. */
  send(text: string): void;
  /** One listener; called with each text of the other half. */
  listen(listener: (text: string) => void, signal?: AbortSignal): void;
}

export type Side = 'page' | 'isolated';

/**
 * Calls `onMeet` once, during this call or during the other half's, or never when the other half is missing. Whichever
 * half comes first waits, but only until the page's own content begins: later nobody else may answer in its name.
 */
export function meet(side: Side, onMeet: (channel: Channel) => void): void {
  const tools = saveTools();
  const secret = randomName();
  const call = new tools.CustomEvent(HELLO, { detail: secret, cancelable: true });
  const isHeard = !tools.dispatch(document, call);
  if (isHeard) {
    onMeet(openChannel(side, secret, tools));
    return;
  }
  const onHello = (event: Event) => {
    const other = tools.detail(event);
    if (typeof other !== 'string' || other.length !== secret.length) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    leave();
    onMeet(openChannel(side, other, tools));
  };
  const leave = () => tools.unlisten(document, HELLO, onHello);
  tools.listen(document, HELLO, onHello);
  whenPageBegins(leave);
}

type Tools = ReturnType<typeof saveTools>;

function saveTools() {
  const { apply } = Reflect;
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  const readDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get;
  return {
    CustomEvent,
    dispatch: (target: EventTarget, event: Event): boolean => apply(dispatchEvent, target, [event]),
    listen: (target: EventTarget, type: string, listener: (event: Event) => void, options?: object): void =>
      apply(addEventListener, target, [type, listener, options]),
    unlisten: (target: EventTarget, type: string, listener: (event: Event) => void): void =>
      apply(removeEventListener, target, [type, listener]),
    detail: (event: Event): unknown => (readDetail ? apply(readDetail, event, []) : undefined),
  };
}

function openChannel(side: Side, secret: string, tools: Tools): Channel {
  const [outward, inward] = side === 'page' ? ['<', '>'] : ['>', '<'];
  return {
    send: (text) => {
      tools.dispatch(document, new tools.CustomEvent(secret + outward, { detail: text }));
    },
    listen: (listener, signal) => {
      const onEvent = (event: Event) => {
        const text = tools.detail(event);
        if (typeof text === 'string') listener(text);
      };
      tools.listen(document, secret + inward, onEvent, signal ? { signal } : undefined);
    },
  };
}

/** 128 random bits. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let name = '';
  for (const byte of bytes) name += byte.toString(16).padStart(2, '0');
  return name;
}

/** The parser delivers mutations before it runs the first script, so this comes before any code of the page. */
function whenPageBegins(call: () => void): void {
  const observer = new MutationObserver(() => {
    observer.disconnect();
    call();
  });
  observer.observe(document, { childList: true, subtree: true });
}
