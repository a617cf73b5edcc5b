import { describe, expect, it } from 'vitest';
import { keyName } from '@/components/shared/key-names';
import { KEY_GROUPS } from '@/components/sidebar/key-words';

describe('keyName', () => {
  it.each([
    ['Ctrl V', 'Linux x86_64', 'Ctrl V'],
    ['Ctrl V', 'Win32', 'Ctrl V'],
    ['Ctrl V', 'MacIntel', '⌘V'],
    ['Alt Shift Y', 'Win32', 'Alt Shift Y'],
    ['Alt Shift Y', 'MacIntel', '⌥⇧Y'],
    ['Shift Enter', 'MacIntel', '⇧ Return'],
    ['Enter', 'iPad', 'Return'],
    ['Enter', 'Win32', 'Enter'],
    ['↑', 'MacIntel', '↑'],
    ['Ctrl C', '', 'Ctrl C'],
  ])('%s is on “%s” called %s', (keys, platform, name) => {
    expect(keyName(keys, platform)).toBe(name);
  });

  it('leaves no name of another keyboard among the keys of a Mac', () => {
    const names = Object.values(KEY_GROUPS).flatMap(({ keys }) => keys.flatMap(([each]) => each));
    expect(names.map((keys) => keyName(keys, 'MacIntel')).join(' ')).not.toMatch(/Ctrl|Alt|Shift|Enter/);
  });
});
