/** Searching from the address bar: `ra`, a blank, the words. Places are suggested while typing; Enter opens the library. */
import { browser } from 'wxt/browser';
import { placeQuery } from '@/components/library/route';
import type { Place } from '@/lib/library/query/cut-snippet';
import { libraryUrl } from '@/lib/platform/messaging/own-pages';
import { watchUrl } from '@/lib/platform/messaging/places';
import type { createLibraryDesk } from '@/lib/platform/storage/library-desk';
import { formatClock } from '@/lib/transcript/format-time';
import { type EpisodeId, isOwnId } from '@/lib/transcript/units';
import { openLibraryPage } from './doors';

const SUGGESTIONS = 5;
/** Longer ones are cut by the browser, in the middle of a word. */
const LONGEST = 90;

interface Suggestion {
  readonly content: string;
  readonly description: string;
}

export function serveOmnibox({ search }: Pick<ReturnType<typeof createLibraryDesk>, 'search'>): void {
  // Firefox for Android has no address bar of this kind.
  if (!browser.omnibox) return;
  browser.omnibox.setDefaultSuggestion({ description: 'Search every word you have read along with' });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void suggestions(text, search).then((found) => suggest([...found]));
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    if (text.startsWith('https://www.youtube.com/watch?') || text.startsWith(libraryUrl('?v=')))
      void browser.tabs.update({ url: text });
    else void openLibraryPage(text);
  });
}

async function suggestions(
  query: string,
  search: ReturnType<typeof createLibraryDesk>['search'],
): Promise<readonly Suggestion[]> {
  if (query.trim() === '') return [];
  const answer = await search({ query, order: 'best', offset: 0, limit: SUGGESTIONS, places: 1 });
  if (!answer.ok) return [];
  return answer.value.episodes.flatMap(({ episode, places: [place] }) => {
    if (!place) return [];
    const clock = place.time === null ? '' : `${formatClock(place.time)} `;
    const words = place.text.length > LONGEST ? `${place.text.slice(0, LONGEST)}…` : place.text;
    return [
      {
        content: addressOf(episode.videoId, place),
        description: described(`${clock}${words} · ${episode.title}`),
      },
    ];
  });
}

/** The second in the video; the words in the library where there is no video yet. */
function addressOf(videoId: EpisodeId, { word, time }: Place): string {
  if (!isOwnId(videoId)) return watchUrl(videoId, time ?? 0);
  return libraryUrl(placeQuery({ query: '', videoId, words: { first: word, last: word } }));
}

/** Chromium reads descriptions as XML, Firefox as text. */
function described(text: string): string {
  if (import.meta.env.FIREFOX) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
