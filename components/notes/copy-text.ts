/** Puts text on the clipboard. False where the browser does not let us; only ever on a click or key of the reader. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused by a policy of the page, or because the window has lost the focus meanwhile.
    return false;
  }
}
