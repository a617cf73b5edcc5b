/** The same speech written two ways made equal: what merging and locating compare. Finding uses `equivalents` instead. */
import { Kind, type Lexicon } from './lexicon';
import { ONES, readNumber, TENS } from './number-readings';
import { Optional, type Tokens } from './tokens';

/** Written as one, said as several, or written in two ways. The right side is what both become. */
export const RESPELLINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['okay', ['ok']],
  ['gonna', ['going', 'to']],
  ['wanna', ['want', 'to']],
  ['gotta', ['got', 'to']],
  ['hafta', ['have', 'to']],
  ['kinda', ['kind', 'of']],
  ['sorta', ['sort', 'of']],
  ['outta', ['out', 'of']],
  ['lotta', ['lot', 'of']],
  ['lemme', ['let', 'me']],
  ['gimme', ['give', 'me']],
  ['dunno', ['dont', 'know']],
  ['cannot', ['can', 'not']],
  ['alright', ['all', 'right']],
  ['cuz', ['because']],
  ['coz', ['because']],
  ['yall', ['you', 'all']],
  ['mr', ['mister']],
  ['mrs', ['missus']],
  ['dr', ['doctor']],
  ['vs', ['versus']],
  ['etc', ['et', 'cetera']],
  ['til', ['until']],
  ['till', ['until']],
]);

/** The comparable form of a token list. All columns have the same length; one token may give several entries or none. */
export interface Spoken {
  /** Numbers of the lexicon the tokens came from. */
  readonly id: Uint32Array;
  /** The token an entry comes from. Non-decreasing. */
  readonly token: Uint32Array;
}

/** Numbers and contractions said out, sounds and signs left out. Fillers stay: both texts may have them. */
export function spokenForm(tokens: Tokens): Spoken {
  const { lexicon, count } = tokens;
  const expansions: (readonly number[] | null | undefined)[] = [];
  let id = new Uint32Array(count + (count >> 3) + 16);
  let token = new Uint32Array(id.length);
  let size = 0;
  for (let i = 0; i < count; i++) {
    if ((tokens.optional[i] ?? 0) & (Optional.sound | Optional.sign)) continue;
    const own = tokens.id[i] ?? 0;
    const known = expansions[own];
    const expanded = known === undefined ? expand(own, lexicon) : known;
    expansions[own] = expanded;
    const needed = expanded?.length ?? 1;
    if (size + needed > id.length) {
      id = doubled(id);
      token = doubled(token);
    }
    for (let k = 0; k < needed; k++) {
      id[size] = expanded?.[k] ?? own;
      token[size++] = i;
    }
  }
  size = unifyNumbers(id, token, size, lexicon);
  return { id: id.slice(0, size), token: token.slice(0, size) };
}

const BELOW_HUNDRED = [...ONES.slice(1), ...TENS.slice(2)];

/** "two thousand (and) twenty" becomes "twenty twenty", "one hundred and five" becomes "one hundred five". Gives the new size. */
function unifyNumbers(id: Uint32Array, token: Uint32Array, size: number, lexicon: Lexicon): number {
  const [two, twenty, and, hundred, thousand] = ['two', 'twenty', 'and', 'hundred', 'thousand'].map((w) =>
    lexicon.find(w),
  );
  if (hundred === -1 && thousand === -1) return size;
  const small = new Set(BELOW_HUNDRED.map((word) => lexicon.find(word)));
  const years = new Set([...small].filter((number) => isFromTen(lexicon.word(number))));
  const isAnd = (i: number) => id[i] === and && small.has(id[i + 1] ?? -1);
  let kept = 0;
  for (let i = 0; i < size; i++) {
    const before = kept > 0 ? id[kept - 1] : -1;
    if (i + 1 < size && isAnd(i) && (before === hundred || before === thousand)) continue;
    const next = i + 1 < size && isAnd(i + 1) ? i + 2 : i + 1;
    if (id[i] === thousand && before === two && next < size && years.has(id[next] ?? -1)) {
      id[kept - 1] = twenty === -1 ? lexicon.add('twenty') : (twenty ?? 0);
      i = next - 1;
      continue;
    }
    id[kept] = id[i] ?? 0;
    token[kept++] = token[i] ?? 0;
  }
  return kept;
}

function isFromTen(word: string): boolean {
  return ONES.indexOf(word) >= 10 || TENS.includes(word);
}

/** Null: the token stands for itself. */
function expand(id: number, lexicon: Lexicon): readonly number[] | null {
  const word = lexicon.word(id);
  if (word.length > MOST_LETTERS) return null;
  const said = lexicon.kind(id) & Kind.digits ? readNumber(word) : RESPELLINGS.get(word);
  return said ? said.map((part) => lexicon.add(part)) : null;
}

function doubled(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(column.length * 2 + MOST_EXPANDED);
  larger.set(column);
  return larger;
}

/** Longer tokens are damage or keys, not speech: they stand for themselves. */
const MOST_LETTERS = 40;
/** More words than any token of `MOST_LETTERS` is said with. */
const MOST_EXPANDED = 64;
