/** What the stage knows of one video. */
import type { TrackBody } from './captions/body';
import type { HumanTranscript } from './episodes/human-transcript';
import type { TruthWord } from './episodes/speech';

/** How the site answers for the video. */
export type VideoState =
  | 'ok'
  | 'live'
  | 'upcoming'
  /** LOGIN_REQUIRED because of the age of the viewer. */
  | 'age'
  /** LOGIN_REQUIRED because the viewer may be a robot; the captions are stripped. */
  | 'bot'
  | 'private'
  /** UNPLAYABLE: blocked in this country, or for members only. */
  | 'unplayable'
  | 'removed';

export interface StageTrack {
  /** The site's key of a track: `.en`, `a.en`, `.en.kH2EDplw2PE`. */
  readonly vssId: string;
  readonly languageCode: string;
  /** As the site shows it: `English (auto-generated)`. */
  readonly name: string;
  /** The name its maker gave it; empty for most. */
  readonly trackName: string;
  readonly automatic: boolean;
  readonly rightToLeft?: boolean;
  readonly body: TrackBody;
  /** The URL of a recorded answer, used instead of a made one. */
  readonly recordedUrl?: string;
}

export interface StageChapter {
  /** Milliseconds; the site's automatic chapters may start at a fraction of a second. */
  readonly start: number;
  readonly title: string;
}

export interface StageAudio {
  readonly id: string;
  readonly name: string;
  /** Indices into the tracks. */
  readonly tracks: readonly number[];
  readonly defaultTrack?: number;
}

export interface StageVideo {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly channelId: string;
  readonly durationMs: number;
  readonly state: VideoState;
  readonly description: string;
  readonly tracks: readonly StageTrack[];
  readonly chapters: readonly StageChapter[];
  /** Where the page carries the chapters; `key-moments` are not chapters and do not begin at 0. */
  readonly chapterKind: 'description' | 'auto' | 'key-moments' | 'none';
  readonly audio: readonly StageAudio[];
  /** Path of a media file, made at first use. Null: nothing to play. */
  readonly media: (() => Promise<string>) | null;
  /** Words as spoken, sorted by time; empty where nobody knows. */
  readonly truth: readonly TruthWord[];
  readonly speakers: readonly string[];
  readonly human?: HumanTranscript;
  /** Recorded player and page answers, served instead of made ones. */
  readonly recordedPlayerResponse?: object;
  readonly recordedInitialData?: object;
  readonly recordedHtml?: string;
}
