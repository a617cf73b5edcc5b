/**
 * A folder that the reader chose for exports that make themselves. Only where the browser can hold on to a folder (Chromium);
 * its handle can be kept in IndexedDB alone, so it has a small database of its own, apart from the library's.
 */
import { openDB } from 'idb';

/** What is used of a directory handle; the types that come with TypeScript lack the permission calls. */
export interface FolderHandle {
  readonly name: string;
  getFileHandle(
    name: string,
    options: { readonly create: true },
  ): Promise<{
    createWritable(): Promise<{ write(data: Blob): Promise<void>; close(): Promise<void> }>;
  }>;
  removeEntry(name: string): Promise<void>;
  keys(): AsyncIterable<string>;
  queryPermission(options: { readonly mode: 'readwrite' }): Promise<'granted' | 'denied' | 'prompt'>;
  requestPermission(options: { readonly mode: 'readwrite' }): Promise<'granted' | 'denied' | 'prompt'>;
}

export interface BackupFolder {
  readonly name: string;
  /** Milliseconds since 1970; null before the first. */
  readonly lastAt: number | null;
}

interface Kept {
  readonly handle: FolderHandle;
  readonly lastAt: number | null;
}

/** Where the handle is kept; tests bring a map. */
export interface HandleShelf {
  get(): Promise<Kept | null>;
  put(kept: Kept | null): Promise<void>;
}

const DAY = 86_400_000;
const EVERY = 7 * DAY;
/** Older ones of ours go: four weeks back is far enough for anything that was noticed at all. */
const KEPT_FILES = 4;
const OWN_NAME = /^readalong-library-\d{4}-\d\d-\d\d\.jsonl\.gz$/;

export function isDue({ lastAt }: BackupFolder, now: number): boolean {
  return lastAt === null || now - lastAt >= EVERY;
}

export async function readFolder(shelf: HandleShelf): Promise<BackupFolder | null> {
  const kept = await shelf.get();
  return kept && { name: kept.handle.name, lastAt: kept.lastAt };
}

/** `ask`: the reader has just clicked, so the browser may ask them. Else only a permission that is still given is used. */
export async function isFolderOpen(shelf: HandleShelf, ask: boolean): Promise<boolean> {
  const kept = await shelf.get();
  if (!kept) return false;
  const mode = { mode: 'readwrite' } as const;
  const given = await kept.handle.queryPermission(mode);
  return given === 'granted' || (ask && (await kept.handle.requestPermission(mode)) === 'granted');
}

/** Writes the file and takes out our own older ones. Rejects when the folder does not take it. */
export async function writeIntoFolder(shelf: HandleShelf, file: Blob, name: string, now: number): Promise<void> {
  const kept = await shelf.get();
  if (!kept) throw new Error('No folder was chosen.');
  const target = await kept.handle.getFileHandle(name, { create: true });
  const writable = await target.createWritable();
  await writable.write(file);
  await writable.close();
  await shelf.put({ ...kept, lastAt: now });
  const own: string[] = [];
  for await (const entry of kept.handle.keys()) if (OWN_NAME.test(entry)) own.push(entry);
  for (const old of own.sort().slice(0, -KEPT_FILES)) await kept.handle.removeEntry(old);
}

/** Null when the browser cannot, or the reader thought better of it. */
export async function chooseFolder(): Promise<FolderHandle | null> {
  if (!canChooseFolder()) return null;
  const { showDirectoryPicker } = window as unknown as {
    showDirectoryPicker(options: { readonly id: string; readonly mode: 'readwrite' }): Promise<FolderHandle>;
  };
  try {
    return await showDirectoryPicker({ id: 'readalong-exports', mode: 'readwrite' });
  } catch {
    // Closing the picker is a rejection too.
    return null;
  }
}

export function canChooseFolder(): boolean {
  return typeof window !== 'undefined' && 'showDirectoryPicker' in window;
}

export function createHandleShelf(): HandleShelf {
  const STORE = 'folder';
  const open = () => openDB('readalong-exports', 1, { upgrade: (database) => void database.createObjectStore(STORE) });
  return {
    async get() {
      const database = await open();
      try {
        return ((await database.get(STORE, 'chosen')) as Kept | undefined) ?? null;
      } finally {
        database.close();
      }
    },
    async put(kept) {
      const database = await open();
      try {
        if (kept) await database.put(STORE, kept, 'chosen');
        else await database.delete(STORE, 'chosen');
      } finally {
        database.close();
      }
    },
  };
}
