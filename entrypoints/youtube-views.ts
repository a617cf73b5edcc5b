import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountSidebar } from '@/components/sidebar/index';
import { offerPart } from '@/lib/platform/hand-over';

/** The sidebar's views. On their own, so that the script which runs before the page's first line stays light. */
export default defineUnlistedScript(() => offerPart('views', mountSidebar));
