import type { Settings } from '@/lib/protocol/settings';

/** Own pages follow the system unless the reader chose; "as YouTube" has no meaning outside of YouTube. */
export function applyTheme(theme: Settings['theme']): void {
  if (theme === 'youtube') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
