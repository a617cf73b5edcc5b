/**
 * The model. One string holds the whole transcript; everything else points into it, so that reading, finding,
 * seeking and notes speak of the same words. Columns instead of objects: 100,000 words cost about 1.5 MB, cross a
 * message boundary and go into IndexedDB as they are.
 */
import type { EpisodeId, Milliseconds } from './units';

/** How a word came by its time. Numbers, because they live in a `Uint8Array`. */
export const WordState = {
  /** The source gave this word its own time, or (merged) the word was matched to one that has its own time. */
  given: 0,
  /** Computed from its neighbours (spread over its cue, or between two matched words). Never shown as measured. */
  between: 1,
  /** No time can be said. The `start` column repeats a neighbour's time only to keep look-up a binary search. */
  unknown: 2,
} as const;
export type WordState = (typeof WordState)[keyof typeof WordState];

/** One entry for each word, in reading order. All columns have the same length. */
export interface WordColumns {
  /** Offset of the word's first UTF-16 unit in `Transcript.text`. Strictly increasing; words never overlap. */
  readonly offset: Uint32Array;
  /** UTF-16 units. At least 1. Punctuation belongs to the word it stands at. */
  readonly length: Uint32Array;
  /** Milliseconds. Non-decreasing over the whole column, whatever `state` says. */
  readonly start: Uint32Array;
  /** Milliseconds, `>= start`, and `<=` the next word's start. */
  readonly end: Uint32Array;
  /** One of `WordState`. */
  readonly state: Uint8Array;
  /** The recogniser's own confidence, 0 to 100; 255 where it gave none. Absent when it gave none at all. */
  readonly confidence?: Uint8Array;
}

/** The timed stretches as the source delivered them. Cue `i` is words `firstWord[i]` up to `firstWord[i + 1]`. */
export interface CueColumns {
  /** Strictly increasing; the first is 0. No cue is empty. */
  readonly firstWord: Uint32Array;
  /** Milliseconds, non-decreasing. */
  readonly start: Uint32Array;
  /** Milliseconds, `>= start`, `<=` the next cue's start: overlaps are clipped. */
  readonly end: Uint32Array;
}

export interface Speaker {
  /** As the source wrote it ("Speaker 2", "MARA"); the key that renaming does not change. */
  readonly label: string;
  /** As shown. Equal to `label` until the reader renames the speaker. */
  readonly name: string;
}

/** Consecutive words of one speaker, up to the next turn's first word. */
export interface Turn {
  /** Index into `Transcript.speakers`; null: somebody, the source does not say who (a `>>` mark). */
  readonly speaker: number | null;
  readonly firstWord: number;
}

export interface Chapter {
  readonly start: Milliseconds;
  readonly title: string;
}

/**
 * How exact the times are. `word`: each word has its own. `cue`: lines have start and end. `second`: lines start at
 * whole seconds, no ends. `turn`: only speaker turns or long blocks are stamped. `none`: no times.
 */
export type Timing = 'word' | 'cue' | 'second' | 'turn' | 'none';

/** A word, and its time in the video, set by hand. */
export interface Pin {
  readonly word: number;
  /** Milliseconds. */
  readonly time: number;
}

/** Where a transcript came from. */
export type Origin =
  | {
      readonly kind: 'captions';
      /** YouTube's key of a track: `.en`, `a.en`, `.ar.kH2EDplw2PE`. Empty when the route does not say. */
      readonly vssId: string;
      readonly automatic: boolean;
      /** The route the bytes took. */
      readonly via: 'timedtext' | 'panel' | 'page';
      /** Set when YouTube translated the track. */
      readonly translatedTo?: string;
    }
  | {
      readonly kind: 'import';
      /** The recognised shape, an id of `lib/formats`. */
      readonly shape: string;
      readonly fileName?: string;
      /** Milliseconds since 1970. */
      readonly importedAt: number;
      /** Milliseconds that lie between the source's own times and these, where the reader moved them. */
      readonly shift?: number;
      /** Where the reader said that words are spoken, for a text without times. Times in milliseconds, oldest first. */
      readonly pins?: readonly Pin[];
      /** The reader undid its merge with captions: none is made by itself. */
      readonly unmerged?: true;
    }
  | {
      readonly kind: 'merge';
      /** Ids of the two transcripts this one was made of. */
      readonly human: string;
      readonly timed: string;
    };

/** A stretch of words of a merged transcript that could not be given times, or of captions the human text lacks. */
export interface Hole {
  /** `text`: words of the human text that the video does not have. `video`: spoken time that the human text lacks. */
  readonly kind: 'text' | 'video';
  readonly start: Milliseconds;
  readonly end: Milliseconds;
  /** Words concerned: of the text for `text`, of the captions for `video`, unless `shown`. */
  readonly firstWord: number;
  readonly words: number;
  /** `video`, in a merged transcript: the captions' words stand in it, and `firstWord` and `words` say where. */
  readonly shown?: true;
}

/** What a merge found out about itself. */
export interface AlignmentReport {
  readonly verdict: 'good' | 'partial' | 'refused';
  /** Share of the human words that were matched, 0 to 1. */
  readonly matched: number;
  readonly holes: readonly Hole[];
}

export interface Transcript {
  /** Unique in the library: the video, the origin and a hash of the content. */
  readonly id: string;
  readonly videoId: EpisodeId;
  /** BCP 47 tag, or `und`. */
  readonly language: string;
  readonly origin: Origin;
  readonly timing: Timing;
  /**
   * The whole transcript as a person reads it, NFC, no control characters. Paragraphs are separated by one `\n`, words
   * inside a paragraph by one space, or by nothing in scripts written without spaces.
   */
  readonly text: string;
  readonly words: WordColumns;
  readonly cues: CueColumns;
  /** Covers all words when present: the first turn starts at word 0. Empty when nothing is known about speakers. */
  readonly turns: readonly Turn[];
  readonly speakers: readonly Speaker[];
  /** First word of each paragraph: strictly increasing, the first is 0. Empty only when there are no words. */
  readonly paragraphs: Uint32Array;
  /** Sorted by start. Empty when the source has none. */
  readonly chapters: readonly Chapter[];
  /** Present on merged transcripts. */
  readonly alignment?: AlignmentReport;
}

export function wordCount(transcript: Transcript): number {
  return transcript.words.offset.length;
}
