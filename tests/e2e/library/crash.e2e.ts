/** The browser killed while it writes, and its database damaged while it is closed. Chromium: its files are known. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { madeVideoId, seeded } from '../../bench/made-library';
import { videos } from '../../stage/index';
import { isFirefox } from '../youtube/browser';
import { type OpenLibrary, openLibrary } from './open-library';

/** `SOAK=1`: 50 crashes, 20 kinds of damage. */
const CRASHES = process.env.SOAK ? 50 : 3;
const random = seeded(11);

let profile = '';

afterEach(async () => {
  if (profile !== '') await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

interface Opened {
  readonly ok: boolean;
  readonly value: { readonly first: unknown } | null;
}

function kill(profileFolder: string): void {
  const pids = execFileSync('pgrep', ['-f', `user-data-dir=${profileFolder}`], { encoding: 'utf8' })
    .trim()
    .split('\n');
  for (const pid of pids) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It went down with its parent.
    }
  }
}

describe.skipIf(isFirefox)('after a crash', () => {
  it(`keeps every episode that was acknowledged, ${CRASHES} times over`, async () => {
    profile = await mkdtemp(join(tmpdir(), 'library-crash-'));
    const acknowledged = new Set<number>();
    let next = 0;
    for (let crash = 0; crash < CRASHES; crash++) {
      const library = await openLibrary({ profile });
      for (const number of acknowledged) {
        const opened = await library.call<Opened>('openEpisode', { videoId: madeVideoId(number) });
        expect({ number, kept: opened.value?.first != null }).toEqual({ number, kept: true });
      }
      const death = setTimeout(() => kill(profile), 200 + random() * 400);
      try {
        for (;;) {
          await library.fill(next, next + 1);
          acknowledged.add(next++);
        }
      } catch {
        // Killed in the middle: what was not acknowledged may be there or not.
        next++;
      }
      clearTimeout(death);
      await library.close();
    }
    expect(acknowledged.size).toBeGreaterThan(CRASHES);
  });
});

type Damage = readonly [name: string, harm: (folder: string, files: readonly string[]) => Promise<void>];

const each =
  (pattern: RegExp, harm: (path: string) => Promise<void>) =>
  async (folder: string, files: readonly string[]): Promise<void> => {
    for (const file of files.filter((name) => pattern.test(name))) await harm(join(folder, file));
  };
const scribble = (share: number) => async (path: string) => {
  const bytes = await readFile(path);
  for (let count = Math.ceil(bytes.length * share); count > 0; count--) {
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  }
  await writeFile(path, bytes);
};
const cutTo = (share: number) => async (path: string) =>
  truncate(path, Math.floor((await readFile(path)).length * share));

const DAMAGES: readonly Damage[] = [
  ['the log scribbled over', each(/\.log$/, scribble(0.2))],
  ['every file cut in half', each(/./, cutTo(0.5))],
  ['the manifest gone', each(/^MANIFEST/, unlink)],
  ['tables full of noise', each(/\.ldb$/, scribble(0.9))],
  ['CURRENT empty', each(/^CURRENT$/, cutTo(0))],
  ['CURRENT pointing nowhere', each(/^CURRENT$/, (path) => writeFile(path, 'MANIFEST-999999\n'))],
  ['CURRENT gone', each(/^CURRENT$/, unlink)],
  ['the log gone', each(/\.log$/, unlink)],
  ['the log empty', each(/\.log$/, cutTo(0))],
  ['the log cut near its end', each(/\.log$/, cutTo(0.98))],
  ['the log with one wrong byte in a thousand', each(/\.log$/, scribble(0.001))],
  ['tables gone', each(/\.ldb$/, unlink)],
  ['tables empty', each(/\.ldb$/, cutTo(0))],
  ['tables cut near their end', each(/\.ldb$/, cutTo(0.98))],
  ['tables with one wrong byte in a thousand', each(/\.ldb$/, scribble(0.001))],
  ['the manifest cut', each(/^MANIFEST/, cutTo(0.5))],
  ['the manifest scribbled over', each(/^MANIFEST/, scribble(0.3))],
  ['the manifest empty', each(/^MANIFEST/, cutTo(0))],
  ['every file empty', each(/./, cutTo(0))],
  ['every file full of noise', each(/./, scribble(0.5))],
];

interface State {
  readonly ok: boolean;
  readonly value: { readonly storage: string; readonly episodes: number };
}

const KEPT = 6;

/** Milliseconds from following a link to a video until there are words to read beside it. */
async function msToWords({ browser, stage }: OpenLibrary): Promise<number> {
  await browser.openWatch(stage.copy(videos.short));
  return browser.waitForSidebar(
    (root) => (root.querySelector('.body')?.textContent?.length ?? 0) > 200 && performance.now(),
    undefined,
    20_000,
  ) as Promise<number>;
}

/** When the library was found to be gone; null: it was not, or nobody noticed. */
function lostAt({ browser }: OpenLibrary): Promise<number | null> {
  return browser.evaluate(async () => {
    const { storage } = (window as unknown as { chrome: { storage: { local: { get(key: string): Promise<object> } } } })
      .chrome;
    const kept = (await storage.local.get('library.lostAt')) as Record<string, number | null>;
    return kept['library.lostAt'] ?? null;
  });
}

describe.skipIf(isFirefox)('with a damaged database', () => {
  it.each(process.env.SOAK ? DAMAGES : DAMAGES.slice(0, 4))(
    'shows words beside a video, tells what is gone, and takes in new words: %s',
    async (name, harm) => {
      profile = await mkdtemp(join(tmpdir(), 'library-damage-'));
      let library: OpenLibrary = await openLibrary({ profile });
      await library.fill(0, KEPT);
      const healthy = await msToWords(library);
      await library.close();
      const root = join(profile, 'Default', 'IndexedDB');
      const folder = (await readdir(root)).find((name) => name.endsWith('.leveldb')) ?? '';
      await harm(join(root, folder), await readdir(join(root, folder)));

      library = await openLibrary({ profile, opens: false });
      const damaged = await msToWords(library);
      await library.open();
      const state = await library.call<State>('libraryState', {});
      expect(state.ok).toBe(true);
      const [lost, readable] = [await lostAt(library), await countReadable(library)];
      const told = lost !== null ? 'says it is gone' : state.value.storage;
      console.log(
        `${name}: words after ${damaged.toFixed(0)} ms (undamaged ${healthy.toFixed(0)}), ${told}, ${readable} of ${KEPT} readable`,
      );
      // A log that ends early is a crash before the last write to the database: then that write never was.
      const isOnlyTheLast = readable === state.value.episodes && readable >= KEPT - 1;
      expect(isOnlyTheLast || lost !== null || state.value.storage !== 'fine').toBe(true);
      await library.fill(100, 101).catch(() => undefined);
      const opened = await library.call<Opened>('openEpisode', { videoId: madeVideoId(100) });
      expect(opened.value?.first != null).toBe(true);
      expect((await library.ask('the ')).total).toBeGreaterThan(0);
      await library.close();
    },
  );
});

async function countReadable(library: OpenLibrary): Promise<number> {
  let readable = 0;
  for (let number = 0; number < KEPT; number++) {
    const opened = await library.call<Opened>('openEpisode', { videoId: madeVideoId(number) });
    if (opened.value?.first != null) readable++;
  }
  return readable;
}
