import { Fragment, render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { jsx, jsxs } from 'preact/jsx-runtime';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { IconButton } from '@/components/shared/IconButton';
import { mountSidebar } from '@/components/sidebar/index';
import { Sheet } from '@/components/sidebar/Sheet';
import { Item } from '@/components/sidebar/SourceMenu';
import { tabHealth } from '@/components/sidebar/tab-health';
import { offerPart } from '@/lib/platform/hand-over';
import type { Lent } from './youtube-later/lent';

/** The sidebar's views. On their own, so that the script which runs before the page's first line stays light. */
export default defineUnlistedScript(() => {
  const preact = { Fragment, render, useEffect, useLayoutEffect, useRef, useState, jsx, jsxs };
  offerPart('lent', { ...preact, IconButton, Sheet, Item } satisfies Lent);
  offerPart('health', tabHealth);
  offerPart('views', mountSidebar);
});
