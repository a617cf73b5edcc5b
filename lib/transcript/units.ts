/** Brands keep apart what gets mixed up: the core counts in milliseconds, the player in seconds. */
declare const unit: unique symbol;

/** Milliseconds from the start of the video. Always an integer inside the core. */
export type Milliseconds = number & { readonly [unit]: 'milliseconds' };

/** Seconds from the start of the video, as media elements count. Fractions allowed. */
export type Seconds = number & { readonly [unit]: 'seconds' };

/** The eleven characters that name a video on YouTube. */
export type VideoId = string & { readonly [unit]: 'video-id' };

/** Names a transcript that has no video yet: `own.` and 32 hexadecimal digits. No id of YouTube's has a full stop. */
export type OwnId = string & { readonly [unit]: 'own-id' };

/** What the library keeps things under: a video, or a transcript that waits for one. */
export type EpisodeId = VideoId | OwnId;

/** The latest time a transcript may hold: 100 hours. Times beyond are refused as damage. */
export const MAX_TIME = 360_000_000 as Milliseconds;

/** Rounds to a whole millisecond and clamps into `0 … MAX_TIME`. Throws on NaN: check foreign numbers first. */
export function milliseconds(value: number): Milliseconds {
  if (Number.isNaN(value))
    throw new RangeError('A time must be a number, got NaN. Check foreign input before converting it.');
  return Math.min(MAX_TIME, Math.max(0, Math.round(value))) as Milliseconds;
}

export function toMilliseconds(value: Seconds): Milliseconds {
  return milliseconds(value * 1000);
}

export function toSeconds(value: Milliseconds): Seconds {
  return (value / 1000) as Seconds;
}

/** True for the shape YouTube has given its ids since 2005: eleven of `A-Z a-z 0-9 _ -`. */
export function isVideoId(value: unknown): value is VideoId {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{11}$/.test(value);
}

export function isOwnId(value: unknown): value is OwnId {
  return typeof value === 'string' && /^own\.[0-9a-f]{32}$/.test(value);
}

export function isEpisodeId(value: unknown): value is EpisodeId {
  return isVideoId(value) || isOwnId(value);
}
