/** What becomes of an answer: a transcript in the visit, with the recogniser's times where they fit, kept in the library. */
import { buildTranscript } from '../transcript/build-transcript';
import type { Origin, Transcript } from '../transcript/types';
import type { RouteAnswer } from './answers';
import { trackWithTimes } from './choose-track';
import type { Imports } from './imports';
import type { Keeper } from './keeper';
import { lendTimes } from './lend-times';
import { addTranscript, metaOf, shownIn, type Visit } from './visit';

type Words = RouteAnswer & { readonly ok: true };

export interface Intake {
  /** The first words of a long answer: shown where there are none yet, and never kept. Null: not to be shown any more. */
  begin(visit: Visit, answer: Words | null, origin: Origin, language: string | null): void;
  take(visit: Visit, answer: Words, origin: Origin, language: string | null): void;
  /** After words whose times another track may better; null: that other gave nothing. */
  takeTimes(visit: Visit, heard: Words | null): void;
  /** The reader goes on: what waits for better times is kept as it is. */
  leave(visit: Visit): void;
}

export function createIntake(keeper: Keeper, imports: Imports | undefined): Intake {
  /** Exact words that wait for the times of the recogniser before they are kept. */
  let unsaved: { readonly transcript: Transcript; readonly leaving: readonly Transcript[] } | null = null;

  function takeTimes(visit: Visit, heard: Words | null): void {
    const waiting = unsaved;
    unsaved = null;
    if (waiting?.transcript.videoId !== visit.videoId) return;
    const written = waiting.transcript;
    const times = heard && buildTranscript({ videoId: visit.videoId, origin: written.origin, source: heard.words });
    const better = times && lendTimes(written, times);
    if (!better) {
      keeper.save(visit, written, waiting.leaving);
      return;
    }
    keeper.remember(better);
    addTranscript(visit, better);
    if (visit.wish?.kind === 'transcript' && visit.wish.id === written.id)
      visit.wish = { kind: 'transcript', id: better.id };
    keeper.save(visit, better, waiting.leaving);
    imports?.wordsCame(visit);
  }

  return {
    begin(visit, answer, origin, language) {
      const source = answer && shownIn(visit) === null ? { ...answer.words, language } : null;
      const { chapters } = metaOf(visit);
      visit.beginning = source && buildTranscript({ videoId: visit.videoId, origin, source, chapters });
    },
    take(visit, answer, origin, language) {
      const source = { ...answer.words, language };
      const { chapters } = metaOf(visit);
      const { placed } = answer;
      const transcript = buildTranscript({ videoId: visit.videoId, origin, source, chapters, placed });
      visit.beginning = null;
      if (transcript.words.offset.length === 0) return;
      keeper.remember(transcript);
      const leaving = addTranscript(visit, transcript);
      if (mayGetTimes(visit, origin)) unsaved = { transcript, leaving };
      else if (isExact(origin)) keeper.save(visit, transcript, leaving);
      imports?.wordsCame(visit);
    },
    takeTimes,
    leave(visit) {
      if (unsaved) takeTimes(visit, null);
    },
  };
}

function isExact(origin: Origin): origin is Origin & { kind: 'captions' } {
  return origin.kind === 'captions' && origin.via === 'timedtext';
}

function mayGetTimes({ offer }: Visit, origin: Origin): boolean {
  if (!isExact(origin) || origin.translatedTo !== undefined) return false;
  const track = offer?.tracks.find(({ vssId }) => vssId === origin.vssId);
  return track !== undefined && trackWithTimes(offer?.tracks ?? [], track) !== null;
}
