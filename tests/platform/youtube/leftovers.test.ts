// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { BOX_CLASS, removeLeftovers } from '@/lib/platform/youtube/leftovers';

afterEach(() => document.body.replaceChildren());

/** `closed`: as Firefox shows the closed roots of a page to an extension. */
function box(content: string | null, how: 'open' | 'closed'): HTMLElement {
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: how });
  if (how === 'closed') Object.assign(element, { openOrClosedShadowRoot: root });
  const style = document.createElement('style');
  style.className = content ?? '';
  root.append(style);
  document.body.append(element);
  return element;
}

it.each(['open', 'closed'] as const)(
  'the element of a copy before is taken out, and nobody else’s: %s roots',
  (how) => {
    const [ours, theirs] = [box(BOX_CLASS, how), box('other', how)];
    document.body.append(document.createElement('div'));
    removeLeftovers();
    expect(ours.isConnected).toBe(false);
    expect(theirs.isConnected).toBe(true);
    expect(document.body.children).toHaveLength(2);
  },
);
