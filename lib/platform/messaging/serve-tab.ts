import type { Stop } from '../../ports';
import { readEnvelope } from '../../protocol/envelope';
import { fail } from '../../protocol/result';
import type { TabCall, TabHandlers } from '../../protocol/tab-calls';
import type { MessageEventLike, MessageSender } from './runtime';

/**
 * Answers calls to this tab. Add it synchronously, when the content script starts. Messages that are not ours, or not
 * from our own extension's pages and background, are left alone.
 */
export function serveTabCalls(
  runtime: { readonly id?: string | undefined; readonly onMessage: MessageEventLike },
  handlers: TabHandlers,
): Stop {
  const listener = (message: unknown, sender: MessageSender, respond: (reply: unknown) => void): true | undefined => {
    const call = readEnvelope(message, 'tab');
    if (!call || sender.id !== runtime.id || !isTabCall(handlers, call.call)) return undefined;
    // The background writes the arguments from the same types; a content script is never the sender of these.
    const handler = handlers[call.call] as (args: unknown) => unknown;
    Promise.resolve()
      .then(() => handler(call.args))
      .catch((error: unknown) => fail('refused', String(error)))
      .then(respond);
    return true;
  };
  // The browser's type asks for `true`; not answering at all is allowed and meant.
  const typed = listener as (message: unknown, sender: MessageSender, respond: (reply: unknown) => void) => true;
  runtime.onMessage.addListener(typed);
  return () => runtime.onMessage.removeListener(typed);
}

function isTabCall(handlers: TabHandlers, call: string): call is TabCall {
  return Object.hasOwn(handlers, call);
}
