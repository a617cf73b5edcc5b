/** The words that tell one stretch of an episode from the rest, as they are written there. */
import { type PassageIndex, unitsWith } from './passages';
import { isUnspaced } from './term-keys';

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
/** Share of an episode's stretches from which a word is said everywhere, in episodes long enough to tell. */
const EVERYWHERE = 0.14;
const FEW_UNITS = 25;

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
    .filter(([, count]) => count >= FEWEST)
    .map(([stem, count]) => ({ stems: [stem], count, weight: weigh(stem) }));
  const pairs = [...countPairs(index, stretch).values()]
    .filter(({ count }) => count >= FEWEST_PAIR)
    .map(({ stems, count }) => ({ stems, count, weight: pairWeight(stems, count, counts, weigh) }));
  const sorted = [...single, ...pairs].sort((a, b) => b.weight - a.weight || (a.stems[0] ?? 0) - (b.stems[0] ?? 0));
  const taken = new Set<number>();
  const terms: KeyTerm[] = [];
  for (const term of sorted) {
    if (terms.length === most) break;
    if (term.stems.some((stem) => taken.has(stem))) continue;
    const text = writtenForm(index, stretch, term.stems);
    if (!isTerm(text) || terms.some((other) => other.text === text)) continue;
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
    if (a < 0 || b < 0 || a === b || isEverywhere(index, a) || isEverywhere(index, b) || !joins(index, entry)) continue;
    const key = `${a} ${b}`;
    const known = pairs.get(key);
    if (known) known.count++;
    else pairs.set(key, { stems: [a, b], count: 1 });
  }
  return pairs;
}

/** Grammar of languages whose small words are not listed: said in every other breath. */
function isEverywhere(index: PassageIndex, stem: number): boolean {
  const units = index.unit.length - 1;
  return units >= FEW_UNITS && unitsWith(index, stem) > units * EVERYWHERE;
}

/** Nothing but a space or a hyphen stands between two entries. */
function joins({ speech }: PassageIndex, entry: number): boolean {
  const between = speech.transcript.text.slice(speech.end[entry] ?? 0, speech.start[entry + 1] ?? 0);
  return between === ' ' || between === '-';
}

function isTerm(text: string): boolean {
  // "new images" is no better a term than "images", which then gets its turn.
  const first = text.toLowerCase().split(/[\s-]/, 1)[0] ?? '';
  const isLong = text.length >= (isUnspaced(text) ? 2 : SHORTEST_TERM);
  return isLong && !/^\d/.test(text) && !GENERIC.has(first);
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

/** Characters on each side of a place from which a word of a script without spaces is cut. */
const AROUND = 8;
/** Made once: making one costs more than using it. */
let segmenter: Intl.Segmenter | undefined;

/** The dictionary word that a pair of letters mostly belongs to, in scripts written without spaces. */
function wordAround(text: string, start: number, end: number): string {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  const from = Math.max(0, start - AROUND);
  let best = '';
  let most = 0;
  for (const { segment, index } of segmenter.segment(text.slice(from, end + AROUND))) {
    const shared = Math.min(from + index + segment.length, end) - Math.max(from + index, start);
    if (shared > most || (shared === most && segment.length > best.length)) {
      best = segment;
      most = shared;
    }
  }
  return best;
}

/** The spelling most often used for these stems in the stretch; the first of equals. */
function writtenForm(index: PassageIndex, { from, to }: Stretch, stems: readonly number[]): string {
  const forms = new Map<string, number>();
  const { speech } = index;
  for (let entry = from; entry + stems.length <= to; entry++) {
    if (!stems.every((stem, at) => index.stemOf[entry + at] === stem)) continue;
    const last = entry + stems.length - 1;
    const { text: whole } = speech.transcript;
    const isPair = isUnspaced(speech.lexicon.word(speech.id[last] ?? 0));
    const text = isPair
      ? wordAround(whole, speech.start[last] ?? 0, speech.end[last + 1] ?? 0)
      : whole.slice(speech.start[entry] ?? 0, speech.end[last] ?? 0);
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
