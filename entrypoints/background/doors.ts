/** The ways in from the browser's own surfaces: keys and the address bar. */
import { browser } from 'wxt/browser';
import { callTab } from '@/lib/platform/messaging/call-tab';

export async function onCommand(command: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  if (command === 'toggle-sidebar') await callTab(browser.tabs, tab.id, 'toggleSidebar', {});
  if (command === 'open-find') await callTab(browser.tabs, tab.id, 'openFind', {});
}

export function onOmniboxEntered(text: string): Promise<void> {
  return openLibraryPage(text.trim());
}

export async function openLibraryPage(query?: string): Promise<void> {
  // WXT's type of `getURL` knows the pages only after they were built once.
  const page = (browser.runtime.getURL as (path: string) => string)('/library.html');
  const url: string = query ? `${page}?q=${encodeURIComponent(query)}` : page;
  await browser.tabs.create({ url });
}
