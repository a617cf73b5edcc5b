/** Lets all tabs know that YouTube has asked to slow down, through the extension's own storage. */
import type { BreakerMemory } from '../../captions/breaker';
import type { StorageLike } from '../settings/settings-store';

const KEY = 'breaker';

/** `recall` is called with what was written down, now and whenever another page writes. */
export function rememberBreaker(
  kept: StorageLike,
  recall: (memory: unknown) => void,
  signal: AbortSignal,
): (memory: BreakerMemory) => void {
  const read = () =>
    kept.local.get([KEY]).then(
      (items) => recall(items[KEY]),
      // Without storage each page knows only of itself.
      () => undefined,
    );
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) void read();
  };
  kept.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => kept.onChanged.removeListener(onChanged), { once: true });
  void read();
  return (memory) => {
    kept.local.set({ [KEY]: memory }).catch(() => undefined);
  };
}
