import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Strip } from '@/components/reading/strip';
import { find } from '@/lib/find/find';
import { buildFindIndex } from '@/lib/find/find-index';
import { offerPart } from '@/lib/platform/hand-over';

/** Finding inside the episode, and the strip that shows what was found: the views alone are as large as a script may be. */
export default defineUnlistedScript(() => {
  offerPart('find', { buildFindIndex, find });
  offerPart('strip', Strip);
});
