/** What the reader keeps: words, thoughts, moments. Plain data, for the library and backups. */
import { turnOfWord } from '../transcript/lookup';
import type { Transcript } from '../transcript/types';
import type { EpisodeId, Milliseconds } from '../transcript/units';
import { type Anchor, anchorOf, type WordRange } from './anchors';
import type { NoteView, Shown } from './note-views';
import { timeOfWord } from './places';

export interface OwnNote {
  readonly id: string;
  readonly videoId: EpisodeId;
  /** `highlight`: words; `note`: words or a moment, and what the reader thinks; `bookmark`: a moment. */
  readonly kind: 'highlight' | 'note' | 'bookmark';
  /** Null: a moment without words. */
  readonly anchor: Anchor | null;
  readonly time: Milliseconds | null;
  /** The reader's own words; may be empty. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly changedAt: number;
}

interface Making {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Words, with or without a thought. The range must not be empty. */
export function keepWords(transcript: Transcript, range: WordRange, text: string, { id, now }: Making): OwnNote {
  return {
    id,
    videoId: transcript.videoId,
    kind: text === '' ? 'highlight' : 'note',
    anchor: anchorOf(transcript, range),
    time: timeOfWord(transcript, range.first),
    text,
    createdAt: now,
    changedAt: now,
  };
}

export function keepMoment(videoId: EpisodeId, time: Milliseconds, text: string, { id, now }: Making): OwnNote {
  const kind = text === '' ? 'bookmark' : 'note';
  return { id, videoId, kind, anchor: null, time, text, createdAt: now, changedAt: now };
}

export function changeText(note: OwnNote, text: string, now: number): OwnNote {
  const bare = note.anchor ? 'highlight' : 'bookmark';
  return { ...note, text, kind: text === '' ? bare : 'note', changedAt: now };
}

/** Takes what is stored, of any age and damage; null where it is no note. */
export function readOwnNote(stored: unknown): OwnNote | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { id, videoId, kind, anchor, time, text, createdAt, changedAt } = stored as Record<string, unknown>;
  if (typeof id !== 'string' || typeof videoId !== 'string' || typeof text !== 'string') return null;
  if (kind !== 'highlight' && kind !== 'note' && kind !== 'bookmark') return null;
  const placed = readAnchor(anchor);
  const moment = readTime(time);
  if (placed === null && moment === null) return null;
  return {
    id,
    videoId: videoId as EpisodeId,
    kind,
    anchor: placed,
    time: moment,
    text,
    createdAt: typeof createdAt === 'number' ? createdAt : 0,
    changedAt: typeof changedAt === 'number' ? changedAt : 0,
  };
}

export function readAnchor(stored: unknown): Anchor | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { quote, prefix, suffix, time, share } = stored as Record<string, unknown>;
  if (typeof quote !== 'string' || quote === '' || typeof prefix !== 'string' || typeof suffix !== 'string')
    return null;
  const isShare = typeof share === 'number' && share >= 0 && share <= 1;
  return { quote, prefix, suffix, time: readTime(time), share: isShare ? share : 0 };
}

function readTime(time: unknown): Milliseconds | null {
  return typeof time === 'number' && Number.isFinite(time) && time >= 0 ? (Math.round(time) as Milliseconds) : null;
}

/** The reader's notes as shown: by time, those whose words are gone from the shown transcript at their old time. */
export function viewOwn(notes: readonly OwnNote[], shown: Shown): NoteView[] {
  const views = notes.map((note): NoteView => {
    const place = note.anchor && shown.ofAnchor(note.anchor);
    const quote = note.anchor?.quote.replaceAll('\n', ' ') ?? '';
    const elsewhere = note.time === null ? [] : [{ start: note.time, isRough: false, range: null, text: quote }];
    return {
      id: note.id,
      kind: note.kind,
      text: quote === '' ? note.text : quote,
      speaker: place?.range ? speakerAt(shown.transcript, place.range.first) : null,
      comment: quote === '' ? '' : note.text,
      url: null,
      state: 'own',
      places: place ? [place] : elsewhere,
      stated: null,
      differences: [],
    };
  });
  const startOf = (view: NoteView) => view.places[0]?.start ?? Number.POSITIVE_INFINITY;
  return views.sort((a, b) => startOf(a) - startOf(b));
}

function speakerAt(transcript: Transcript, word: number): string | null {
  const speaker = transcript.turns[turnOfWord(transcript, word)]?.speaker ?? null;
  return speaker === null ? null : (transcript.speakers[speaker]?.name ?? null);
}
