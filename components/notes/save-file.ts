/** Milliseconds until the browser has surely taken hold of the file. */
const TAKEN = 60_000;

/** Gives the reader a text as a file, as a click on a download link does. Nothing leaves the computer. */
export function saveFile(owner: Document, name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = owner.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN);
}
