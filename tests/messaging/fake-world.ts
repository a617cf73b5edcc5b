import type { LibraryStores } from '../../lib/library/index/index-stores';
import { searchIndex } from '../../lib/library/index/maintain-index';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import type { StorePort } from '../../lib/library/shelf/store-port';
import type { MessageListener, MessageSender, RuntimeLike } from '../../lib/platform/messaging/runtime';
import { type BackgroundHandlers, createBackgroundListener } from '../../lib/platform/messaging/serve-background';
import { createShelfChooser } from '../../lib/platform/storage/choose-shelf';
import { createImportHost } from '../../lib/platform/storage/import-host';
import type { IndexedStore } from '../../lib/platform/storage/indexed-store';
import { createLibraryDesk } from '../../lib/platform/storage/library-desk';
import { createLibraryHost } from '../../lib/platform/storage/library-host';
import { createNotesHost } from '../../lib/platform/storage/notes-host';
import { MAX_MESSAGE } from '../../lib/protocol/background-calls';
import { ok } from '../../lib/protocol/result';
import { DEFAULT_SETTINGS } from '../../lib/protocol/settings';

export const OWN = { id: 'own', origin: 'chrome-extension://own/' };

export const PAGE: MessageSender = {
  id: 'own',
  url: 'https://www.youtube.com/watch?v=abcdefghijk',
  frameId: 0,
  tab: { id: 7, incognito: false },
};

export const LIBRARY_PAGE: MessageSender = { id: 'own', url: 'chrome-extension://own/library.html' };

export function alwaysOpen(store: StorePort<LibraryStores>): IndexedStore<LibraryStores> {
  return { ...store, open: async () => ({ newer: false }), close: () => undefined };
}

/** A background over `store`; a new one each time stands for a worker that was started again. */
export function startWorker(store: StorePort<LibraryStores> = createMemoryStore<LibraryStores>()): MessageListener {
  let time = 1;
  const shelves = createShelfChooser({ database: alwaysOpen(store), index: searchIndex, now: () => time++ });
  const library = createLibraryHost({ shelves, settings: async () => DEFAULT_SETTINGS });
  const desk = createLibraryDesk(library);
  const imports = createImportHost({ library, settings: async () => DEFAULT_SETTINGS });
  const notes = createNotesHost({ library, imports });
  const handlers: BackgroundHandlers = {
    openEpisode: (args, caller) => library.openEpisode(args, caller.isPrivate),
    readTranscriptPart: (args, caller) => imports.readTranscriptPart(args, caller.isPrivate),
    saveTranscriptPart: (args, caller) => library.saveTranscriptPart(args, caller.isPrivate),
    removeTranscript: (args, caller) => library.removeTranscript(args, caller.isPrivate),
    saveChoice: (args, caller) => library.saveChoice(args, caller.isPrivate),
    savePlace: (args, caller) => library.savePlace(args, caller.isPrivate),
    readImport: (args, caller) => imports.readImport(args, caller.isPrivate),
    keepImport: (args, caller) => imports.keepImport(args, caller.isPrivate),
    mergeImport: (args, caller) => imports.mergeImport(args, caller.isPrivate),
    lendTranscript: (args, caller) => imports.lendTranscript(args, caller.isPrivate),
    reviseTranscript: (args, caller) => imports.reviseTranscript(args, caller.isPrivate),
    compareMerge: (args, caller) => imports.compareMerge(args, caller.isPrivate),
    restoreTranscript: (args, caller) => imports.restoreTranscript(args, caller.isPrivate),
    openOptions: async () => ok(null),
    readNotes: (args, caller) => library.readNotes(args, caller.isPrivate),
    changeNotes: (args, caller) => library.changeNotes(args, caller.isPrivate),
    viewNotes: (args, caller) => notes.viewNotes(args, caller.isPrivate),
    keepNotesPage: (args, caller) => notes.keepNotesPage(args, caller.isPrivate),
    pinNote: (args, caller) => notes.pinNote(args, caller.isPrivate),
    keepOwnNote: (args, caller) => notes.keepOwnNote(args, caller.isPrivate),
    changeOwnNote: (args, caller) => notes.changeOwnNote(args, caller.isPrivate),
    removeNote: (args, caller) => notes.removeNote(args, caller.isPrivate),
    outlineOf: (args, caller) => notes.outlineOf(args, caller.isPrivate),
    locateSummary: (args, caller) => notes.locateSummary(args, caller.isPrivate),
    writeNotes: (args, caller) => notes.writeNotes(args, caller.isPrivate),
    takeArrival: async () => ok(null),
    openLibrary: async () => ok(null),
    listEpisodes: (args) => desk.listEpisodes(args),
    listNames: () => desk.listNames(),
    libraryState: () => desk.libraryState(),
    search: (args) => desk.search(args),
    searchNames: (args) => desk.searchNames(args),
    deleteEpisodes: (args) => desk.deleteEpisodes(args),
    undoDelete: (args) => desk.undoDelete(args),
    forget: (args) => desk.forget(args),
    attachTranscript: (args) => desk.attachTranscript(args),
    makeRoom: (args) => desk.makeRoom(args),
    openPlace: async () => ok(null),
    readRecords: (args) => desk.readRecords(args),
    restoreEpisode: (args) => desk.restoreEpisode(args),
    restoreTranscriptPart: (args) => desk.restoreTranscriptPart(args),
  };
  return createBackgroundListener({
    ...OWN,
    handlers,
    report: (error) => {
      throw error;
    },
  });
}

/** A message's trip in Chromium: JSON both ways. Answers undefined where no listener takes it. */
export function send(listener: MessageListener, message: unknown, sender: MessageSender = PAGE): Promise<unknown> {
  const text = JSON.stringify(message);
  if (text.length > MAX_MESSAGE) throw new Error(`a message of ${text.length} was sent`);
  return new Promise((resolve) => {
    const respond = (reply: unknown): void => {
      const answer = JSON.stringify(reply);
      if (answer.length > MAX_MESSAGE) throw new Error(`an answer of ${answer.length} was sent`);
      resolve(JSON.parse(answer));
    };
    if (listener(JSON.parse(text), sender, respond) !== true) resolve(undefined);
  });
}

export function runtimeOver(listener: () => MessageListener, sender: MessageSender = PAGE): RuntimeLike {
  return { id: OWN.id, sendMessage: (message) => send(listener(), message, sender) };
}
