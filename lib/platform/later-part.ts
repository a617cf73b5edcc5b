/**
 * A part of the background that comes in a script of its own, because reading it would hold up every start of the worker and few
 * calls need it. It hands itself over as `hand-over.ts` says.
 */
import { takePart } from './hand-over';

/** What a background has of its own: a worker brings scripts in, a page has them all in its list. */
export interface BackgroundScope {
  importScripts?(file: string): void;
  addEventListener(event: 'install', listener: () => void): void;
}

/**
 * Gives a function that gets the part and reads its script when that was not read yet; its promise rejects when the script cannot
 * be read, and the next call tries again.
 *
 * Call it while the background's first script runs. A worker may bring in later only what it had in its hands when it was
 * installed (Service Workers, section 6.3.2), so the script is read once then.
 */
export function createLaterPart<Part>(name: string, file: string, scope: BackgroundScope): () => Promise<Part> {
  let isHere = false;
  const read = (): void => {
    if (!isHere) scope.importScripts?.(file);
  };
  takePart(name, () => {
    isHere = true;
  });
  if (scope.importScripts) scope.addEventListener('install', read);
  return () =>
    new Promise((resolve) => {
      read();
      takePart(name, resolve);
    });
}
