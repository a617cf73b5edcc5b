/** A trusted drop of a file, as from a file manager. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ChromiumDriver } from '../drivers/chromium';
import type { BrowserDriver } from '../drivers/driver';
import type { FirefoxDriver } from '../drivers/firefox';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The driver's name says which it is. */
export function dropFiles(browser: BrowserDriver, paths: readonly string[], at: Point): Promise<void> {
  return browser.name === 'chromium'
    ? dropInChromium(browser as ChromiumDriver, paths, at)
    : dropInFirefox(browser as FirefoxDriver, paths, at);
}

async function dropInChromium(browser: ChromiumDriver, paths: readonly string[], at: Point): Promise<void> {
  const session = await browser.cdp();
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
}

/**
 * A headless Firefox has nowhere to drag from. The files are put together in the page; a script with the browser's own powers then
 * has the events dispatched as if they came from the system. They take their place from the screen's coordinates.
 */
async function dropInFirefox(browser: FirefoxDriver, paths: readonly string[], at: Point): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), base64: (await readFile(path)).toString('base64') })),
  );
  await browser.evaluate((given) => {
    const data = new DataTransfer();
    for (const { name, base64 } of given)
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    (window as unknown as { dropped: DataTransfer }).dropped = data;
  }, files);
  const inContent = `
    addMessageListener('readalong:drop', ({ data: { x, y } }) => {
      const window = content;
      const target = window.document.elementFromPoint(x, y);
      const dataTransfer = Cu.unwaiveXrays(window.wrappedJSObject.dropped);
      const place = { clientX: x, clientY: y, screenX: window.mozInnerScreenX + x, screenY: window.mozInnerScreenY + y };
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new window.DragEvent(type, { bubbles: true, cancelable: true, composed: true, view: window, dataTransfer, ...place });
        window.windowUtils.dispatchDOMEventViaPresShellForTesting(target, event);
      }
      sendAsyncMessage('readalong:dropped');
    });`;
  await browser.evaluateChrome(`new Promise((done) => {
    const manager = gBrowser.selectedBrowser.messageManager;
    const script = 'data:application/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(inContent)});
    manager.addMessageListener('readalong:dropped', function heard() {
      manager.removeMessageListener('readalong:dropped', heard);
      done();
    });
    if (!manager.readalongDrop) manager.loadFrameScript(script, false);
    manager.readalongDrop = true;
    manager.sendAsyncMessage('readalong:drop', ${JSON.stringify(at)});
  })`);
}
