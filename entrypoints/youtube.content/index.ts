import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createCaptionsChain } from '@/lib/captions/captions-chain';
import { createLibraryClient } from '@/lib/platform/messaging/library-client';
import { createSettingsStore } from '@/lib/platform/settings/settings-store';
import { connectBridge } from '@/lib/platform/youtube/bridge';
import { captionRoutes } from '@/lib/platform/youtube/caption-routes';
import { guardKeyboard } from '@/lib/platform/youtube/keyboard-guard';
import { startLifecycle } from '@/lib/platform/youtube/lifecycle';
import { createMount } from '@/lib/platform/youtube/mount';
import { watchNavigation } from '@/lib/platform/youtube/navigation';
import { watchPageChanges } from '@/lib/platform/youtube/page-changes';
import { watchPage } from '@/lib/platform/youtube/page-watch';
import { createPlayer } from '@/lib/platform/youtube/player';
import { observeCaptionRequests } from '@/lib/platform/youtube/resource-timing';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/protocol/settings';
import type { EpisodeView } from '@/lib/sidebar/episode';
import { mountPlainList } from './plain-list';

declare const __E2E__: boolean;

export default defineContentScript({
  matches: ['https://www.youtube.com/*'],
  runAt: 'document_start',
  // A message that every script of the page would see.
  noScriptStartedPostMessage: true,
  main() {
    const { signal } = startLifecycle();
    const bridge = connectBridge(signal);
    const mount = createMount(__E2E__ ? 'open' : 'closed');
    if (__E2E__) mount.host.setAttribute('data-readalong-e2e', '');
    guardKeyboard(signal, () => (mount.host.isConnected ? mount : null));
    const player = createPlayer(bridge, signal);
    const library = createLibraryClient(browser.runtime);
    let settings: Settings = DEFAULT_SETTINGS;
    let view: EpisodeView | null = null;
    let list: ReturnType<typeof mountPlainList> | null = null;
    let openedAt = 0;
    let hasVideoBefore = false;

    const observed = observeCaptionRequests(signal, () => chain.wake());
    const chain = createCaptionsChain({
      routes: captionRoutes({ bridge, player, observed, hasVideoBefore: () => hasVideoBefore }),
      library,
      clock: {
        now: () => performance.now(),
        after(ms, call) {
          const timer = setTimeout(call, ms);
          return () => clearTimeout(timer);
        },
      },
      newCanceller: () => new AbortController(),
      random: Math.random,
      keeps: () => settings.keep === 'everything',
      onView(next) {
        view = next;
        if (view && !list) list = mountPlainList(mount.root, player, view);
        else if (view) list?.update(view);
        else {
          list?.dispose();
          list = null;
        }
      },
    });

    const changes = watchPageChanges(signal, refresh);
    function refresh(): void {
      player.refresh();
      mount.place({
        wanted: view !== null,
        collapsed: false,
        settings,
        player: player.element(),
        age: performance.now() - openedAt,
      });
      changes.attend(mount.landmarks());
    }

    const page = watchPage(bridge, signal, (offer) => chain.learn(offer));
    player.subscribe((event) => {
      if (event === 'flow' && !player.read().advert && !player.read().paused) chain.wake();
    });
    watchNavigation(signal, (token) => {
      hasVideoBefore = openedAt > 0;
      openedAt = performance.now();
      player.expect(token?.videoId ?? null);
      chain.open(token?.videoId ?? null);
      page.follow(token);
      refresh();
    });
    createSettingsStore(browser.storage as never)
      .load()
      .then((loaded) => {
        settings = loaded;
        refresh();
      });
    signal.addEventListener('abort', () => mount.remove(), { once: true });
  },
});
