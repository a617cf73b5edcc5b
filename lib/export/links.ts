import { type EpisodeId, isOwnId, type VideoId } from '../transcript/units';

/**
 * The video on YouTube, from the second in which the time (milliseconds) lies; from its beginning without a time. Null for a
 * transcript that has no video yet.
 */
export function watchLink(videoId: VideoId, time?: number | null): string;
export function watchLink(videoId: EpisodeId, time?: number | null): string | null;
export function watchLink(videoId: EpisodeId, time: number | null = null): string | null {
  if (isOwnId(videoId)) return null;
  const link = `https://www.youtube.com/watch?v=${videoId}`;
  return time === null ? link : `${link}&t=${Math.floor(time / 1000)}s`;
}
