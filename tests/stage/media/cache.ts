/** Generated files, kept between runs and named by what they were made from, so that a changed recipe makes a new file. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Where generated media and captions live; never committed. */
export const cacheFolder = join(projectRoot, '.cache/stage');

export function hashOf(recipe: unknown): string {
  return createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 16);
}

const inFlight = new Map<string, Promise<string>>();

/**
 * Path of the file made from `recipe`. `make` writes it under the temporary name it is given and runs at most once in a
 * process; two processes may both make it, the last rename wins and both files are alike.
 */
export function cached(name: string, recipe: unknown, make: (path: string) => Promise<void>): Promise<string> {
  const extension = name.slice(name.lastIndexOf('.'));
  const path = join(cacheFolder, `${name.slice(0, -extension.length)}-${hashOf(recipe)}${extension}`);
  const running = inFlight.get(path);
  if (running) return running;
  const made = makeOnce(path, extension, make);
  inFlight.set(path, made);
  made.catch(() => inFlight.delete(path));
  return made;
}

async function makeOnce(path: string, extension: string, make: (path: string) => Promise<void>): Promise<string> {
  if (existsSync(path)) return path;
  mkdirSync(cacheFolder, { recursive: true });
  const draft = join(cacheFolder, `draft-${randomUUID()}${extension}`);
  try {
    await make(draft);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return path;
}
