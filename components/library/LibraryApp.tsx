import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Count } from '@/lib/protocol/background-calls';
import { type EpisodeId, isOwnId, type VideoId } from '@/lib/transcript/units';
import { AttachDialog } from './AttachDialog';
import type { AskForVideo, ImportSource, LibraryApi, OpenPlace } from './api';
import { BackupDialog } from './BackupDialog';
import { catchSources } from './catch-sources';
import { composeQuery, type Filters, NO_FILTERS } from './compose-query';
import { EmptyLibrary } from './EmptyLibrary';
import { EpisodeList } from './EpisodeList';
import { EpisodeReading } from './EpisodeReading';
import { Footer } from './Footer';
import { ImportDialog } from './ImportDialog';
import { Notices, Toast, type ToastMessage, type Undo } from './Notices';
import { RoomDialog } from './RoomDialog';
import { SearchField } from './SearchField';
import { type Scopes, SearchView } from './SearchView';
import { SelectionBar } from './SelectionBar';
import { stepFocus } from './step-focus';
import { TopBar } from './TopBar';
import { useLibrary } from './use-library';
import { useRoute } from './use-route';
import { ATTACH, count, fitSentence, TROUBLE, WORDS } from './words';

type OpenDialog =
  | { readonly kind: 'import'; readonly brought: readonly ImportSource[] }
  | { readonly kind: 'attach'; readonly transcript: Parameters<AskForVideo>[0] }
  | { readonly kind: 'backup' | 'room' };

/** How long a deletion can be undone from the page; after that it still waits in the trash for thirty days. */
const TOAST_MS = 12_000;
const NO_SELECTION: ReadonlySet<EpisodeId> = new Set();
const EMPTY_IMPORT: OpenDialog = { kind: 'import', brought: [] };

