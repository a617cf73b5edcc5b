/** Stands in for the sidebar: the words, one cue a row, the current one marked. */
import type { PlayerPort } from '@/lib/ports';
import type { EpisodeView } from '@/lib/sidebar/episode';
import { wordCount } from '@/lib/transcript/types';

export function mountPlainList(root: ShadowRoot, player: PlayerPort, first: EpisodeView) {
  const box = document.createElement('div');
  box.style.cssText =
    'height:100%;overflow:auto;background:#fff;color:#131313;font:16px/25px Roboto,Arial,sans-serif;border:1px solid #d9d9d9;border-radius:12px;padding:8px;box-sizing:border-box';
  root.append(box);
  let view = first;
  let drawn = '';
  const rows: HTMLElement[] = [];
  const draw = () => {
    const { shown } = view;
    if ((shown?.id ?? '') === drawn) {
      if (!shown) box.textContent = `${view.search} ${view.failure ?? ''} ${view.diagnostics.join(' | ')}`;
      return;
    }
    drawn = shown?.id ?? '';
    box.textContent = '';
    rows.length = 0;
    if (!shown) return;
    for (let cue = 0; cue < shown.cues.start.length; cue += 1) {
      const from = shown.cues.firstWord[cue] ?? 0;
      const to = (shown.cues.firstWord[cue + 1] ?? wordCount(shown)) - 1;
      const row = document.createElement('p');
      row.style.margin = '0';
      row.textContent = shown.text.slice(
        shown.words.offset[from],
        (shown.words.offset[to] ?? 0) + (shown.words.length[to] ?? 0),
      );
      row.onclick = () => player.seek((shown.cues.start[cue] ?? 0) as never);
      box.append(row);
      rows.push(row);
    }
  };
  const mark = () => {
    const { time } = player.read();
    const starts = view.shown?.cues.start;
    if (!starts) return;
    rows.forEach((row, index) => {
      const on = time >= (starts[index] ?? 0) && time < (starts[index + 1] ?? Number.POSITIVE_INFINITY);
      row.style.background = on ? '#ffdd66' : '';
    });
  };
  const stop = player.subscribe(mark);
  draw();
  return {
    update(next: EpisodeView) {
      view = next;
      draw();
      mark();
    },
    dispose() {
      stop();
      box.remove();
    },
  };
}
