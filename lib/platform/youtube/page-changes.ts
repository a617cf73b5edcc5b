/** Says when the page may have changed its shape: at once for the first change, then at most once in 50 ms. */
export interface PageChanges {
  /** Watches the attributes of these elements too; others are let go. */
  attend(elements: readonly Element[]): void;
}

const QUIET_MS = 50;

export function watchPageChanges(signal: AbortSignal, onChange: () => void): PageChanges {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attended: readonly Element[] = [];

  function run(): void {
    timer = undefined;
    last = performance.now();
    onChange();
  }

  function hint(): void {
    if (timer !== undefined || signal.aborted) return;
    const wait = last + QUIET_MS - performance.now();
    // Before the page paints, so that the panel's box is there from the first frame.
    if (wait <= 0) run();
    else timer = setTimeout(run, wait);
  }

  const nodes = new MutationObserver(hint);
  nodes.observe(document, { childList: true, subtree: true });
  const attributes = new MutationObserver(hint);
  const sizes = new ResizeObserver(hint);
  const options = { signal, capture: true, passive: true };
  for (const type of ['fullscreenchange', 'yt-navigate-finish', 'yt-page-data-updated'])
    window.addEventListener(type, hint, options);
  window.addEventListener('resize', hint, options);
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      nodes.disconnect();
      attributes.disconnect();
      sizes.disconnect();
    },
    { once: true },
  );

  return {
    attend(elements) {
      if (elements.length === attended.length && elements.every((element, index) => element === attended[index]))
        return;
      attended = elements;
      attributes.disconnect();
      sizes.disconnect();
      attributes.observe(document.documentElement, { attributes: true, attributeFilter: ['dark'] });
      for (const element of elements) {
        attributes.observe(element, {
          attributes: true,
          attributeFilter: ['class', 'theater', 'fullscreen', 'is-two-columns_', 'hidden'],
        });
        sizes.observe(element);
      }
    },
  };
}
