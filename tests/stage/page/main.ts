/** The script of the stage's pages: waits, as the site does, then builds everything and plays. */
import { buildApp } from './app';
import { listenToKeys } from './keys';
import { Navigation, placeOf } from './navigation';
import type { PageVideo } from './page-video';
import { Player } from './player';
import { getJson, type SeenKey, type StageDoor, wait } from './stage-state';
import { Watch } from './watch';

const keys: SeenKey[] = [];
const events: StageDoor['events'] = [];
const player = new Player();
listenToKeys(player, keys);

let door: { watch: Watch; navigation: Navigation } | null = null;

function built(): { watch: Watch; navigation: Navigation } {
  if (!door) throw new Error('The page is not built yet; await __stage.ready.');
  return door;
}

async function start(): Promise<void> {
  const place = placeOf(location.href);
  const video = await getJson<PageVideo>(`/__stage/video?v=${place.videoId}`);
  const [least, most] = video.options.upgradeDelay;
  await wait(least + Math.random() * (most - least) - performance.now());
  const app = buildApp();
  const watch = new Watch(player, video.options.root);
  watch.columns = video.options.columns;
  app.pages.prepend(watch.root);
  const navigation = new Navigation(app, player, watch, events);
  door = { watch, navigation };
  watch.setTheater(video.options.theater);
  await navigation.begin(place.videoId ? video : null);
  if (video.options.liveChat || video.state === 'live') watch.setLiveChat(true);
  for (const at of video.options.rerenderAt) window.setTimeout(() => watch.rerender(), at);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="/"]') : null;
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void navigation.go(link.getAttribute('href') ?? '/');
  });
}

window.__stage = {
  keys,
  events,
  ready: start(),
  navigate: (target) => void built().navigation.go(/^[\w-]{11}$/.test(target) ? `/watch?v=${target}` : target),
  setTheater: (on) => built().watch.setTheater(on),
  setFullscreen: async (on) => {
    const element = player.video?.options.fullscreenElement === 'player' ? player.element : document.documentElement;
    if (on && !document.fullscreenElement) await element.requestFullscreen().catch(() => {});
    if (!on && document.fullscreenElement) await document.exitFullscreen();
    built().watch.setFullscreen(on);
  },
  setDark: (on) => document.documentElement.toggleAttribute('dark', on),
  setLiveChat: (on) => built().watch.setLiveChat(on),
  setColumns: (columns) => built().watch.setColumns(columns),
  rerender: () => built().watch.rerender(),
  rebuildRoot: (root) => built().watch.rebuildRoot(root),
  playAdvert: (seconds) => player.adverts.interrupt([seconds], player.time()),
  skipAdvert: () => player.adverts.skip(),
  toggleSubtitles: () => player.captions.toggle(),
  openTranscript: () => built().watch.panels.open(),
  closePanels: () => built().watch.panels.close(),
  grantPot: () => player.proof.grant(),
  current: () => player.video,
};
