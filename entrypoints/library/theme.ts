import type { Settings } from '@/lib/protocol/settings';

const system = matchMedia('(prefers-color-scheme: dark)');
let chosen: Settings['theme'] = 'youtube';
system.addEventListener('change', () => applyTheme(chosen));

/** Own pages follow the system unless the reader chose; "as YouTube" has no meaning outside of YouTube. */
export function applyTheme(theme: Settings['theme']): void {
  chosen = theme;
  const { classList, dataset } = document.documentElement;
  classList.add('readalong');
  dataset.theme = theme === 'youtube' ? (system.matches ? 'dark' : 'light') : theme;
}
