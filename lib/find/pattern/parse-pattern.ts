/**
 * Patterns in the notation of JavaScript's regular expressions, read into a tree. What can make a search take exponential time, or
 * can only be done by going back (`\1`, `(?=…)`), is refused with a sentence.
 */

export type Node =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' | 'word' | 'inside' }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly parts: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly part: Node;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
    };

/** Whether one code point will do. */
export type CharacterTest = (codePoint: number) => boolean;

/** A pattern that cannot be used; the message is for the reader. */
export class PatternError extends Error {}

const MOST_REPEATS = 200;
const DEEPEST = 50;
const ATOM =
  /\\p\{[A-Za-z_=]+\}|\\P\{[A-Za-z_=]+\}|\\u\{[0-9a-fA-F]+\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[dDwWsStnrfv]|\\[^\p{L}\p{N}]|\[(?:\\.|[^\]\\])*\]|[^\\[\](){}*+?|^$]/suy;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\??)/y;

export function parsePattern(source: string, ignoreCase: boolean): Node {
  return new PatternParser(source, ignoreCase).parse();
}

class PatternParser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly source: string,
    private readonly ignoreCase: boolean,
  ) {}

  parse(): Node {
    const node = this.choice();
    if (this.at < this.source.length) throw new PatternError('There is a “)” without its “(”.');
    return node;
  }

  private choice(): Node {
    if (++this.depth > DEEPEST) throw new PatternError('This pattern has too many brackets inside each other.');
    const parts = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      parts.push(this.sequence());
    }
    this.depth--;
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'choice', parts };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')')
      parts.push(this.quantified());
    return { kind: 'sequence', parts };
  }

  private quantified(): Node {
    const part = this.atom();
    QUANTIFIER.lastIndex = this.at;
    const found = QUANTIFIER.exec(this.source);
    if (!found) return part;
    this.at = QUANTIFIER.lastIndex;
    if (part.kind === 'edge') throw new PatternError('A “*”, “+” or “?” must follow a character.');
    const [, sign, low, comma, high] = found;
    const least = sign ? (sign === '+' ? 1 : 0) : Number(low);
    const most = sign ? (sign === '?' ? 1 : Infinity) : comma ? (high ? Number(high) : Infinity) : least;
    if (least > MOST_REPEATS || (most !== Infinity && most > MOST_REPEATS))
      throw new PatternError(`A pattern may repeat something at most ${MOST_REPEATS} times.`);
    if (most < least) throw new PatternError('The numbers in “{ }” are in the wrong order.');
    return { kind: 'repeat', part, least, most, lazy: found[5] === '?' };
  }

  private atom(): Node {
    const { source } = this;
    const edge = this.edge();
    if (edge) return edge;
    if (source[this.at] === '(') return this.group();
    if (/[*+?{]/.test(source[this.at] ?? '')) throw new PatternError('A “*”, “+” or “?” must follow a character.');
    if (/\\[1-9k]/.test(source.slice(this.at, this.at + 2)))
      throw new PatternError('A pattern cannot refer back to what it found.');
    ATOM.lastIndex = this.at;
    const found = ATOM.exec(source);
    if (!found) throw new PatternError(`The pattern cannot be read at “${source.slice(this.at, this.at + 8)}”.`);
    this.at = ATOM.lastIndex;
    return { kind: 'character', test: characterTest(found[0], this.ignoreCase) };
  }

  private edge(): Node | null {
    const { source, at } = this;
    if (source[at] === '^' || source[at] === '$') {
      this.at++;
      return { kind: 'edge', edge: source[at] === '^' ? 'start' : 'end' };
    }
    if (source[at] !== '\\' || !/[bB]/.test(source[at + 1] ?? '')) return null;
    this.at += 2;
    return { kind: 'edge', edge: source[at + 1] === 'b' ? 'word' : 'inside' };
  }

  private group(): Node {
    const opening = /\((?:\?(?:(:)|<[A-Za-z]\w*>|([=!]|<[=!])))?/y;
    opening.lastIndex = this.at;
    const found = opening.exec(this.source);
    if (found?.[2]) throw new PatternError('A pattern cannot look ahead or behind.');
    this.at = opening.lastIndex;
    const node = this.choice();
    if (this.source[this.at] !== ')') throw new PatternError('There is a “(” without its “)”.');
    this.at++;
    return node;
  }
}

/**
 * One character at a time the built-in engine cannot run away, and it knows classes and case in every script. Its answers are
 * remembered for ASCII.
 */
function characterTest(atom: string, ignoreCase: boolean): CharacterTest {
  const expression = compileAtom(atom, ignoreCase);
  const known = new Int8Array(128);
  return (codePoint) => {
    if (codePoint >= 128) return expression.test(String.fromCodePoint(codePoint));
    if (known[codePoint] === 0) known[codePoint] = expression.test(String.fromCodePoint(codePoint)) ? 1 : -1;
    return known[codePoint] === 1;
  };
}

function compileAtom(atom: string, ignoreCase: boolean): RegExp {
  const flags = ignoreCase ? 'iu' : 'u';
  try {
    return new RegExp(`^(?:${atom})$`, flags);
  } catch {
    // With the `u` flag only some characters may be escaped; `\-` and `\"` are common mistakes and harmless.
  }
  try {
    const needless = atom.startsWith('[') ? /\\([^\p{L}\p{N}^$\\.*+?()[\]{}|/-])/gu : /\\(.)/gu;
    return new RegExp(`^(?:${atom.replace(needless, '$1')})$`, flags);
  } catch {
    throw new PatternError(`The pattern cannot be read at “${atom.slice(0, 12)}”.`);
  }
}
