import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { StageOptions } from '../options';
import type { StageVideo } from '../video';
import type { RecordedSignatures } from '../youtube/caption-url';

/** One request as the stage saw it, for tests to ask about. */
export interface LoggedRequest {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Filled in when the answer is complete or cut off. */
  status: number;
  /** Length of the answer as its header announces it; 0 for answers sent in pieces. */
  bytes: number;
}

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly body: string;
  readonly world: World;
}

/** What routes may ask of the stage. */
export interface World {
  video(id: string): Promise<StageVideo | undefined>;
  options(id: string | undefined): StageOptions;
  readonly recordedSignatures: RecordedSignatures;
  /** Counts translated tracks served, per video. */
  countTranslation(id: string): number;
}

export function send(exchange: Exchange, status: number, contentType: string, body: string | Buffer): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  exchange.response.statusCode = status;
  exchange.response.setHeader('content-type', contentType);
  exchange.response.setHeader('content-length', bytes.length);
  exchange.response.end(exchange.request.method === 'HEAD' ? undefined : bytes);
}

export function sendJson(exchange: Exchange, value: unknown, status = 200): void {
  send(exchange, status, 'application/json; charset=UTF-8', JSON.stringify(value));
}

/** Waits, and says whether the other side is still there. */
export function pause(exchange: Exchange, milliseconds: number): Promise<boolean> {
  if (milliseconds <= 0) return Promise.resolve(!exchange.response.destroyed);
  return new Promise((resolve) => {
    const gone = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      exchange.response.off('close', gone);
      resolve(!exchange.response.destroyed);
    }, milliseconds);
    exchange.response.once('close', gone);
  });
}

export const captchaPage =
  '<!DOCTYPE html><html><head><title>https://www.youtube.com/</title></head><body><form id="captcha-form" action="index" method="post"><div class="g-recaptcha" data-sitekey="stage"></div></form><p>Our systems have detected unusual traffic from your computer network.</p></body></html>';

export const tooManyPage =
  '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title>Sorry...</title></head><body><h1>We\'re sorry...</h1><p>... but your computer or network may be sending automated queries.</p></body></html>';

export const notFoundPage =
  '<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title><p><b>404.</b> <ins>That’s an error.</ins></html>';
