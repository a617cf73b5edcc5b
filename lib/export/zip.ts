import { strToU8, type Zippable, zipSync } from 'fflate';

/** Files of a package in their order. Those in `stored` are not compressed. The same content gives the same bytes. */
export function zipFiles(
  files: ReadonlyMap<string, string>,
  stored: ReadonlySet<string> = new Set(),
): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const [path, text] of files) entries[path] = [strToU8(text), { level: stored.has(path) ? 0 : 6 }];
  // Zip knows no time before 1980 and no zone: a fixed day, noon, keeps it the same everywhere.
  return zipSync(entries, { mtime: new Date(1980, 0, 1, 12) }) as Uint8Array<ArrayBuffer>;
}
