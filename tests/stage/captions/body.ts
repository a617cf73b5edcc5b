/** What a track says, before it is written in one of YouTube's formats. */

export interface CaptionWord {
  /** The leading space, where the script has one, is part of the text; the first word of an event has none. */
  readonly text: string;
  /** Milliseconds after the start of its event. */
  readonly offset: number;
}

export interface CaptionEvent {
  /** Milliseconds from the start of the video. */
  readonly start: number;
  /** Milliseconds. For automatic captions far longer than the speech: see `asr.ts`. */
  readonly duration: number;
  readonly words: readonly CaptionWord[];
  /** A roll marker: a line break that makes the window scroll. */
  readonly append?: true;
}

export type CaptionFormat = 'json3' | 'srv1' | 'srv2' | 'srv3' | 'vtt';

export interface TrackBody {
  /** Length of the video, for the window definition that opens an automatic track. */
  readonly durationMs: number;
  readonly automatic: boolean;
  readonly events: readonly CaptionEvent[];
  /** Documents served as they are instead of being written from `events`. */
  readonly recorded?: Partial<Record<CaptionFormat, string>>;
}

export function textOf(event: CaptionEvent): string {
  return event.words.map((word) => word.text).join('');
}

/** The events that carry text: what a reader sees as rows. */
export function rowsOf(body: TrackBody): CaptionEvent[] {
  return body.events.filter((event) => !event.append && textOf(event).trim() !== '');
}
