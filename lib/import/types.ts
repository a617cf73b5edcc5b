/** What an import asks of the reader and tells them. Plain data: it crosses to the background and back. */
import type { Timing } from '../transcript/types';
import type { EpisodeId } from '../transcript/units';

/** What the reader corrected. Everything that is absent is as it was understood. */
export interface ImportChoices {
  /** Id of a shape of `lib/formats`. */
  readonly shape?: string;
  /** Label of the encoding standard. */
  readonly encoding?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  /** Milliseconds added to every time. */
  readonly shift?: number;
  /** Names for the speakers as the source labels them. */
  readonly names?: readonly SpeakerName[];
}

export type SpeakerName = readonly [label: string, name: string];

/** What the transcript is to belong to. */
export interface ImportTarget {
  readonly videoId: EpisodeId;
  /** Milliseconds; null while unknown. */
  readonly duration: number | null;
}

export interface Named {
  readonly id: string;
  /** For a reader. */
  readonly name: string;
}

/** Everything a reader needs to see whether the text was understood. Times in milliseconds, `shift` included. */
export interface ImportPreview {
  /** As the text itself says it is called; null where it does not. */
  readonly title: string | null;
  readonly shape: Named;
  /** Other shapes it could be, likeliest first. */
  readonly others: readonly Named[];
  readonly encoding: string;
  /** Set when the encoding is only a guess: what else it could be. */
  readonly otherEncodings: readonly string[];
  /** What the transcript is counted in. `words` where the source has no units of its own. */
  readonly unit: 'turn' | 'line' | 'word';
  readonly units: number;
  readonly speakers: readonly PreviewSpeaker[];
  readonly timing: Timing;
  /** Null where the source has no times. */
  readonly start: number | null;
  readonly end: number | null;
  /** BCP 47 tag, or `und`. */
  readonly language: string;
  readonly first: PreviewLine;
  readonly last: PreviewLine;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  /** Null when its length can belong to the video, or nothing can be said. */
  readonly misfit: Misfit | null;
}

export interface PreviewSpeaker {
  readonly label: string;
  readonly name: string;
  readonly turns: number;
}

export interface PreviewLine {
  readonly time: number | null;
  readonly text: string;
}

/** Why a transcript hardly belongs to a video. Lengths in milliseconds. */
export type Misfit =
  | { readonly kind: 'too-long'; readonly ends: number; readonly video: number }
  | { readonly kind: 'too-short'; readonly ends: number; readonly video: number }
  | { readonly kind: 'too-many-words'; readonly words: number; readonly video: number };

/** Why nothing can be imported. `code` as `lib/formats` gives it, or `no-words`. */
export interface ImportRefusal {
  readonly code: string;
  /** For a reader. */
  readonly message: string;
  /** What it could be read as all the same. */
  readonly others: readonly Named[];
}
