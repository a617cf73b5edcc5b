/**
 * A highlight must stay on its words when a better transcript replaces the captions: other cues, other times, punctuation, some words
 * heard differently. It is kept as the words themselves with what stands around them, and found again by comparing speech.
 */
import { Lexicon } from '../speech/lexicon';
import { textOfWords } from '../transcript/lookup';
import { type Transcript, wordCount } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import { changedPlace } from './anchor-context';
import { samePlace } from './anchor-places';
import { timeOfWord } from './places';
import { indexSpeech, readSpeech, type SpeechIndex } from './speech-index';

/** A stretch of words: `first` up to `end`. */
export interface WordRange {
  readonly first: number;
  readonly end: number;
}

/** Plain data: kept in the library and in backups. */
export interface Anchor {
  readonly quote: string;
  /** The words before and after, as many as tell the place from others. */
  readonly prefix: string;
  readonly suffix: string;
  /** Milliseconds; null where the transcript had none. */
  readonly time: Milliseconds | null;
  /** How far into the transcript, 0 to 1: chooses between repeated passages where there are no times. */
  readonly share: number;
}

/** `exact`: the same words, at most fillers between them. `changed`: the same place, but other words were heard there. */
export interface Reanchored {
  readonly state: 'exact' | 'changed';
  readonly range: WordRange;
}

const CONTEXT_WORDS = 14;

/** The range must not be empty. */
export function anchorOf(transcript: Transcript, range: WordRange): Anchor {
  const count = wordCount(transcript);
  return {
    quote: textOfWords(transcript, range.first, range.end),
    prefix: textOfWords(transcript, Math.max(0, range.first - CONTEXT_WORDS), range.first),
    suffix: textOfWords(transcript, range.end, Math.min(count, range.end + CONTEXT_WORDS)),
    time: timeOfWord(transcript, range.first),
    share: count > 0 ? range.first / count : 0,
  };
}

/** A transcript made ready for many anchors. */
export function anchorIndex(transcript: Transcript): SpeechIndex {
  return indexSpeech(transcript, new Lexicon());
}

/** Where the anchored words are now; null when neither they nor their place are there. Never another place's words. */
export function reanchor(anchor: Anchor, index: SpeechIndex): Reanchored | null {
  const quote = readSpeech(anchor.quote, index.lexicon).id;
  if (quote.length === 0 || index.id.length === 0) return null;
  const prefix = readSpeech(anchor.prefix, index.lexicon).id;
  const suffix = readSpeech(anchor.suffix, index.lexicon).id;
  const sought = { quote, prefix, suffix, time: anchor.time, share: anchor.share };
  const same = samePlace(sought, index);
  if (same) return { state: 'exact', range: wordsOf(index, same) };
  const changed = changedPlace(sought, index);
  return changed ? { state: 'changed', range: wordsOf(index, changed) } : null;
}

function wordsOf(index: SpeechIndex, { from, to }: { from: number; to: number }): WordRange {
  return { first: index.word[from] ?? 0, end: (index.word[to - 1] ?? 0) + 1 };
}
