import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ImportSheets } from '@/components/import/ImportSheets';
import type { ImportViews } from '@/components/import/import-views';
import { MoreOfImport } from '@/components/import/MoreOfImport';
import { TimesBar } from '@/components/import/TimesBar';
import { SidebarNotes } from '@/components/notes/notes-desk';
import type { NotesPart } from '@/components/notes/notes-part';
import { offerPart, takePart } from '@/lib/platform/hand-over';
import { createSummaryWriter } from '@/lib/platform/summariser';
import { borrow, type Lent } from './lent';

/** What nobody needs to read the first words: notes, the outline, and the sheets about transcripts that a reader brings. */
export default defineUnlistedScript(() =>
  takePart<Lent>('lent', (lent) => {
    borrow(lent);
    offerPart('import', { ImportSheets, MoreOfImport, TimesBar } satisfies ImportViews);
    offerPart('notes', {
      open: (events) => new SidebarNotes(events, createSummaryWriter(globalThis)),
    } satisfies NotesPart);
  }),
);
