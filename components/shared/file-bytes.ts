/**
 * The bytes of a file that a reader dropped or chose in a page. There Firefox gives a content script a buffer that belongs to the page, of
 * which it may not even cut a part ("Permission denied to access property constructor", seen in 153); a clone is the script's own.
 * Rejects for a folder, and for a file that went away since.
 */
export async function bytesOfFile(file: File): Promise<Uint8Array> {
  return new Uint8Array(structuredClone(await file.arrayBuffer()));
}
