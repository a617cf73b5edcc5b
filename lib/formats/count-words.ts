import { splitWords } from '../transcript/split-words';

/** Words as a reader counts them: tokens between white space, split further in scripts written without spaces. */
export function countWords(texts: Iterable<{ readonly text: string }>, language: string | null): number {
  let words = 0;
  for (const { text } of texts) words += splitWords(text, language ?? undefined).length;
  return words;
}
