/** The few things of `browser.runtime` and `browser.tabs` that messages need; tests bring their own. */
export interface RuntimeLike {
  /** Gone once the extension was updated or removed under the page. */
  readonly id?: string | undefined;
  sendMessage(message: unknown): Promise<unknown>;
}

export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly incognito: boolean } | undefined;
}

/** Answers later by `respond` when it returns true: the one way that every browser and its stand-ins understand. */
export type MessageListener = (
  message: unknown,
  sender: MessageSender,
  respond: (reply: unknown) => void,
) => true | undefined;

export interface MessageEventLike {
  addListener(listener: (message: unknown, sender: MessageSender, respond: (reply: unknown) => void) => true): void;
  removeListener(listener: (message: unknown, sender: MessageSender, respond: (reply: unknown) => void) => true): void;
}
