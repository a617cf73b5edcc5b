import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { ShelfStores } from '@/lib/library/shelf/records';
import { createArrivalShelf } from '@/lib/platform/messaging/places';
import { serveBackgroundCalls } from '@/lib/platform/messaging/serve-background';
import { createSettingsStore } from '@/lib/platform/settings/settings-store';
import { createShelfChooser } from '@/lib/platform/storage/choose-shelf';
import { createIndexedStore } from '@/lib/platform/storage/indexed-store';
import { createLibraryHost } from '@/lib/platform/storage/library-host';
import { onCommand, openLibraryPage } from './doors';
import { createHandlers } from './handlers';

/** Every listener is added before the first `await`: the message that wakes the worker is delivered only then. */
export default defineBackground({
  type: 'module',
  main() {
    const settings = createSettingsStore(browser.storage);
    const shelves = createShelfChooser({
      database: createIndexedStore<ShelfStores>(),
      index: null,
      now: Date.now,
    });
    const handlers = createHandlers({
      library: createLibraryHost({ shelves, settings: settings.load }),
      arrivals: createArrivalShelf(browser.storage.session, Date.now),
    });
    serveBackgroundCalls(browser.runtime.onMessage, {
      id: browser.runtime.id,
      origin: browser.runtime.getURL('/'),
      handlers,
      report: (error) => console.error('Readalong:', error),
    });
    browser.commands?.onCommand.addListener((command) => void onCommand(command));
    browser.omnibox?.onInputEntered.addListener((text) => void openLibraryPage(text));
  },
});
