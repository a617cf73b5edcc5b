import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { find } from '@/lib/find/find';
import { buildFindIndex } from '@/lib/find/find-index';
import { offerPart } from '@/lib/platform/hand-over';

/** Finding inside the episode: the speech rules and the query reader weigh as much as the views' framework. */
export default defineUnlistedScript(() => offerPart('find', { buildFindIndex, find }));
