/** Words to digits: where a number is said in words, and which. English. */
import { ONES, ordinal, TENS } from './number-readings';

export interface SpokenNumber {
  /** In digits, as a transcript may write it: `25`, `1990`, `3.5`, `21st`. */
  readonly digits: string;
  /** How many words say it. */
  readonly words: number;
}

const UNITS = new Map(ONES.map((word, value) => [word, value] as const));
const TENS_VALUE = new Map(TENS.map((word, tens) => [word, tens * 10] as const).slice(2));
const SCALE_VALUE = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const ORDINAL_OF = new Map(
  [...ONES.slice(1), ...TENS.slice(2), 'hundred', 'thousand', 'million', 'billion'].map(
    (word) => [ordinal(word), word] as const,
  ),
);
/** Longest number that is looked at; keeps the parser linear. */
const MOST_WORDS = 30;

/** The numbers that begin at `from`, in every reading found: "nineteen ninety" is 1990. Empty when none does. */
export function numbersAt(words: readonly string[], from: number): SpokenNumber[] {
  const found: SpokenNumber[] = [];
  for (const read of [readQuantity, readYearLike, readDigitByDigit]) {
    const number = read(words, from);
    if (
      number &&
      number.digits !== words[from] &&
      !found.some((other) => other.digits === number.digits && other.words === number.words)
    )
      found.push(number);
  }
  return found;
}

/** "one hundred and sixty five thousand", "three point five", "twenty first", "25 thousand". */
function readQuantity(words: readonly string[], from: number): SpokenNumber | null {
  let total = 0;
  let group = 0;
  let scale = Number.POSITIVE_INFINITY;
  let slot = 1000;
  let at = from;
  for (; at < words.length && at - from < MOST_WORDS; at++) {
    const word = words[at] ?? '';
    const small = smallValue(word);
    const multiple = SCALE_VALUE.get(word);
    if (small !== null && small < slot && (group === 0 || small > 0)) {
      group += small;
      slot = small >= 20 && small % 10 === 0 ? 10 : 0;
    } else if (word === 'hundred' && group > 0 && group < 100) {
      group *= 100;
      slot = 100;
    } else if (multiple !== undefined && group > 0 && multiple < scale) {
      total += group * multiple;
      scale = multiple;
      group = 0;
      slot = 1000;
    } else if (word !== 'and' || at === from || !canFollowAnd(words, at, slot)) break;
  }
  const value = total + group;
  const spoken = at - from;
  return endNumber(words, from, at, value, slot) ?? (spoken > 0 ? { digits: String(value), words: spoken } : null);
}

function canFollowAnd(words: readonly string[], at: number, slot: number): boolean {
  const before = words[at - 1] ?? '';
  const next = smallValue(words[at + 1] ?? '');
  return slot >= 100 && (before === 'hundred' || SCALE_VALUE.has(before)) && next !== null && next < 100;
}

/** Ordinals and decimals: what may end a number. */
function endNumber(
  words: readonly string[],
  from: number,
  at: number,
  value: number,
  slot: number,
): SpokenNumber | null {
  const base = ORDINAL_OF.get(words[at] ?? '');
  const last = base === undefined ? null : smallValue(base);
  if (last !== null && (at === from || last < slot)) return { digits: withSuffix(value + last), words: at - from + 1 };
  if (base !== undefined && at > from && last === null) return null;
  if (words[at] !== 'point' || at === from) return null;
  let end = at + 1;
  let fraction = '';
  while (end - at <= 8 && (UNITS.get(words[end] ?? '') ?? 10) < 10) fraction += UNITS.get(words[end++] ?? '');
  return fraction === '' ? null : { digits: `${value}.${fraction}`, words: end - from };
}

function withSuffix(value: number): string {
  const tens = value % 100;
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

/** "nineteen ninety", "twenty twenty", "nineteen oh five", "nineteen nineties". */
function readYearLike(words: readonly string[], from: number): SpokenNumber | null {
  const first = pair(words, from);
  if (!first || first.value < 10) return null;
  const at = from + first.words;
  if ((words[at] === 'oh' || words[at] === 'zero') && (UNITS.get(words[at + 1] ?? '') ?? 0) % 10 > 0)
    return { digits: `${first.value}0${UNITS.get(words[at + 1] ?? '')}`, words: first.words + 2 };
  const decade = TENS_VALUE.get((words[at] ?? '').replace(/ies$/, 'y'));
  if (decade !== undefined && words[at]?.endsWith('ies'))
    return { digits: `${first.value}${decade}s`, words: first.words + 1 };
  const second = pair(words, at);
  return second && second.value >= 10
    ? { digits: `${first.value}${second.value}`, words: first.words + second.words }
    : null;
}

/** A number below a hundred. */
function pair(words: readonly string[], from: number): { value: number; words: number } | null {
  const unit = UNITS.get(words[from] ?? '');
  if (unit !== undefined) return { value: unit, words: 1 };
  const tens = TENS_VALUE.get(words[from] ?? '');
  if (tens === undefined) return null;
  const rest = UNITS.get(words[from + 1] ?? '') ?? 0;
  return rest > 0 && rest < 10 ? { value: tens + rest, words: 2 } : { value: tens, words: 1 };
}

/** "one oh five": 105. At least two. */
function readDigitByDigit(words: readonly string[], from: number): SpokenNumber | null {
  let digits = '';
  let at = from;
  for (; at < words.length && at - from < MOST_WORDS; at++) {
    const word = words[at] ?? '';
    const value = word === 'oh' && at > from ? 0 : (UNITS.get(word) ?? 10);
    if (value > 9) break;
    digits += value;
  }
  return digits.length > 1 ? { digits, words: digits.length } : null;
}

function smallValue(word: string): number | null {
  const value = UNITS.get(word) ?? TENS_VALUE.get(word);
  if (value !== undefined) return value;
  return /^\d{1,3}$/.test(word) ? Number(word) : null;
}
