/** The words that tell one stretch of an episode from the rest, as they are written there. */
import type { PassageIndex } from './passages';

export interface KeyTerm {
  /** As most often written in the stretch: "adversarial examples". */
  readonly text: string;
  /** Stems it consists of: one, or two that are spoken together. */
  readonly stems: readonly number[];
  readonly weight: number;
  /** How often it is spoken in the stretch. */
  readonly count: number;
}

/** A stretch of entries of the speech index. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Times a word must be said in a stretch to be its term, and together for a pair. */
const FEWEST = 2;
const FEWEST_PAIR = 2;
const SHORTEST_TERM = 3;

/** `stretches` cut the whole episode; the answer has a list for each, weightiest first. */
export function keyTerms(index: PassageIndex, stretches: readonly Stretch[], most: number): KeyTerm[][] {
  const counts = stretches.map((stretch) => countStems(index, stretch));
  const spread = new Map<number, number>();
  const total = new Map<number, number>();
  for (const own of counts)
    for (const [stem, count] of own) {
      spread.set(stem, (spread.get(stem) ?? 0) + 1);
      total.set(stem, (total.get(stem) ?? 0) + count);
    }
  return stretches.map((stretch, at) => {
    const own = counts[at] ?? new Map<number, number>();
    const weigh = (stem: number) => {
      const count = own.get(stem) ?? 0;
      // Said here rather than elsewhere: half by how many stretches have it, half by its share that falls here.
      const rare = Math.log(1 + stretches.length / (spread.get(stem) ?? 1));
      return Math.log(1 + count) * rare * (0.4 + count / (total.get(stem) ?? 1));
    };
    return pick(index, stretch, own, weigh, most);
  });
}

function countStems(index: PassageIndex, { from, to }: Stretch): Map<number, number> {
  const counts = new Map<number, number>();
  for (let entry = from; entry < to; entry++) {
    const stem = index.stemOf[entry] ?? -1;
    if (stem >= 0) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

function pick(
  index: PassageIndex,
  stretch: Stretch,
  counts: ReadonlyMap<number, number>,
  weigh: (stem: number) => number,
  most: number,
): KeyTerm[] {
  const single = [...counts]
    .filter(([stem, count]) => count >= FEWEST)
    .map(([stem, count]) => ({ stems: [stem], count, weight: weigh(stem) }));
  const pairs = [...countPairs(index, stretch)]
    .filter(([, { count }]) => count >= FEWEST_PAIR)
    .map(([, { stems, count }]) => ({ stems, count, weight: pairWeight(stems, count, counts, weigh) }));
  const sorted = [...single, ...pairs].sort((a, b) => b.weight - a.weight || (a.stems[0] ?? 0) - (b.stems[0] ?? 0));
  const taken = new Set<number>();
  const terms: KeyTerm[] = [];
  for (const term of sorted) {
    if (terms.length === most) break;
    if (term.stems.some((stem) => taken.has(stem))) continue;
    const text = writtenForm(index, stretch, term.stems);
    if (!isTerm(text)) continue;
    for (const stem of term.stems) taken.add(stem);
    terms.push({ ...term, text });
  }
  return terms;
}

/** A pair weighs as its words together where they mostly go together: "neural networks", not "data and". */
function pairWeight(
  stems: readonly number[],
  count: number,
  counts: ReadonlyMap<number, number>,
  weigh: (stem: number) => number,
): number {
  const together = Math.max(...stems.map((stem) => count / (counts.get(stem) ?? count)));
  return together < 0.5 ? 0 : Math.max(...stems.map(weigh)) * (1 + together * 0.5);
}

function countPairs(index: PassageIndex, { from, to }: Stretch): Map<string, { stems: number[]; count: number }> {
  const pairs = new Map<string, { stems: number[]; count: number }>();
  for (let entry = from; entry + 1 < to; entry++) {
    const a = index.stemOf[entry] ?? -1;
    const b = index.stemOf[entry + 1] ?? -1;
    if (a < 0 || b < 0 || a === b || !joins(index, entry)) continue;
    const key = `${a} ${b}`;
    const known = pairs.get(key);
    if (known) known.count++;
    else pairs.set(key, { stems: [a, b], count: 1 });
  }
  return pairs;
}

/** Nothing but a space or a hyphen stands between two entries. */
function joins({ speech }: PassageIndex, entry: number): boolean {
  const between = speech.transcript.text.slice(speech.end[entry] ?? 0, speech.start[entry + 1] ?? 0);
  return between === ' ' || between === '-';
}

function isTerm(text: string): boolean {
  // "new images" is no better a term than "images", which then gets its turn.
  const first = text.toLowerCase().split(/[\s-]/, 1)[0] ?? '';
  return text.length >= SHORTEST_TERM && !/^\d/.test(text) && !GENERIC.has(first);
}

/** Common in talk, yet no topic. */
const GENERIC = new Set(
  `people person thing things lot bit kind sort time times day days year years today point part question answer idea ideas
  problem problems example examples case cases place world life work working works hard good better best great big large small little
  different important interesting right wrong new old first second last next long real really able start started starts trying try
  happen happens happened find found look looks looking feel feels talking guy guys man number numbers set end fact level type types
  hundred thousand million percent two three four five six seven eight nine ten zero half interest fun love hope guess sure yeah
  might hope hoping heard many several similar whole half next last finally certain specific particular exactly definitely probably essentially obviously literally somebody someone anybody everybody everyone
  nobody nothing anything everything`.split(/\s+/),
);

/** The spelling most often used for these stems in the stretch; the first of equals. */
function writtenForm(index: PassageIndex, { from, to }: Stretch, stems: readonly number[]): string {
  const forms = new Map<string, number>();
  const { speech } = index;
  for (let entry = from; entry + stems.length <= to; entry++) {
    if (!stems.every((stem, at) => index.stemOf[entry + at] === stem)) continue;
    const last = entry + stems.length - 1;
    const text = speech.transcript.text.slice(speech.start[entry] ?? 0, speech.end[last] ?? 0);
    forms.set(text, (forms.get(text) ?? 0) + 1);
  }
  let best = '';
  let most = 0;
  for (const [text, count] of forms)
    if (count > most || (count === most && text === text.toLowerCase() && best !== best.toLowerCase())) {
      best = text;
      most = count;
    }
  return best;
}
