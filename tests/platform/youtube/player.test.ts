// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bridge, PlayerClock } from '@/lib/platform/youtube/bridge';
import { createPlayer, type YoutubePlayer } from '@/lib/platform/youtube/player';
import type { PlayerEvent } from '@/lib/ports';
import { milliseconds, type VideoId } from '@/lib/transcript/units';

const A = 'aaaaaaaaaaa' as VideoId;
const B = 'bbbbbbbbbbb' as VideoId;

let stop: AbortController;
let clock: PlayerClock | null;
let soughtByBridge: number[];
let player: YoutubePlayer;
let heard: PlayerEvent[];
let box: HTMLElement;
let video: FakeVideo;

/** What browsers alone may set, tests may too. */
type FakeVideo = Omit<HTMLVideoElement, 'readyState' | 'paused'> & { readyState: number; paused: boolean };

/** An element whose clock is set by hand. */
function fakeVideo(changes: Record<string, unknown> = {}): FakeVideo {
  const made = document.createElement('video');
  const fields = {
    currentTime: 0,
    duration: 100,
    paused: false,
    seeking: false,
    readyState: 4,
    playbackRate: 1,
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) Object.defineProperty(made, name, { value, writable: true });
  return made as FakeVideo;
}

const emit = (type: string, target = video) => target.dispatchEvent(new Event(type));
const mutated = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  stop = new AbortController();
  clock = null;
  soughtByBridge = [];
  heard = [];
  box = document.createElement('div');
  box.id = 'movie_player';
  video = fakeVideo();
  box.append(video);
  document.body.replaceChildren(box);
  const bridge: Bridge = {
    responses: () => ({ player: null, initial: null, shownTrack: null }),
    next: () => [],
    token: () => null,
    clock: () => clock,
    seek: (seconds) => soughtByBridge.push(seconds) > 0,
    toggleCaptions: () => false,
    client: () => null,
  };
  player = createPlayer(bridge, stop.signal);
  player.subscribe((event) => heard.push(event));
  player.expect(A);
});
afterEach(() => stop.abort());

describe('the player', () => {
  it('reads the element’s clock in milliseconds', () => {
    video.currentTime = 12.3456;
    expect(player.read()).toMatchObject({
      time: 12_346,
      duration: 100_000,
      rate: 1,
      paused: false,
      stalled: false,
      advert: false,
    });
  });

  it.each([
    ['seeking', 'seeked'],
    ['seeked', 'seeked'],
    ['play', 'flow'],
    ['pause', 'flow'],
    ['ratechange', 'flow'],
    ['waiting', 'flow'],
    ['timeupdate', 'tick'],
  ])('tells %s as %s', (event, expected) => {
    heard.length = 0;
    emit(event);
    expect(heard).toEqual([expected]);
  });

  it('is stalled while it seeks or waits, not while it is paused', () => {
    video.readyState = 2;
    expect(player.read().stalled).toBe(true);
    video.paused = true;
    expect(player.read().stalled).toBe(false);
  });

  it('seeks the element itself while both clocks agree', () => {
    expect(player.seek(milliseconds(5_500))).toBe(true);
    expect(video.currentTime).toBe(5.5);
    expect(soughtByBridge).toEqual([]);
  });

  it('does not seek an element that knows nothing of its media yet', () => {
    video.readyState = 0;
    expect(player.seek(milliseconds(5_500))).toBe(false);
  });

  it('stands still during an advert, whatever the element does, and says when it begins and ends', async () => {
    video.currentTime = 30;
    player.read();
    heard.length = 0;
    box.classList.add('ad-showing');
    await mutated();
    expect(heard).toEqual(['flow']);
    video.currentTime = 3;
    emit('timeupdate');
    emit('seeked');
    expect(player.read()).toMatchObject({ time: 30_000, advert: true });
    expect(player.seek(milliseconds(1_000))).toBe(false);
    expect(heard).not.toContain('seeked');
    heard.length = 0;
    video.currentTime = 30.2;
    box.classList.remove('ad-showing');
    await mutated();
    expect(heard).toEqual(['flow']);
    expect(player.read()).toMatchObject({ time: 30_200, advert: false });
  });

  it('takes out what the server has stitched in, and seeks by the player then', () => {
    video.currentTime = 55;
    clock = { time: 40, duration: 85, videoId: A };
    emit('timeupdate');
    video.currentTime = 55.25;
    clock = { time: 40.25, duration: 85, videoId: A };
    emit('timeupdate');
    expect(player.read()).toMatchObject({ time: 40_250, duration: 85_000 });
    expect(player.seek(milliseconds(60_000))).toBe(true);
    expect(soughtByBridge).toEqual([60]);
  });

  it('holds its time at the beginning of a new video until the element is that video’s', () => {
    video.currentTime = 80;
    clock = { time: 80, duration: 100, videoId: A };
    emit('timeupdate');
    player.expect(B);
    expect(heard).toContain('video');
    expect(player.read()).toMatchObject({ time: 0, stalled: true, duration: null });
    expect(player.seek(milliseconds(1_000))).toBe(false);
    emit('timeupdate');
    expect(player.read().time).toBe(0);
    video.currentTime = 2;
    clock = { time: 2, duration: 50, videoId: B };
    emit('loadedmetadata');
    expect(player.read()).toMatchObject({ time: 2_000, stalled: false, duration: 50_000 });
  });

  it('believes at once a player that was first to load the new video', () => {
    clock = { time: 1, duration: 50, videoId: B };
    video.currentTime = 1;
    player.expect(B);
    expect(player.read()).toMatchObject({ time: 1_000, stalled: false });
  });

  it('believes the element where the player does not speak', () => {
    player.expect(B);
    expect(player.read().stalled).toBe(true);
    video.currentTime = 4;
    emit('loadedmetadata');
    expect(player.read()).toMatchObject({ time: 4_000, stalled: false });
  });

  it('follows another element that is put in place, and lets go of the old one', () => {
    const old = video;
    video = fakeVideo({ currentTime: 70 });
    old.replaceWith(video);
    player.refresh();
    heard.length = 0;
    emit('timeupdate', old);
    expect(heard).toEqual([]);
    emit('timeupdate');
    expect(heard).toEqual(['tick']);
    expect(player.read().time).toBe(70_000);
  });

  it('is silent after its end', () => {
    stop.abort();
    heard.length = 0;
    emit('timeupdate');
    expect(heard).toEqual([]);
  });

  it('does without an element', () => {
    document.body.replaceChildren();
    const lonely = createPlayer({ clock: () => null } as unknown as Bridge, stop.signal);
    lonely.expect(A);
    expect(lonely.read()).toMatchObject({ time: 0, paused: true, duration: null });
    expect(lonely.seek(milliseconds(5))).toBe(false);
    lonely.setPaused(true);
  });
});
