import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sidebarStyles } from '@/components/sidebar/styles';
import { offerPart } from '@/lib/platform/hand-over';

/** The sidebar's style sheets, as one text. */
export default defineUnlistedScript(() => offerPart('styles', sidebarStyles));
