/** The captions themselves, word for word, from `/api/timedtext`. */
import { type RouteAnswer, refusedBy } from '../../captions/answers';
import { readBeginning, readInSteps, refusalOf } from '../../captions/read-answer';
import type { CaptionRoutes, Signal, TimedtextAsk } from '../../captions/routes';
import type { VideoId } from '../../transcript/units';
import { inBreaths, untilPainted } from './breathe';
import { fetchBytes } from './fetch-bytes';
import { captionUrl, isExpired, requestUrl } from './timedtext-url';

/** Longer than a search lasts: a slow answer that comes after its end is still shown. */
const DEADLINE_MS = 20_000;

export interface TimedtextOptions {
  readonly send?: typeof fetch;
  /** As in `CaptionRoutes.timedtext`. */
  readonly onBeginning?: Parameters<CaptionRoutes['timedtext']>[3];
}

export async function askTimedtext(
  ask: TimedtextAsk,
  videoId: VideoId,
  clientName: string,
  signal: Signal,
  { send = fetch, onBeginning }: TimedtextOptions = {},
): Promise<RouteAnswer> {
  const { track, token, translateTo } = ask;
  const address = captionUrl(track.url, videoId);
  if (address === null) return refusedBy('dropped', 'address of another video');
  const url = requestUrl(address, { token, translateTo, clientName });
  const fetched = await fetchBytes({ url: url.href, deadline: DEADLINE_MS, signal, fetch: send });
  if (!fetched.ok) return refusedBy(fetched.why, fetched.detail);
  const { body } = fetched;
  const detail = `${body.status} ${body.bytes} B${track.gated ? ' gated' : ''}`;
  const refusal = refusalOf(body);
  if (refusal !== null) {
    // Judged afterwards only: the viewer's clock may be wrong, and then every address looks expired.
    const isOld = refusal !== 'too-many' && refusal !== 'captcha' && isExpired(address, Date.now());
    return refusedBy(isOld ? 'expired' : refusal, detail, body.retryAfter ?? undefined);
  }
  const told = { automatic: track.automatic && translateTo === null, language: translateTo ?? track.language };
  const beginning = onBeginning ? readBeginning(body.text, told, detail) : null;
  if (beginning) {
    onBeginning?.(beginning);
    await untilPainted();
  }
  return inBreaths(readInSteps(body.text, told, detail));
}
