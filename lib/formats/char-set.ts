/** Sets of characters asked for millions of times: a table for ASCII, a set for the few others. */
export class CharSet {
  private readonly ascii = new Uint8Array(128);
  private readonly others = new Set<number>();

  constructor(characters: string) {
    for (let at = 0; at < characters.length; at++) {
      const code = characters.charCodeAt(at);
      if (code < 128) this.ascii[code] = 1;
      else this.others.add(code);
    }
  }

  /** NaN, as behind the end of a text, is in no set. */
  has(code: number): boolean {
    return code < 128 ? this.ascii[code] === 1 : this.others.has(code);
  }
}
