/** axe in the page, in either browser. Run from the driver, it is not subject to the page's content security policy. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserDriver } from '../drivers/driver';

interface AxeWindow {
  readonly axe?: {
    run(
      context: unknown,
      options: object,
    ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>;
  };
}

/** A function whose source is the library's: drivers send functions as source text. */
async function axeSource(): Promise<() => undefined> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return Object.assign(() => undefined, { toString: () => `() => { ${source}\n }` });
}

let loaded: Promise<() => undefined> | undefined;

/** What axe's rules find inside one element, or in the whole page. Empty: nothing. */
export async function axeFindings(browser: BrowserDriver, within: string | null): Promise<string[]> {
  if (!(await browser.evaluate(() => (window as unknown as AxeWindow).axe !== undefined))) {
    loaded ??= axeSource();
    await browser.evaluate(await loaded);
  }
  return browser.evaluate(async (selector) => {
    // What fades in has no contrast yet.
    const root = (selector && document.querySelector(selector)?.shadowRoot) || document;
    const ends = () => root.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await new Promise((frame) => requestAnimationFrame(frame));
    await Promise.all(ends().map(({ finished }) => finished.catch(() => undefined)));
    const { axe } = window as unknown as AxeWindow;
    const { violations } = (await axe?.run(selector ? { include: [[selector]] } : document, {
      resultTypes: ['violations'],
    })) ?? { violations: [{ id: 'axe did not load', nodes: [] }] };
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) => `${id}: ${JSON.stringify(target)} ${failureSummary.slice(0, 200)}`,
      ),
    );
  }, within);
}
