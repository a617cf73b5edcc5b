import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Route, readRoute, writeRoute } from './route';

/** Where the page is, kept in its address. */
export function useRoute() {
  const [route, setRoute] = useState<Route>(() => readRoute(location));
  const go = useCallback((next: Partial<Route>, how: 'push' | 'replace' = 'push') => {
    setRoute((old) => {
      const whole = { ...old, isImport: false, words: null, ...next };
      writeRoute(whole, how);
      return whole;
    });
    if (how === 'push' && !next.words) window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    const onPop = (): void => setRoute(readRoute(location));
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, []);
  useEffect(() => {
    document.title = route.query === '' ? 'Readalong library' : `${route.query} · Readalong`;
  }, [route.query]);
  return { route, go };
}
