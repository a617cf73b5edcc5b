import { browser } from 'wxt/browser';
import type { LibraryStores } from '@/lib/library/index/index-stores';
import { type ArrivalShelf, openPlace } from '@/lib/platform/messaging/places';
import type { Caller } from '@/lib/platform/messaging/sender';
import type { BackgroundHandlers } from '@/lib/platform/messaging/serve-background';
import { tellOfTranscript } from '@/lib/platform/messaging/tell-tabs';
import type { createLibraryDesk } from '@/lib/platform/storage/library-desk';
import type { createLibraryHost } from '@/lib/platform/storage/library-host';
import type { LibraryErrorCode } from '@/lib/ports';
import { ok, type Result } from '@/lib/protocol/result';
import type { EpisodeId } from '@/lib/transcript/units';
import type { LaterHosts } from '../background-later';
import { openLibraryPage } from './doors';

export interface HandlerParts {
  readonly library: ReturnType<typeof createLibraryHost<LibraryStores>>;
  readonly desk: ReturnType<typeof createLibraryDesk>;
  /** Imports and notes, whose script is read when they are first needed. */
  readonly later: () => Promise<LaterHosts>;
  /** The same if they were needed already. */
  readonly hostsHere: () => LaterHosts | null;
  readonly arrivals: ArrivalShelf;
  /** Called after every change of the library. */
  readonly onChange: () => void;
}

interface Telling<T> {
  readonly videoId: EpisodeId;
  readonly caller: Caller;
  /** Whether the answer says that the library has another transcript now. */
  readonly hasCome: (value: T) => boolean;
}

export function createHandlers({
  library,
  desk,
  later,
  hostsHere,
  arrivals,
  onChange,
}: HandlerParts): BackgroundHandlers {
  /** Tells of the change once the answer is there, whatever it says: a failed save may have made room. */
  const changing = <T>(answer: Promise<T>): Promise<T> => answer.finally(onChange);
  /** What the library page brings, the tabs that show the video want as well. A tab knows what it brings itself. */
  const telling = async <T>(
    answer: Promise<Result<T, LibraryErrorCode>>,
    { videoId, caller, hasCome }: Telling<T>,
  ): Promise<Result<T, LibraryErrorCode>> => {
    const told = await changing(answer);
    if (told.ok && caller.role !== 'page' && hasCome(told.value)) void tellOfTranscript(browser.tabs, videoId);
    return told;
  };
  return {
    openEpisode: (args, caller) => library.openEpisode(args, caller.isPrivate),
    // Where nothing was imported in this life, nothing is lent either.
    readTranscriptPart: (args, caller) => (hostsHere()?.imports ?? library).readTranscriptPart(args, caller.isPrivate),
    saveTranscriptPart: (args, caller) => changing(library.saveTranscriptPart(args, caller.isPrivate)),
    removeTranscript: (args, caller) => changing(library.removeTranscript(args, caller.isPrivate)),
    saveChoice: (args, caller) => library.saveChoice(args, caller.isPrivate),
    savePlace: (args, caller) => library.savePlace(args, caller.isPrivate),
    readImport: async (args, caller) => (await later()).imports.readImport(args, caller.isPrivate),
    keepImport: (args, caller) =>
      telling(
        later().then(({ imports }) => imports.keepImport(args, caller.isPrivate)),
        { videoId: args.meta.videoId, caller, hasCome: ({ state }) => state === 'kept' },
      ),
    mergeImport: (args, caller) =>
      telling(
        later().then(({ imports }) => imports.mergeImport(args, caller.isPrivate)),
        { videoId: args.meta.videoId, caller, hasCome: ({ state }) => state === 'merged' },
      ),
    lendTranscript: async (args, caller) => (await later()).imports.lendTranscript(args, caller.isPrivate),
    reviseTranscript: (args, caller) =>
      changing(later().then(({ imports }) => imports.reviseTranscript(args, caller.isPrivate))),
    compareMerge: async (args, caller) => (await later()).imports.compareMerge(args, caller.isPrivate),
    restoreTranscript: (args, caller) =>
      changing(later().then(({ imports }) => imports.restoreTranscript(args, caller.isPrivate))),
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
    viewNotes: async (args, caller) => (await later()).notes.viewNotes(args, caller.isPrivate),
    keepNotesPage: (args, caller) => changing(later().then(({ notes }) => notes.keepNotesPage(args, caller.isPrivate))),
    pinNote: (args, caller) => changing(later().then(({ notes }) => notes.pinNote(args, caller.isPrivate))),
    keepOwnNote: (args, caller) => changing(later().then(({ notes }) => notes.keepOwnNote(args, caller.isPrivate))),
    changeOwnNote: (args, caller) => changing(later().then(({ notes }) => notes.changeOwnNote(args, caller.isPrivate))),
    removeNote: (args, caller) => changing(later().then(({ notes }) => notes.removeNote(args, caller.isPrivate))),
    outlineOf: async (args, caller) => (await later()).notes.outlineOf(args, caller.isPrivate),
    locateSummary: async (args, caller) => (await later()).notes.locateSummary(args, caller.isPrivate),
    writeNotes: async (args, caller) => (await later()).notes.writeNotes(args, caller.isPrivate),
    search: (args) => desk.search(args),
    searchNames: (args) => desk.searchNames(args),
    listEpisodes: (args) => desk.listEpisodes(args),
    listNames: () => desk.listNames(),
    libraryState: () => desk.libraryState(),
    deleteEpisodes: (args) => changing(desk.deleteEpisodes(args)),
    undoDelete: (args) => changing(desk.undoDelete(args)),
    forget: (args) => changing(desk.forget(args)),
    attachTranscript: ({ from, videoId }, caller) =>
      telling(desk.attachTranscript({ from, videoId }), { videoId, caller, hasCome: (trashId) => trashId !== null }),
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
