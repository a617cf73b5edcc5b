/** Digits to the words people say for them. English: the only language whose number words are known here. */

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion'];
const ORDINALS = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
]);
/** Longer ones are codes, said digit by digit. */
const MOST_DIGITS = 15;
const PATTERN = /^(\d+)(?:\.(\d+))?(st|nd|rd|th|s)?$/;

export { ONES, TENS };

/**
 * The usual reading of a token that holds digits, as words: `25` twenty five, `1990` nineteen ninety, `3.5` three point five, `21st`
 * twenty first, `5g` five g. Null when the token has no digits.
 */
export function readNumber(token: string): string[] | null {
  if (!/\d/.test(token)) return null;
  const plain = PATTERN.exec(token);
  if (!plain) return readMixed(token);
  const [, whole = '', fraction, ending] = plain;
  if (fraction !== undefined) return [...readWhole(whole), 'point', ...spell(fraction), ...(ending ? [ending] : [])];
  return withEnding(isYear(whole) ? readYear(whole) : readWhole(whole), ending);
}

/** Other readings of the same digits: "two thousand twenty" and "two zero two zero" for 2020. The usual one is not repeated. */
export function otherReadings(token: string): string[][] {
  const plain = PATTERN.exec(token);
  if (!plain || plain[2] !== undefined) return [];
  const [, whole = '', , ending] = plain;
  if (whole.length > 7) return [];
  const usual = (readNumber(token) ?? []).join(' ');
  const readings = [readWhole(whole), withAnd(whole), ...(whole.length === 4 ? [readYear(whole)] : [])];
  if (!ending) readings.push(...codeReadings(whole), shortHundreds(whole), inThousands(whole));
  const seen = new Set([usual, '']);
  return readings.map((words) => withEnding(words, ending)).filter((words) => isNew(seen, words.join(' ')));
}

function isNew(seen: Set<string>, reading: string): boolean {
  if (seen.has(reading)) return false;
  seen.add(reading);
  return true;
}

function isYear(digits: string): boolean {
  return /^1[1-9]\d\d$|^20[1-9]\d$/.test(digits);
}

/** 1990 nineteen ninety, 1905 nineteen oh five, 1900 nineteen hundred. */
function readYear(digits: string): string[] {
  const century = readBelowThousand(Number(digits.slice(0, 2)));
  const rest = Number(digits.slice(2));
  if (rest === 0) return [...century, 'hundred'];
  return rest < 10 ? [...century, 'oh', ONES[rest] ?? ''] : [...century, ...readBelowThousand(rest)];
}

function readWhole(digits: string): string[] {
  if (digits.length > MOST_DIGITS || (digits.length > 1 && digits.startsWith('0'))) return spell(digits);
  const value = Number(digits);
  if (value === 0) return ['zero'];
  const words: string[] = [];
  for (let scale = SCALES.length - 1; scale >= 0; scale--) {
    const part = Math.floor(value / 1000 ** scale) % 1000;
    if (part === 0) continue;
    words.push(...readBelowThousand(part));
    if (scale > 0) words.push(SCALES[scale] ?? '');
  }
  return words;
}

function readBelowThousand(value: number): string[] {
  const words: string[] = [];
  if (value >= 100) words.push(ONES[Math.floor(value / 100)] ?? '', 'hundred');
  const rest = value % 100;
  if (rest >= 20) {
    words.push(TENS[Math.floor(rest / 10)] ?? '');
    if (rest % 10) words.push(ONES[rest % 10] ?? '');
  } else if (rest > 0) words.push(ONES[rest] ?? '');
  return words;
}

/** "one hundred and five", "two thousand and five". */
function withAnd(digits: string): string[] {
  const words = readWhole(digits);
  const rest = Number(digits) % 100;
  if (rest === 0 || Number(digits) < 101) return words;
  const tail = readBelowThousand(rest).length;
  return [...words.slice(0, -tail), 'and', ...words.slice(-tail)];
}

/** 105 "one oh five", 120 "one twenty"; 165000 "one sixty five thousand" is left to the typo of the ear. */
function shortHundreds(digits: string): string[] {
  if (digits.length !== 3 || digits.endsWith('00')) return [];
  const rest = Number(digits.slice(1));
  const first = ONES[Number(digits[0])] ?? '';
  return rest < 10 ? [first, 'oh', ONES[rest] ?? ''] : [first, ...readBelowThousand(rest)];
}

/** "two zero two zero", "two oh two oh". Nobody says "two five" for 25. */
function codeReadings(digits: string): string[][] {
  if (digits.length < 3) return [];
  return [spell(digits), spell(digits).map((word) => (word === 'zero' ? 'oh' : word))];
}

/** Written in groups: 165 000. */
function inThousands(digits: string): string[] {
  return digits.length > 3 ? (digits.match(/\d{1,3}(?=(?:\d{3})*$)/g) ?? []) : [];
}

function spell(digits: string): string[] {
  return [...digits].map((digit) => ONES[Number(digit)] ?? digit);
}

function withEnding(words: string[], ending: string | undefined): string[] {
  const last = words.at(-1);
  if (last === undefined || ending === undefined) return words;
  return [...words.slice(0, -1), ending === 's' ? plural(last) : ordinal(last)];
}

/** 1990s: nineteen nineties. */
function plural(word: string): string {
  return word.endsWith('y') ? `${word.slice(0, -1)}ies` : word.endsWith('x') ? `${word}es` : `${word}s`;
}

export function ordinal(word: string): string {
  const irregular = ORDINALS.get(word);
  if (irregular) return irregular;
  return word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`;
}

/** mp3, 5g, covid19: letters and digits said apart. */
function readMixed(token: string): string[] {
  const parts = token.match(/\d+|\D+/g) ?? [];
  return parts.flatMap((part) => (/^\d/.test(part) ? readWhole(part) : [part]));
}
