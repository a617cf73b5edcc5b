import '@/components/shared/tokens.css';
import '@/components/library/page.css';
import '@/components/popup/popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup } from '@/components/popup/Popup';
import type { ReadingState } from '@/components/popup/ReadPage';
import { createBackgroundCaller } from '@/lib/platform/messaging/call-background';
import { callTab } from '@/lib/platform/messaging/call-tab';
import { librarySearchUrl, libraryUrl } from '@/lib/platform/messaging/own-pages';
import { createSettingsStore } from '@/lib/platform/settings/settings-store';
import type { TabStatus } from '@/lib/protocol/tab-calls';
import { applyTheme } from '../library/theme';
import { createPageReading, type PageReading } from './read-page';

const callBackground = createBackgroundCaller(browser.runtime);
const settings = createSettingsStore(browser.storage);

interface State {
  readonly tabId: number | undefined;
  readonly status: TabStatus | null;
  readonly episodes: number | null;
  readonly showBesideVideos: boolean;
  readonly reading: ReadingState | null;
}

async function readState(): Promise<State> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const [status, library, chosen] = await Promise.all([
    tab?.id === undefined ? null : callTab(browser.tabs, tab.id, 'status', {}),
    callBackground('libraryState', {}),
    settings.load(),
  ]);
  applyTheme(chosen.theme);
  return {
    tabId: tab?.id,
    status: status?.ok ? status.value : null,
    episodes: library.ok ? library.value.episodes : null,
    showBesideVideos: chosen.showBesideVideos,
    // A video has its own tab for notes.
    reading: tab?.id === undefined || (status?.ok && status.value.videoId) ? null : { step: 'offered' },
  };
}

/** A popup's last act: what was asked for is done elsewhere. */
async function leave(done: Promise<unknown>): Promise<void> {
  await done;
  window.close();
}

function show(root: HTMLElement, state: State, page = readingIn(root, state)): void {
  const { tabId, status } = state;
  const inTab = (call: 'toggleSidebar' | 'openFind' | 'openImport') => () => {
    if (tabId !== undefined) void leave(callTab(browser.tabs, tabId, call, {}));
  };
  const openPage = (url: string) => void leave(browser.tabs.create({ url }));
  render(
    <Popup
      status={status}
      episodes={state.episodes}
      showBesideVideos={state.showBesideVideos}
      reading={state.reading}
      onReadPage={() => void page?.read()}
      onChooseVideo={(video) => void page?.choose(video)}
      onOpenVideo={(videoId) =>
        void leave(callBackground('openPlace', { videoId, arrival: { transcriptId: null, time: 0, query: null } }))
      }
      onToggleWords={inTab('toggleSidebar')}
      onFind={inTab('openFind')}
      onSearchLibrary={(query) => openPage(librarySearchUrl(query))}
      onOpenLibrary={() => openPage(libraryUrl())}
      onImport={status?.videoId ? inTab('openImport') : () => openPage(libraryUrl('#import'))}
      onOpenSettings={() => void leave(browser.runtime.openOptionsPage())}
      onShowBesideVideos={(showBesideVideos) => {
        show(root, { ...state, showBesideVideos }, page);
        void settings.save({ showBesideVideos });
      }}
    />,
    root,
  );
}

function readingIn(root: HTMLElement, state: State): PageReading | null {
  if (state.tabId === undefined) return null;
  const page: PageReading = createPageReading(state.tabId, callBackground, (reading) =>
    show(root, { ...state, reading }, page),
  );
  return page;
}

const root = document.getElementById('root');
if (root) void readState().then((state) => show(root, state));
