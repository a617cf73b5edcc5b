import { describe, expect, it } from 'vitest';
import {
  type FolderHandle,
  type HandleShelf,
  isDue,
  isFolderOpen,
  writeIntoFolder,
} from '../../lib/platform/files/backup-folder';

function folder(names: readonly string[], permission: 'granted' | 'prompt' | 'denied' = 'granted') {
  const files = new Map<string, Blob>(names.map((name) => [name, new Blob()]));
  const handle: FolderHandle = {
    name: 'Exports',
    getFileHandle: async (name) => ({
      createWritable: async () => ({ write: async (data) => void files.set(name, data), close: async () => undefined }),
    }),
    removeEntry: async (name) => void files.delete(name),
    async *keys() {
      yield* [...files.keys()];
    },
    queryPermission: async () => permission,
    requestPermission: async () => (permission === 'prompt' ? 'granted' : permission),
  };
  let kept: Awaited<ReturnType<HandleShelf['get']>> = { handle, lastAt: null };
  const shelf: HandleShelf = {
    get: async () => kept,
    put: async (next) => {
      kept = next;
    },
  };
  return { shelf, files };
}

const weekly = (day: number): string => `readalong-library-2026-01-${String(day).padStart(2, '0')}.jsonl.gz`;

describe('exports into a folder', () => {
  it('keep the last four of ours and touch no other file', async () => {
    const { shelf, files } = folder([...[1, 8, 15, 22].map(weekly), 'diary.txt', 'readalong-library-mine.jsonl.gz']);
    await writeIntoFolder(shelf, new Blob(['x']), weekly(29), 5);
    expect([...files.keys()].sort()).toEqual(
      ['diary.txt', 'readalong-library-mine.jsonl.gz', ...[8, 15, 22, 29].map(weekly)].sort(),
    );
    expect((await shelf.get())?.lastAt).toBe(5);
  });

  it('are due at first and then every week', () => {
    const day = 86_400_000;
    expect(isDue({ name: 'x', lastAt: null }, 0)).toBe(true);
    expect(isDue({ name: 'x', lastAt: 0 }, 6 * day)).toBe(false);
    expect(isDue({ name: 'x', lastAt: 0 }, 7 * day)).toBe(true);
  });

  it('ask the reader only after a click', async () => {
    expect(await isFolderOpen(folder([], 'prompt').shelf, false)).toBe(false);
    expect(await isFolderOpen(folder([], 'prompt').shelf, true)).toBe(true);
    expect(await isFolderOpen(folder([], 'denied').shelf, true)).toBe(false);
  });
});
