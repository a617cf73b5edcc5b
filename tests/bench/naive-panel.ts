/**
 * What most transcript panels do, as the control of a run: one element for each row of the captions, each with a button and
 * a text; the row of now is looked for whenever the element says `timeupdate` and scrolled to; a search looks into each
 * row as it stands. Written after the panels read in public sources; no framework, which only adds to it.
 */

import type { BrowserDriver } from '../e2e/drivers/driver';
import type { Stage } from '../stage/index';

/** Builds the panel in the page; returns how many elements it has. The page must not have the extension. */
export async function buildNaivePanel(browser: BrowserDriver, stage: Stage, videoId: string): Promise<number> {
  const { tracks } = await stage.video(videoId);
  const rows = (tracks.find(({ automatic }) => automatic)?.body.events ?? [])
    .map(({ start, words }) => ({
      start,
      text: words
        .map(({ text }) => text)
        .join(' ')
        .trim(),
    }))
    .filter(({ text }) => text !== '');
  return browser.evaluate((list) => {
    const video = document.querySelector('video');
    const panel = document.createElement('div');
    panel.style.cssText = 'height:524px;width:402px;overflow:auto';
    const field = document.createElement('input');
    field.className = 'naive-search';
    const elements = list.map(({ start, text }) => {
      const row = document.createElement('div');
      const time = document.createElement('button');
      const words = document.createElement('span');
      const minutes = Math.floor(start / 60_000);
      time.textContent = `${minutes}:${String(Math.floor(start / 1000) % 60).padStart(2, '0')}`;
      time.addEventListener('click', () => {
        if (video) video.currentTime = start / 1000;
      });
      for (const word of text.split(' ')) {
        const span = document.createElement('span');
        span.textContent = `${word} `;
        words.append(span);
      }
      row.append(time, words);
      panel.append(row);
      return row;
    });
    document.querySelector('#secondary-inner')?.prepend(field, panel);
    let active: Element | undefined;
    video?.addEventListener('timeupdate', () => {
      const now = (video.currentTime ?? 0) * 1000;
      const at = list.findLastIndex(({ start }) => start <= now);
      if (elements[at] === active) return;
      active?.removeAttribute('style');
      active = elements[at];
      active?.setAttribute('style', 'background:#ffd');
      active?.scrollIntoView({ block: 'center' });
    });
    field.addEventListener('input', () => {
      const wanted = field.value.toLowerCase();
      for (const row of elements) row.hidden = !row.textContent?.toLowerCase().includes(wanted);
    });
    return panel.querySelectorAll('*').length + 1;
  }, rows);
}
