/**
 * Firefox starts us anew in pages that are open when we are updated, beside the element of the copy before: its words stay in
 * the page, but nothing in there answers any more. Chromium lets the copy before live on, and starts no other.
 */

/** Stands at the box's own sheet, inside the closed tree: the page never sees it. */
export const BOX_CLASS = 'readalong-box';

/** Firefox gives extensions every shadow root; elsewhere only open ones are seen. */
interface Opened {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** Takes out what is left of a copy before. At `document_start` of a new page there is nothing to look through. */
export function removeLeftovers(): void {
  if (!document.body) return;
  for (const element of document.querySelectorAll('div')) {
    const root = (element as Element & Opened).openOrClosedShadowRoot ?? element.shadowRoot;
    if (root?.querySelector(`.${BOX_CLASS}`)) element.remove();
  }
}
