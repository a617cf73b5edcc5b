import { strToU8, type Zippable, zipSync } from 'fflate';

/** One archive of several files. Two files of one name get numbers. */
export function zipBinary(
  files: readonly { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> }[],
): Blob {
  const entries: Zippable = Object.create(null) as Zippable;
  for (const { name, content } of files) {
    entries[freeName(entries, name)] = typeof content === 'string' ? strToU8(content) : content;
  }
  return new Blob([zipSync(entries) as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
}

function freeName(taken: Zippable, name: string): string {
  const dot = name.lastIndexOf('.');
  let free = name;
  for (let number = 2; free in taken; number++) free = `${name.slice(0, dot)} ${number}${name.slice(dot)}`;
  return free;
}
