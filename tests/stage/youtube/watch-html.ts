/** The page as served: a skeleton with its data inline; everything visible is built later by the page's own script. */
import { randomBytes } from 'node:crypto';
import type { StageOptions } from '../options';
import { clientVersion } from './client';

/** Locks the globals, as the first script of some recorded watch pages does (June 2025; 8 of 58 in January 2026). */
const lockGlobals = `'use strict';(function(){
const lock=(owner,name)=>{try{Object.defineProperty(owner,name,{writable:false,configurable:false})}catch(e){}};
lock(window,'fetch');lock(window,'JSON');lock(JSON,'stringify');lock(JSON,'parse');lock(window,'Array');
lock(Array.prototype,'push');lock(Array.prototype,'forEach');lock(Object,'assign');
const me=document.getElementById('bc-def');if(me)me.remove();})();`;

export interface WatchPage {
  readonly html: string;
  readonly nonce: string;
}

export interface PageData {
  readonly title: string;
  readonly playerResponse: object | null;
  readonly initialData: object;
}

export function watchHtml(data: PageData, options: StageOptions): WatchPage {
  const nonce = randomBytes(16).toString('base64url');
  const script = (content: string, attributes = '') => `<script ${attributes}nonce="${nonce}">${content}</script>`;
  const player = data.playerResponse
    ? script(
        `var ytInitialPlayerResponse = ${inlineJson(data.playerResponse)};var meta=document.createElement('meta');`,
      )
    : '';
  const html = `<!DOCTYPE html><html style="font-size: 10px;font-family: Roboto, Arial, sans-serif;" lang="en" system-icons typography typography-spacing${options.dark ? ' dark darker-dark-theme' : ''}><head>${
    options.lockedGlobals ? script(lockGlobals, 'id="bc-def" ') : ''
  }<meta http-equiv="X-UA-Compatible" content="IE=edge"/>${script(configScript())}<meta charset="utf-8"><title>${escapeHtml(data.title)} - YouTube</title><link rel="stylesheet" href="/s/desktop/stage/page.css" nonce="${nonce}"><link rel="canonical" href="https://www.youtube.com/"><meta property="og:title" content="${escapeHtml(data.title)}"></head><body dir="ltr" no-y-overflow>${player}<ytd-app disable-upgrade="true"><ytd-masthead id="masthead" class="shell" disable-upgrade="true"></ytd-masthead></ytd-app><div id="player" class="skeleton flexy"><div id="player-wrap"><div id="player-api"></div></div></div>${script(
    `var ytInitialData = ${inlineJson(data.initialData)};`,
  )}<script src="/s/desktop/stage/page.js" nonce="${nonce}"></script></body></html>`;
  return { html, nonce };
}

/** A recorded page with its own inline scripts; the site's script files give way to the stage's. */
export function recordedHtml(recorded: string): WatchPage {
  const nonce = randomBytes(16).toString('base64url');
  const ours = `<link rel="stylesheet" href="/s/desktop/stage/page.css" nonce="${nonce}"><script src="/s/desktop/stage/page.js" nonce="${nonce}"></script>`;
  const html = recorded
    .replaceAll(/<script[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, '')
    .replaceAll(/ nonce="[\w-]+"/g, ` nonce="${nonce}"`);
  const end = html.lastIndexOf('</body>');
  return { html: html.slice(0, end) + ours + html.slice(end), nonce };
}

function configScript(): string {
  const data = {
    INNERTUBE_API_KEY: 'AIzaSy-stage',
    INNERTUBE_API_VERSION: 'v1',
    INNERTUBE_CLIENT_NAME: 'WEB',
    INNERTUBE_CLIENT_VERSION: clientVersion,
    INNERTUBE_CONTEXT: {
      client: { hl: 'en', gl: 'NO', clientName: 'WEB', clientVersion, visitorData: 'CgtzdGFnZQ%3D%3D' },
    },
    INNERTUBE_CONTEXT_CLIENT_NAME: 1,
    INNERTUBE_CONTEXT_CLIENT_VERSION: clientVersion,
    DEVICE: 'cbr=Chrome&cbrver=156.0.0.0&ceng=WebKit&cengver=537.36&cos=X11&cplatform=DESKTOP',
    HL: 'en',
    GL: 'NO',
    LOGGED_IN: false,
    VISITOR_DATA: 'CgtzdGFnZQ%3D%3D',
    WEB_PLAYER_CONTEXT_CONFIGS: {
      WEB_PLAYER_CONTEXT_CONFIG_ID_KEVLAR_WATCH: {
        innertubeContextClientVersion: clientVersion,
        serializedExperimentFlags: 'html5_generate_content_po_token=true&html5_web_po_token_disable_caching=true',
      },
    },
  };
  return `var ytcfg={d:function(){return window.yt&&yt.config_||ytcfg.data_||(ytcfg.data_={})},get:function(k,o){return k in ytcfg.d()?ytcfg.d()[k]:o},set:function(){var a=arguments;if(a.length>1)ytcfg.d()[a[0]]=a[1];else for(var k in a[0])ytcfg.d()[k]=a[0][k]}};window.ytcfg=ytcfg;ytcfg.set(${inlineJson(data)});`;
}

/** JSON that may stand inside a script element. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
