/** Hash for telling versions of a text apart; not against forgery. */

/** 64 bits as 16 hexadecimal digits: two FNV-1a runs with different offsets over the UTF-16 units and the numbers. */
export function contentHash(text: string, numbers: ArrayLike<number>): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + 0x9e37), 0x85ebca6b);
    b ^= b >>> 13;
  }
  for (let index = 0; index < numbers.length; index += 1) {
    const value = numbers[index] as number;
    a = Math.imul(a ^ value, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b ^ (value + 0x9e37), 0x85ebca6b);
    b ^= b >>> 13;
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
