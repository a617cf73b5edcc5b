import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LibraryErrorCode } from '@/lib/ports';
import type { Count, LibraryState } from '@/lib/protocol/background-calls';
import type { VideoId } from '@/lib/transcript/units';
import type { LibraryApi, OpenPlace } from './api';
import { BackupDialog } from './BackupDialog';
import { catchDrops } from './catch-drops';
import { composeQuery, type Filters, NO_FILTERS } from './compose-query';
import { EmptyLibrary } from './EmptyLibrary';
import { EpisodeList } from './EpisodeList';
import { EpisodeReading } from './EpisodeReading';
import { ExportMenu } from './ExportMenu';
import { Footer } from './Footer';
import { Icon } from './Icon';
import { ImportDialog } from './ImportDialog';
import { RoomDialog } from './RoomDialog';
import { type Route, readRoute, writeRoute } from './route';
import { SearchField } from './SearchField';
import { type Scopes, SearchView } from './SearchView';
import { stepFocus } from './step-focus';
import { count, TROUBLE, WORDS } from './words';

type OpenDialog = { readonly kind: 'import'; readonly files: readonly File[] } | { readonly kind: 'backup' | 'room' };

interface Toast {
  readonly sentence: string;
  readonly undo: readonly number[] | null;
}

/** How long a deletion can be undone from the page; after that it still waits in the trash for thirty days. */
const TOAST_MS = 12_000;
const NO_SELECTION: ReadonlySet<VideoId> = new Set();

