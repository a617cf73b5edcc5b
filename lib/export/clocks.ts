/** `00:01:02,345` or `00:01:02.345`, as subtitle files write it. Milliseconds in. */
export function subtitleClock(time: number, mark: ',' | '.'): string {
  const hours = Math.floor(time / 3_600_000);
  const minutes = Math.floor(time / 60_000) % 60;
  const seconds = Math.floor(time / 1000) % 60;
  return `${two(hours)}:${two(minutes)}:${two(seconds)}${mark}${String(time % 1000).padStart(3, '0')}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
