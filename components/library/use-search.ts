import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryErrorCode } from '@/lib/ports';
import type { NamesAnswer, SearchAnswer } from '@/lib/protocol/background-calls';
import type { LibraryApi } from './api';

/** Few at first: what fits the window is there at once, the rest while it is read. */
const FIRST = 5;
const MORE = 10;
const PLACES = 3;
/** A fast typist's pause between two keys; shorter only makes answers that nobody sees. */
const TYPING_PAUSE = 40;
/** While not all of the library can be searched yet. */
const ASK_AGAIN = 2000;
/** A browser ends a background that has had nothing to do for half a minute. */
const IDLE = 20_000;

export interface SearchView {
  /** The query that the answers belong to; null before the first answer. */
  readonly query: string | null;
  readonly words: SearchAnswer | null;
  readonly names: NamesAnswer | null;
  readonly trouble: LibraryErrorCode | null;
}

const NOTHING_ASKED = { query: '', offset: 0, limit: 1, places: 1 };
const EMPTY: SearchView = { query: null, words: null, names: null, trouble: null };

/** Searches for `query` whenever it or `revision` changes. Late answers to earlier queries are dropped. */
export function useSearch(api: LibraryApi, query: string, order: 'best' | 'newest' | 'oldest', revision: number) {
  const [view, setView] = useState<SearchView>(EMPTY);
  const turn = useRef(0);
  const heard = useRef(Date.now());

  useEffect(() => {
    const own = ++turn.current;
    if (query.trim() === '') {
      setView(EMPTY);
      return;
    }
    // It starts in the pause in which nothing is asked yet.
    if (Date.now() - heard.current > IDLE) void api.call('search', { ...NOTHING_ASKED, order });
    heard.current = Date.now();
    const isCurrent = (): boolean => own === turn.current;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (): Promise<void> => {
      const words = await api.call('search', { query, order, offset: 0, limit: FIRST, places: PLACES });
      if (!isCurrent()) return;
      if (words.ok) setView((old) => ({ ...fresh(old, query), words: longer(old, query, words.value), trouble: null }));
      else setView((old) => ({ ...fresh(old, query), trouble: words.error.code }));
      if (words.ok && words.value.partial) timer = setTimeout(() => void ask(), ASK_AGAIN);
      // After the words: a background that was just born would make the reader wait for both.
      const names = await api.call('searchNames', { query, limit: 50 });
      if (isCurrent() && names.ok) setView((old) => ({ ...fresh(old, query), names: names.value }));
    };
    timer = setTimeout(() => void ask(), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [api, query, order, revision]);

  const loadMore = useCallback(async () => {
    const own = turn.current;
    const offset = view.words?.episodes.length ?? 0;
    if (!view.words || offset >= view.words.total || view.query !== query) return;
    const answer = await api.call('search', { query, order, offset, limit: MORE, places: PLACES });
    if (own !== turn.current || !answer.ok) return;
    setView((old) => {
      // Asked twice for the same page (the sentinel was seen twice): the second answer adds nothing.
      if (!old.words || old.words.episodes.length !== offset) return old;
      return { ...old, words: { ...old.words, episodes: [...old.words.episodes, ...answer.value.episodes] } };
    });
  }, [api, query, order, view]);

  return { view, loadMore };
}

/** What was unfolded stays so when the same query is asked again. */
function longer(old: SearchView, query: string, words: SearchAnswer): SearchAnswer {
  const known = old.query === query ? old.words : null;
  return known?.partial && known.episodes.length > words.episodes.length ? { ...known, partial: words.partial } : words;
}

/** Answers of an earlier query stay on screen until the first of the new one is there, and no longer. */
function fresh(old: SearchView, query: string): SearchView {
  return old.query === query ? old : { ...EMPTY, query };
}