/** The one component of the library page that holds state. */
export function LibraryApp({ api }: { readonly api: LibraryApi }) {
  const { route, go } = useRoute();
  const { state, names, trouble, revision, refresh } = useLibrary(api);
  const [scopes, setScopes] = useState<Scopes>({ words: true, notes: false, titles: false });
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [selected, setSelected] = useState(NO_SELECTION);
  const [dialog, setDialog] = useState<OpenDialog | null>(route.isImport ? EMPTY_IMPORT : null);
  const [toast, setToast] = useState<ToastMessage | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (stepFocus(event, page.current, field.current)) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    field.current?.focus();
    return () => removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => catchSources((brought) => setDialog((open) => open ?? { kind: 'import', brought })), []);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => setToast(null), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast]);

  const say = useCallback((sentence: string) => setToast({ sentence }), []);
  const openPlace: OpenPlace = useCallback(
    (videoId, arrival, words) => {
      if (isOwnId(videoId)) go({ videoId, words });
      else
        void api
          .call('openPlace', { videoId, arrival })
          .then((answer) => !answer.ok && say(TROUBLE[answer.error.code]));
    },
    [api, go, say],
  );
  const openEpisode = useCallback((videoId: EpisodeId) => go({ videoId }), [go]);
  const remove = async (videoIds: readonly EpisodeId[]): Promise<void> => {
    const answer = await api.call('deleteEpisodes', { videoIds });
    setSelected(NO_SELECTION);
    if (!answer.ok) return say(TROUBLE[answer.error.code]);
    // The button that was pressed is there no more; so below.
    field.current?.focus({ preventScroll: true });
    if (route.videoId !== null) go({ videoId: null });
    const sentence = `${count(answer.value.length, 'episode')} deleted.`;
    setToast({ sentence, undo: { trash: answer.value }, deleted: videoIds });
    refresh();
  };
  const askForVideo: AskForVideo = useCallback((transcript) => setDialog({ kind: 'attach', transcript }), []);
  const attached = async (from: EpisodeId, videoId: VideoId, trash: number): Promise<void> => {
    setDialog(null);
    field.current?.focus({ preventScroll: true });
    const isRead = route.videoId === from;
    // Replaced: one step back would lead to what is there no more.
    if (isRead) go({ videoId }, 'replace');
    refresh();
    const [video, fit] = await Promise.all([api.call('openEpisode', { videoId }), api.importing.merge(videoId)]);
    const done = ATTACH.done((video.ok && video.value?.meta.title) || ATTACH.itsVideo);
    const undo = { trash: [trash], ...(isRead ? { read: from } : {}) };
    setToast({ sentence: [done, fit && fitSentence(fit)].filter(Boolean).join(' '), undo });
    refresh();
  };
  const undo = async ({ trash, read }: Undo): Promise<void> => {
    const answer = await api.call('undoDelete', { trash });
    if (answer.ok && read !== undefined) go({ videoId: read }, 'replace');
    setToast(answer.ok ? null : { sentence: TROUBLE[answer.error.code] });
    field.current?.focus({ preventScroll: true });
    refresh();
  };
  const forget = async (videoIds: readonly EpisodeId[]): Promise<void> => {
    const answer = await api.call('forget', { videoIds });
    say(answer.ok ? WORDS.forgotten : TROUBLE[answer.error.code]);
  };

  const query = useMemo(
    () => (route.query.trim() === '' ? '' : composeQuery(route.query, filters, Date.now())),
    [route.query, filters],
  );
  const channels = useMemo(() => menuOf('Any channel', names.channels), [names]);
  const speakers = useMemo(() => menuOf('Any speaker', names.speakers), [names]);
  const isEmpty = state?.episodes === 0;

  return (
    <div ref={page} class="library">
      <TopBar
        onHome={() => go({ videoId: null, query: '' })}
        onImport={() => setDialog(EMPTY_IMPORT)}
        onSettings={api.openOptions}
      />
      <SearchField
        field={field}
        value={route.query}
        onType={(text) => go({ query: text, videoId: null }, 'replace')}
        onLeave={() => page.current?.querySelector<HTMLElement>('[data-step]')?.focus()}
      />
      <Notices
        api={api}
        trouble={trouble}
        storage={state?.storage ?? null}
        onRetry={refresh}
        onRestore={() => setDialog({ kind: 'backup' })}
        onSay={say}
      />
      {route.videoId !== null ? (
        <EpisodeReading
          key={route.videoId}
          api={api}
          videoId={route.videoId}
          revision={revision}
          place={route.words}
          onBack={() => go({ videoId: null })}
          onOpenPlace={openPlace}
          onAttach={askForVideo}
          onDelete={(videoId) => void remove([videoId])}
          onSay={say}
        />
      ) : (
        <main>
          {query !== '' && (
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
          )}
          {query === '' && isEmpty && (
            <EmptyLibrary onImport={() => setDialog(EMPTY_IMPORT)} onRestore={() => setDialog({ kind: 'backup' })} />
          )}
          {query === '' && !isEmpty && (
            <EpisodeList
              api={api}
              revision={revision}
              channels={channels}
              selected={selected}
              onSelect={setSelected}
              onOpenEpisode={openEpisode}
              onAttach={askForVideo}
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
      <SelectionBar
        api={api}
        selected={selected}
        onDelete={() => void remove([...selected])}
        onCancel={() => setSelected(NO_SELECTION)}
        onSay={say}
      />
      <Toast message={toast} onUndo={(how) => void undo(how)} onForget={(ids) => void forget(ids)} />
      {dialog?.kind === 'import' && (
        <ImportDialog api={api} brought={dialog.brought} onClose={() => setDialog(null)} onSay={say} />
      )}
      {dialog?.kind === 'attach' && (
        <AttachDialog
          api={api}
          transcript={dialog.transcript}
          onClose={() => setDialog(null)}
          onAttached={(videoId, trash) => void attached(dialog.transcript.videoId, videoId, trash)}
        />
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

/** Longer lists are of no use in a menu; the query language reaches the rest. */
const MOST_NAMES = 200;

function menuOf(any: string, names: readonly Count[]): (readonly [string, string])[] {
  return [['', any], ...names.slice(0, MOST_NAMES).map(({ name }) => [name, name] as const)];
}
