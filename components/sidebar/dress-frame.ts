import type { SidebarProps } from './props';

/**
 * Puts on the frame what the style sheets read: theme, layout, sizes of the words. `onlyAsk`: changes nothing. Returns
 * whether the words change their size, so that the caller can keep the reader's place.
 */
export function dressFrame(frame: HTMLElement, props: SidebarProps, onlyAsk = false): boolean {
  const { settings, layout, dark } = props;
  const size = settings.textSize;
  const isOtherSize = frame.style.getPropertyValue('--text-size') !== `${size}px`;
  if (onlyAsk) return isOtherSize;
  const isDark = layout === 'fullscreen' || (settings.theme === 'youtube' ? dark : settings.theme === 'dark');
  frame.className = 'readalong';
  frame.dataset.theme = isDark ? 'dark' : 'light';
  frame.dataset.layout = layout;
  const sizes = { size, line: size * 1.56, 'line-cjk': size * 1.75, 'line-tall': size * 1.81 };
  for (const [name, value] of Object.entries(sizes))
    frame.style.setProperty(`--text-${name}`, `${Math.round(value)}px`);
  return isOtherSize;
}
