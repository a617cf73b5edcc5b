import { Optional, type Tokens } from './tokens';

/** Before "you know" these make it a question or a clause, not a filler: "do you know", "as you know". */
const BEFORE = new Set(
  'do did does dont didnt if as when what how that where why who would could should will can may might must let than all things everything whatever because so'.split(
    ' ',
  ),
);
/** After it these do the same: "you know what", "you know the". */
const AFTER = new Set(
  'what that how why who where when if about whether which him her it them this nothing'.split(' '),
);
const PHRASES = [
  ['you', 'know'],
  ['i', 'mean'],
] as const;

/**
 * Marks "you know" and "i mean" as fillers where they are one. A guess from the neighbours: captions have no commas. Known
 * limitation: English only.
 */
export function markPhraseFillers(tokens: Tokens): void {
  for (const [first, second] of PHRASES) {
    const firstId = tokens.lexicon.find(first);
    const secondId = tokens.lexicon.find(second);
    if (firstId >= 0 && secondId >= 0) markPhrase(tokens, firstId, secondId);
  }
}

function markPhrase(tokens: Tokens, first: number, second: number): void {
  const { id, optional, lexicon, count } = tokens;
  for (let i = 0; i + 1 < count; i++) {
    if (id[i] !== first || id[i + 1] !== second) continue;
    if (i > 0 && BEFORE.has(lexicon.word(id[i - 1] ?? -1))) continue;
    if (i + 2 < count && AFTER.has(lexicon.word(id[i + 2] ?? -1))) continue;
    optional[i] = (optional[i] ?? 0) | Optional.filler;
    optional[i + 1] = (optional[i + 1] ?? 0) | Optional.filler;
  }
}
