/**
 * How late the lit word is, frame by frame, against the times at which the words are said. Beside it, in the same run, two
 * others that draw nothing: one looks at the clock whenever the element says `timeupdate`, as most transcript panels do; one
 * sets a bare timer for each word, which is the best that can be done on this machine now.
 */
import type { Stage } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';

interface Watched {
  /** Milliseconds of the page's clock at each frame. */
  readonly at: readonly number[];
  /** Milliseconds of the element's clock at each frame. */
  readonly media: readonly number[];
  /** What the one on `timeupdate` knew of the clock at each frame. */
  readonly control: readonly number[];
  /** What the one with a bare timer knew of it. */
  readonly timer: readonly number[];
  /** Each word that was lit, with the frame it was first lit in. */
  readonly lit: readonly { readonly text: string; readonly frame: number }[];
  /** Milliseconds between frames, the middle one of all. */
  readonly frameMs: number;
}

/** One figure for each word. */
export interface Lateness {
  /** Frames between the first that could have shown the word and the first that did. Infinite: never shown. */
  readonly frames: readonly number[];
  /** Milliseconds of the media from the word's beginning to the frame that first showed it. */
  readonly ms: readonly number[];
}

export interface LampReport {
  readonly lamp: Lateness;
  readonly control: Lateness;
  readonly timer: Lateness;
  readonly words: number;
  readonly neverLit: number;
  readonly frameMs: number;
}

interface LampWindow {
  lampWatch?: {
    media: number[];
    control: number[];
    timer: number[];
    lit: { text: string; frame: number }[];
    at: number[];
    on: boolean;
  };
}

/** Begins to watch; the video must be playing. */
export async function beginWatching(browser: BrowserDriver, stage: Stage, videoId: string): Promise<void> {
  const starts = (await spokenWords(stage, videoId)).map(({ start }) => start);
  return browser.evaluate((times) => {
    const video = document.querySelector('video');
    if (!video) throw new Error('No video.');
    const seen: NonNullable<LampWindow['lampWatch']> = {
      media: [],
      control: [],
      timer: [],
      lit: [],
      at: [],
      on: true,
    };
    (window as unknown as LampWindow).lampWatch = seen;
    let known = video.currentTime;
    video.addEventListener('timeupdate', () => {
      known = video.currentTime;
    });
    let timed = video.currentTime;
    const wake = () => {
      timed = video.currentTime;
      const next = times.find((time) => time > timed * 1000);
      if (next !== undefined && seen.on) setTimeout(wake, Math.max(1, Math.ceil(next - timed * 1000)));
    };
    wake();
    let node: Node | null = null;
    let offset = -1;
    const look = (at: number) => {
      if (!seen.on) return;
      const range = [...(CSS.highlights.get('readalong-now') ?? [])][0];
      if (range && (range.startContainer !== node || range.startOffset !== offset)) {
        node = range.startContainer;
        offset = range.startOffset;
        const text = node.textContent?.slice(offset, range.endOffset) ?? '';
        seen.lit.push({ text, frame: seen.media.length });
      }
      seen.at.push(at);
      seen.media.push(video.currentTime * 1000);
      seen.control.push(known * 1000);
      seen.timer.push(timed * 1000);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, starts);
}

export async function endWatching(browser: BrowserDriver, stage: Stage, videoId: string): Promise<LampReport> {
  const watched = await browser.evaluate((): Watched => {
    const seen = (window as unknown as LampWindow).lampWatch;
    if (!seen) throw new Error('Nothing was watched.');
    seen.on = false;
    const gaps = seen.at.slice(1).map((at, index) => at - (seen.at[index] ?? 0));
    gaps.sort((a, b) => a - b);
    return { ...seen, frameMs: gaps[gaps.length >> 1] ?? 0 };
  });
  return reportOf(watched, await spokenWords(stage, videoId));
}

interface Spoken {
  readonly text: string;
  /** Milliseconds. */
  readonly start: number;
}

/** Words as the captions write them, where the synthesiser says when each of them was spoken. */
async function spokenWords(stage: Stage, videoId: string): Promise<Spoken[]> {
  const { tracks, truth } = await stage.video(videoId);
  const times = new Set(truth.map(({ start }) => start));
  const events = tracks.find(({ automatic }) => automatic)?.body.events ?? [];
  return events
    .flatMap((event) => event.words.map(({ text, offset }) => ({ text, start: event.start + offset })))
    .filter(({ text, start }) => bare(text) !== '' && times.has(start));
}

/**
 * Firefox moves the element's clock on every 40 ms only. What is heard goes on between: a clock that has just stepped is
 * right, so the furthest it got ahead of the page's clock within two seconds tells where the sound is.
 */
function heardAt({ at, media }: Watched): number[] {
  const ahead = media.map((value, index) => value - (at[index] ?? 0));
  const around = 60;
  return ahead.map((_, index) => {
    const best = Math.max(...ahead.slice(Math.max(0, index - around), index + around));
    return (at[index] ?? 0) + best;
  });
}

function reportOf(watched: Watched, all: readonly Spoken[]): LampReport {
  const { control, timer, lit, frameMs } = watched;
  const media = heardAt(watched);
  const from = (media[0] ?? 0) + 500;
  const to = (media.at(-1) ?? 0) - 1500;
  const words = all.filter(({ start }) => start > from && start < to);
  const shown = framesOf(words, lit);
  const lateness = (frameOf: (start: number, index: number) => number | null): Lateness => {
    const all = words.map(({ start }, index) => {
      const frame = frameOf(start, index);
      if (frame === null) return { frames: Number.POSITIVE_INFINITY, ms: Number.POSITIVE_INFINITY };
      return { frames: Math.max(0, frame - firstAtLeast(media, start)), ms: (media[frame] ?? 0) - start };
    });
    return { frames: all.map(({ frames }) => frames), ms: all.map(({ ms }) => ms) };
  };
  return {
    lamp: lateness((_, index) => shown[index] ?? null),
    control: lateness((start) => firstAtLeast(control, start)),
    timer: lateness((start) => firstAtLeast(timer, start)),
    words: words.length,
    neverLit: shown.filter((frame) => frame === null).length,
    frameMs,
  };
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The frame each word was lit in: the longest common run of both lists, so that one skipped word misleads no other. */
function framesOf(words: readonly Spoken[], lit: Watched['lit']): (number | null)[] {
  const rows = words.length + 1;
  const columns = lit.length + 1;
  const length = new Uint16Array(rows * columns);
  const said = words.map(({ text }) => bare(text));
  const seen = lit.map(({ text }) => bare(text));
  for (let row = rows - 2; row >= 0; row -= 1)
    for (let column = columns - 2; column >= 0; column -= 1)
      length[row * columns + column] =
        said[row] === seen[column]
          ? (length[(row + 1) * columns + column + 1] ?? 0) + 1
          : Math.max(length[(row + 1) * columns + column] ?? 0, length[row * columns + column + 1] ?? 0);
  const frames: (number | null)[] = [];
  for (let row = 0, column = 0; row < words.length; ) {
    if (column < lit.length && said[row] === seen[column]) {
      frames.push(lit[column]?.frame ?? null);
      row += 1;
      column += 1;
    } else if (
      column < lit.length &&
      (length[row * columns + column + 1] ?? 0) >= (length[(row + 1) * columns + column] ?? 0)
    )
      column += 1;
    else {
      frames.push(null);
      row += 1;
    }
  }
  return frames;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The value that a share of all do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}
