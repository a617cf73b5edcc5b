import '@/components/shared/tokens.css';
import '@/components/library/page.css';
import '@/components/options/options.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Options } from '@/components/options/Options';
import { libraryUrl } from '@/lib/platform/messaging/own-pages';
import { createSettingsStore } from '@/lib/platform/settings/settings-store';
import type { Settings } from '@/lib/protocol/settings';
import { applyTheme } from '../library/theme';

const store = createSettingsStore(browser.storage);

function show(root: HTMLElement, settings: Settings): void {
  applyTheme(settings.theme);
  const onChange = (change: Partial<Settings>): void => {
    show(root, { ...settings, ...change });
    void store.save(change);
  };
  const onOpenLibrary = (): void => void browser.tabs.create({ url: libraryUrl() });
  render(<Options settings={settings} onChange={onChange} onOpenLibrary={onOpenLibrary} />, root);
}

const root = document.getElementById('root');
if (root) {
  void store.load().then((settings) => show(root, settings));
  store.watch((settings) => show(root, settings));
}
