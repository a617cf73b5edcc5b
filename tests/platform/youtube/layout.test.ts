import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLayout, type PageShape, panelBox } from '@/lib/platform/youtube/layout';

const page: PageShape = {
  isFullscreen: false,
  wantsFullscreen: false,
  isTheatre: false,
  hasColumn: true,
  hasBelow: true,
  isBuilt: true,
  isUnwelcome: false,
};

describe('the place of the panel', () => {
  it.each<[string, Partial<PageShape>, ReturnType<typeof chooseLayout>]>([
    ['two columns', {}, 'columns'],
    ['theatre', { isTheatre: true }, 'theatre'],
    ['one column', { hasColumn: false }, 'below'],
    ['one column in theatre', { hasColumn: false, isTheatre: true }, 'below'],
    ['full screen, not wanted there', { isFullscreen: true }, null],
    ['full screen, wanted there', { isFullscreen: true, wantsFullscreen: true }, 'fullscreen'],
    ['a page that is not built yet', { hasColumn: false, hasBelow: false, isBuilt: false }, null],
    ['a page without a place', { hasColumn: false, hasBelow: false }, 'floating'],
    ['a page that fights us', { isUnwelcome: true }, 'floating'],
    ['a page that fights us before it is built', { isUnwelcome: true, isBuilt: false }, 'floating'],
  ])('in %s', (_name, changes, expected) => {
    expect(chooseLayout({ ...page, ...changes })).toBe(expected);
  });
});

describe('the size of the panel', () => {
  it.each([
    ['columns', 559, 900, 559],
    ['columns', 0, 900, 420],
    ['columns', 2_000, 900, 804],
    ['theatre', 300, 900, 420],
    ['theatre', 730, 900, 730],
    ['below', 340, 900, 460],
    ['below', 340, 600, 360],
  ] as const)('in %s with a player of %i px in a window of %i px is %i px', (layout, player, viewport, height) => {
    expect(panelBox(layout, player, viewport, 402).height).toBe(height);
  });

  it('is never larger than what can be seen, nor too small to read in', () => {
    const layouts = fc.constantFrom('columns' as const, 'theatre' as const, 'below' as const);
    fc.assert(
      fc.property(layouts, fc.nat(3_000), fc.integer({ min: 400, max: 2_500 }), (layout, player, viewport) => {
        const { height } = panelBox(layout, player, viewport, 402);
        expect(height).toBeLessThanOrEqual(viewport);
        expect(height).toBeGreaterThanOrEqual(Math.min(player || 240, 240));
      }),
    );
  });
});
