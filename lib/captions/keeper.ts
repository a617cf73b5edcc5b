/** What the chain gives the library: transcripts once each, the reader's choices and places; and what the library answers. */
import type { LibraryErrorCode, LibraryPort, ReadingPlace } from '../ports';
import type { Result } from '../protocol/result';
import type { Transcript } from '../transcript/types';
import type { EpisodeId } from '../transcript/units';
import { metaOf, shownIn, type Visit } from './visit';

export interface KeeperInput {
  readonly library: LibraryPort;
  /** Whether transcripts that come by themselves are to be kept. */
  readonly keeps: () => boolean;
  /** Called with the visit whose library has failed; it is noted in there. */
  readonly onProblem: (visit: Visit) => void;
}

export interface Keeper {
  /** Learns which video a transcript belongs to. */
  remember(transcript: Transcript): void;
  /** The same, of one that comes from the library. */
  isKept(transcript: Transcript): void;
  /** Keeps a transcript, unless it is kept already, and takes those out that it replaces. */
  save(visit: Visit, transcript: Transcript, leaving: readonly Transcript[]): void;
  /** Keeps what is shown if nothing better than rough words came: one reading of a video in the library is enough. */
  keepRough(visit: Visit): void;
  saveChoice(visit: Visit, choice: Parameters<LibraryPort['saveChoice']>[1]): void;
  /** Under the video the place is in, also after the reader has gone on. `visit`: the one to tell of a failure. */
  savePlace(place: ReadingPlace, visit: Visit | null): void;
  /** Writes down in the visit what the library answered. */
  note(visit: Visit, code: LibraryErrorCode): void;
}

/** A sidebar saves the place of the video it has just left, not of one long ago. */
const MOST_REMEMBERED = 50;

export function createKeeper({ library, keeps, onProblem }: KeeperInput): Keeper {
  const videoOf = new Map<string, EpisodeId>();
  /** Ids of the transcripts the library has been given. */
  const kept = new Set<string>();

  function remember(transcript: Transcript): void {
    videoOf.set(transcript.id, transcript.videoId);
    for (const id of videoOf.keys()) {
      if (videoOf.size <= MOST_REMEMBERED) break;
      videoOf.delete(id);
    }
  }

  function save(visit: Visit, transcript: Transcript, leaving: readonly Transcript[]): void {
    if (!keeps() || kept.has(transcript.id)) return;
    kept.add(transcript.id);
    library.saveTranscript(metaOf(visit), transcript).then(
      (saved) => {
        if (!saved.ok) kept.delete(transcript.id);
        else
          for (const old of leaving)
            if (kept.delete(old.id)) library.removeTranscript(visit.videoId, old.id).catch(() => undefined);
        check(saved, visit);
      },
      () => kept.delete(transcript.id),
    );
  }

  function check(answer: Result<unknown, LibraryErrorCode>, visit: Visit | null): void {
    if (answer.ok || visit === null) return;
    note(visit, answer.error.code);
    onProblem(visit);
  }

  function note(visit: Visit, code: LibraryErrorCode): void {
    if (code === 'storage-full') visit.storage = 'full';
    if (code === 'storage-broken' || code === 'newer-database') visit.storage = 'broken';
    if (code === 'orphaned') visit.orphaned = true;
    visit.diagnostics = [...visit.diagnostics.slice(-19), `library: ${code}`];
  }

  return {
    remember,
    isKept(transcript) {
      remember(transcript);
      kept.add(transcript.id);
    },
    save,
    keepRough(visit) {
      const shown = shownIn(visit);
      if (shown?.origin.kind === 'captions' && shown.origin.via !== 'timedtext') save(visit, shown, []);
    },
    saveChoice(visit, choice) {
      library.saveChoice(visit.videoId, choice).then(
        (saved) => check(saved, visit),
        () => undefined,
      );
    },
    savePlace(place, visit) {
      const videoId = videoOf.get(place.transcriptId);
      if (videoId === undefined) return;
      library.savePlace(videoId, place).then(
        (saved) => check(saved, visit),
        () => undefined,
      );
    },
    note,
  };
}
