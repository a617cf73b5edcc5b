import { browser } from 'wxt/browser';

/** Address of the library page. `rest`: query and fragment. WXT's own type knows a page only after the first build. */
export function libraryUrl(rest = ''): string {
  return (browser.runtime.getURL as (path: string) => string)('/library.html') + rest;
}

export function librarySearchUrl(query: string): string {
  return libraryUrl(query ? `?q=${encodeURIComponent(query)}` : '');
}
