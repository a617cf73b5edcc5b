/** What parsers hand to the builder: the source's own units, cleaned of markup, not yet checked against each other. */
import type { Chapter, Timing } from './types';

export interface SourceWord {
  /**
   * As in the source, with the white space that stands before it: the texts of a cue's words, joined with nothing between
   * them, are the cue's text. May hold several words; the first then has the time.
   */
  readonly text: string;
  /** Milliseconds; null where the source gives none. */
  readonly start: number | null;
  readonly end?: number | null;
  /** 0 to 100. */
  readonly confidence?: number;
}

/** One unit of the source: a subtitle cue, a timed line, a turn, a recogniser's segment, a paragraph. */
export interface SourceCue {
  /** Milliseconds from the start of the video; null where the source gives none. May be out of order. */
  readonly start: number | null;
  readonly end: number | null;
  /** What a reader sees: no tags, entities decoded, line breaks as `\n`. May hold `>>` marks. */
  readonly text: string;
  /** As written in the source; null or absent: not said. */
  readonly speaker?: string | null;
  /** Words with their own times. */
  readonly words?: readonly SourceWord[];
}

export interface TranscriptSource {
  /** BCP 47 tag; null when neither said nor guessed. */
  readonly language: string | null;
  readonly timing: Timing;
  readonly cues: readonly SourceCue[];
  readonly chapters?: readonly Chapter[];
  readonly title?: string;
}
