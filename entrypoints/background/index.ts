import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { LibraryStores } from '@/lib/library/index/index-stores';
import { searchIndex } from '@/lib/library/index/maintain-index';
import { createLaterPart } from '@/lib/platform/later-part';
import { announceChange } from '@/lib/platform/messaging/changes';
import { createArrivalShelf } from '@/lib/platform/messaging/places';
import { serveBackgroundCalls } from '@/lib/platform/messaging/serve-background';
import { createSettingsStore } from '@/lib/platform/settings/settings-store';
import { createShelfChooser } from '@/lib/platform/storage/choose-shelf';
import { createIndexedStore } from '@/lib/platform/storage/indexed-store';
import { createLibraryDesk } from '@/lib/platform/storage/library-desk';
import { createLibraryHost } from '@/lib/platform/storage/library-host';
import { createLibraryMark } from '@/lib/platform/storage/library-mark';
import { createIndexTender } from '@/lib/platform/storage/tend-index';
import type { LaterHosts, MakeLaterHosts } from '../background-later';
import { onCommand } from './doors';
import { createHandlers } from './handlers';
import { serveOmnibox } from './omnibox';

/** Every listener is added before the first `await`: the message that wakes the worker is delivered only then. */
export default defineBackground({
  // No module: Chromium keeps the compiled code of a worker's classic script, and reads one file instead of six.
  main() {
    const settings = createSettingsStore(browser.storage);
    const mark = createLibraryMark(browser.storage, Date.now);
    const shelves = createShelfChooser({
      database: createIndexedStore<LibraryStores>({ onMade: () => void mark.databaseMade() }),
      index: searchIndex,
      now: Date.now,
    });
    // On its way while the message that woke the worker still is.
    void shelves.choose(false);
    const library = createLibraryHost({ shelves, settings: settings.load });
    const tendIndex = createIndexTender(async () => {
      const { shelf, condition } = await shelves.choose(false);
      return condition === 'fine' ? shelf : null;
    });
    const makeHosts = createLaterPart<MakeLaterHosts>('hosts', 'background-later.js', globalThis);
    let hosts: LaterHosts | null = null;
    const desk = createLibraryDesk(library);
    const handlers = createHandlers({
      library,
      desk,
      later: async () => {
        const make = await makeHosts();
        hosts ??= make({ library, settings: settings.load });
        return hosts;
      },
      hostsHere: () => hosts,
      arrivals: createArrivalShelf(browser.storage.session, Date.now),
      onChange: () => {
        announceChange();
        tendIndex();
      },
    });
    // Whatever woke the worker: a merge that its former life left half done goes on.
    tendIndex();
    serveBackgroundCalls(browser.runtime.onMessage, {
      id: browser.runtime.id,
      origin: browser.runtime.getURL('/'),
      handlers,
      report: (error) => console.error('Readalong:', error),
    });
    browser.commands?.onCommand.addListener((command) => void onCommand(command));
    serveOmnibox(desk);
  },
});
