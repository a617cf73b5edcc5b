import type { BackupApi } from '@/components/library/api';
import { isoDay } from '@/components/library/format';
import { TROUBLE } from '@/components/library/words';
import { previewBackup, restoreBackup, saveBackup } from '@/lib/platform/files/backup';
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
      saveFile(saved.value.file, `readalong-library-${isoDay(Date.now())}.jsonl.gz`);
      return ok({ episodes: saved.value.episodes });
    },
    preview: async (file) => said(await previewBackup(call, file)),
    restore: async (file, how, onProgress) => said(await restoreBackup(call, file, how, onProgress)),
  };
}
