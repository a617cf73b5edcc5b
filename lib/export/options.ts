/** What a reader may leave out, and what the transcript itself does not know. */
export interface ExportOptions {
  /** The video's title; without it the page has no heading. */
  readonly title?: string | null;
  readonly channel?: string | null;
  /** Default true. */
  readonly times?: boolean;
  /** Default true. */
  readonly speakers?: boolean;
}

export function showsTimes({ times }: ExportOptions): boolean {
  return times ?? true;
}

export function showsSpeakers({ speakers }: ExportOptions): boolean {
  return speakers ?? true;
}
