/**
 * The player as the core sees it: one clock in the video proper. The `<video>` element is shared by the video, adverts and
 * the next video, so its clock counts only while the page says that it is ours.
 */
import type { PlayerEvent, PlayerPort, PlayerState, Stop } from '../../ports';
import {
  type Milliseconds,
  milliseconds,
  type Seconds,
  toMilliseconds,
  toSeconds,
  type VideoId,
} from '../../transcript/units';
import type { Bridge } from './bridge';
import { createOffset } from './clock-offset';
import { ADVERT_CLASSES, OTHER_PLAYER, OTHER_VIDEO, PLAYER, VIDEO } from './selectors';
import { createSmoothClock } from './smooth-clock';

export interface YoutubePlayer extends PlayerPort {
  /** A navigation: the element still holds the video before until it says otherwise. */
  expect(videoId: VideoId | null): void;
  /** Looks whether YouTube has put another element in place. Cheap; call whenever the page has changed. */
  refresh(): void;
  /** The player's box, for the layout; null until the page has built it. */
  element(): HTMLElement | null;
}

const FLOW_EVENTS = ['play', 'pause', 'playing', 'waiting', 'ratechange', 'ended', 'durationchange', 'canplay'];
/** How long an element may keep silent about a new video before it is believed to be it. */
const SILENCE_MS = 3_000;

export function createPlayer(bridge: Bridge, signal: AbortSignal): YoutubePlayer {
  const listeners = new Set<(event: PlayerEvent) => void>();
  const offset = createOffset();
  const smooth = createSmoothClock(() => performance.now() / 1000);
  let video: HTMLVideoElement | null = null;
  let box: HTMLElement | null = null;
  let attached = new AbortController();
  let expected: VideoId | null = null;
  /** The element still belongs to the video before. */
  let isForeign = false;
  let expectedAt = 0;
  /** Where the video stands, or will go on after an advert. */
  let place = 0 as Milliseconds;
  let duration: Milliseconds | null = null;
  let wasAdvert = false;

  function emit(event: PlayerEvent): void {
    for (const listener of listeners) listener(event);
  }

  function isClassAdvert(): boolean {
    return box !== null && ADVERT_CLASSES.some((name) => box?.classList.contains(name));
  }

  function isAdvert(): boolean {
    return isClassAdvert() || offset.isAdvert();
  }

  /** Asks the player's own clock and learns by how much the element's is ahead. */
  function measure(): void {
    if (!video || isClassAdvert()) return;
    const clock = bridge.clock();
    if (isForeign) settle(clock?.videoId ?? null);
    if (isForeign) return;
    if (clock && (clock.videoId === null || clock.videoId === expected)) {
      offset.learn(video.currentTime, clock.time, !video.paused && !video.seeking);
      if (clock.duration !== null) duration = milliseconds(clock.duration * 1000);
    }
  }

  function settle(named: VideoId | null): void {
    if (named !== null) isForeign = named !== expected;
    else if (Date.now() - expectedAt > SILENCE_MS) isForeign = false;
  }

  function read(): PlayerState {
    const advert = isAdvert();
    const paused = video?.paused ?? true;
    const rate = video?.playbackRate ?? 1;
    const stalled = isForeign || (!paused && video !== null && (video.seeking || video.readyState < 3));
    if (video && !isForeign && !advert) {
      const time = smooth.read(video.currentTime, rate, !paused && !stalled);
      place = toMilliseconds(Math.max(0, time - offset.seconds()) as Seconds);
    }
    return { time: place, duration: duration ?? ownDuration(advert), rate, paused, stalled, advert };
  }

  function ownDuration(advert: boolean): Milliseconds | null {
    if (!video || isForeign || advert || !Number.isFinite(video.duration)) return null;
    return milliseconds((video.duration - offset.seconds()) * 1000);
  }

  /** Says so when an advert began or ended; true when it did. */
  function noticeAdvert(): boolean {
    const now = isAdvert();
    if (now === wasAdvert) return false;
    wasAdvert = now;
    if (!now) measure();
    emit('flow');
    return true;
  }

  function attach(found: HTMLVideoElement): void {
    attached.abort();
    attached = new AbortController();
    video = found;
    const options = { signal: attached.signal };
    for (const type of FLOW_EVENTS) found.addEventListener(type, () => onFlow(), options);
    for (const type of ['seeking', 'seeked']) found.addEventListener(type, () => onJump(), options);
    found.addEventListener('timeupdate', onTick, options);
    found.addEventListener('emptied', onEmptied, options);
    found.addEventListener('loadedmetadata', onLoaded, options);
    onFlow();
  }

  function onFlow(): void {
    measure();
    if (!noticeAdvert()) emit('flow');
  }

  function onJump(): void {
    measure();
    if (!noticeAdvert() && !isAdvert()) emit('seeked');
  }

  function onTick(): void {
    measure();
    if (!noticeAdvert()) emit('tick');
  }

  function onEmptied(): void {
    // An advert takes the element and gives it back: the video's own clock has not moved meanwhile.
    if (!isClassAdvert()) offset.forget();
  }

  function onLoaded(): void {
    if (isForeign && !isClassAdvert() && bridge.clock() === null) isForeign = false;
    onFlow();
  }

  function refresh(): void {
    const foundBox = first<HTMLElement>(PLAYER, OTHER_PLAYER);
    if (foundBox !== box) {
      box = foundBox;
      classObserver.disconnect();
      if (box) classObserver.observe(box, { attributes: true, attributeFilter: ['class'] });
    }
    const found = first<HTMLVideoElement>(VIDEO, OTHER_VIDEO);
    if (found && found !== video) attach(found);
    noticeAdvert();
  }

  const classObserver = new MutationObserver(() => noticeAdvert());
  signal.addEventListener(
    'abort',
    () => {
      classObserver.disconnect();
      attached.abort();
      listeners.clear();
    },
    { once: true },
  );

  return {
    read,
    element: () => box,
    refresh,
    expect(videoId) {
      const isFirst = expected === null && expectedAt === 0;
      expected = videoId;
      expectedAt = Date.now();
      place = 0 as Milliseconds;
      duration = null;
      offset.forget();
      // On a fresh page the element can hold no other video.
      isForeign = !isFirst;
      refresh();
      measure();
      emit('video');
    },
    seek(time) {
      // Before its metadata an element takes any time and forgets it again.
      if (!video || isForeign || isAdvert() || video.readyState === 0) return false;
      if (offset.seconds() !== 0 && bridge.seek(toSeconds(time))) return true;
      video.currentTime = toSeconds(time) + offset.seconds();
      return true;
    },
    setPaused(paused) {
      if (!video) return;
      if (paused) video.pause();
      else video.play().catch(() => undefined); // Refused without a user's gesture: the state says so by itself.
    },
    subscribe(listener): Stop {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function first<Found extends Element>(...selectors: readonly string[]): Found | null {
  for (const selector of selectors) {
    const found = document.querySelector<Found>(selector);
    if (found) return found;
  }
  return null;
}
