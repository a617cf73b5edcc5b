/** Counting what find must find, the slow and certain way: every word of the track, compared at every place. */
import type { StageVideo } from '../../stage/video';

/** The words of the automatic track as letters and figures alone, in the order they are said. */
export function bareWords({ tracks }: StageVideo): {
  readonly words: readonly string[];
  readonly rowEnds: readonly number[];
} {
  const words: string[] = [];
  const rowEnds: number[] = [];
  for (const event of tracks.find(({ automatic }) => automatic)?.body.events ?? []) {
    const own = event.words.flatMap(({ text }) => text.split(/\s+/).map(bare)).filter((text) => text !== '');
    if (own.length === 0) continue;
    words.push(...own);
    rowEnds.push(words.length);
  }
  return { words, rowEnds };
}

export function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** How often these words stand there one after the other, none of them counted twice. */
export function occurrences(words: readonly string[], phrase: readonly string[]): number {
  let count = 0;
  for (let at = 0; at + phrase.length <= words.length; ) {
    const isHere = phrase.every((word, step) => words[at + step] === word);
    if (isHere) count += 1;
    at += isHere ? phrase.length : 1;
  }
  return count;
}
