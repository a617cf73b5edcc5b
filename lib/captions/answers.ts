/** What a route to the words came back with. Judged by the bytes: YouTube withholds captions with status 200. */
import type { PlacedWords } from '../transcript/build-transcript';
import type { TranscriptSource } from '../transcript/source';

export type Refusal =
  /** No bytes: how a missing or foreign token looks. */
  | 'empty'
  /** Well-formed, but without a word in it. */
  | 'shell'
  /** A page asking to prove one is human. */
  | 'captcha'
  /** Some page or document, no captions. */
  | 'not-captions'
  /** Begins as captions and breaks off. */
  | 'truncated'
  /** Captions that cannot be read. */
  | 'damaged'
  | 'forbidden'
  | 'missing'
  | 'too-many'
  /** The address was signed for a time that has passed. */
  | 'expired'
  | 'too-large'
  /** No whole answer within the deadline. */
  | 'slow'
  /** The network gave nothing at all. */
  | 'unreachable'
  /** Given up because nobody waits for it any more. */
  | 'dropped'
  /** The player has minted no token, and without one nothing was asked. */
  | 'no-token'
  /** The breaker held the request back; nothing was sent. */
  | 'held-back';

export type RouteAnswer =
  | {
      readonly ok: true;
      readonly words: TranscriptSource;
      /** The words placed ahead, in a task of their own. */
      readonly placed?: PlacedWords;
      readonly detail: string;
    }
  | {
      readonly ok: false;
      readonly why: Refusal;
      /** Milliseconds to wait, where the server named a time. */
      readonly retryAfter?: number;
      readonly detail: string;
    };

export function refusedBy(why: Refusal, detail: string, retryAfter?: number): RouteAnswer {
  return retryAfter === undefined ? { ok: false, why, detail } : { ok: false, why, detail, retryAfter };
}
