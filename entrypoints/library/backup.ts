import type { BackupApi, WeeklyApi } from '@/components/library/api';
import { isoDay } from '@/components/library/format';
import { TROUBLE } from '@/components/library/words';
import { previewBackup, restoreBackup, saveBackup } from '@/lib/platform/files/backup';
import {
  canChooseFolder,
  chooseFolder,
  createHandleShelf,
  isDue,
  isFolderOpen,
  readFolder,
  writeIntoFolder,
} from '@/lib/platform/files/backup-folder';
import { saveFile } from '@/lib/platform/files/save-file';
import type { CallBackground } from '@/lib/platform/messaging/call-background';
import { fail, ok, type Result } from '@/lib/protocol/result';

const SENTENCES: { readonly [Code: string]: string } = {
  ...TROUBLE,
  'not-a-backup': 'This file is not an export of a Readalong library.',
  'newer-backup': 'This file was written by a newer version of Readalong. Update this one first.',
  unreadable: 'This file is damaged.',
};

export function createBackup(call: CallBackground): BackupApi {
  const said = <T>(answer: Result<T, string>): Result<T, string> =>
    answer.ok ? answer : fail(answer.error.code, SENTENCES[answer.error.code] ?? 'That could not be done.');
  return {
    async save(onProgress) {
      const saved = await saveBackup(call, Date.now(), onProgress);
      if (!saved.ok) return said(saved);
      saveFile(saved.value.file, backupName());
      return ok({ episodes: saved.value.episodes });
    },
    preview: async (file) => said(await previewBackup(call, file)),
    restore: async (file, how, onProgress) => said(await restoreBackup(call, file, how, onProgress)),
  };
}

function backupName(): string {
  return `readalong-library-${isoDay(Date.now())}.jsonl.gz`;
}

export function createWeekly(call: CallBackground): WeeklyApi {
  const shelf = createHandleShelf();
  const ignore = (): void => undefined;
  return {
    isPossible: canChooseFolder(),
    read: () => readFolder(shelf),
    async choose() {
      const handle = await chooseFolder();
      if (handle) await shelf.put({ handle, lastAt: null });
      return handle !== null;
    },
    stop: () => shelf.put(null),
    async run(asked) {
      const folder = await readFolder(shelf);
      if (!folder || !(asked || isDue(folder, Date.now()))) return 'rested';
      if (!(await isFolderOpen(shelf, asked))) return 'waits';
      const saved = await saveBackup(call, Date.now(), ignore);
      if (!saved.ok) return 'failed';
      try {
        await writeIntoFolder(shelf, saved.value.file, backupName(), Date.now());
        return 'done';
      } catch {
        // The folder is gone, or its disk is full.
        return 'failed';
      }
    },
  };
}
