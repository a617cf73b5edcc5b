/**
 * What YouTube's own transcript panel is filled with: no token, no playback needed, but whole seconds and no ends. The
 * request is the one the panel sends (seen in public traces of August 2026; parameters decoded from recorded pages of
 * June 2026).
 */
import { type RouteAnswer, refusedBy } from '../../captions/answers';
import { answerOf, parseBody, placedAnswer, refusalOf } from '../../captions/read-answer';
import type { PanelAsk, Signal } from '../../captions/routes';
import { readPanelAnswer } from '../../formats/panel-answer';
import type { VideoId } from '../../transcript/units';
import { breathe, inBreaths } from './breathe';
import type { Client } from './bridge';
import { fetchBytes } from './fetch-bytes';

const ENDPOINT = 'https://www.youtube.com/youtubei/v1/get_panel?prettyPrint=false';
const PANEL_ID = 'PAmodern_transcript_view';
const DEADLINE_MS = 7_000;

/**
 * Used when the page does not say its own: the version of the recorded watch page of June 2026. Somewhat stale versions are
 * accepted.
 */
const FALLBACK_CLIENT: Client = { name: 'WEB', version: '2.20260603.01.00', language: 'en', country: 'US' };

export async function askPanel(
  ask: PanelAsk,
  client: Client | null,
  signal: Signal,
  send: typeof fetch = fetch,
): Promise<RouteAnswer> {
  const known = client ?? FALLBACK_CLIENT;
  const context = {
    client: {
      clientName: 'WEB',
      clientVersion: known.version,
      // The panel has no parameter for a language: the interface's decides.
      hl: ask.language ?? (known.language || 'en'),
      ...(known.country === '' ? {} : { gl: known.country }),
    },
  };
  const init: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ context, panelId: PANEL_ID, params: panelParams(ask.videoId) }),
  };
  const fetched = await fetchBytes({ url: ENDPOINT, init, deadline: DEADLINE_MS, signal, fetch: send });
  if (!fetched.ok) return refusedBy(fetched.why, fetched.detail);
  const { body } = fetched;
  const detail = `${body.status} ${body.bytes} B`;
  const refusal = refusalOf(body);
  if (refusal !== null) return refusedBy(refusal, detail, body.retryAfter ?? undefined);
  if (body.status >= 400) return refusedBy('forbidden', detail);
  await breathe();
  const parsed = parseBody(body.text);
  if (!parsed.ok) return refusedBy(parsed.why, detail);
  await breathe();
  return inBreaths(placedAnswer(answerOf(readPanelAnswer(parsed.value), ask.language, detail)));
}

/**
 * The panel's `params`: base64 of a protobuf message, field 149 { 1: video id, 3: 2 }. Byte for byte what the stand-alone
 * panel sent in recorded pages (`qgkPCgtBbjh2dEQxRkRxcxgC`).
 */
export function panelParams(videoId: VideoId): string {
  const inner = `\x0a\x0b${videoId}\x18\x02`;
  return btoa(`\xaa\x09${String.fromCharCode(inner.length)}${inner}`);
}
