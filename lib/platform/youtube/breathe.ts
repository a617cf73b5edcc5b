/** Ends the current task, so that the page can paint and answer its user before we go on. */
export function breathe(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}
