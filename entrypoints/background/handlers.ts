import { browser } from 'wxt/browser';
import type { ShelfStores } from '@/lib/library/shelf/records';
import type { ArrivalShelf } from '@/lib/platform/messaging/places';
import type { BackgroundHandlers } from '@/lib/platform/messaging/serve-background';
import type { createLibraryHost } from '@/lib/platform/storage/library-host';
import { ok } from '@/lib/protocol/result';
import { openLibraryPage } from './doors';

export interface HandlerParts {
  readonly library: ReturnType<typeof createLibraryHost<ShelfStores>>;
  readonly arrivals: ArrivalShelf;
}

export function createHandlers({ library, arrivals }: HandlerParts): BackgroundHandlers {
  return {
    openEpisode: (args, caller) => library.openEpisode(args, caller.isPrivate),
    readTranscriptPart: (args, caller) => library.readTranscriptPart(args, caller.isPrivate),
    saveTranscriptPart: (args, caller) => library.saveTranscriptPart(args, caller.isPrivate),
    removeTranscript: (args, caller) => library.removeTranscript(args, caller.isPrivate),
    saveChoice: (args, caller) => library.saveChoice(args, caller.isPrivate),
    savePlace: (args, caller) => library.savePlace(args, caller.isPrivate),
    async openOptions() {
      await browser.runtime.openOptionsPage();
      return ok(null);
    },
    async openLibrary({ query }) {
      await openLibraryPage(query);
      return ok(null);
    },
    takeArrival: async ({ videoId }) => ok(await arrivals.take(videoId)),
    listEpisodes: (args) => library.listEpisodes(args),
    libraryState: () => library.libraryState(),
  };
}
