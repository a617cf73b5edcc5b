/** What stands on the keys of the reader's keyboard: ⌘V on a Mac, Ctrl V elsewhere. */

/** Signs of modifiers as menus of Apple's systems show them; `Ctrl` is the key that copies and pastes. */
const APPLE = new Map([
  ['Ctrl', '⌘'],
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['Enter', 'Return'],
]);

/**
 * Keys that are pressed together, such as `Ctrl V` or `Shift Enter`, as they are called on a platform (`navigator.platform`).
 * Apple's signs stand close to a letter, and apart from a word.
 */
export function keyName(keys: string, platform: string): string {
  if (!/^(?:Mac|iPhone|iPad)/.test(platform)) return keys;
  const names = keys.split(' ').map((key) => APPLE.get(key) ?? key);
  const last = names.pop() ?? '';
  return names.join('') + (names.length > 0 && last.length > 1 ? ' ' : '') + last;
}

/** `keyName` on this computer. */
export function keyNameHere(keys: string): string {
  return keyName(keys, navigator.platform);
}
