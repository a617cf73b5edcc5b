/** What importing tests do again and again: put text on the clipboard, drop a file, read the panel. */
import type { BrowserDriver } from '../drivers/driver';

/** Through a field of the page and real keys: no permission, and the same in both browsers. */
export async function putOnClipboard(browser: BrowserDriver, text: string): Promise<void> {
  const at = await browser.evaluate((content) => {
    const field = document.createElement('textarea');
    field.id = 'clipboard-field';
    field.style.cssText = 'position:fixed;left:40px;top:40px;width:60px;height:40px;z-index:99999';
    field.value = content;
    document.body.append(field);
    field.focus();
    field.select();
    return { x: 60, y: 60 };
  }, text);
  await browser.click(at.x, at.y);
  await browser.press('Control+a');
  await browser.press('Control+c');
  await browser.evaluate(() => document.querySelector('#clipboard-field')?.remove());
}

/** Middle of the first element that matches, and whose text holds `text`. */
export function pointOf(browser: BrowserDriver, selector: string, text = ''): Promise<{ x: number; y: number }> {
  return browser.waitForSidebar(
    (root, wanted) => {
      for (const element of root.querySelectorAll(wanted.selector)) {
        if (!element.textContent?.includes(wanted.text)) continue;
        element.scrollIntoView({ block: 'nearest' });
        const { x, y, width, height } = element.getBoundingClientRect();
        if (width > 0) return { x: x + width / 2, y: y + height / 2 };
      }
      return null;
    },
    { selector, text },
  ) as Promise<{ x: number; y: number }>;
}

export async function clickOn(browser: BrowserDriver, selector: string, text = ''): Promise<void> {
  const { x, y } = await pointOf(browser, selector, text);
  await browser.click(x, y);
}

export async function openImport(browser: BrowserDriver): Promise<void> {
  await clickOn(browser, '.health');
  await clickOn(browser, '.menu .choice', 'Import a transcript');
  await browser.waitForSidebar((root) => root.querySelector('.sheet .drop') !== null);
}

/** Pastes into the open import sheet, with real keys, after a click into it or as it is. */
export async function paste(browser: BrowserDriver, by: 'click' | 'keys' = 'click'): Promise<void> {
  if (by === 'click') await clickOn(browser, '.sheet .drop .big');
  await browser.press('Control+v');
}

export function textOf(browser: BrowserDriver, selector: string, timeoutMs?: number): Promise<string> {
  return browser.waitForSidebar(
    (root, wanted) => root.querySelector(wanted)?.textContent,
    selector,
    timeoutMs,
  ) as Promise<string>;
}
