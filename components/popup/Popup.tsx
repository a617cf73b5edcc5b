import { useState } from 'preact/hooks';
import type { TabStatus } from '@/lib/protocol/tab-calls';
import type { VideoId } from '@/lib/transcript/units';
import { Icon, type IconName } from '../library/Icon';
import { type ReadingState, ReadPage, type VideoChoice } from './ReadPage';

export interface PopupProps {
  /** Null: Readalong is not in the active tab. */
  readonly status: TabStatus | null;
  /** Null until known. */
  readonly episodes: number | null;
  readonly showBesideVideos: boolean;
  /** Null where the tab has no page to read. */
  readonly reading: ReadingState | null;
  readonly onReadPage: () => void;
  readonly onChooseVideo: (video: VideoChoice) => void;
  readonly onOpenVideo: (videoId: VideoId) => void;
  readonly onToggleWords: () => void;
  readonly onFind: () => void;
  readonly onSearchLibrary: (query: string) => void;
  readonly onOpenLibrary: () => void;
  readonly onImport: () => void;
  readonly onOpenSettings: () => void;
  readonly onShowBesideVideos: (show: boolean) => void;
}

export function Popup(props: PopupProps) {
  return (
    <main class="popup">
      {props.status?.videoId ? <Video {...props} status={props.status} /> : <NoVideo {...props} />}
      <nav class="rows">
        <Row icon="library" label="Library" onSelect={props.onOpenLibrary}>
          {props.episodes !== null && <span class="aside">{countEpisodes(props.episodes)}</span>}
        </Row>
        <Row icon="import" label="Import a transcript…" onSelect={props.onImport} />
        {props.reading && (
          <ReadPage
            state={props.reading}
            onRead={props.onReadPage}
            onChoose={props.onChooseVideo}
            onOpen={props.onOpenVideo}
          />
        )}
        <Row icon="settings" label="Settings" onSelect={props.onOpenSettings} />
      </nav>
      <label class="beside">
        Show beside videos
        <input
          class="switch"
          type="checkbox"
          checked={props.showBesideVideos}
          onChange={(event) => props.onShowBesideVideos(event.currentTarget.checked)}
        />
      </label>
    </main>
  );
}

function Video({ status, onToggleWords, onFind }: PopupProps & { readonly status: TabStatus }) {
  return (
    <section class="head">
      <h1 dir="auto">{status.title}</h1>
      {status.health && (
        <p class="health">
          <span class={`dot ${status.health.tone}`} aria-hidden="true" />
          <strong>{status.health.name}</strong>
          {status.health.detail && <span> · {status.health.detail}</span>}
        </p>
      )}
      <div class="actions">
        <button type="button" class="button primary" onClick={onToggleWords}>
          {status.shown ? 'Hide the words' : 'Show the words'}
        </button>
        <button type="button" class="button" onClick={onFind}>
          <Icon name="search" size={16} />
          Find
        </button>
      </div>
    </section>
  );
}

function NoVideo({ status, onSearchLibrary }: PopupProps) {
  const [query, setQuery] = useState('');
  return (
    <section class="head">
      <h1>No video in this tab</h1>
      <p class="hint">Open a video and its words appear beside it.</p>
      {!status && <p class="hint">One that was open before Readalong was installed has to be reloaded once.</p>}
      <search>
        <form
          class="search"
          onSubmit={(event) => {
            event.preventDefault();
            onSearchLibrary(query.trim());
          }}
        >
          <Icon name="search" size={18} />
          <input
            type="search"
            aria-label="Search your library"
            placeholder="Search your library"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </form>
      </search>
    </section>
  );
}

interface RowProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onSelect: () => void;
  readonly children?: preact.ComponentChildren;
}

function Row({ icon, label, onSelect, children }: RowProps) {
  return (
    <button type="button" class="row" onClick={onSelect}>
      <Icon name={icon} />
      <span>{label}</span>
      {children}
    </button>
  );
}

function countEpisodes(count: number): string {
  return count === 1 ? '1 episode' : `${count.toLocaleString()} episodes`;
}
