/** A summary that the browser's own model wrote: what it is given to read, and where in the episode its sentences are. */
import { textOfWords } from '../transcript/lookup';
import type { Transcript } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import { locateItems } from './locate-items';
import type { Topic } from './outline';
import { summaryItems } from './page-fit';

export interface SummarySentence {
  readonly text: string;
  /** Null where nothing like it is said, or the words have no time. */
  readonly start: Milliseconds | null;
  /** Null where nothing like it is said. */
  readonly firstWord: number | null;
  /** These very words are spoken there, or nearly; else they are only about the same. */
  readonly isSure: boolean;
}

/** Characters that a small model reads at once and still has room to answer. */
const LONGEST_STRETCH = 8000;

/** The episode in stretches to be summed up one by one, whole topics where they fit. */
export function stretchesOf(transcript: Transcript, topics: readonly Topic[]): string[] {
  const stretches: string[] = [];
  let current = '';
  for (const { firstWord, endWord } of topics) {
    const text = textOfWords(transcript, firstWord, endWord);
    if (current !== '' && current.length + text.length > LONGEST_STRETCH) {
      stretches.push(...pieces(current));
      current = '';
    }
    current += `${text}\n`;
  }
  return [...stretches, ...pieces(current)];
}

/** Cut between words. */
function pieces(text: string): string[] {
  const result: string[] = [];
  for (let rest = text.trim(); rest !== ''; ) {
    const space = rest.length > LONGEST_STRETCH ? rest.lastIndexOf(' ', LONGEST_STRETCH) : -1;
    const end = rest.length <= LONGEST_STRETCH ? rest.length : space > 0 ? space : LONGEST_STRETCH;
    result.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return result;
}

/** Each sentence with its place, like any other note. */
export function locateSummary(text: string, transcript: Transcript): SummarySentence[] {
  return locateItems(summaryItems(text, transcript.language), [transcript]).map(({ item, state, candidates }) => {
    const place = candidates[0];
    const isSure = state === 'verbatim' || state === 'near';
    return { text: item.text, start: place?.start ?? null, firstWord: place?.firstWord ?? null, isSure };
  });
}
