import type { VideoId } from '../transcript/units';

/** The video on YouTube, from the second in which the time (milliseconds) lies; from its beginning without a time. */
export function watchLink(videoId: VideoId, time: number | null = null): string {
  const link = `https://www.youtube.com/watch?v=${videoId}`;
  return time === null ? link : `${link}&t=${Math.floor(time / 1000)}s`;
}
