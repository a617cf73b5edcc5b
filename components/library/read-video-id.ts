import { isVideoId, type VideoId } from '@/lib/transcript/units';

/** Words before the id in the addresses that YouTube uses: `watch?v=`, `youtu.be/`, `/shorts/`, `/live/`, `/embed/`. */
const BEFORE = /(?:[?&]v=|youtu\.be\/|\/shorts\/|\/live\/|\/embed\/|\[)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])/;

/**
 * The id of the video that an address names, or the id itself; null when there is none. Also finds the `[id]` that download
 * tools put into file names.
 */
export function readVideoId(address: string): VideoId | null {
  const text = address.trim().slice(0, 2000);
  if (isVideoId(text)) return text;
  const id = BEFORE.exec(text)?.[1];
  return isVideoId(id) ? id : null;
}
