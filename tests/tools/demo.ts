/** The demo's walk: reading, seeking, finding, in both themes and four layouts. */
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { type ChromiumDriver, launchChromium } from '../e2e/drivers/chromium';
import { startStage, videos } from '../stage/index';
import { run } from '../stage/media/run';

const folder = resolve('artifacts/demo');

async function main(): Promise<void> {
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const walks = !hasDisplay || process.argv.includes('--walk');
  const stage = await startStage({ rerenderAt: [] });
  say('Speaking the conversation and drawing its picture…');
  await stage.warm(videos.conversationAutomatic);
  const browser = await launchChromium({ stage, headless: !hasDisplay, hasSound: hasDisplay });
  try {
    await browser.openWatch(videos.conversationAutomatic);
    if (walks) await walk(browser);
    else await untilClosed(browser);
  } finally {
    await browser.close();
    await stage.close();
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function untilClosed(browser: ChromiumDriver): Promise<void> {
  say(`Chromium shows the conversation. Read along, click a word, press Alt+Shift+Y to find. Close the window to end.`);
  await new Promise((done) => browser.page.once('close', done));
}

async function walk(browser: ChromiumDriver): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'frames'), { recursive: true });
  const film = new Film(browser);
  const { page } = browser;
  const panel = page.getByRole('region', { name: 'Readalong: the words of this video' });
  const health = panel.getByText('exact to the', { exact: false });

  await step('reading', async () => {
    await health.first().waitFor({ timeout: 30_000 });
    await film.take(4, 700);
  });
  await shoot(browser, '1-reading');

  await step('seeking', async () => {
    await clickWords(browser, panel.getByText('Think of a bathtub', { exact: false }).first());
    await browser.waitFor(() => (document.querySelector('video') as HTMLVideoElement).currentTime > 40);
    await film.take(4, 700);
  });
  await shoot(browser, '2-seeking');

  await step('finding', async () => {
    await panel.getByRole('button', { name: 'Find in the words' }).click();
    await page
      .getByRole('searchbox', { name: 'Find in the words of this video' })
      .pressSequentially('the tide does not wait', { delay: 40 });
    await film.take(2, 400);
    await page.keyboard.press('Enter');
    await film.take(2, 500);
  });
  await shoot(browser, '3-finding');
  await page.keyboard.press('Escape');

  await step('layouts', async () => {
    await panel.getByRole('button', { name: 'Back to now' }).click();
    await showInFullScreen(browser);
    for (const dark of [false, true]) {
      await browser.setDark(dark);
      for (const layout of ['columns', 'theatre', 'narrow', 'fullscreen'] as const) {
        await browser.setLayout(layout);
        // Under a player as wide as the window the words are below its edge.
        await browser.evaluate((y) => window.scrollTo(0, y), layout === 'theatre' ? 480 : 0);
        await page.waitForTimeout(700);
        await shoot(browser, `4-${layout}-${dark ? 'dark' : 'light'}`);
      }
      await browser.setLayout('columns');
    }
  });
  await film.develop();
  say(`Pictures and film strip: ${folder}`);
}

/** One part of the walk; a part that fails is told and the walk goes on, so that the pictures show how far it came. */
async function step(name: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
    say(`${name}: done`);
  } catch (error) {
    process.exitCode = 1;
    say(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

/** Full screen shows the picture alone until the reader asks for the words in the options. */
async function showInFullScreen(browser: ChromiumDriver): Promise<void> {
  const options = await browser.context.newPage();
  await options.goto(`${browser.extensionOrigin}options.html`);
  await options.getByRole('radio', { name: 'Keep them on screen' }).check();
  await options.close();
  await browser.page.bringToFront();
}

/** A real click at the start of the text: clicking a word seeks. */
async function clickWords(browser: ChromiumDriver, words: Locator): Promise<void> {
  await words.scrollIntoViewIfNeeded();
  const box = await words.boundingBox();
  if (!box) throw new Error('The words to click are not on screen.');
  await browser.click(box.x + 24, box.y + 12);
}

async function shoot(browser: ChromiumDriver, name: string): Promise<void> {
  await browser.screenshot(join(folder, `${name}.png`));
}

/** Small pictures at intervals, set side by side at the end. */
class Film {
  private count = 0;

  constructor(private readonly browser: ChromiumDriver) {}

  async take(frames: number, interval: number): Promise<void> {
    for (let frame = 0; frame < frames; frame += 1) {
      await this.browser.screenshot(join(folder, 'frames', `${String(this.count).padStart(3, '0')}.png`));
      this.count += 1;
      await this.browser.page.waitForTimeout(interval);
    }
  }

  async develop(): Promise<void> {
    if (this.count === 0) return;
    const columns = 4;
    const rows = Math.ceil(this.count / columns);
    const filter = `scale=640:-2,tile=${columns}x${rows}:margin=8:padding=8:color=white`;
    const input = ['-framerate', '1', '-i', join(folder, 'frames', '%03d.png')];
    await run('ffmpeg', [
      '-loglevel',
      'error',
      '-y',
      ...input,
      '-vf',
      filter,
      '-frames:v',
      '1',
      '-update',
      '1',
      join(folder, 'film-strip.png'),
    ]);
  }
}

main();
