import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { LibraryStores } from '@/lib/library/index/index-stores';
import { offerPart } from '@/lib/platform/hand-over';
import { createImportHost, type ImportHostOptions } from '@/lib/platform/storage/import-host';
import { createNotesHost } from '@/lib/platform/storage/notes-host';

export interface LaterHosts {
  readonly imports: ReturnType<typeof createImportHost<LibraryStores>>;
  readonly notes: ReturnType<typeof createNotesHost<LibraryStores>>;
}

export type MakeLaterHosts = (options: ImportHostOptions<LibraryStores>) => LaterHosts;

/** What a search or an episode from the library can do without: every format, merging, notes. */
export default defineUnlistedScript(() => {
  const make: MakeLaterHosts = (options) => {
    const imports = createImportHost(options);
    return { imports, notes: createNotesHost({ library: options.library, imports }) };
  };
  offerPart('hosts', make);
});
