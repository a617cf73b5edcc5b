/** `/api/timedtext`: the gate first, then whatever mode the test asked for. */

import type { CaptionFormat, TrackBody } from '../captions/body';
import { contentTypes, writeCaptions } from '../captions/formats';
import { hostileBody, hostileText } from '../captions/hostile';
import { translated } from '../captions/translate';
import type { TimedtextMode } from '../options';
import { judgeCaptionUrl, trackOf } from '../youtube/caption-url';
import { captchaPage, type Exchange, notFoundPage, pause, send, tooManyPage } from './exchange';

const formats = new Set(['json3', 'srv1', 'srv2', 'srv3', 'vtt']);
const html = 'text/html; charset=UTF-8';

export async function timedtext(exchange: Exchange): Promise<void> {
  const query = exchange.url.searchParams;
  const id = query.get('v') ?? '';
  const options = exchange.world.options(id);
  if (options.captionsOffline) return void exchange.response.destroy();
  if (!(await pause(exchange, options.timedtextDelay))) return;
  const verdict = judgeCaptionUrl(query, Date.now(), exchange.world.recordedSignatures);
  if (verdict === 'expired' || options.timedtext === 'expired') return send(exchange, 404, html, notFoundPage);
  if (verdict === 'withhold') return send(exchange, 200, html, '');
  const video = await exchange.world.video(id);
  const track = video && trackOf(query, video.tracks);
  if (!track) return send(exchange, 200, html, '');
  const asked = query.get('fmt') ?? 'srv1';
  const format = (formats.has(asked) ? asked : 'srv1') as CaptionFormat;
  const target = query.get('tlang');
  if (target && exchange.world.countTranslation(id) > options.translationLimit) {
    return send(exchange, 429, html, tooManyPage);
  }
  const body = target ? translated(track.body, target) : track.body;
  await answer(exchange, options.timedtext, body, format);
}

async function answer(exchange: Exchange, mode: TimedtextMode, body: TrackBody, format: CaptionFormat): Promise<void> {
  const type = contentTypes[format];
  const text = () => writeCaptions(body, format);
  switch (mode) {
    case 'empty':
      return send(exchange, 200, html, '');
    case 'shell':
      return send(exchange, 200, type, shell);
    case 'wire-magic':
      return send(exchange, 200, type, '{"wireMagic":"pb3"}');
    case 'truncated':
      return send(exchange, 200, type, text().slice(0, Math.floor(text().length * 0.6)));
    case 'captcha':
      return send(exchange, 200, html, captchaPage);
    case 'forbidden':
      return send(exchange, 403, html, '<html><title>Error 403 (Forbidden)!!1</title></html>');
    case 'not-found':
      return send(exchange, 404, html, notFoundPage);
    case 'too-many':
      return send(exchange, 429, html, tooManyPage);
    case 'other-json':
      return send(exchange, 200, type, '{"events":{"0":{"segs":"no"}},"wireMagic":7}');
    case 'slow':
      if (await pause(exchange, 10_000)) send(exchange, 200, type, text());
      return;
    case 'drip':
      return drip(exchange, type, Buffer.from(text()));
    case 'stalled':
      exchange.response.writeHead(200, { 'content-type': type });
      exchange.response.flushHeaders();
      return;
    case 'cut':
      exchange.response.writeHead(200, { 'content-type': type, 'content-length': 5000 });
      exchange.response.write('{"wireMagic":');
      await pause(exchange, 50);
      exchange.response.destroy();
      return;
    case 'huge':
    case 'million':
      return send(exchange, 200, type, hostileText(mode));
    case 'hostile':
    case 'bad-times':
    case 'long-cue':
      return send(
        exchange,
        200,
        type,
        format === 'json3' ? hostileText(mode) : writeCaptions(hostileBody(mode), format),
      );
    case 'normal':
      return send(exchange, 200, type, text());
  }
}

/** The 75-byte answer one report speaks of: the shell, padded as there. */
const shell = '{"events":[],"wireMagic":"pb3"}'.padEnd(75, '\n');

async function drip(exchange: Exchange, type: string, bytes: Buffer): Promise<void> {
  exchange.response.writeHead(200, { 'content-type': type });
  const pieces = 40;
  for (let piece = 0; piece < pieces; piece += 1) {
    const from = Math.floor((bytes.length * piece) / pieces);
    exchange.response.write(bytes.subarray(from, Math.floor((bytes.length * (piece + 1)) / pieces)));
    if (!(await pause(exchange, 200))) return;
  }
  exchange.response.end();
}
