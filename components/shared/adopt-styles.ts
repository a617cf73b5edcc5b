/**
 * Puts a style sheet into a root. Constructed sheets cost one parse and cannot be blocked by the page's policy; where they
 * may not be adopted (Firefox guards the list of a page's document against content scripts), a style element does.
 */
export function adoptStyles(root: ShadowRoot | HTMLElement, css: string): void {
  const owner = root instanceof ShadowRoot ? root : root.ownerDocument;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    owner.adoptedStyleSheets = [...owner.adoptedStyleSheets, sheet];
    if (owner.adoptedStyleSheets.includes(sheet)) return;
  } catch {
    // Falls through to the element.
  }
  const element = root.ownerDocument.createElement('style');
  element.textContent = css;
  root.append(element);
}
