import type { MessageSender } from './runtime';

/** Who asks. `page`: our content script in YouTube's main frame. `extension`: one of our own pages. */
export interface Caller {
  readonly role: 'page' | 'extension';
  readonly tabId: number | null;
  /** From a private window: nothing of it may be kept. */
  readonly isPrivate: boolean;
}

/** Null for anybody else: other extensions, frames inside pages, other sites. */
export function identifyCaller(
  sender: MessageSender,
  own: { readonly id: string /** `chrome-extension://…/` */; readonly origin: string },
): Caller | null {
  if (sender.id !== own.id || !sender.url) return null;
  const tabId = sender.tab?.id ?? null;
  const isPrivate = sender.tab?.incognito ?? false;
  if (sender.url.startsWith(own.origin)) return { role: 'extension', tabId, isPrivate };
  if (tabId === null || sender.frameId !== 0 || !isYouTube(sender.url)) return null;
  return { role: 'page', tabId, isPrivate };
}

function isYouTube(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed?.protocol === 'https:' && parsed.host === 'www.youtube.com';
}
