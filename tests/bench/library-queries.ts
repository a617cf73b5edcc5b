/** Queries of each kind that the library has a goal for, made of words that are in it. */
import type { Source } from './made-library';

export interface QueryKind {
  readonly name: string;
  /** `words`: a stretch of one episode. */
  readonly make: (words: readonly string[], random: () => number) => string;
  /** The goal in milliseconds at 1,000 and at 10,000 episodes: of a cold worker, of a warm one. */
  readonly goal: { readonly 1000: readonly [number, number]; readonly 10000: readonly [number, number] } | null;
}

const WORDS_GOAL = { 1000: [60, 30], 10000: [120, 100] } as const;
const PHRASE_GOAL = { 1000: [300, 300], 10000: [300, 300] } as const;

export function queryKinds({ words: common }: Source): readonly QueryKind[] {
  const known = new Set(common);
  const isRare = (word: string): boolean => !known.has(word);
  return [
    { name: 'one word', make: (words, random) => `${pick(words, random)} `, goal: WORDS_GOAL },
    {
      name: 'two words, the last begun',
      make: (words, random) => `${pick(words, random)} ${pick(words, random).slice(0, 4)}`,
      goal: WORDS_GOAL,
    },
    {
      name: 'two words, one misspelt',
      make: (words, random) => `${pick(words, random)} ${misspelt(longest(words, random))} `,
      goal: WORDS_GOAL,
    },
    { name: '"the"', make: () => 'the ', goal: WORDS_GOAL },
    { name: 'a rare name', make: (words, random) => `${rare(words, random, isRare)} `, goal: WORDS_GOAL },
    { name: 'phrase of two', make: (words, random) => quoted(stretch(words, random, 2)), goal: PHRASE_GOAL },
    { name: 'phrase of four', make: (words, random) => quoted(stretch(words, random, 4)), goal: PHRASE_GOAL },
    {
      name: 'phrase of common words',
      make: (_words, random) => quoted([['of the', 'in the', 'you know', 'and the'][Math.floor(random() * 4)] ?? '']),
      goal: PHRASE_GOAL,
    },
    {
      name: 'phrase with a rare name between common words',
      make: (words, random) => {
        const at = Math.max(1, words.indexOf(rare(words, random, isRare)));
        return quoted(words.slice(at - 1, at + 2));
      },
      goal: PHRASE_GOAL,
    },
  ];
}

function quoted(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? 'the';
}

function stretch(words: readonly string[], random: () => number, length: number): string[] {
  const from = Math.floor(random() * (words.length - length));
  return words.slice(from, from + length);
}

function rare(words: readonly string[], random: () => number, isRare: (word: string) => boolean): string {
  const found = words.filter(isRare);
  return found.length > 0 ? pick(found, random) : pick(words, random);
}

function longest(words: readonly string[], random: () => number): string {
  const some = Array.from({ length: 12 }, () => pick(words, random));
  return some.sort((a, b) => b.length - a.length)[0] ?? 'something';
}

function misspelt(word: string): string {
  const at = Math.max(1, word.length >> 1);
  return `${word.slice(0, at)}q${word.slice(at + 1)}`;
}

/** The same for engines that know neither beginnings nor misspellings by themselves. */
export function forSqlite(query: string): string {
  const isPhrase = query.startsWith('"');
  const words = query
    .replaceAll(/[^\p{L}\p{N}\s]/gu, ' ')
    .trim()
    .split(/\s+/);
  if (isPhrase) return `"${words.join(' ')}"`;
  return words.map((word, at) => `"${word}"${!query.endsWith(' ') && at === words.length - 1 ? '*' : ''}`).join(' ');
}
