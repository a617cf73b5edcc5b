import { expect, it, vi } from 'vitest';
import { breathe } from '@/lib/platform/youtube/breathe';

it('goes on in a task of its own, before what the page has planned where the browser can', async () => {
  const yielded = vi.fn(() => Promise.resolve());
  await breathe({ scheduler: { yield: yielded } });
  expect(yielded).toHaveBeenCalledOnce();
});

it('goes on in a later task in other browsers', async () => {
  const order: string[] = [];
  queueMicrotask(() => order.push('the rest of this task'));
  await breathe({});
  order.push('after the breath');
  expect(order).toEqual(['the rest of this task', 'after the breath']);
});
