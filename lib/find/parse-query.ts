import { tokenise } from '../speech/tokenise';
import { Optional } from '../speech/tokens';

/** What somebody typed, understood. */
export type Query =
  | { readonly kind: 'empty' }
  | { readonly kind: 'words'; readonly words: readonly QueryWord[]; readonly unfinished: boolean }
  /** Nothing that could be a word: looked for as it stands. */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'pattern'; readonly source: string; readonly ignoreCase: boolean };

export interface QueryWord {
  /** Folded. */
  readonly text: string;
  /** Inside quotation marks: no other writing of it will do. */
  readonly quoted: boolean;
}

const PATTERN = /^\s*\/(.+)\/([gimsuy]*)\s*$/s;
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;
/** A pasted page is found by its first words. */
const MOST_WORDS = 200;
const MOST_CHARACTERS = 20_000;

/**
 * Reads a query. `/…/` is a pattern; everything else is words in the order given. The last word counts as unfinished, a beginning,
 * unless white space or a closing quotation mark follows it.
 */
export function parseQuery(typed: string): Query {
  const text = typed.slice(0, MOST_CHARACTERS).normalize('NFC');
  const pattern = PATTERN.exec(text);
  if (pattern) return readPattern(pattern[1] ?? '', pattern[2] ?? '');
  const words = queryWords(text);
  if (words.length > 0) return { kind: 'words', words, unfinished: isUnfinished(text) };
  const literal = text.trim();
  return literal === '' ? { kind: 'empty' } : { kind: 'literal', text: literal };
}

/** Case matters only when the pattern itself has a capital letter, as in `/[A-Z]{3,}/`, and does not say `i`. */
function readPattern(source: string, flags: string): Query {
  const hasCapital = /\p{Lu}/u.test(source.replace(/\\p\{[^}]*\}|\\./gu, ''));
  return { kind: 'pattern', source, ignoreCase: !hasCapital || flags.includes('i') };
}

function queryWords(text: string): QueryWord[] {
  const quotes = [...text.matchAll(QUOTED)].map((match) => [match.index, match.index + match[0].length] as const);
  const tokens = tokenise(text);
  const words: QueryWord[] = [];
  for (let i = 0; i < tokens.count && words.length < MOST_WORDS; i++) {
    if ((tokens.optional[i] ?? 0) & Optional.sign) continue;
    const at = tokens.start[i] ?? 0;
    words.push({
      text: tokens.lexicon.word(tokens.id[i] ?? 0),
      quoted: quotes.some(([from, to]) => at >= from && at < to),
    });
  }
  return words;
}

function isUnfinished(text: string): boolean {
  return !/[\s"“”„«»]$/u.test(text);
}
