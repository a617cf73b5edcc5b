/**
 * Content scripts of one extension share a world of their own in each page, which the page cannot see. Parts that would make
 * one script too heavy for a page's start come in scripts of their own and hand themselves over here.
 */
interface Desk {
  readonly parts: Map<string, unknown>;
  readonly waiting: Map<string, ((part: unknown) => void)[]>;
  /** Ends the copy of us that lives in this page now. */
  end?: () => void;
}

const KEY = Symbol.for('readalong.desk');

function desk(): Desk {
  // The only thing the scripts share is their global object; a symbol keeps its names free.
  const world = globalThis as unknown as Record<symbol, Desk | undefined>;
  world[KEY] ??= { parts: new Map(), waiting: new Map() };
  return world[KEY];
}

/** Gives a part to all who wait for it, now and later. */
export function offerPart(name: string, part: unknown): void {
  const { parts, waiting } = desk();
  parts.set(name, part);
  for (const take of waiting.get(name) ?? []) take(part);
  waiting.delete(name);
}

/** Calls `take` once, at once when the part is here already. The caller and the one who offers agree on its type. */
export function takePart<Part>(name: string, take: (part: Part) => void): void {
  const { parts, waiting } = desk();
  const known = parts.get(name);
  if (known !== undefined) take(known as Part);
  else waiting.set(name, [...(waiting.get(name) ?? []), take as (part: unknown) => void]);
}

/** Ends the copy that lived in this page before, if there is one; `end` is for the copy that comes after. */
export function takeOver(end: () => void): void {
  const own = desk();
  own.end?.();
  own.end = end;
}
