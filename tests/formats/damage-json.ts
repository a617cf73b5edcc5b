/** Damages data without breaking its syntax, so that readers get to see wrong values and not only wrong brackets. */

type Bag = Record<string, unknown>;

/** Values that stand where others were expected. */
const ODD: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  0,
  -1,
  0.5,
  1e308,
  -1e308,
  2 ** 53,
  'NaN',
  'Infinity',
  '-3',
  '1e9',
  '00:00:01.500',
  '999:99:99',
  'PT1H2M3S',
  '1.5s',
  '2024-05-03T10:00:00Z',
  [],
  {},
  [[]],
  [null],
  [{}],
  { start: 1, end: 2, text: 'a b' },
  { toString: 'a', valueOf: 1 },
  [1, 2, 'a'],
  'word',
  'several words in a row',
  '<b>bold</b> &amp;amp; more',
  '\u202eabc',
  '\ud800',
  '\0',
  '漢字',
];

const KEYS = ['__proto__', 'constructor', 'toString', 'start', 'end', 'text', 'words', 'speaker', 'segments', ''];

/** Places that can be changed: an object or a list, and one of its keys. */
interface Place {
  readonly holder: Bag | unknown[];
  readonly key: string | number;
}

/** The text with a few of its values changed; null when it is no data. */
export function damageJson(text: string, random: () => number): string | null {
  const first = text.trimStart().charAt(0);
  if (first !== '{' && first !== '[') return null;
  const root: unknown[] = [];
  try {
    root.push(JSON.parse(text));
  } catch {
    return null;
  }
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time++) change(root, random);
  const damaged = JSON.stringify(root[0]);
  return damaged === undefined || damaged.length > 4000 ? text : damaged;
}

function change(root: unknown[], random: () => number): void {
  const places = placesIn(root);
  const { holder, key } = places[Math.floor(random() * places.length)] ?? { holder: root, key: 0 };
  const odd = structuredClone(ODD[Math.floor(random() * ODD.length)]);
  const kind = Math.floor(random() * 5);
  if (Array.isArray(holder) && typeof key === 'number') {
    if (kind === 0 && holder !== root) holder.splice(key, 1);
    else if (kind === 1 && holder !== root) holder.splice(key, 0, structuredClone(holder[key]));
    else holder[key] = odd;
  } else if (!Array.isArray(holder) && typeof key === 'string') {
    if (kind === 0) delete holder[key];
    else if (kind === 1) define(holder, KEYS[Math.floor(random() * KEYS.length)] ?? '', holder[key]);
    else define(holder, key, odd);
  }
}

/** `__proto__` as a key like any other. */
function define(holder: Bag, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function placesIn(root: unknown[]): Place[] {
  const places: Place[] = [];
  const stack: (Bag | unknown[])[] = [root];
  for (let holder = stack.pop(); holder !== undefined && places.length < 2000; holder = stack.pop()) {
    const keys = Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder);
    for (const key of keys) {
      places.push({ holder, key });
      const inner = (holder as Bag)[key];
      if (typeof inner === 'object' && inner !== null) stack.push(inner as Bag);
    }
  }
  return places;
}
