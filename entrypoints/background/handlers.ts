import { browser } from 'wxt/browser';
import type { LibraryStores } from '@/lib/library/index/index-stores';
import { type ArrivalShelf, openPlace } from '@/lib/platform/messaging/places';
import type { BackgroundHandlers } from '@/lib/platform/messaging/serve-background';
import type { createImportHost } from '@/lib/platform/storage/import-host';
import type { createLibraryDesk } from '@/lib/platform/storage/library-desk';
import type { createLibraryHost } from '@/lib/platform/storage/library-host';
import type { createNotesHost } from '@/lib/platform/storage/notes-host';
import { ok } from '@/lib/protocol/result';
import { openLibraryPage } from './doors';

export interface HandlerParts {
  readonly library: ReturnType<typeof createLibraryHost<LibraryStores>>;
  readonly desk: ReturnType<typeof createLibraryDesk>;
  readonly imports: ReturnType<typeof createImportHost<LibraryStores>>;
  readonly notes: ReturnType<typeof createNotesHost<LibraryStores>>;
  readonly arrivals: ArrivalShelf;
  /** Called after every change of the library. */
  readonly onChange: () => void;
}

export function createHandlers({
  library,
  desk,
  imports,
  notes,
  arrivals,
  onChange,
}: HandlerParts): BackgroundHandlers {
  /** Tells of the change once the answer is there, whatever it says: a failed save may have made room. */
  const changing = <T>(answer: Promise<T>): Promise<T> => answer.finally(onChange);
  return {
    openEpisode: (args, caller) => library.openEpisode(args, caller.isPrivate),
    readTranscriptPart: (args, caller) => imports.readTranscriptPart(args, caller.isPrivate),
    saveTranscriptPart: (args, caller) => changing(library.saveTranscriptPart(args, caller.isPrivate)),
    removeTranscript: (args, caller) => changing(library.removeTranscript(args, caller.isPrivate)),
    saveChoice: (args, caller) => library.saveChoice(args, caller.isPrivate),
    savePlace: (args, caller) => library.savePlace(args, caller.isPrivate),
    readImport: (args, caller) => imports.readImport(args, caller.isPrivate),
    keepImport: (args, caller) => changing(imports.keepImport(args, caller.isPrivate)),
    mergeImport: (args, caller) => changing(imports.mergeImport(args, caller.isPrivate)),
    lendTranscript: (args, caller) => imports.lendTranscript(args, caller.isPrivate),
    reviseTranscript: (args, caller) => changing(imports.reviseTranscript(args, caller.isPrivate)),
    compareMerge: (args, caller) => imports.compareMerge(args, caller.isPrivate),
    restoreTranscript: (args, caller) => changing(imports.restoreTranscript(args, caller.isPrivate)),
    async openOptions() {
      await browser.runtime.openOptionsPage();
      return ok(null);
    },
    async openLibrary({ query }) {
      await openLibraryPage(query);
      return ok(null);
    },
    takeArrival: async ({ videoId }) => ok(await arrivals.take(videoId)),
    readNotes: (args, caller) => library.readNotes(args, caller.isPrivate),
    changeNotes: (args, caller) => changing(library.changeNotes(args, caller.isPrivate)),
    viewNotes: (args, caller) => notes.viewNotes(args, caller.isPrivate),
    keepNotesPage: (args, caller) => changing(notes.keepNotesPage(args, caller.isPrivate)),
    pinNote: (args, caller) => changing(notes.pinNote(args, caller.isPrivate)),
    keepOwnNote: (args, caller) => changing(notes.keepOwnNote(args, caller.isPrivate)),
    changeOwnNote: (args, caller) => changing(notes.changeOwnNote(args, caller.isPrivate)),
    removeNote: (args, caller) => changing(notes.removeNote(args, caller.isPrivate)),
    outlineOf: (args, caller) => notes.outlineOf(args, caller.isPrivate),
    locateSummary: (args, caller) => notes.locateSummary(args, caller.isPrivate),
    writeNotes: (args, caller) => notes.writeNotes(args, caller.isPrivate),
    search: (args) => desk.search(args),
    searchNames: (args) => desk.searchNames(args),
    listEpisodes: (args) => desk.listEpisodes(args),
    listNames: () => desk.listNames(),
    libraryState: () => desk.libraryState(),
    deleteEpisodes: (args) => changing(desk.deleteEpisodes(args)),
    undoDelete: (args) => changing(desk.undoDelete(args)),
    forget: (args) => changing(desk.forget(args)),
    makeRoom: (args) => changing(desk.makeRoom(args)),
    async openPlace({ videoId, arrival }) {
      await openPlace({ tabs: browser.tabs, windows: browser.windows, arrivals }, videoId, arrival);
      return ok(null);
    },
    readRecords: (args) => desk.readRecords(args),
    restoreEpisode: (args) => changing(desk.restoreEpisode(args)),
    restoreTranscriptPart: (args) => changing(desk.restoreTranscriptPart(args)),
  };
}
