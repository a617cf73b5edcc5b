/**
 * What the index knows of a text: one term for each token, at the token's place. In scripts written without spaces a term is
 * two neighbouring characters (the last of a run stands alone), which says far more than one and costs the same.
 */
import { Class, classOf } from '../../speech/characters';
import { tokenise } from '../../speech/tokenise';
import type { Tokens } from '../../speech/tokens';

/** Raised whenever the same text gives other terms: what an older version indexed is then indexed again. */
export const TERMS_VERSION = 1;

/** Longer ones are no words; cut, so that hostile text cannot fill the dictionary. */
const LONGEST_TERM = 80;

/** Between two words of a phrase may stand so many fillers and sounds: "um, you know, uh". As in find. */
export const MOST_SKIPPED = 6;

/** Stands at every place where a filler, a sound or a sign is, which phrases may pass over. Sorts before every word. */
export const OPTIONAL_TERM = '\u0000';

export interface TextTerms {
  /** Tokens of the text: places are 0 to `count - 1`. */
  readonly count: number;
  /** Distinct, in code unit order. */
  readonly terms: readonly string[];
  /** Places of `terms[i]` are `places[first[i]]` up to `places[first[i + 1]]`, ascending. */
  readonly first: Uint32Array;
  readonly places: Uint32Array;
  readonly tokens: Tokens;
}

export function termsOf(text: string): TextTerms {
  const tokens = tokenise(text);
  const { names, numbers } = numberTerms(tokens);
  const order = Array.from(names.keys()).sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  const rank = new Uint32Array(names.length);
  order.forEach((number, position) => {
    rank[number] = position;
  });
  const optional = optionalPlaces(tokens);
  const shift = optional.length > 0 ? 1 : 0;
  const first = new Uint32Array(names.length + shift + 1);
  for (let place = 0; place < numbers.length; place++) {
    const slot = (rank[numbers[place] ?? 0] ?? 0) + shift + 1;
    first[slot] = (first[slot] ?? 0) + 1;
  }
  if (shift > 0) first[1] = optional.length;
  for (let slot = 1; slot < first.length; slot++) first[slot] = (first[slot] ?? 0) + (first[slot - 1] ?? 0);
  const places = new Uint32Array(numbers.length + optional.length);
  places.set(optional);
  const next = first.slice();
  for (let place = 0; place < numbers.length; place++) {
    const slot = (rank[numbers[place] ?? 0] ?? 0) + shift;
    const at = next[slot] ?? 0;
    places[at] = place;
    next[slot] = at + 1;
  }
  const sorted = order.map((number) => names[number] ?? '');
  return { count: tokens.count, terms: shift > 0 ? [OPTIONAL_TERM, ...sorted] : sorted, first, places, tokens };
}

function optionalPlaces({ optional, count }: Tokens): Uint32Array {
  const places: number[] = [];
  for (let place = 0; place < count; place++) if (optional[place]) places.push(place);
  return Uint32Array.from(places);
}

/** A number for each distinct term, and the number at each place. */
function numberTerms(tokens: Tokens): { readonly names: readonly string[]; readonly numbers: Uint32Array } {
  const { lexicon, id, count } = tokens;
  const names = lexicon.words.map((word) => word.slice(0, LONGEST_TERM));
  const unspaced = names.map(isUnspaced);
  if (!unspaced.includes(true)) return { names, numbers: id };
  const pairs = new Map<string, number>();
  const numbers = id.slice();
  for (let place = 0; place + 1 < count; place++) {
    const here = id[place] ?? 0;
    const next = id[nextSpoken(tokens, unspaced, place + 1)];
    // Behind the last token there is none.
    if (next === undefined || !unspaced[here] || !unspaced[next]) continue;
    const pair = `${names[here]}${names[next]}`;
    const known = pairs.get(pair) ?? names.push(pair) - 1;
    pairs.set(pair, known);
    numbers[place] = known;
  }
  return onlyUsed(names, numbers);
}

/** Fillers between two characters are passed over, so that a pair is found as find finds it. */
function nextSpoken({ optional, id, count }: Tokens, unspaced: readonly boolean[], from: number): number {
  let place = from;
  while (place < count && place - from < MOST_SKIPPED && optional[place] && !unspaced[id[place] ?? 0]) place++;
  return place;
}

/** Drops single characters that only ever stood in pairs. */
function onlyUsed(names: readonly string[], numbers: Uint32Array) {
  const fresh = new Map<number, number>();
  const used: string[] = [];
  const renumbered = numbers.map((number) => {
    const known = fresh.get(number) ?? used.push(names[number] ?? '') - 1;
    fresh.set(number, known);
    return known;
  });
  return { names: used, numbers: renumbered };
}

/** True for a token of a script that is written without spaces: one character with its marks. */
export function isUnspaced(token: string): boolean {
  const point = token.codePointAt(0);
  return point !== undefined && point > 0x7f && classOf(point) === Class.unspaced;
}

/** A word of a phrase as the index holds it. `open`: any term that begins so. */
export interface PhraseTerm {
  readonly text: string;
  readonly open: boolean;
  /** Tokens it stands for: 2 for a pair of characters. */
  readonly tokens: 1 | 2;
}

/** The terms that a run of tokens has in the index. `unfinished`: the last token is a beginning. */
export function phraseTerms(tokens: readonly string[], unfinished: boolean): PhraseTerm[] {
  const terms: PhraseTerm[] = [];
  for (const [at, token] of tokens.entries()) {
    const text = token.slice(0, LONGEST_TERM);
    const next = tokens[at + 1];
    if (!isUnspaced(text)) terms.push({ text, open: unfinished && next === undefined, tokens: 1 });
    else if (next !== undefined && isUnspaced(next)) terms.push({ text: `${text}${next}`, open: false, tokens: 2 });
    // The last character of all stands in the pair before it; else it is the beginning of whatever pair it opens.
    else if (next !== undefined || at === 0 || !isUnspaced(tokens[at - 1] ?? '')) {
      terms.push({ text, open: true, tokens: 1 });
    }
  }
  return terms;
}
