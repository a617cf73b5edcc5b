import { type CaptionEvent, rowsOf, type TrackBody, textOf } from './body';

/** A stand-in for machine translation: whole rows, no word times, each marked with the language it claims to be in. */
export function translated(body: TrackBody, language: string): TrackBody {
  const rows: CaptionEvent[] = rowsOf(body).map((row) => ({
    start: row.start,
    duration: row.duration,
    words: [{ text: `${language}: ${textOf(row)}`, offset: 0 }],
  }));
  return { durationMs: body.durationMs, automatic: false, events: rows };
}
