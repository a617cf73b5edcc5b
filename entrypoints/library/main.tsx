import '@/components/shared/tokens.css';
import '@/components/library/page.css';
import '@/components/library/library.css';
import '@/components/library/results.css';
import '@/components/library/reading.css';
import '@/components/library/dialogs.css';
import '@/components/library/narrow.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { LibraryApi } from '@/components/library/api';
import { LibraryApp } from '@/components/library/LibraryApp';
import { createBackgroundCaller } from '@/lib/platform/messaging/call-background';
import { onLibraryChange } from '@/lib/platform/messaging/changes';
import { createImportClient } from '@/lib/platform/messaging/import-client';
import { createLibraryClient } from '@/lib/platform/messaging/library-client';
import { createSettingsStore } from '@/lib/platform/settings/settings-store';
import { createLibraryMark } from '@/lib/platform/storage/library-mark';
import { createBackup, createWeekly } from './backup';
import { createExporting } from './exporting';
import { createImporting } from './importing';
import { applyTheme } from './theme';

const settings = createSettingsStore(browser.storage);
const client = createLibraryClient(browser.runtime);
const call = createBackgroundCaller(browser.runtime);
/** A file of 64 MB takes the background some seconds to understand. */
const patient = createBackgroundCaller(browser.runtime, { deadlineMs: 60_000, totalMs: 120_000 });

const api: LibraryApi = {
  call,
  openEpisode: client.openEpisode,
  onChange: onLibraryChange,
  openOptions: () => void browser.runtime.openOptionsPage(),
  loss: createLibraryMark(browser.storage, Date.now),
  backup: createBackup(call),
  weekly: createWeekly(call),
  importing: createImporting(createImportClient(patient), client),
  exporting: createExporting(client),
};

// Firefox keeps what is persistent when it clears up; Chromium does so for `unlimitedStorage` by itself.
void navigator.storage?.persist?.();

const root = document.getElementById('root');
if (root) {
  void settings.load().then(({ theme }) => {
    applyTheme(theme);
    render(<LibraryApp api={api} />, root);
  });
  settings.watch(({ theme }) => applyTheme(theme));
}
