import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { SidebarNotes } from '@/components/notes/notes-desk';
import type { NotesPart } from '@/components/notes/notes-part';
import { offerPart } from '@/lib/platform/hand-over';

/** Notes and the outline in the sidebar, with a framework of their own. Reading pages and finding them is done in the background. */
export default defineUnlistedScript(() =>
  offerPart('notes', { open: (events) => new SidebarNotes(events) } satisfies NotesPart),
);
