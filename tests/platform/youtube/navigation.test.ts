// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type NavigationToken, videoIdOfUrl, watchNavigation } from '@/lib/platform/youtube/navigation';

it.each([
  ['https://www.youtube.com/watch?v=abcdefghijk', 'abcdefghijk'],
  ['https://www.youtube.com/watch?list=PL1&v=abcdefghij_&t=5s', 'abcdefghij_'],
  ['https://www.youtube.com/watch?v=short', null],
  ['https://www.youtube.com/watch?v=abcdefghijkl', null],
  ['https://www.youtube.com/watch', null],
  ['https://www.youtube.com/shorts/abcdefghijk', null],
  ['https://www.youtube.com/live/abcdefghijk', null],
  ['https://www.youtube.com/clip/abcdefghijk', null],
  ['https://www.youtube.com/embed/abcdefghijk', null],
  ['https://www.youtube.com/watch/?v=abcdefghijk', null],
  ['https://music.youtube.com/watch?v=abcdefghijk', null],
  ['https://evil.example/watch?v=abcdefghijk', null],
  ['not an address', null],
])('%s shows %s', (address, expected) => {
  expect(videoIdOfUrl(address)).toBe(expected);
});

describe('watching', () => {
  let stop: AbortController;
  let seen: (NavigationToken | null)[];

  const go = (path: string, hint = 'yt-navigate-finish') => {
    (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
      `https://www.youtube.com${path}`,
    );
    document.dispatchEvent(new Event(hint));
  };
  const start = () => watchNavigation(stop.signal, (token) => seen.push(token));

  beforeEach(() => {
    stop = new AbortController();
    seen = [];
    go('/watch?v=aaaaaaaaaaa');
  });
  afterEach(() => stop.abort());

  it('tells the first video at once, as the one the page was loaded for', () => {
    start();
    expect(seen).toEqual([{ videoId: 'aaaaaaaaaaa', isFirstLoad: true }]);
  });

  it('tells each change once, whatever number of hints the page gives', () => {
    start();
    for (const hint of ['yt-navigate-start', 'yt-navigate-finish', 'yt-page-data-updated'])
      go('/watch?v=bbbbbbbbbbb', hint);
    go('/watch?v=bbbbbbbbbbb&t=90');
    go('/shorts/ccccccccccc');
    go('/');
    expect(seen.slice(1)).toEqual([{ videoId: 'bbbbbbbbbbb', isFirstLoad: false }, null]);
  });

  it('takes the first video for another visit when the viewer comes back to it', () => {
    start();
    go('/watch?v=bbbbbbbbbbb');
    go('/watch?v=aaaaaaaaaaa', 'yt-page-type-changed');
    expect(seen.at(-1)).toEqual({ videoId: 'aaaaaaaaaaa', isFirstLoad: false });
  });

  it('sees a change without a hint where the browser has no navigation API', () => {
    vi.useFakeTimers();
    start();
    (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
      'https://www.youtube.com/watch?v=ddddddddddd',
    );
    vi.advanceTimersByTime(250);
    expect(seen.at(-1)?.videoId).toBe('ddddddddddd');
    vi.useRealTimers();
  });

  it('ends with its signal', () => {
    start();
    stop.abort();
    go('/watch?v=bbbbbbbbbbb');
    expect(seen).toHaveLength(1);
  });
});
