/** The wrapper of every message, both ways. What does not fit it is not ours and is left alone. */
const PROTOCOL = 'readalong';
const VERSION = 1;

export interface Envelope {
  readonly protocol: typeof PROTOCOL;
  readonly version: typeof VERSION;
  readonly to: 'background' | 'tab';
  readonly call: string;
  readonly args: unknown;
}

export function envelope(to: Envelope['to'], call: string, args: unknown): Envelope {
  return { protocol: PROTOCOL, version: VERSION, to, call, args };
}

/** Null for anything that is not a message of ours, of this version, to this end. */
export function readEnvelope(message: unknown, to: Envelope['to']): Envelope | null {
  if (typeof message !== 'object' || message === null) return null;
  const { protocol, version, to: receiver, call, args } = message as Record<string, unknown>;
  if (protocol !== PROTOCOL || version !== VERSION || receiver !== to || typeof call !== 'string') return null;
  return { protocol, version, to, call, args };
}

/** True for a `Result`: an answer that is undefined or half is a failure of the other end, not a value. */
export function isAnswer(
  reply: unknown,
): reply is { ok: true; value: unknown } | { ok: false; error: { code: string } } {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return false;
  if (reply.ok === true) return 'value' in reply;
  if (reply.ok !== false || !('error' in reply)) return false;
  const { error } = reply;
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}
