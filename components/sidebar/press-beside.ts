import type { Stop } from '@/lib/ports';
import { hostOf } from './host';

/** Calls back for each press beside menus and their buttons, in the frame and in the page around it. */
export function watchPressesBeside(frame: HTMLElement, onPress: () => void): Stop {
  const stop = new AbortController();
  const options = { capture: true, passive: true, signal: stop.signal };
  const onInside = ({ target }: Event) => {
    if (!(target instanceof Element && target.closest('.menu, [data-popover]'))) onPress();
  };
  // From outside a closed root looks like its host alone.
  const own = hostOf(frame);
  const onOutside = ({ target }: Event) => {
    if (!(target instanceof Node && own.contains(target))) onPress();
  };
  frame.addEventListener('pointerdown', onInside, options);
  frame.ownerDocument.addEventListener('pointerdown', onOutside, options);
  return () => stop.abort();
}
