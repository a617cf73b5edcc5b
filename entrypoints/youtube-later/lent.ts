/**
 * What this script shares with `youtube-views`, which runs before it: the build puts this file in the place of Preact and of a few
 * components (see `lent-modules.ts` at the root). A second copy of them would weigh 7 kB gzip. What is missing here fails the
 * build.
 */
import type * as preact from 'preact';
import type * as hooks from 'preact/hooks';
import type * as runtime from 'preact/jsx-runtime';
import type * as iconButton from '@/components/shared/IconButton';
import type * as sheet from '@/components/sidebar/Sheet';
import type * as sourceMenu from '@/components/sidebar/SourceMenu';

export type Lent = Pick<typeof preact, 'Fragment' | 'render'> &
  Pick<typeof hooks, 'useEffect' | 'useLayoutEffect' | 'useRef' | 'useState'> &
  Pick<typeof runtime, 'jsx' | 'jsxs'> &
  Pick<typeof iconButton, 'IconButton'> &
  Pick<typeof sheet, 'Sheet'> &
  Pick<typeof sourceMenu, 'Item'>;

export let Fragment: Lent['Fragment'];
export let render: Lent['render'];
export let useEffect: Lent['useEffect'];
export let useLayoutEffect: Lent['useLayoutEffect'];
export let useRef: Lent['useRef'];
export let useState: Lent['useState'];
export let jsx: Lent['jsx'];
export let jsxs: Lent['jsxs'];
export let IconButton: Lent['IconButton'];
export let Sheet: Lent['Sheet'];
export let Item: Lent['Item'];

/** Must come before anything is drawn; nothing that is imported from here may be called while modules are set up. */
export function borrow(lent: Lent): void {
  ({ Fragment, render, useEffect, useLayoutEffect, useRef, useState, jsx, jsxs, IconButton, Sheet, Item } = lent);
}
