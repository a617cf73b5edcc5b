/** Shorter answers are read in less time than it takes to show a part of them first. */
const LONG = 300_000;
/** Some two minutes of talk with a time for every word. */
const ENOUGH = 32_000;
/** What stands before the events: windows and pens. */
const HEAD = 20_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: readonly number[] = [0x5b, 0x7b];
const CLOSING: readonly number[] = [0x5d, 0x7d];

/**
 * The first events of a long json3 body, as a body of its own, cut out without reading the rest: there is something to show
 * while megabytes are still being read. Null for a short body, and for one whose events cannot be told apart this way.
 */
export function json3Beginning(text: string): string | null {
  if (text.length < LONG) return null;
  const events = text.slice(0, HEAD).indexOf('"events"');
  const list = events < 0 ? -1 : text.indexOf('[', events);
  if (list < 0 || list > HEAD) return null;
  const end = endOfEvents(text, list + 1, list + ENOUGH);
  return end === null ? null : `{"events":${text.slice(list, end)}]}`;
}

/** Behind the last event that ends before `limit`. */
function endOfEvents(text: string, from: number, limit: number): number | null {
  let depth = 0;
  let end: number | null = null;
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at + 1, limit);
    else if (OPENING.includes(code)) depth++;
    else if (CLOSING.includes(code)) {
      depth--;
      if (depth < 0) return end;
      if (depth === 0) end = at + 1;
    }
  }
  return end;
}

/** The quote that closes a string. */
function endOfString(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return limit;
}
