/** What somebody typed into the library's search, understood. Nothing is an error: what fits no rule is words. */
import { tokenise } from '../../speech/tokenise';
import { Optional } from '../../speech/tokens';

/** Tokens that must stand one after the other. A single word is a phrase of one. */
export interface Phrase {
  /** Folded. Never empty. */
  readonly tokens: readonly string[];
  /** In quotation marks: no other writing, no typos. */
  readonly quoted: boolean;
  /** Being typed: the last token is a beginning. */
  readonly unfinished: boolean;
}

export interface LibraryQuery {
  readonly phrases: readonly Phrase[];
  readonly excluded: readonly Phrase[];
  /** Folded words, all of which the name must hold, at least by their beginnings. One list for each `channel:`. */
  readonly channels: readonly (readonly string[])[];
  readonly speakers: readonly (readonly string[])[];
  readonly titles: readonly (readonly string[])[];
  /** `in:notes`, `in:titles`, `in:words`; null when it is not said. */
  readonly scope: 'notes' | 'titles' | 'words' | null;
  /** Milliseconds since 1970: added at or after, added before. */
  readonly after: number | null;
  readonly before: number | null;
  /** Asked as a question: best passages count, not every word. */
  readonly isQuestion: boolean;
}

/** Longer ones are pasted pages: their first words find them. */
const MOST_CHARACTERS = 2000;
const MOST_PHRASES = 32;

interface Piece {
  readonly field: string | null;
  readonly text: string;
  readonly quoted: boolean;
  readonly negated: boolean;
  /** Nothing follows it. */
  readonly last: boolean;
}

export function parseLibraryQuery(typed: string): LibraryQuery {
  const pieces = splitPieces(typed.slice(0, MOST_CHARACTERS).normalize('NFC'));
  const words = pieces.filter((piece) => piece.field === null && !piece.negated).flatMap(phraseOf);
  const { phrases, isQuestion } = readQuestion(words.slice(0, MOST_PHRASES), typed);
  const named = (field: string) => pieces.filter((piece) => piece.field === field).map(({ text }) => foldedWords(text));
  const date = (field: string) => pieces.filter((piece) => piece.field === field).map(({ text }) => parseDate(text));
  return {
    phrases,
    excluded: pieces.filter((piece) => piece.field === null && piece.negated).flatMap(phraseOf),
    channels: named('channel').filter(isFilled),
    speakers: named('speaker').filter(isFilled),
    titles: named('title').filter(isFilled),
    scope: pieces.map(scopeOf).findLast((scope) => scope !== null) ?? null,
    after: date('after').findLast((found) => found !== null) ?? null,
    before: date('before').findLast((found) => found !== null) ?? null,
    isQuestion,
  };
}

/** Words of a name or title as filters compare them. */
export function foldedWords(text: string): string[] {
  const { lexicon, id, count, optional } = tokenise(text);
  const words: string[] = [];
  for (let index = 0; index < count; index++) {
    if (!((optional[index] ?? 0) & Optional.sign)) words.push(lexicon.word(id[index] ?? 0));
  }
  return words;
}

const FIELDS: ReadonlySet<string> = new Set(['channel', 'speaker', 'title', 'in', 'after', 'before']);
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
]);

function splitPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    if (isBlank(text, at)) {
      at++;
      continue;
    }
    const negated = text[at] === '-' && at + 1 < text.length && !isBlank(text, at + 1);
    if (negated) at++;
    const field = fieldAt(text, at);
    if (field) at += field.length + 1;
    const closing = QUOTES.get(text[at] ?? '');
    const end = closing ? endOfQuote(text, at + 1, closing) : endOfWord(text, at);
    const value = text.slice(closing ? at + 1 : at, end);
    at = closing ? end + 1 : end;
    pieces.push({ field, text: value, quoted: closing !== undefined, negated, last: at >= text.length });
  }
  return pieces;
}

function fieldAt(text: string, at: number): string | null {
  const colon = text.indexOf(':', at);
  if (colon < 0 || colon - at > 8) return null;
  const field = text.slice(at, colon).toLowerCase();
  const hasValue = colon + 1 < text.length && !isBlank(text, colon + 1);
  return FIELDS.has(field) && hasValue ? field : null;
}

/** An open quotation is still being typed: it goes to the end. */
function endOfQuote(text: string, from: number, closing: string): number {
  const end = text.indexOf(closing, from);
  return end < 0 ? text.length : end;
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isBlank(text, end)) end++;
  return end;
}

function isBlank(text: string, at: number): boolean {
  return (text[at] ?? '').trim() === '';
}

function phraseOf({ text, quoted, last, negated }: Piece): Phrase[] {
  const tokens = foldedWords(text);
  return tokens.length === 0 ? [] : [{ tokens, quoted, unfinished: last && !quoted && !negated }];
}

/** Begin a question also without its mark. "is", "do" and "can" begin as many things that are looked for literally. */
const ASKING: ReadonlySet<string> = new Set('what whats who whos whose when where why how which'.split(' '));
/** Words of questions and grammar that say nothing of the matter. */
const EMPTY: ReadonlySet<string> = new Set(
  'what whats who whos whom whose when where why how which did does do is are was were can could should would will has have had he she they it i we you said say says talk talks talked tell tells told think thinks thought mean means meant about of the a an to in on at for with and or that this there his her their its my our your any some ever anything something someone somebody'.split(
    ' ',
  ),
);

/** "what did he say about differential privacy": the words of the matter alone, and that it was asked. */
function readQuestion(phrases: readonly Phrase[], typed: string): { phrases: readonly Phrase[]; isQuestion: boolean } {
  const [first] = phrases;
  const isAsked = typed.trimEnd().endsWith('?') || typed.trimEnd().endsWith('？');
  const asks = phrases.length >= 3 && ASKING.has(first?.tokens[0] ?? '') && !first?.quoted;
  if (!isAsked && !asks) return { phrases, isQuestion: false };
  const matter = phrases.filter(({ tokens, quoted }) => quoted || tokens.length > 1 || !EMPTY.has(tokens[0] ?? ''));
  if (matter.length === 0) return { phrases, isQuestion: false };
  return { phrases: matter.map((phrase) => (isAsked ? { ...phrase, unfinished: false } : phrase)), isQuestion: true };
}

function scopeOf({ field, text }: Piece): LibraryQuery['scope'] {
  if (field !== 'in') return null;
  const scope = text.toLowerCase();
  if (scope === 'notes' || scope === 'note') return 'notes';
  if (scope === 'titles' || scope === 'title') return 'titles';
  return scope === 'words' ? 'words' : null;
}

/** `2026`, `2026-03`, `2026-03-09`: the first moment of it, by the reader's clock. Null for anything else. */
function parseDate(text: string): number | null {
  const [year, month = '1', day = '1', ...rest] = text.split(/[-/.]/);
  const numbers = [year, month, day].map(Number);
  const [y = Number.NaN, m = Number.NaN, d = Number.NaN] = numbers;
  if (rest.length > 0 || !numbers.every(Number.isInteger)) return null;
  if (y < 1970 || y > 9999 || m < 1 || m > 12 || d < 1 || d > 31) return null;
  return new Date(y, m - 1, d).getTime();
}

function isFilled(words: readonly string[]): boolean {
  return words.length > 0;
}
