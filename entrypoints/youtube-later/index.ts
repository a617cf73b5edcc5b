import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ImportSheets } from '@/components/import/ImportSheets';
import { MoreOfImport } from '@/components/import/MoreOfImport';
import { TimesBar } from '@/components/import/TimesBar';
import { SidebarNotes } from '@/components/notes/notes-desk';
import type { NotesPart } from '@/components/notes/notes-part';
import { KeysSheet } from '@/components/sidebar/KeysSheet';
import type { LaterViews } from '@/components/sidebar/later-views';
import { offerPart, takePart } from '@/lib/platform/hand-over';
import { createSummaryWriter } from '@/lib/platform/summariser';
import { borrow, type Lent } from './lent';

/** What nobody needs to read the first words: notes, the outline, the keys, and the sheets about transcripts that a reader brings. */
export default defineUnlistedScript(() =>
  takePart<Lent>('lent', (lent) => {
    borrow(lent);
    offerPart('later-views', { ImportSheets, MoreOfImport, TimesBar, KeysSheet } satisfies LaterViews);
    offerPart('notes', {
      open: (events) => new SidebarNotes(events, createSummaryWriter(globalThis)),
    } satisfies NotesPart);
  }),
);
