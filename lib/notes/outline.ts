/** An outline made of the episode's own words: topics, what tells each from the others, and its most telling sentences. */
import { Lexicon } from '../speech/lexicon';
import { type Chapter, type Transcript, wordCount } from '../transcript/types';
import type { Milliseconds } from '../transcript/units';
import { type KeyTerm, keyTerms, type Stretch } from './key-terms';
import { indexPassages, type PassageIndex, unitsWith } from './passages';
import { timeOfWord } from './places';
import { sentenceStarts } from './sentences';
import { type SpeakingTime, speakingTimes } from './speaking-time';
import { indexSpeech } from './speech-index';
import { type Quote, tellingSentences } from './telling-sentences';
import { topicCuts } from './topic-cuts';

export interface Topic {
  /** Of the chapter, where there is one; null where the topic was found in the words. */
  readonly title: string | null;
  readonly firstWord: number;
  readonly endWord: number;
  /** Milliseconds; null where the words have no time. */
  readonly start: Milliseconds | null;
  readonly end: Milliseconds | null;
  /** Up to five, weightiest first, as written in the transcript. */
  readonly terms: readonly string[];
  /** Up to three, in order; verbatim. */
  readonly quotes: readonly Quote[];
}

/** How often a term is spoken along the episode. */
export interface TermTrack {
  readonly text: string;
  readonly count: number;
  /** Counts in `TRACK_STEPS` equal parts of the episode. */
  readonly counts: readonly number[];
}

export interface Outline {
  readonly topics: readonly Topic[];
  readonly speakers: readonly SpeakingTime[];
  /** The terms of the whole episode, most spoken first. */
  readonly terms: readonly TermTrack[];
}

export const TRACK_STEPS = 40;
const TERMS = 5;
const QUOTES = 3;
const TRACKS = 12;
/** Terms that are weighed to find telling sentences: more than are shown. */
const WEIGHED_TERMS = 24;

/** `chapters`: of the page or the notes, used in place of computed topics when there are at least two. */
export function outlineOf(transcript: Transcript, chapters: readonly Chapter[] = transcript.chapters): Outline {
  if (wordCount(transcript) === 0) return { topics: [], speakers: [], terms: [] };
  const index = indexPassages(indexSpeech(transcript, new Lexicon()));
  const parts = chapterParts(index, chapters) ?? topicParts(index);
  const terms = keyTerms(index, parts, WEIGHED_TERMS);
  const sentences = sentenceStarts(transcript);
  const topics = parts.map((part, at) => topicOf(index, sentences, part, terms[at] ?? []));
  return { topics, speakers: speakingTimes(transcript), terms: termTracks(index, terms) };
}

interface Part extends Stretch {
  readonly title: string | null;
  readonly start?: Milliseconds;
}

function topicParts(index: PassageIndex): Part[] {
  const starts = topicCuts(index).map((unit) => index.unit[unit] ?? 0);
  return starts.map((from, at) => ({ title: null, from, to: starts[at + 1] ?? index.speech.id.length }));
}

/** Chapters as stretches of words; null when there are too few, or the words have no times to place them by. */
function chapterParts(index: PassageIndex, chapters: readonly Chapter[]): Part[] | null {
  const { transcript, word, id } = index.speech;
  if (chapters.length < 2 || timeOfWord(transcript, wordCount(transcript) - 1) === null) return null;
  const parts: Part[] = [];
  let from = 0;
  chapters.forEach((chapter, at) => {
    const next = chapters[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    let to = from;
    while (to < id.length && (transcript.words.start[word[to] ?? 0] ?? 0) < next) to++;
    if (to > from) parts.push({ title: chapter.title, from, to, start: chapter.start });
    from = to;
  });
  return parts.length > 1 ? parts : null;
}

function topicOf(index: PassageIndex, sentences: Uint32Array, part: Part, terms: readonly KeyTerm[]): Topic {
  const { transcript, word } = index.speech;
  const firstWord = word[part.from] ?? 0;
  const endWord = (word[Math.max(part.from, part.to - 1)] ?? 0) + 1;
  const start = timeOfWord(transcript, firstWord);
  return {
    title: part.title,
    firstWord,
    endWord,
    start: part.start ?? start,
    end: start === null ? null : ((transcript.words.end[endWord - 1] ?? 0) as Milliseconds),
    terms: terms.slice(0, TERMS).map((term) => term.text),
    quotes: tellingSentences(index, sentences, part, terms, QUOTES),
  };
}

/** The most spoken of the topics' terms, counted along the whole episode. */
function termTracks(index: PassageIndex, terms: readonly (readonly KeyTerm[])[]): TermTrack[] {
  const { stemOf } = index;
  const byStem = new Map<number, { text: string; counts: number[]; count: number }>();
  for (const list of terms)
    for (const term of list.slice(0, TERMS)) {
      // Of a pair the rarer word is counted: the other is often said alone.
      const stem = [...term.stems].sort((a, b) => unitsWith(index, a) - unitsWith(index, b))[0] ?? -1;
      if (!byStem.has(stem)) byStem.set(stem, { text: term.text, counts: Array(TRACK_STEPS).fill(0), count: 0 });
    }
  for (let entry = 0; entry < stemOf.length; entry++) {
    const track = byStem.get(stemOf[entry] ?? -1);
    if (!track) continue;
    const step = Math.floor((entry / stemOf.length) * TRACK_STEPS);
    track.counts[step] = (track.counts[step] ?? 0) + 1;
    track.count++;
  }
  return [...byStem.values()].sort((a, b) => b.count - a.count).slice(0, TRACKS);
}
