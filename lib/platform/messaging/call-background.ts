/** Calls from a page to the background. The worker may be asleep, dying, stuck after an update, or gone for ever. */
import type { BackgroundCall, CallAnswer, CallArgs } from '../../protocol/background-calls';
import { MAX_MESSAGE } from '../../protocol/background-calls';
import { envelope, isAnswer } from '../../protocol/envelope';
import { fail } from '../../protocol/result';
import type { RuntimeLike } from './runtime';

export interface CallOptions {
  /** One attempt. 5 s: far beyond any answer of ours, well before a reader gives up. */
  readonly deadlineMs?: number;
  /** All attempts together. */
  readonly totalMs?: number;
  readonly retries?: number;
  /** First pause between attempts; each next is three times as long. */
  readonly pauseMs?: number;
}

export type CallBackground = <Name extends BackgroundCall>(
  name: Name,
  args: CallArgs<Name>,
) => Promise<CallAnswer<Name>>;

/**
 * Always answers, at latest after `totalMs`. An undefined reply is a failure (a worker that is killed in synchronous
 * code answers so), and so is silence; both are tried again, which is safe because every call may be made twice.
 */
export function createBackgroundCaller(runtime: RuntimeLike, options: CallOptions = {}): CallBackground {
  const { deadlineMs = 5000, totalMs = 10_000, retries = 3, pauseMs = 100 } = options;

  return async (name, args) => {
    const message = envelope('background', name, args);
    if (JSON.stringify(message).length > MAX_MESSAGE) {
      throw new RangeError(`The call ${name} is larger than ${MAX_MESSAGE}. Send its bytes in parts.`);
    }
    const end = Date.now() + totalMs;
    let pause = pauseMs;
    for (let attempt = 0; ; attempt++) {
      const reply = await sendOnce(runtime, message, Math.min(deadlineMs, end - Date.now()));
      // The background answers this call with this type; both ends are compiled from `BackgroundCalls`.
      if (reply.kind === 'answer') return reply.answer as CallAnswer<typeof name>;
      if (reply.kind === 'orphaned') return fail('orphaned') as CallAnswer<typeof name>;
      if (attempt >= retries || Date.now() + pause >= end) return fail('unreachable') as CallAnswer<typeof name>;
      await sleep(pause);
      pause *= 3;
    }
  };
}

type Reply = { readonly kind: 'answer'; readonly answer: unknown } | { readonly kind: 'orphaned' | 'nothing' };

async function sendOnce(runtime: RuntimeLike, message: unknown, deadlineMs: number): Promise<Reply> {
  let sent: Promise<unknown>;
  try {
    sent = runtime.sendMessage(message);
  } catch {
    // Only an invalidated context throws at once: the size was checked before.
    return { kind: 'orphaned' };
  }
  try {
    const answer = await within(sent, deadlineMs);
    return isAnswer(answer) ? { kind: 'answer', answer } : { kind: 'nothing' };
  } catch (error) {
    return { kind: isOrphaned(runtime, error) ? 'orphaned' : 'nothing' };
  }
}

/** Under the polyfill the throw arrives as a rejection, and the id may still be there at that moment. */
function isOrphaned(runtime: RuntimeLike, error: unknown): boolean {
  try {
    if (!runtime.id) return true;
  } catch {
    return true;
  }
  return error instanceof Error && error.message.includes('context invalidated');
}

/** Resolves as `promise` does, or to undefined after `ms`. */
export function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, ms));
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
