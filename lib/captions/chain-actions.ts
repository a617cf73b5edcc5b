/** What the reader can ask of the chain: another transcript or track, a translation, another try. */
import type { EpisodeActions } from '../sidebar/episode';
import type { OfferedTrack } from './offer';
import { hasBestCaptions, type Visit } from './visit';

export type Choices = Pick<
  EpisodeActions,
  'showTranscript' | 'chooseTrack' | 'translateTo' | 'retry' | 'provokeCaptions'
>;

export interface ChoicesInput {
  /** The visit of the open video. */
  readonly visit: () => Visit | null;
  readonly trackOf: (visit: Visit) => OfferedTrack | null;
  readonly search: (visit: Visit, translateTo: string | null) => void;
  /** Ends the search that goes on: what is wanted is at hand. */
  readonly settle: (visit: Visit) => void;
  readonly show: (visit: Visit) => void;
  readonly saveChoice: (visit: Visit, choice: { chosen?: string | null; chosenTrack?: string }) => void;
  /** Turns the player's captions on for a moment; settles when its token may be there. */
  readonly provoke: (visit: Visit) => Promise<unknown>;
  readonly wake: () => void;
}

export function chainActions(input: ChoicesInput): Choices {
  const { visit, search, show } = input;

  function searchUnlessAtHand(opened: Visit, vssId: string, translateTo: string | null): void {
    if (!hasBestCaptions(opened, vssId, translateTo)) {
      search(opened, translateTo);
      return;
    }
    opened.failure = null;
    input.settle(opened);
  }

  return {
    showTranscript(id) {
      const opened = visit();
      if (!opened?.transcripts.some((transcript) => transcript.id === id)) return;
      opened.wish = { kind: 'transcript', id };
      input.saveChoice(opened, { chosen: id });
      show(opened);
    },
    chooseTrack(vssId) {
      const opened = visit();
      if (!opened?.offer?.tracks.some((track) => track.vssId === vssId)) return;
      opened.wish = { kind: 'track', vssId, translateTo: null };
      opened.chosenTrack = vssId;
      input.saveChoice(opened, { chosen: null, chosenTrack: vssId });
      searchUnlessAtHand(opened, vssId, null);
    },
    translateTo(language) {
      const opened = visit();
      const track = opened && input.trackOf(opened);
      if (!opened || !track) return;
      const translateTo = language === null || language === track.language ? null : language;
      if (translateTo !== null && !track.translatable) return;
      opened.wish = { kind: 'track', vssId: track.vssId, translateTo };
      searchUnlessAtHand(opened, track.vssId, translateTo);
    },
    retry() {
      const opened = visit();
      if (opened) search(opened, wishedTranslation(opened));
    },
    provokeCaptions() {
      const opened = visit();
      if (!opened) return;
      search(opened, wishedTranslation(opened));
      input.provoke(opened).then(
        () => opened.current && input.wake(),
        () => undefined,
      );
    },
  };
}

function wishedTranslation({ wish }: Visit): string | null {
  return wish?.kind === 'track' ? wish.translateTo : null;
}
