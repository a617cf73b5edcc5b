export interface Utf8Check {
  /** Well-formed characters of more than one byte. */
  readonly characters: number;
  /** Bytes that belong to no well-formed character. A character cut off at the very end does not count. */
  readonly damaged: number;
  /** Escape sequences as ISO-2022 has them. */
  readonly escapes: number;
}

/** Counts what is and what is not UTF-8 (https://www.unicode.org/versions/latest/, table 3-7). Linear, never throws. */
export function checkUtf8(bytes: Uint8Array): Utf8Check {
  let characters = 0;
  let damaged = 0;
  let escapes = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      if (lead === 0x1b && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28)) escapes++;
      at++;
      continue;
    }
    const length = lengthOf(lead);
    const good = length === 0 ? 1 : wellFormed(bytes, at, lead, length);
    if (good === length) characters++;
    else if (at + good < bytes.length || length === 0) damaged++;
    at += good;
  }
  return { characters, damaged, escapes };
}

function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** How many bytes from `at` on belong together; at least 1. */
function wellFormed(bytes: Uint8Array, at: number, lead: number, length: number): number {
  for (let count = 1; count < length; count++) {
    const byte = bytes[at + count] ?? 0;
    if (byte < 0x80 || byte > 0xbf || (count === 1 && !mayFollow(lead, byte))) return count;
  }
  return length;
}

/** Overlong forms, surrogates and what lies beyond Unicode are told by the second byte. */
function mayFollow(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second < 0xa0;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second < 0x90;
}
