/** The gallery in a real browser: the panel alone, without extension or stage. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGallery } from '../../components/gallery/build';
import type { Stage } from '../../stage/index';
import { launchChromium } from '../drivers/chromium';
import type { BrowserDriver } from '../drivers/driver';
import { launchFirefox } from '../drivers/firefox';

export interface Gallery {
  readonly browser: BrowserDriver;
  /** Shows a state and waits until it stands. */
  show(state: string, query?: string): Promise<void>;
  close(): Promise<void>;
}

/** The drivers ask a stage for its port alone; nothing is asked of this one. */
const NO_STAGE = { port: 9 } as Stage;

export async function openGallery(name: BrowserDriver['name']): Promise<Gallery> {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  const page = await buildGallery(folder);
  const launch = name === 'chromium' ? launchChromium : launchFirefox;
  const browser = await launch({ stage: NO_STAGE, extension: null, viewport: { width: 700, height: 760 } });
  return {
    browser,
    async show(state, query = '') {
      await browser.goto(`file://${page}?state=${state}${query}`);
      await browser.waitFor(() => (window as { ready?: boolean }).ready === true);
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
