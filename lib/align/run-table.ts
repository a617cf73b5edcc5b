const NONE = -1;
const REPEATED = -2;
/** An odd number whose powers mix well: the golden ratio's first 32 bits. */
const FACTOR = 0x9e3779b1;

/** Where runs of `size` tokens begin: from `first` to `last`, both included. */
export interface RunRange {
  readonly tokens: Uint32Array;
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

/** Open-addressed: for each run of one text a slot that holds its first place. */
interface RunTable {
  readonly place: Int32Array;
  readonly isRepeated: Uint8Array;
  readonly mask: number;
}

/** For each start of a run in `a` the place of its equal in `b`, where it stands once in both ranges; else -1. */
export function uniquePartners(a: RunRange, b: RunRange): Int32Array {
  const table = tableOf(b);
  const other = new Int32Array(table.place.length).fill(NONE);
  const slots = slotsOf(a, b.tokens, table);
  for (let k = 0; k < slots.length; k++) {
    const slot = slots[k] ?? 0;
    other[slot] = other[slot] === NONE ? k : REPEATED;
  }
  const partners = new Int32Array(slots.length).fill(NONE);
  for (let k = 0; k < slots.length; k++) {
    const slot = slots[k] ?? 0;
    if (other[slot] === k && table.isRepeated[slot] === 0) partners[k] = table.place[slot] ?? NONE;
  }
  return partners;
}

function tableOf(range: RunRange): RunTable {
  let capacity = 16;
  while (capacity < (range.last - range.first + 1) * 2) capacity *= 2;
  const table = {
    place: new Int32Array(capacity).fill(NONE),
    isRepeated: new Uint8Array(capacity),
    mask: capacity - 1,
  };
  slotsOf(range, range.tokens, table, true);
  return table;
}

/**
 * For each run of the range the slot of its equal in the table, or the free one where it would be; with `adds` the run is put there. The
 * hash rolls: the token that leaves is taken out of it, the one that comes is added.
 */
function slotsOf(
  { tokens, first, last, size }: RunRange,
  owner: Uint32Array,
  table: RunTable,
  adds = false,
): Int32Array {
  const { place, isRepeated, mask } = table;
  const slots = new Int32Array(last - first + 1);
  let highest = 1;
  for (let k = 1; k < size; k++) highest = Math.imul(highest, FACTOR);
  let hash = 0;
  for (let k = 0; k < size; k++) hash = (Math.imul(hash, FACTOR) + (tokens[first + k] ?? 0) + 1) | 0;
  for (let at = first; at <= last; at++) {
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const held = place[slot] ?? NONE;
      if (held === NONE) {
        if (adds) place[slot] = at;
        break;
      }
      let same = 0;
      while (same < size && tokens[at + same] === owner[held + same]) same++;
      if (same === size) {
        if (adds) isRepeated[slot] = 1;
        break;
      }
      slot = (slot + 1) & mask;
    }
    slots[at - first] = slot;
    const leaving = Math.imul((tokens[at] ?? 0) + 1, highest);
    hash = (Math.imul(hash - leaving, FACTOR) + (tokens[at + size] ?? 0) + 1) | 0;
  }
  return slots;
}
