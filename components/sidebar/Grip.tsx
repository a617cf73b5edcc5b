import type { JSX } from 'preact';
import { DEFAULT_SETTINGS } from '@/lib/protocol/settings';
import { WORDS } from '../shared/words';

interface Props {
  readonly width: number;
  readonly onResize: (width: number) => void;
}

export const NARROWEST = 300;
export const WIDEST = 640;

export function clampWidth(width: number): number {
  return Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
}

/** The left edge, by which the panel is made wider; arrow keys do the same. */
export function Grip({ width, onResize }: Props): JSX.Element {
  const drag = (event: PointerEvent) => {
    const grip = event.currentTarget;
    if (event.button !== 0 || !(grip instanceof HTMLElement)) return;
    event.preventDefault();
    grip.focus();
    grip.setPointerCapture(event.pointerId);
    const from = event.clientX;
    const move = (moved: PointerEvent) => onResize(clampWidth(width + from - moved.clientX));
    const stop = new AbortController();
    grip.addEventListener('pointermove', move, { signal: stop.signal });
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'])
      grip.addEventListener(type, () => stop.abort(), { signal: stop.signal });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged; this is ARIA's window splitter.
    <div
      class="grip"
      role="separator"
      aria-orientation="vertical"
      aria-label={WORDS.resize}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={clampWidth(width)}
      tabIndex={0}
      title={WORDS.resize}
      onPointerDown={drag}
      onDblClick={() => onResize(DEFAULT_SETTINGS.panelWidth)}
    />
  );
}
