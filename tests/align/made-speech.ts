/** Speech made by a seeded generator: words of its own, as unevenly frequent as in real speech. */

const COMMON =
  'the and of to a in that is it you i we this was for on are with as so be have not but they what or at'.split(' ');

/** A generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu bra cle dri flo gru sta tre'.split(' ');

export function madeWord(next: () => number): string {
  const count = 2 + Math.floor(next() * 3);
  return Array.from({ length: count }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('');
}

export function made(count: number, seed: number): string[] {
  const next = random(seed);
  const rare = Array.from({ length: Math.max(40, count / 3) }, () => madeWord(next));
  return Array.from({ length: count }, () => {
    // Zipf: the rank of the next word falls off as one over itself.
    const rank = Math.floor(Math.exp(next() * Math.log(COMMON.length + rare.length))) - 1;
    return COMMON[rank] ?? rare[rank - COMMON.length] ?? 'the';
  });
}
