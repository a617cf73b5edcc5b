/** What every shape of `lib/formats` is made of, so that detection and import treat all alike. */
import type { TranscriptSource } from '../transcript/source';

/** A place where the input was not what the shape promises, and what was done about it. */
export interface Problem {
  /** Stable, kebab-case: `time-backwards`, `cue-without-time`, `markup-unclosed`. */
  readonly code: string;
  /** 1-based line of the input; null where lines mean nothing (one-line JSON). */
  readonly line: number | null;
  /** For a reader: what was there and what was done. No jargon. */
  readonly message: string;
}

export interface Parsed extends TranscriptSource {
  readonly problems: readonly Problem[];
}

/** Why a text was taken for a shape. */
export interface Guess {
  /** 0 to 1. Above 0.9: only a constructed case could be something else. */
  readonly confidence: number;
  /** For a reader: "98 turns of `Speaker N: HH:MM:SS`". */
  readonly evidence: string;
}

export interface Shape {
  /** Stable id, stored with imports: `srt`, `webvtt`, `json3`, `speaker-turns`. */
  readonly id: string;
  /** For a reader: "SubRip subtitles". */
  readonly name: string;
  /** Looks at the content alone and cheaply (the head and a sample); null when it cannot be this shape. */
  readonly guess: (text: string) => Guess | null;
  /** Never throws, for any string; linear in its length. */
  readonly parse: (text: string) => Parsed;
}
