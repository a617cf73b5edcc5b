import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createBreaker } from '@/lib/captions/breaker';
import { createCaptionsChain } from '@/lib/captions/captions-chain';
import { createBackgroundCaller } from '@/lib/platform/messaging/call-background';
import { createImportClient } from '@/lib/platform/messaging/import-client';
import { createLibraryClient } from '@/lib/platform/messaging/library-client';
import { createNotesClient } from '@/lib/platform/messaging/notes-client';
import { serveTabCalls } from '@/lib/platform/messaging/serve-tab';
import { createSettingsStore } from '@/lib/platform/settings/settings-store';
import { rememberBreaker } from '@/lib/platform/youtube/breaker-memory';
import { connectBridge } from '@/lib/platform/youtube/bridge';
import { captionRoutes } from '@/lib/platform/youtube/caption-routes';
import { guardKeyboard } from '@/lib/platform/youtube/keyboard-guard';
import { removeLeftovers } from '@/lib/platform/youtube/leftovers';
import { startLifecycle } from '@/lib/platform/youtube/lifecycle';
import { createMount } from '@/lib/platform/youtube/mount';
import { watchNavigation } from '@/lib/platform/youtube/navigation';
import { watchPageChanges } from '@/lib/platform/youtube/page-changes';
import { panelSignature } from '@/lib/platform/youtube/page-panel';
import { watchPage } from '@/lib/platform/youtube/page-watch';
import { createPlayer } from '@/lib/platform/youtube/player';
import { createReporter } from '@/lib/platform/youtube/reporter';
import { observeCaptionRequests } from '@/lib/platform/youtube/resource-timing';
import { windowClock } from '@/lib/platform/youtube/window-clock';
import type { EpisodeActions } from '@/lib/sidebar/episode';
import { createArrivals } from './arrival';
import { createPanel } from './panel';
import { tabHandlers } from './tab-handlers';

/** True only in the build for end-to-end tests, which must see inside the panel. */
declare const __E2E__: boolean;

/** A transcript of 64 MB takes the background some seconds; sending it again on top would only make it slower. */
const PATIENT = { deadlineMs: 60_000, totalMs: 150_000, retries: 2 };

export default defineUnlistedScript(() => {
  const { signal, isOrphaned } = startLifecycle();
  // First of all, while the page has no scripts: the handshake, and the place in front of every listener of the page.
  const bridge = connectBridge(signal);
  removeLeftovers();
  const mount = createMount(__E2E__ ? 'open' : 'closed');
  guardKeyboard(signal, () => (mount.host.isConnected ? mount : null));
  if (__E2E__) mount.host.setAttribute('data-readalong-e2e', '');

  const reporter = createReporter(browser.runtime.getManifest().version, isOrphaned);
  const library = createLibraryClient(browser.runtime);
  const store = createSettingsStore(browser.storage);
  const player = createPlayer(bridge, signal);
  const observed = observeCaptionRequests(signal, () => chain.wake());
  let stalePanel = '';

  const breaker = createBreaker({
    now: Date.now,
    random: Math.random,
    onChange: (memory) => writeDown(memory),
  });
  const writeDown = rememberBreaker(browser.storage, (memory) => breaker.recall(memory), signal);
  const patient = createBackgroundCaller(browser.runtime, PATIENT);
  const chain = createCaptionsChain({
    routes: captionRoutes({ bridge, player, observed, stalePanel: () => stalePanel }),
    library,
    imports: createImportClient(patient),
    clock: windowClock,
    newCanceller: () => new AbortController(),
    breaker,
    keeps: () => panel.settings().keep === 'everything',
    onView: (view) => panel.show(view),
  });
  const actions: EpisodeActions = {
    ...chain.actions,
    notes: createNotesClient(patient),
    openOptions: () => void library.openOptions(),
    openLibrary: (query) => void library.openLibrary(query),
    reloadPage: () => location.reload(),
  };
  const changes = watchPageChanges(signal, () => {
    try {
      panel.refresh();
    } catch (error) {
      // Also called from an observer of the page: a fault of ours must not come again with each of its changes.
      reporter.report(error);
    }
  });
  const panel = createPanel({
    mount,
    player,
    actions,
    changes,
    saveSettings: (change) => void store.save(change),
    signal,
  });
  const page = watchPage(bridge, signal, (offer) => chain.learn(offer));

  player.subscribe((event) => {
    if (event !== 'flow') return;
    const { advert, paused } = player.read();
    if (!advert && !paused) chain.wake();
  });
  const arriveAt = createArrivals(panel, player, actions, signal);
  const stopServing = serveTabCalls(
    browser.runtime,
    tabHandlers({ panel, arriveAt, transcriptCame: chain.transcriptCame }),
  );
  const stopSettings = store.watch((settings) => panel.changeSettings(settings));
  store.load().then((settings) => panel.changeSettings(settings));

  watchNavigation(signal, (token) => {
    stalePanel = panelSignature();
    player.expect(token?.videoId ?? null);
    chain.open(token?.videoId ?? null);
    page.follow(token);
    panel.begin();
    if (isOrphaned()) chain.orphan();
    else if (token)
      library.takeArrival(token.videoId).then((answer) => {
        if (answer.ok && answer.value && panel.episode()?.meta.videoId === token.videoId) arriveAt(answer.value);
      });
  });
  window.addEventListener(
    'online',
    () => {
      if (panel.episode()?.failure === 'offline') chain.actions.retry();
    },
    { signal },
  );
  signal.addEventListener(
    'abort',
    () => {
      chain.open(null);
      panel.dispose();
      library.stop();
      stopServing();
      stopSettings();
    },
    { once: true },
  );
});
