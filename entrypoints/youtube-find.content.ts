import { defineContentScript } from 'wxt/utils/define-content-script';
import { find } from '@/lib/find/find';
import { buildFindIndex } from '@/lib/find/find-index';
import { offerPart } from '@/lib/platform/hand-over';

/** Finding inside the episode: the speech rules and the query reader weigh as much as the views' framework. */
export default defineContentScript({
  matches: ['https://www.youtube.com/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: () => offerPart('find', { buildFindIndex, find }),
});
