/**
 * Requests to YouTube, as the page itself could make them: from the content script, so with the page's own headers. Each
 * ends within its deadline and within its size, and never throws.
 */
import type { Body } from '../../captions/read-answer';
import type { Signal } from '../../captions/routes';

/**
 * Twelve hours of word-timed captions, the longest video there is, are about 10 MB. Twice as much again would hold the page
 * still for seconds while it is read, so it is refused while it still streams.
 */
export const LARGEST_BODY = 32 * 1024 * 1024;

export type Fetched =
  | { readonly ok: true; readonly body: Body }
  | {
      readonly ok: false;
      readonly why: 'slow' | 'dropped' | 'unreachable' | 'truncated' | 'too-large';
      readonly detail: string;
    };

export interface FetchInput {
  readonly url: string;
  readonly init?: RequestInit;
  /** Milliseconds for the whole answer, last byte included. */
  readonly deadline: number;
  readonly signal: Signal;
  /** Injected in tests. */
  readonly fetch?: typeof fetch;
}

export async function fetchBytes({ url, init, deadline, signal, fetch: send = fetch }: FetchInput): Promise<Fetched> {
  if (signal.aborted) return { ok: false, why: 'dropped', detail: '' };
  const abort = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    abort.abort();
  }, deadline);
  signal.addEventListener('abort', () => abort.abort());
  let got = 0;
  let status: number | null = null;
  try {
    const answer = await send(url, { credentials: 'same-origin', ...init, signal: abort.signal });
    status = answer.status;
    const text = await readText(answer, (bytes) => {
      got += bytes;
      return got <= LARGEST_BODY;
    });
    if (text === null) {
      abort.abort();
      return { ok: false, why: 'too-large', detail: `${answer.status} more than ${LARGEST_BODY} B` };
    }
    const retryAfter = readRetryAfter(answer.headers.get('retry-after'), Date.now());
    return { ok: true, body: { status: answer.status, text, bytes: got, retryAfter } };
  } catch (error) {
    if (isLate) return { ok: false, why: 'slow', detail: `${got} B in ${deadline} ms` };
    if (signal.aborted) return { ok: false, why: 'dropped', detail: '' };
    if (status !== null) return { ok: false, why: 'truncated', detail: `${status} broke off after ${got} B` };
    return { ok: false, why: 'unreachable', detail: error instanceof Error ? error.message : '' };
  } finally {
    clearTimeout(timer);
  }
}

/** Decodes as it arrives. `admit` is told the size of each piece; null as soon as it refuses one. */
async function readText(answer: Response, admit: (bytes: number) => boolean): Promise<string | null> {
  if (!answer.body) return '';
  const decoder = new TextDecoder();
  const reader = answer.body.getReader();
  const pieces: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!admit(value.byteLength)) return null;
    pieces.push(decoder.decode(value, { stream: true }));
  }
  pieces.push(decoder.decode());
  return pieces.join('');
}

/** `Retry-After` is seconds or a date (RFC 9110, 10.2.3). Null when absent or neither; never negative. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
