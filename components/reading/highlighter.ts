/**
 * Paints stretches of text without touching the document, through the CSS Custom Highlight API. The rules stand in
 * `highlights.css`; the registry belongs to the whole page, so names carry our prefix and everything is taken out on dispose.
 */

/** Lowest to highest: where two meet, the higher fill wins and the lower underline stays. */
const KINDS = ['note', 'nowish', 'find', 'here', 'now', 'rest'] as const;
export type HighlightKind = (typeof KINDS)[number];

/**
 * Firefox cannot list the registry's entries to a content script, so what we put there is kept here. The style rules ask for a
 * class at the row: a row they fit has six more styles, its parts inherit them, and in a thousand rows that quadruples
 * what another theme or width costs (from 27 to 100 ms).
 */
export class Highlighter {
  readonly #highlights = new Map<HighlightKind, Highlight>();
  /** Rows that carry the class of a kind. */
  readonly #rows = new Map<HighlightKind, ReadonlySet<Element>>();
  /** False where the browser lacks the API: then the bar at the paragraph alone says where now is. */
  readonly isSupported = typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;

  constructor() {
    if (!this.isSupported) return;
    KINDS.forEach((kind, priority) => {
      const highlight = new Highlight();
      highlight.priority = priority;
      this.#highlights.set(kind, highlight);
      CSS.highlights.set(`readalong-${kind}`, highlight);
    });
  }

  paint(kind: HighlightKind, ranges: readonly AbstractRange[]): void {
    const highlight = this.#highlights.get(kind);
    if (!highlight) return;
    highlight.clear();
    this.#mark(kind, ranges);
    for (const range of ranges) highlight.add(range);
  }

  dispose(): void {
    for (const [kind, highlight] of this.#highlights) {
      highlight.clear();
      if (CSS.highlights.get(`readalong-${kind}`) === highlight) CSS.highlights.delete(`readalong-${kind}`);
    }
    this.#highlights.clear();
  }

  #mark(kind: HighlightKind, ranges: readonly AbstractRange[]): void {
    const before = this.#rows.get(kind);
    const rows = new Set<Element>();
    for (const { startContainer } of ranges) if (startContainer.parentElement) rows.add(startContainer.parentElement);
    for (const row of before ?? []) if (!rows.has(row)) row.classList.remove(`lit-${kind}`);
    for (const row of rows) if (!before?.has(row)) row.classList.add(`lit-${kind}`);
    this.#rows.set(kind, rows);
  }
}
