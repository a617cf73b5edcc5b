/** Shapes that are JSON: parsed once for all of them, and also when a file is a row of JSON values, one a line. */
import { parseJson } from './json';
import { isTooLarge, refused, refusedAsTooLarge } from './limits';
import type { Guess, Parsed, Shape } from './shape';

export interface JsonShape {
  readonly id: string;
  readonly name: string;
  readonly guess: (value: unknown) => Guess | null;
  /** Gets what `guess` accepted, or anything when the reader insists. Null: not this shape. */
  readonly read: (value: unknown) => Parsed | null;
}

export function jsonShape({ id, name, guess, read }: JsonShape): Shape {
  return {
    id,
    name,
    guess: (text) => {
      const value = valueIn(text);
      return value === undefined ? null : guess(value);
    },
    parse: (text) => {
      if (isTooLarge(text)) return refusedAsTooLarge();
      const value = valueIn(text);
      if (value === undefined) return refused('not-this-shape', 'This is no JSON, or it is cut off.');
      return read(value) ?? refused('not-this-shape', `This is not what “${name}” looks like.`);
    },
  };
}

/** One entry: all shapes are asked about one text. */
let latest: { readonly text: string; readonly value: unknown } | null = null;

export function forgetJson(): void {
  latest = null;
}

/** Undefined when the text is not JSON at all. */
function valueIn(text: string): unknown {
  if (isTooLarge(text) || !beginsAsJson(text)) return undefined;
  if (latest?.text === text) return latest.value;
  const value = parseJson(text) ?? parseRows(text);
  latest = { text, value };
  return value;
}

function beginsAsJson(text: string): boolean {
  const head = text.slice(0, 200).replace(/^[\s\ufeff]+/, '');
  return head.startsWith('{') || head.startsWith('[');
}

/** JSON values one a line, as live recognisers write them. */
function parseRows(text: string): unknown {
  if (!/\}\s*[\r\n]+\s*\{/.test(text.slice(0, 100_000))) return undefined;
  const values: unknown[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const value = parseJson(line.trim());
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values.length > 1 ? values : undefined;
}
