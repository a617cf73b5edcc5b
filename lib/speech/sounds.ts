/** `[Music]`, `(laughter)`, `<inaudible>`: what stands in a transcript but was not said in words. */

/** The longest bracketed remark that is looked at: `[speaking in a foreign language 00:12:31]` fits. */
const LONGEST = 64;
const CLOSING = new Map([
  [0x5b, 0x5d], // [ ]
  [0x28, 0x29], // ( )
  [0x3c, 0x3e], // < >
  [0x2a, 0x2a], // * *
  [0x266a, 0x266a], // ♪ ♪
  [0x3010, 0x3011], // 【 】
  [0xff08, 0xff09], // （ ）
]);
const SOUND_WORDS =
  /(?:^|[^\p{L}])(?:music|musik|musique|música|applause|applaus|applaudissements|aplausos|laugh(?:s|ing|ter)?|lachen|rires?|risas|inaudible|unintelligible|indiscernible|crosstalk|cross-talk|overlapping|noise|silence|pause|sighs?|cough(?:s|ing)?|cheer(?:s|ing)|chuckl(?:es?|ing)|clapping|gasps?|groans?|sings?|singing|snorts?|beep(?:s|ing)?|bell|static|foreign|speaking|background|audience|музыка|смех|аплодисменты|음악|웃음|박수)(?:$|[^\p{L}])|音楽|拍手|笑い?|音乐|音樂|掌声|掌聲/iu;

/**
 * Where the remark that opens at `start` closes (the index of its last character), or -1 when what stands there is not one.
 * Square brackets are believed; round ones hold ordinary words too and must name a sound.
 */
export function soundEnd(text: string, start: number): number {
  const open = text.charCodeAt(start);
  const close = CLOSING.get(open);
  if (close === undefined) return -1;
  const limit = Math.min(text.length, start + LONGEST);
  for (let i = start + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === open && open !== close)) return -1;
    if (code !== close) continue;
    return open === 0x5b || open === 0x266a || SOUND_WORDS.test(text.slice(start + 1, i)) ? i : -1;
  }
  return -1;
}
