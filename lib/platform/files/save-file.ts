/** Hands a file to the browser's downloads. Needs no permission: it is the click on a link with a name. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has its own hold of the blob once it began; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
