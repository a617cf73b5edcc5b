/** Every state of the panel in both themes: no accessibility fault, nothing cut, nothing left behind. */
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATES } from '../../components/gallery/states';
import type { ChromiumDriver } from '../drivers/chromium';
import { type Gallery, openGallery } from './gallery';

let gallery: Gallery;
let browser: ChromiumDriver;

beforeAll(async () => {
  gallery = await openGallery('chromium');
  browser = gallery.browser as ChromiumDriver;
});
afterAll(() => gallery?.close());

const names = Object.keys(STATES).filter((name) => !name.endsWith('hours'));

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  it.each(names)('axe finds nothing in “%s”', async (name) => {
    await gallery.show(name, `&theme=${theme}`);
    await new Promise((done) => setTimeout(done, name === 'loading' ? 1300 : 400));
    // The gallery page around the panel has no landmarks of its own.
    const rules = ['landmark-one-main', 'page-has-heading-one', 'region'];
    const { violations } = await new AxeBuilder({ page: browser.page }).disableRules(rules).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([]);
  });
});

describe('at 300 px', () => {
  it.each(names)('nothing of “%s” is wider than the panel', async (name) => {
    await gallery.show(name, '&width=300');
    await new Promise((done) => setTimeout(done, 300));
    const wide = await browser.evaluate(() => {
      const { root } = window as unknown as { root: ShadowRoot };
      const panel = root.querySelector('.panel')?.getBoundingClientRect() ?? new DOMRect();
      return Array.from(root.querySelectorAll('.panel *'))
        .filter((each) => each.checkVisibility() && !each.classList.contains('unseen') && !each.closest('svg'))
        .filter((each) => each.getBoundingClientRect().right > panel.right + 1)
        .map((each) => `${each.tagName}.${each.className}`);
    });
    expect(wide).toEqual([]);
  });
});

it('keeps nothing of 200 videos that were shown and gone', async () => {
  await gallery.show('following');
  const counts = await browser.evaluate(async () => {
    const { sidebar, made, player, root } = window as unknown as {
      sidebar: { update(change: object): void };
      made: { props: { episode: { meta: object; shown: object } } };
      player: { listenerCount: number };
      root: ShadowRoot;
    };
    const { episode } = made.props;
    const visit = async (name: string) => {
      const shown = { ...episode.shown, id: name, videoId: name };
      sidebar.update({
        episode: { ...episode, meta: { ...episode.meta, videoId: name }, shown, transcripts: [shown] },
      });
      await new Promise((done) => setTimeout(done, 5));
    };
    const count = () => [root.querySelectorAll('*').length, player.listenerCount, CSS.highlights.size];
    for (let index = 0; index < 5; index += 1) await visit(`warm${index}`);
    await new Promise((done) => setTimeout(done, 500));
    const before = count();
    for (let index = 0; index < 200; index += 1) await visit(`video${index}`);
    await new Promise((done) => setTimeout(done, 500));
    return { before, after: count() };
  });
  expect(counts.after).toEqual(counts.before);
});
