import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOwnChoices } from '@/lib/platform/settings/own-choices';
import { DEFAULT_SETTINGS } from '@/lib/protocol/settings';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('holds what was chosen here over what is told late, and lets go of it', () => {
  const choices = createOwnChoices();
  choices.note({ textSize: 17 });
  choices.note({ textSize: 18, view: 'lines' });
  const late = { ...DEFAULT_SETTINGS, textSize: 17, theme: 'dark' } as const;
  expect(choices.over(late)).toEqual({ ...late, textSize: 18, view: 'lines' });
  vi.advanceTimersByTime(1_500);
  expect(choices.over(late)).toEqual(late);
});

it('holds each choice anew', () => {
  const choices = createOwnChoices();
  choices.note({ textSize: 17 });
  vi.advanceTimersByTime(900);
  choices.note({ textSize: 18 });
  vi.advanceTimersByTime(900);
  expect(choices.over(DEFAULT_SETTINGS).textSize).toBe(18);
});

it('leaves no timer behind', () => {
  const choices = createOwnChoices();
  choices.note({ textSize: 17 });
  choices.stop();
  expect(vi.getTimerCount()).toBe(0);
});
