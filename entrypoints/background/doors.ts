/** The ways in from the browser's own surfaces: keys and the address bar. */
import { browser } from 'wxt/browser';
import { callTab } from '@/lib/platform/messaging/call-tab';
import { librarySearchUrl } from '@/lib/platform/messaging/own-pages';

export async function onCommand(command: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  if (command === 'toggle-sidebar') await callTab(browser.tabs, tab.id, 'toggleSidebar', {});
  if (command === 'open-find') await callTab(browser.tabs, tab.id, 'openFind', {});
}

export async function openLibraryPage(query = ''): Promise<void> {
  await browser.tabs.create({ url: librarySearchUrl(query.trim()) });
}
