/** The panel as a reader meets it, in both browsers: lamp, clicks, follow, find, replacement in place. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserDriver } from '../drivers/driver';
import { type Gallery, openGallery } from './gallery';

interface Point {
  readonly x: number;
  readonly y: number;
}

describe.each<BrowserDriver['name']>(['chromium', 'firefox'])('in %s', (name) => {
  let gallery: Gallery;
  let browser: BrowserDriver;

  beforeAll(async () => {
    gallery = await openGallery(name);
    browser = gallery.browser;
  });
  afterAll(() => gallery?.close());

  /** The middle of the first occurrence of some words, in the window. */
  const pointOf = (words: string): Promise<Point> =>
    browser.evaluate((wanted) => {
      const { root } = window as unknown as { root: ShadowRoot };
      for (const row of root.querySelectorAll('.row')) {
        const node = row.lastChild as Text;
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      throw new Error(`Not on the page: ${wanted}`);
    }, words);

  const painted = (kind: string): Promise<string[]> =>
    browser.evaluate((wanted) => {
      const highlight = CSS.highlights.get(`readalong-${wanted}`);
      return Array.from(highlight ?? [], (range) =>
        (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
      );
    }, kind);

  const time = (): Promise<number> =>
    browser.evaluate(() => (window as unknown as { player: { read(): { time: number } } }).player.read().time);
  const scrollTop = (): Promise<number> =>
    browser.evaluate(() => (window as unknown as { root: ShadowRoot }).root.querySelector('.body')?.scrollTop ?? -1);
  const rest = (ms = 450) => new Promise((done) => setTimeout(done, ms));
  const text = (selector: string): Promise<string> =>
    browser.evaluate(
      (wanted) => (window as unknown as { root: ShadowRoot }).root.querySelector(wanted)?.textContent ?? '',
      selector,
    );

  it('lights the word that is said, without the comma behind it', async () => {
    await gallery.show('following');
    expect(await painted('now')).toEqual(['warms']);
    expect(await painted('nowish')).toEqual([]);
  });

  it('lights a sentence where times are rough, and no word', async () => {
    await gallery.show('rough');
    expect(await painted('now')).toEqual([]);
    expect((await painted('nowish')).join(' ').split(' ').length).toBeGreaterThan(3);
  });

  it('seeks to the word that is clicked', async () => {
    await gallery.show('following');
    const point = await pointOf('shrinks');
    await browser.click(point.x, point.y);
    expect(await painted('now')).toEqual(['shrinks']);
    expect(await time()).toBeGreaterThan(0);
  });

  it('never seeks when words are selected, and copies them clean', async () => {
    await gallery.show('following');
    const before = await time();
    await browser.drag(await pointOf('glass tube'), await pointOf('lights itself'));
    await rest();
    expect(await time()).toBe(before);
    const copied = await browser.evaluate(() => {
      const { root } = window as unknown as { root: ShadowRoot };
      const data = new DataTransfer();
      const event = new ClipboardEvent('copy', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      root.querySelector('.row')?.dispatchEvent(event);
      return event.clipboardData?.getData('text/plain') ?? '';
    });
    expect(copied).toContain('polished rods around it.\n\nWhen the sun comes up the black one warms first');
    expect(copied).not.toMatch(/\d:\d\d/);
  });

  it('takes back the seek of a click that was the first of a double click', async () => {
    await gallery.show('following');
    const before = await time();
    const point = await pointOf('shrinks');
    await browser.click(point.x, point.y, { count: 2 });
    await rest();
    expect(await time()).toBe(before);
  });

  it('moves from time to time by arrow keys and plays from there on Enter', async () => {
    await gallery.show('following');
    const focused = () =>
      browser.evaluate(() => {
        const { activeElement } = (window as unknown as { root: ShadowRoot }).root;
        return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
      });
    await browser.evaluate(() => (window as unknown as { sidebar: { focus(): void } }).sidebar.focus());
    expect(await focused()).toBe('Words');
    await browser.press('ArrowRight');
    expect(await focused()).toBe('Notes');
    await browser.press('Home');
    expect(await focused()).toBe('Words');
    for (let step = 0; step < 4; step += 1) await browser.press('Tab');
    expect(await focused()).toBe('Transcript');
    await browser.press('Tab');
    expect(await focused()).toBe('12 minutes 36 seconds');
    await browser.press('ArrowDown');
    expect(await focused()).toBe('13 minutes');
    await browser.press('End');
    await browser.press('ArrowUp');
    const wanted = await focused();
    await browser.press('Enter');
    expect(
      await browser.evaluate(() =>
        (window as unknown as { root: ShadowRoot }).root.querySelector('.row.on .time')?.getAttribute('aria-label'),
      ),
    ).toBe(wanted);
  });

  it('leaves a reader alone who scrolled, until Back to now', async () => {
    await gallery.show('following');
    const start = await scrollTop();
    await browser.wheel(200, 300, 900);
    await rest();
    const away = await scrollTop();
    expect(away).toBeGreaterThan(start + 300);
    await browser.evaluate(() =>
      (window as unknown as { player: { setPaused(p: boolean): void } }).player.setPaused(false),
    );
    await rest(1500);
    expect(await scrollTop()).toBe(away);
    expect(await text('.pill')).toContain('Back to now');
    const pill = await browser.evaluate(() => {
      const box = (window as unknown as { root: ShadowRoot }).root.querySelector('.pill')?.getBoundingClientRect();
      return { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 18 };
    });
    await browser.click(pill.x, pill.y);
    await rest(700);
    expect(await text('.pill')).toBe('');
    expect(await scrollTop()).toBeLessThan(away - 200);
  });

  it('holds when keys scroll, when words are selected and when find is open', async () => {
    await gallery.show('following');
    await browser.evaluate(() => (window as unknown as { sidebar: { openFind(): void } }).sidebar.openFind());
    await browser.type('lamp');
    expect(await text('.matches')).toBe('2 of 8');
    expect(await painted('here')).toEqual(['lamp']);
    await browser.press('Enter');
    expect(await text('.matches')).toBe('3 of 8');
    await browser.press('Shift+Enter');
    expect(await text('.matches')).toBe('2 of 8');
    await browser.press('Escape');
    expect(await text('.find')).toBe('');
    expect(await painted('find')).toEqual([]);
  });

  it('keeps the line the reader looks at where it is when find opens', async () => {
    await gallery.show('following');
    const before = await pointOf('warms');
    await browser.evaluate(() => (window as unknown as { sidebar: { openFind(): void } }).sidebar.openFind());
    const after = await pointOf('warms');
    expect(Math.abs(after.y - before.y)).toBeLessThan(1.5);
  });

  interface Line {
    readonly text: string;
    readonly y: number;
  }
  /** What is in sight, row by row, with its height on screen. */
  const inSight = (): Promise<Line[]> =>
    browser.evaluate(() => {
      const { root } = window as unknown as { root: ShadowRoot };
      const box = root.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
      return Array.from(root.querySelectorAll('.row'), (row) => ({ row, rect: row.getBoundingClientRect() }))
        .filter(({ rect }) => rect.bottom > box.top && rect.top < box.bottom)
        .map(({ row, rect }) => ({ text: row.textContent ?? '', y: Math.round(rect.top) }));
    });
  /** Puts the word-timed transcript in the place of the rough one, as the captions chain does. */
  const improve = () =>
    browser.evaluate(() => {
      const { sidebar, made } = window as unknown as {
        sidebar: { update(change: object): void };
        made: { props: { episode: object }; better: object };
      };
      sidebar.update({
        episode: { ...made.props.episode, search: 'settled', shown: made.better, transcripts: [made.better] },
      });
    });

  describe('when better times come', () => {
    it('swaps them in place: nothing in sight moves, the lamp narrows to the word', async () => {
      await gallery.show('improving');
      const before = await inSight();
      await improve();
      expect(await inSight()).toEqual(before);
      await rest();
      expect(await inSight()).toEqual(before);
      expect(await painted('now')).toEqual(['warms']);
      expect(await text('.health')).toContain('exact to the word');
    });

    it('keeps the place of a reader who is elsewhere', async () => {
      await gallery.show('improving');
      await browser.wheel(200, 300, 700);
      await rest();
      const before = await inSight();
      await improve();
      await rest();
      expect(await inSight()).toEqual(before);
    });

    it('keeps the selection', async () => {
      await gallery.show('improving');
      await browser.drag(await pointOf('glass tube'), await pointOf('polished rods'));
      await improve();
      const selected = await browser.evaluate(() => {
        const { root } = window as unknown as { root: ShadowRoot & { getSelection?(): Selection } };
        return String(root.getSelection?.() ?? getSelection());
      });
      expect(selected).toContain('and three');
    });

    it('keeps the match the reader is at', async () => {
      await gallery.show('improving');
      await browser.evaluate(() => (window as unknown as { sidebar: { openFind(): void } }).sidebar.openFind());
      await browser.type('lamp');
      await browser.press('Enter');
      await rest();
      const before = [await text('.matches'), await inSight(), await painted('here')];
      await improve();
      expect([await text('.matches'), await inSight(), await painted('here')]).toEqual(before);
    });

    it('shows other words so that the line in sight stays at its height', async () => {
      await gallery.show('improving', '&better=other');
      const before = await pointOf('warms');
      await improve();
      const after = await pointOf('warms');
      expect(Math.abs(after.y - before.y)).toBeLessThan(2);
    });
  });

  describe('when other words come while the reader looks elsewhere', () => {
    const away = async () => {
      await gallery.show('improving', '&better=rewritten');
      await browser.wheel(200, 300, 700);
      await rest();
    };

    it('lets them wait until the reader wants them, and keeps the place then', async () => {
      await away();
      const before = await inSight();
      await improve();
      await rest();
      expect((await inSight()).slice(0, 2)).toEqual(before.slice(0, 2));
      expect(await text('.notice')).toContain('Better words have come.');
      await browser.evaluate(() =>
        (window as unknown as { root: ShadowRoot }).root.querySelector<HTMLElement>('.notice .button')?.click(),
      );
      await rest();
      expect(await text('.notice')).toBe('');
      expect(await text('.body')).toContain('Rewritten');
      const now = (await inSight()).map((line) => line.text);
      expect(now.some((each) => each.includes(before[1]?.text.slice(0, 12) ?? 'nothing'))).toBe(true);
    });

    it('shows them when the reader goes back to now', async () => {
      await away();
      await improve();
      await browser.evaluate(() =>
        (window as unknown as { root: ShadowRoot }).root.querySelector<HTMLElement>('button.pill')?.click(),
      );
      await rest(700);
      expect(await text('.notice')).toBe('');
      expect(await text('.body')).toContain('Rewritten');
    });
  });

  describe('when the panel changes its shape', () => {
    const lineShare = (words: string): Promise<number> =>
      browser.evaluate((wanted) => {
        const { root } = window as unknown as { root: ShadowRoot };
        const box = root.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
        for (const row of root.querySelectorAll('.row')) {
          const node = row.lastChild as Text;
          const at = node.data.indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const line = range.getBoundingClientRect();
          return (line.top + line.height / 2 - box.top) / box.height;
        }
        return -1;
      }, words);
    const setHost = (style: string) =>
      browser.evaluate((css) => {
        const { root } = window as unknown as { root: ShadowRoot };
        (root.host as HTMLElement).style.cssText += css;
      }, style);

    it('rests the line that is said at 38 % of the body', async () => {
      await gallery.show('following');
      expect(Math.abs((await lineShare('warms')) - 0.38)).toBeLessThan(0.01);
      await setHost(';width:320px');
      await rest(200);
      expect(Math.abs((await lineShare('warms')) - 0.38)).toBeLessThan(0.01);
      await setHost(';height:420px');
      await rest(200);
      expect(Math.abs((await lineShare('warms')) - 0.38)).toBeLessThan(0.01);
    });

    it('stays where a reader is who looks elsewhere, when it is made narrow, hidden, moved and shown again', async () => {
      await gallery.show('following');
      await browser.wheel(200, 300, 700);
      await rest();
      const word = (await inSight())[1]?.text.slice(0, 20) ?? '';
      const top = async () => (await inSight()).find((line) => line.text.startsWith(word))?.y ?? -1;
      const before = await top();
      await setHost(';display:none');
      await rest(200);
      await setHost(';display:block');
      await rest(200);
      expect(Math.abs((await top()) - before)).toBeLessThan(2);
      await browser.evaluate(() => {
        const { root } = window as unknown as { root: ShadowRoot };
        const box = document.createElement('div');
        document.body.append(box);
        box.append(root.host);
      });
      await rest(200);
      expect(Math.abs((await top()) - before)).toBeLessThan(2);
      await setHost(';width:340px');
      await rest(200);
      expect((await inSight()).some((line) => line.text.startsWith(word))).toBe(true);
      expect(await text('.pill')).toContain('Back to now');
    });

    it('goes on following after it was moved to another place of the page', async () => {
      await gallery.show('following');
      await browser.evaluate(() => {
        const { root } = window as unknown as { root: ShadowRoot };
        const box = document.createElement('div');
        document.body.append(box);
        box.append(root.host);
      });
      await rest(300);
      expect(Math.abs((await lineShare('warms')) - 0.38)).toBeLessThan(0.01);
      expect(await text('.pill')).toBe('');
    });
  });

  describe('with hours of speech', () => {
    const elements = () =>
      browser.evaluate(() => (window as unknown as { root: ShadowRoot }).root.querySelectorAll('*').length);
    const seek = (to: number) =>
      browser.evaluate((at) => {
        const { player } = window as unknown as { player: { seek(time: number): void } };
        player.seek(at);
      }, to);
    const shareOfNow = () =>
      browser.evaluate(() => {
        const { root } = window as unknown as { root: ShadowRoot };
        const box = root.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
        const [range] = CSS.highlights.get('readalong-now') ?? [];
        if (!range) return -1;
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const line = live.getBoundingClientRect();
        return (line.top + line.height / 2 - box.top) / box.height;
      });

    it('needs fewer than 4,000 elements for three hours', async () => {
      await gallery.show('three-hours');
      await rest(2500);
      expect(await elements()).toBeLessThan(4000);
    });

    it.each(['three-hours', 'ten-hours'])('lands on the word after far jumps in %s', async (state) => {
      await gallery.show(state);
      for (const share of [0.02, 0.97, 0.4, 0.41, 0.75]) {
        await seek(Math.round(share * (state === 'three-hours' ? 10_000_000 : 34_000_000)));
        await rest(500);
        expect(Math.abs((await shareOfNow()) - 0.38)).toBeLessThan(0.03);
        expect(await text('.pill')).toBe('');
      }
    });

    it('goes to a far place by the strip, and stays there', async () => {
      await gallery.show('ten-hours');
      const strip = await browser.evaluate(() => {
        const box = (window as unknown as { root: ShadowRoot }).root.querySelector('.strip')?.getBoundingClientRect();
        return { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + (box?.height ?? 0) * 0.9 };
      });
      await browser.click(strip.x, strip.y);
      await rest(500);
      expect(await text('.pill')).toContain('Back to now');
      const first = (await inSight())[0]?.text ?? '';
      await rest(800);
      expect((await inSight())[0]?.text).toBe(first);
    });
  });

  it('is held by keys that scroll', async () => {
    await gallery.show('following');
    await browser.evaluate(() =>
      (window as unknown as { root: ShadowRoot }).root.querySelector<HTMLElement>('.body')?.focus(),
    );
    await browser.press('PageDown');
    await rest();
    const away = await scrollTop();
    await browser.evaluate(() =>
      (window as unknown as { player: { setPaused(p: boolean): void } }).player.setPaused(false),
    );
    await rest(1500);
    expect(await scrollTop()).toBe(away);
    expect(await text('.pill')).toContain('Back to now');
  });

  describe('during an advert', () => {
    it('lets the lamp rest and moves nothing', async () => {
      await gallery.show('following');
      const before = await scrollTop();
      await browser.evaluate(() => {
        const { player } = window as unknown as { player: { set(change: object): void; tell(event: string): void } };
        player.set({ advert: true });
        player.tell('flow');
        player.tell('seeked');
      });
      expect(await painted('now')).toEqual([]);
      expect(await painted('rest')).toEqual(['warms']);
      await rest();
      expect(await scrollTop()).toBe(before);
      expect(await text('.pill')).toContain('Advert, words wait');
    });
  });

  it('leaves nothing behind when it is taken away', async () => {
    await gallery.show('following');
    const left = await browser.evaluate(() => {
      const { sidebar, player, root } = window as unknown as {
        sidebar: { dispose(): void };
        player: { listenerCount: number };
        root: ShadowRoot;
      };
      sidebar.dispose();
      return [player.listenerCount, root.querySelectorAll('*:not(style)').length, CSS.highlights.size];
    });
    expect(left).toEqual([0, 0, 0]);
  });
});
