/** `/youtubei/v1/*`. */

import { hostileBody } from '../captions/hostile';
import type { StageOptions } from '../options';
import type { StageVideo } from '../video';
import { initialData } from '../youtube/initial-data';
import { decodePanelParams } from '../youtube/panel-params';
import { panelResponse, panelTrack } from '../youtube/panel-response';
import { playerResponse } from '../youtube/player-response';
import { captchaPage, type Exchange, pause, send, sendJson, tooManyPage } from './exchange';

export const preconditionFailed = {
  error: {
    code: 400,
    message: 'Precondition check failed.',
    errors: [{ message: 'Precondition check failed.', domain: 'global', reason: 'failedPrecondition' }],
    status: 'FAILED_PRECONDITION',
  },
};

const invalidArgument = {
  error: {
    code: 400,
    message: 'Request contains an invalid argument.',
    errors: [{ message: 'Request contains an invalid argument.', domain: 'global', reason: 'badRequest' }],
    status: 'INVALID_ARGUMENT',
  },
};

export async function innertube(exchange: Exchange): Promise<void> {
  if (exchange.request.method !== 'POST') return send(exchange, 405, 'text/html', '');
  const body = readObject(exchange.body);
  const name = exchange.url.pathname.slice('/youtubei/v1/'.length);
  const isAbout =
    decodePanelParams(body.params)?.videoId ?? (typeof body.videoId === 'string' ? body.videoId : undefined);
  if (exchange.world.options(isAbout).captionsOffline && name !== 'player' && name !== 'next') {
    return void exchange.response.destroy();
  }
  if (name === 'get_transcript') return sendJson(exchange, preconditionFailed, 400);
  if (name === 'get_panel') return getPanel(exchange, body);
  if (name === 'player' || name === 'next') return describe(exchange, name, body);
  sendJson(exchange, {});
}

async function describe(exchange: Exchange, name: 'player' | 'next', body: Record<string, unknown>): Promise<void> {
  const id = String(body.videoId ?? '');
  const options = exchange.world.options(id);
  const video = await exchange.world.video(id);
  if (!video) return sendJson(exchange, { playabilityStatus: { status: 'ERROR', reason: 'Video unavailable' } });
  sendJson(exchange, name === 'player' ? playerResponse(video, options, Date.now()) : initialData(video, options));
}

async function getPanel(exchange: Exchange, body: Record<string, unknown>): Promise<void> {
  const params = decodePanelParams(body.params);
  const client = asObject(asObject(body.context).client);
  const options = exchange.world.options(params?.videoId);
  if (!(await pause(exchange, options.panelDelay))) return;
  const isRight =
    params !== null &&
    body.panelId === 'PAmodern_transcript_view' &&
    client.clientName === 'WEB' &&
    typeof client.clientVersion === 'string' &&
    exchange.request.headers.origin === 'https://www.youtube.com' &&
    (exchange.request.headers['content-type'] ?? '').startsWith('application/json');
  if (!isRight) return sendJson(exchange, invalidArgument, 400);
  const video = await exchange.world.video(params.videoId);
  if (!video) return sendJson(exchange, invalidArgument, 400);
  await answerPanel(exchange, video, options, String(client.hl ?? 'en'));
}

async function answerPanel(exchange: Exchange, video: StageVideo, options: StageOptions, hl: string): Promise<void> {
  const track = video.state === 'ok' ? panelTrack(video, hl) : undefined;
  const type = 'application/json; charset=UTF-8';
  switch (options.panel) {
    case 'failed-precondition':
      return sendJson(exchange, preconditionFailed, 400);
    case 'empty-object':
      return sendJson(exchange, {});
    case 'no-rows':
      return sendJson(exchange, panelResponse(video, undefined));
    case 'too-many':
      return send(exchange, 429, 'text/html', tooManyPage);
    case 'captcha':
      return send(exchange, 200, 'text/html', captchaPage);
    case 'truncated':
      return send(exchange, 200, type, JSON.stringify(panelResponse(video, track)).slice(0, 3000));
    case 'slow':
      if (await pause(exchange, 10_000)) sendJson(exchange, panelResponse(video, track));
      return;
    case 'stalled':
      exchange.response.writeHead(200, { 'content-type': type });
      exchange.response.flushHeaders();
      return;
    case 'hostile':
      return sendJson(exchange, panelResponse(video, track && { ...track, body: hostileBody('hostile') }));
    case 'legacy-rows':
      return sendJson(exchange, panelResponse(video, track, true));
    case 'normal':
      return sendJson(exchange, track ? panelResponse(video, track) : {});
  }
}

function readObject(text: string): Record<string, unknown> {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
