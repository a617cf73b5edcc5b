/** Times as people write and say them. */

/** `0:07`, `12:41`, `1:08:16`. Milliseconds in; whole seconds out, rounded down as players do. */
export function formatClock(time: number): string {
  const seconds = Math.floor(Math.max(0, time) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** `1 hour 8 minutes 16 seconds`, for labels that are read out. */
export function spokenTime(time: number): string {
  const seconds = Math.floor(Math.max(0, time) / 1000);
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, noun]) => `${count} ${noun}${count === 1 ? '' : 's'}`);
  return said.length > 0 ? said.join(' ') : '0 seconds';
}
