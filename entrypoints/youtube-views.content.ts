import { defineContentScript } from 'wxt/utils/define-content-script';
import { mountSidebar } from '@/components/sidebar/index';
import { tabHealth } from '@/components/sidebar/tab-health';
import { offerPart } from '@/lib/platform/hand-over';

/** The sidebar's views. On their own, so that the script which runs before the page's first line stays light. */
export default defineContentScript({
  matches: ['https://www.youtube.com/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main() {
    offerPart('health', tabHealth);
    offerPart('views', mountSidebar);
  },
});