/** The one component of the library page that holds state. */
export function LibraryApp({ api }: { readonly api: LibraryApi }) {
  const [route, setRoute] = useState<Route>(() => readRoute(location));
  const [scopes, setScopes] = useState<Scopes>({ words: true, notes: false, titles: false });
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [names, setNames] = useState<{ channels: readonly Count[]; speakers: readonly Count[] } | null>(null);
  const [state, setState] = useState<LibraryState | null>(null);
  const [trouble, setTrouble] = useState<LibraryErrorCode | null>(null);
  const [revision, setRevision] = useState(0);
  const [selected, setSelected] = useState(NO_SELECTION);
  const [dialog, setDialog] = useState<OpenDialog | null>(route.isImport ? { kind: 'import', files: [] } : null);
  const [toast, setToast] = useState<Toast | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);

  const refresh = useCallback(() => setRevision((old) => old + 1), []);
  useEffect(() => api.onChange(refresh), [api, refresh]);
  // On purpose: a new revision is a reason to ask again.
  useEffect(() => {
    void api.call('libraryState', {}).then((answer) => {
      setTrouble(answer.ok ? null : answer.error.code);
      if (answer.ok) setState(answer.value);
    });
    void api.call('listNames', {}).then((answer) => answer.ok && setNames(answer.value));
  }, [api, revision]);

  const go = useCallback((next: Partial<Route>, how: 'push' | 'replace' = 'push') => {
    setRoute((old) => {
      const whole = { ...old, isImport: false, ...next };
      writeRoute(whole, how);
      return whole;
    });
    if (how === 'push') window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    const onPop = (): void => setRoute(readRoute(location));
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, []);
  useEffect(() => {
    document.title = route.query === '' ? 'Readalong library' : `${route.query} · Readalong`;
  }, [route.query]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (stepFocus(event, page.current, field.current)) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    field.current?.focus();
    return () => removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => catchDrops((files) => setDialog((open) => open ?? { kind: 'import', files })), []);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => setToast(null), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast]);

  const say = useCallback((sentence: string) => setToast({ sentence, undo: null }), []);
  const openPlace: OpenPlace = useCallback(
    (videoId, arrival) => {
      void api.call('openPlace', { videoId, arrival }).then((answer) => !answer.ok && say(TROUBLE[answer.error.code]));
    },
    [api, say],
  );
  const openEpisode = useCallback((videoId: VideoId) => go({ videoId }), [go]);
  const remove = async (videoIds: readonly VideoId[]): Promise<void> => {
    const answer = await api.call('deleteEpisodes', { videoIds });
    setSelected(NO_SELECTION);
    if (!answer.ok) return say(TROUBLE[answer.error.code]);
    if (route.videoId !== null) go({ videoId: null });
    setToast({ sentence: `${count(answer.value.length, 'episode')} deleted.`, undo: answer.value });
    refresh();
  };
  const undo = async (trash: readonly number[]): Promise<void> => {
    const answer = await api.call('undoDelete', { trash });
    setToast(answer.ok ? null : { sentence: TROUBLE[answer.error.code], undo: null });
    refresh();
  };

  const query = useMemo(
    () => (route.query.trim() === '' ? '' : composeQuery(route.query, filters, Date.now())),
    [route.query, filters],
  );
  const channels = useMemo(() => menuOf('Any channel', names?.channels), [names]);
  const speakers = useMemo(() => menuOf('Any speaker', names?.speakers), [names]);
  const isEmpty = state?.episodes === 0;

  return (
    <div ref={page} class="library">
      <header class="top">
        <a
          class="logo"
          href="?"
          onClick={(event) => {
            event.preventDefault();
            go({ videoId: null, query: '' });
          }}
        >
          <Icon name="library" />
          {WORDS.product}
        </a>
        <button
          type="button"
          class="round"
          aria-label={WORDS.import}
          title={WORDS.import}
          onClick={() => setDialog({ kind: 'import', files: [] })}
        >
          <Icon name="import" />
        </button>
        <button
          type="button"
          class="round"
          aria-label={WORDS.settings}
          title={WORDS.settings}
          onClick={api.openOptions}
        >
          <Icon name="settings" />
        </button>
      </header>
      <SearchField
        field={field}
        value={route.query}
        onType={(text) => go({ query: text, videoId: null }, 'replace')}
        onLeave={() => page.current?.querySelector<HTMLElement>('[data-step]')?.focus()}
      />
      {trouble && <Notice sentence={TROUBLE[trouble]} onRetry={refresh} />}
      {state && state.storage !== 'fine' && (
        <Notice sentence={TROUBLE[state.storage === 'newer' ? 'newer-database' : 'storage-broken']} />
      )}
      {route.videoId !== null ? (
        <EpisodeReading
          key={route.videoId}
          api={api}
          videoId={route.videoId}
          revision={revision}
          onBack={() => go({ videoId: null })}
          onOpenPlace={openPlace}
          onDelete={(videoId) => void remove([videoId])}
          onSay={say}
        />
      ) : (
        <main>
          {route.query.trim() !== '' ? (
            <SearchView
              api={api}
              query={query}
              typed={route.query}
              revision={revision}
              scopes={scopes}
              onScopes={setScopes}
              filters={filters}
              onFilters={setFilters}
              channels={channels}
              speakers={speakers}
              onOpenPlace={openPlace}
              onOpenEpisode={openEpisode}
            />
          ) : isEmpty ? (
            <EmptyLibrary
              onImport={() => setDialog({ kind: 'import', files: [] })}
              onRestore={() => setDialog({ kind: 'backup' })}
            />
          ) : (
            <EpisodeList
              api={api}
              revision={revision}
              channels={channels}
              selected={selected}
              onSelect={setSelected}
              onOpenEpisode={openEpisode}
            />
          )}
        </main>
      )}
      {state && !isEmpty && (
        <Footer
          state={state}
          onExportAll={() => setDialog({ kind: 'backup' })}
          onMakeRoom={() => setDialog({ kind: 'room' })}
        />
      )}
      {selected.size > 0 && (
        <div class="bar" role="toolbar" aria-label="Selected episodes">
          <span>{count(selected.size, 'episode')} selected</span>
          <ExportMenu api={api} videoIds={[...selected]} onSay={say} />
          <button type="button" class="button danger" onClick={() => void remove([...selected])}>
            <Icon name="trash" size={16} />
            Delete
          </button>
          <button type="button" class="button" onClick={() => setSelected(NO_SELECTION)}>
            Cancel
          </button>
        </div>
      )}
      <div class="toasts" role="status">
        {toast && (
          <p class="toast">
            {toast.sentence}
            {toast.undo && toast.undo.length > 0 && (
              <button type="button" class="link" onClick={() => void undo(toast.undo ?? [])}>
                {WORDS.undo}
              </button>
            )}
          </p>
        )}
      </div>
      {dialog?.kind === 'import' && (
        <ImportDialog api={api} dropped={dialog.files} onClose={() => setDialog(null)} onSay={say} />
      )}
      {dialog?.kind === 'backup' && (
        <BackupDialog api={api} episodes={state?.episodes ?? 0} onClose={() => setDialog(null)} onSay={say} />
      )}
      {dialog?.kind === 'room' && state && (
        <RoomDialog api={api} state={state} onClose={() => setDialog(null)} onSay={say} />
      )}
    </div>
  );
}

function Notice({ sentence, onRetry }: { readonly sentence: string; readonly onRetry?: () => void }) {
  return (
    <p class="notice" role="alert">
      {sentence}
      {onRetry && (
        <button type="button" class="link" onClick={onRetry}>
          {WORDS.tryAgain}
        </button>
      )}
    </p>
  );
}

/** Longer lists are of no use in a menu; the query language reaches the rest. */
const MOST_NAMES = 200;

function menuOf(any: string, names: readonly Count[] = []): (readonly [string, string])[] {
  return [['', any], ...names.slice(0, MOST_NAMES).map(({ name }) => [name, name] as const)];
}
