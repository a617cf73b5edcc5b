import type { BackgroundCall, CallAnswer, CallArgs } from '../../protocol/background-calls';
import { checkArgs, PAGE_CALLS } from '../../protocol/background-checks';
import { readEnvelope } from '../../protocol/envelope';
import { fail } from '../../protocol/result';
import type { MessageEventLike, MessageListener } from './runtime';
import { type Caller, identifyCaller } from './sender';

export type BackgroundHandlers = {
  readonly [Name in BackgroundCall]: (args: CallArgs<Name>, caller: Caller) => Promise<CallAnswer<Name>>;
};

export interface ServeOptions {
  readonly id: string;
  /** `runtime.getURL('')` */
  readonly origin: string;
  readonly handlers: BackgroundHandlers;
  /** Told of errors that are bugs of ours. */
  readonly report: (error: unknown) => void;
}

/** Adds the listener at once: one that is added after an `await` misses the message that woke the worker. */
export function serveBackgroundCalls(onMessage: MessageEventLike, options: ServeOptions): void {
  // The browser's type asks for `true`; not answering a foreign message is allowed and meant.
  onMessage.addListener(createBackgroundListener(options) as (...args: Parameters<MessageListener>) => true);
}

export function createBackgroundListener(options: ServeOptions): MessageListener {
  return (message, sender, respond) => {
    const call = readEnvelope(message, 'background');
    if (!call) return undefined;
    const caller = identifyCaller(sender, options);
    if (!caller) return undefined;
    answer(call.call, call.args, caller, options)
      .catch((error: unknown) => {
        options.report(error);
        return fail('refused', 'internal error');
      })
      .then(respond);
    return true;
  };
}

async function answer(name: string, args: unknown, caller: Caller, options: ServeOptions): Promise<unknown> {
  if (!isBackgroundCall(options.handlers, name)) return fail('refused', 'no such call');
  if (caller.role === 'page' && !PAGE_CALLS.has(name)) return fail('refused', 'not for content scripts');
  const checked = checkArgs(name, args);
  if (!checked) return fail('refused', 'bad arguments');
  // `checkArgs` gives the arguments of this very call; the compiler cannot follow a union of names.
  const handler = options.handlers[name] as (args: unknown, caller: Caller) => Promise<unknown>;
  return handler(checked, caller);
}

function isBackgroundCall(handlers: BackgroundHandlers, name: string): name is BackgroundCall {
  return Object.hasOwn(handlers, name);
}
