/** The whole way of an import, without a browser: the visit's actions, messages both ways, the background over a memory store. */
import { createImports, type Imports } from '@/lib/captions/imports';
import { addTranscript, newVisit, type Visit, viewOf } from '@/lib/captions/visit';
import type { LibraryStores } from '@/lib/library/index/index-stores';
import { searchIndex } from '@/lib/library/index/maintain-index';
import { createMemoryStore } from '@/lib/library/shelf/memory-store';
import { createBackgroundCaller } from '@/lib/platform/messaging/call-background';
import { createImportClient } from '@/lib/platform/messaging/import-client';
import { createLibraryClient, type LibraryClient } from '@/lib/platform/messaging/library-client';
import type { MessageListener } from '@/lib/platform/messaging/runtime';
import { type BackgroundHandlers, createBackgroundListener } from '@/lib/platform/messaging/serve-background';
import { createShelfChooser } from '@/lib/platform/storage/choose-shelf';
import { createImportHost } from '@/lib/platform/storage/import-host';
import { createLibraryHost } from '@/lib/platform/storage/library-host';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/protocol/settings';
import type { Transcript } from '@/lib/transcript/types';
import { alwaysOpen, OWN, runtimeOver } from '../messaging/fake-world';
import { VIDEO } from './talk';

export interface World {
  readonly visit: Visit;
  readonly imports: Imports;
  readonly library: LibraryClient;
  /** Ids and kinds of what is shown and at hand. */
  readonly shown: () => Transcript | null;
  /** Words come into the visit, as the captions chain brings them. */
  bring(transcript: Transcript): void;
  /** The worker forgets everything but the database after so many more messages. */
  killAfter(messages: number): void;
  readonly notes: string[];
  kept(): Promise<readonly Transcript[]>;
}

export function makeWorld(settings: Partial<Settings> = {}): World {
  const store = createMemoryStore<LibraryStores>();
  let listener = startWorker(store, { ...DEFAULT_SETTINGS, ...settings });
  let left = Number.POSITIVE_INFINITY;
  const runtime = runtimeOver(() => {
    if (left-- <= 0) {
      listener = startWorker(store, { ...DEFAULT_SETTINGS, ...settings });
      left = Number.POSITIVE_INFINITY;
    }
    return listener;
  });
  const library = createLibraryClient(runtime, { pauseMs: 1 });
  const visit = newVisit(VIDEO);
  const notes: string[] = [];
  const imports = createImports({
    port: createImportClient(createBackgroundCaller(runtime, { pauseMs: 1 })),
    library,
    visit: () => (visit.current ? visit : null),
    show: () => undefined,
    remember: () => undefined,
    note: (_, code) => notes.push(code),
  });
  return {
    visit,
    imports,
    library,
    notes,
    shown: () => viewOf(visit).shown,
    bring(transcript) {
      addTranscript(visit, transcript);
      imports.wordsCame(visit);
    },
    killAfter(messages) {
      left = messages;
    },
    async kept() {
      const opened = await library.openEpisode(VIDEO);
      return opened.ok ? (opened.value?.transcripts ?? []) : [];
    },
  };
}

function startWorker(store: ReturnType<typeof createMemoryStore<LibraryStores>>, settings: Settings): MessageListener {
  let time = 1;
  const shelves = createShelfChooser({ database: alwaysOpen(store), index: searchIndex, now: () => time++ });
  const library = createLibraryHost({ shelves, settings: async () => settings });
  const imports = createImportHost({ library, settings: async () => settings });
  const handlers: Partial<BackgroundHandlers> = {
    openEpisode: (args, { isPrivate }) => library.openEpisode(args, isPrivate),
    readTranscriptPart: (args, { isPrivate }) => imports.readTranscriptPart(args, isPrivate),
    saveTranscriptPart: (args, { isPrivate }) => library.saveTranscriptPart(args, isPrivate),
    removeTranscript: (args, { isPrivate }) => library.removeTranscript(args, isPrivate),
    saveChoice: (args, { isPrivate }) => library.saveChoice(args, isPrivate),
    readImport: (args, { isPrivate }) => imports.readImport(args, isPrivate),
    keepImport: (args, { isPrivate }) => imports.keepImport(args, isPrivate),
    mergeImport: (args, { isPrivate }) => imports.mergeImport(args, isPrivate),
    lendTranscript: (args, { isPrivate }) => imports.lendTranscript(args, isPrivate),
    reviseTranscript: (args, { isPrivate }) => imports.reviseTranscript(args, isPrivate),
    compareMerge: (args, { isPrivate }) => imports.compareMerge(args, isPrivate),
    restoreTranscript: (args, { isPrivate }) => imports.restoreTranscript(args, isPrivate),
  };
  return createBackgroundListener({
    ...OWN,
    // Calls that these tests do not make are not answered.
    handlers: handlers as BackgroundHandlers,
    report: (error) => {
      throw error;
    },
  });
}

/** Lets everything that is on its way arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((done) => setTimeout(done));
}
