// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseLayout } from '@/lib/platform/youtube/layout';
import { findLandmarks, readPage } from '@/lib/platform/youtube/page-shape';
import { spotFor } from '@/lib/platform/youtube/spot';

/** `tag#id(child child)`: just enough to write pages down. Elements named in `hidden` have no boxes, nor has what is in them. */
function build(tree: Tree, hidden: readonly string[] = []): void {
  document.body.replaceChildren(make(tree));
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const isHidden = hidden.some((selector) => element.closest(selector) !== null);
    element.getClientRects = () => (isHidden ? [] : [{ width: 1 }]) as unknown as DOMRectList;
  }
}

type Tree = readonly [selector: string, ...children: Tree[]];

function make([selector, ...children]: Tree): HTMLElement {
  const [name = 'div', id = ''] = selector.split('#');
  const element = document.createElement(name);
  if (id !== '') element.id = id;
  element.append(...children.map(make));
  return element;
}

const player: Tree = ['div#player', ['div#movie_player', ['video']]];
const primary: Tree = ['div#primary', ['div#primary-inner', player, ['div#below', ['h1']]]];
const secondary: Tree = ['div#secondary', ['div#secondary-inner', ['div#related']]];

/** Where the panel would go in this page, as the layout's name and its parent. */
function placeIn(isTwoColumns: boolean): readonly [string | null, string] {
  for (const name of ['ytd-watch-flexy', 'ytd-watch-grid'])
    for (const root of document.querySelectorAll(name)) root.toggleAttribute('is-two-columns_', isTwoColumns);
  const page = readPage(null);
  const layout = chooseLayout({ ...page, wantsFullscreen: false, isBuilt: true, isUnwelcome: false });
  const parent = layout && (spotFor(layout, page).parent as Element);
  return [layout, parent ? parent.id || parent.localName : ''];
}

beforeEach(() => {
  document.body.replaceChildren();
  Object.defineProperty(document, 'fullscreenElement', { value: null, configurable: true });
});

describe('a watch page', () => {
  it.each<[string, Tree, boolean, readonly string[], readonly [string | null, string]]>([
    ['two columns', ['ytd-watch-flexy', primary, secondary], true, [], ['columns', 'secondary-inner']],
    ['two columns in the other root', ['ytd-watch-grid', primary, secondary], true, [], ['columns', 'secondary-inner']],
    ['the right column first', ['ytd-watch-flexy', secondary, primary], true, [], ['columns', 'secondary-inner']],
    ['no inner box', ['ytd-watch-flexy', primary, ['div#secondary']], true, [], ['columns', 'secondary']],
    ['no right column', ['ytd-watch-flexy', primary], true, [], ['below', 'primary-inner']],
    [
      'a hidden right column',
      ['ytd-watch-flexy', primary, secondary],
      false,
      ['#secondary'],
      ['below', 'primary-inner'],
    ],
    [
      'no box below the player',
      ['ytd-watch-flexy', ['div#primary', ['div#primary-inner', player]]],
      false,
      [],
      ['below', 'primary-inner'],
    ],
    ['nothing we know but a player', ['ytd-watch-flexy', player], true, [], ['floating', 'body']],
    ['no root we know', ['ytd-watch-new', primary, secondary], true, ['#secondary'], ['below', 'primary-inner']],
  ])('with %s has a place', (_name, tree, isTwoColumns, hidden, expected) => {
    build(tree, hidden);
    expect(placeIn(isTwoColumns)).toEqual(expected);
  });

  it('that is on screen counts, not one that YouTube keeps hidden beside it', () => {
    build(
      [
        'div',
        ['ytd-watch-flexy#old', ['div#secondary', ['div#secondary-inner']]],
        ['ytd-watch-grid#shown', primary, secondary],
      ],
      ['#old'],
    );
    const { column } = readPage(null);
    expect(column?.closest('#shown')).not.toBeNull();
    expect(placeIn(true)[0]).toBe('columns');
    expect(findLandmarks()[0]?.id).toBe('shown');
  });
});

it('an empty page has no place yet, and nothing to watch', () => {
  const page = readPage(null);
  expect(chooseLayout({ ...page, wantsFullscreen: false, isBuilt: false, isUnwelcome: false })).toBeNull();
  expect(findLandmarks()).toEqual([]);
});
