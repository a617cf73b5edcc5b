/** Tells open pages of the extension that the library changed. A channel reaches them without waking anything else. */
import type { Stop } from '../../ports';

const CHANNEL = 'readalong-library';

export function announceChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

export function onLibraryChange(listener: () => void): Stop {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = listener;
  return () => channel.close();
}
