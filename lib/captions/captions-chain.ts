/**
 * Getting the words, from the page's first hint to a settled view. Owns one visit at a time; every late answer is checked
 * against it, so that nothing of another video is ever shown.
 */
import type { ImportPort, LibraryPort, Stop } from '../ports';
import type { EpisodeActions, EpisodeView } from '../sidebar/episode';
import type { Origin } from '../transcript/types';
import type { EpisodeId, VideoId } from '../transcript/units';
import type { Breaker } from './breaker';
import { chainActions } from './chain-actions';
import { chooseTrack, trackWithTimes } from './choose-track';
import type { Clock } from './clock';
import { createImports } from './imports';
import { createIntake } from './intake';
import { createKeeper } from './keeper';
import { type Offer, type OfferedTrack, promisesOtherWords } from './offer';
import { type Round, startRound } from './round';
import type { Canceller, CaptionRoutes } from './routes';
import { isSettledByLibrary, takeBrought, takeStored } from './stored-words';
import { newVisit, shownIn, type Visit, viewOf } from './visit';

export interface ChainInput {
  readonly routes: CaptionRoutes;
  readonly library: LibraryPort;
  /** Absent where nothing can be imported. */
  readonly imports?: ImportPort;
  readonly clock: Clock;
  readonly newCanceller: () => Canceller;
  readonly breaker: Breaker;
  /** Whether transcripts that come by themselves are to be kept. */
  readonly keeps: () => boolean;
  /** Called after every change; null: no video page. */
  readonly onView: (view: EpisodeView | null) => void;
}

export type ChainActions = Pick<
  EpisodeActions,
  'showTranscript' | 'chooseTrack' | 'translateTo' | 'retry' | 'provokeCaptions' | 'savePlace' | 'imports'
>;

export interface CaptionsChain {
  /** A navigation: everything of the video before is dropped. Null: the page shows no video. */
  open(videoId: VideoId | null): void;
  /** What the page says of a video. Of another video than the open one: ignored. May come often; the newest holds. */
  learn(offer: Offer): void;
  /** The player began to move, or fetched captions of its own: its token may be there. */
  wake(): void;
  /** The library was given a transcript of a video elsewhere. False: it is not the open one. */
  transcriptCame(videoId: EpisodeId): boolean;
  /** The extension has been taken from under the page. What is at hand stays readable. */
  orphan(): void;
  readonly actions: ChainActions;
}

/** How long the library may take before YouTube is asked: a waking worker needs about 50 ms. */
const LIBRARY_MS = 250;

export function createCaptionsChain(input: ChainInput): CaptionsChain {
  const { routes, library, clock, breaker } = input;
  let visit: Visit | null = null;
  let round: Round | null = null;
  let asked = new Set<string>();
  let stops: Stop[] = [];
  /** The visit whose page panel is being watched. */
  let watched: Visit | null = null;
  const keeper = createKeeper({ library, keeps: input.keeps, onProblem: show });
  const imports =
    input.imports &&
    createImports({
      port: input.imports,
      library,
      visit: () => visit,
      show,
      remember: keeper.remember,
      note: keeper.note,
    });
  const intake = createIntake(keeper, imports);

  function open(videoId: VideoId | null): void {
    leave();
    if (videoId === null) {
      input.onView(null);
      return;
    }
    const opened = newVisit(videoId);
    visit = opened;
    asked = new Set();
    show(opened);
    stops.push(clock.after(LIBRARY_MS, () => begin(opened)));
    library.openEpisode(videoId).then(
      (answer) => {
        if (!opened.current) return;
        stored(opened, answer);
        begin(opened);
      },
      // The port promises not to reject; a broken one must not cost the reader the words.
      () => begin(opened),
    );
  }

  function leave(): void {
    if (visit) {
      intake.leave(visit);
      keeper.keepRough(visit);
      visit.current = false;
    }
    round?.stop();
    round = null;
    visit = null;
    for (const stop of stops) stop();
    stops = [];
  }

  function stored(opened: Visit, answer: Awaited<ReturnType<LibraryPort['openEpisode']>>): void {
    if (!answer.ok) keeper.note(opened, answer.error.code);
    if (!takeStored(opened, answer.ok ? answer.value : null, keeper)) return;
    imports?.wordsCame(opened);
    show(opened);
  }

  function brought(opened: Visit, answer: Awaited<ReturnType<LibraryPort['openEpisode']>>): void {
    if (!opened.current || !answer.ok || !takeBrought(opened, answer.value, keeper)) return;
    imports?.wordsCame(opened);
    show(opened);
  }

  function begin(opened: Visit): void {
    if (!opened.current || (round && opened.wish?.kind === 'track')) return;
    if (isSettledByLibrary(opened)) {
      opened.offline = routes.isOffline();
      round?.stop();
      round = null;
      settle(opened);
      return;
    }
    if (round === null) search(opened, { wished: false, translateTo: null });
  }

  function settle(opened: Visit): void {
    opened.search = 'settled';
    show(opened);
  }

  function search(opened: Visit, how: { wished: boolean; translateTo: string | null }): void {
    round?.stop();
    opened.slow = false;
    opened.failure = null;
    round = startRound({
      visit: opened,
      routes,
      breaker,
      clock,
      canceller: input.newCanceller(),
      wished: how.wished,
      translateTo: how.translateTo,
      track: () => trackOf(opened),
      asked,
      timesFor: (track) => trackWithTimes(opened.offer?.tracks ?? [], track),
      onTimes: (heard) => intake.takeTimes(opened, heard),
      onWords: (answer, origin, language) => intake.take(opened, answer, origin, language),
      onBeginning(answer, origin, language) {
        intake.begin(opened, answer, origin, language);
        show(opened);
      },
      onChange: () => searched(opened),
    });
    searched(opened);
  }

  function searched(opened: Visit): void {
    if (opened.search === 'settled') {
      if (shownIn(opened) === null) watchPagePanel(opened);
      else keeper.keepRough(opened);
    }
    show(opened);
  }

  /** The last source: the viewer may open YouTube's own panel, now or later. */
  function watchPagePanel(opened: Visit): void {
    if (watched === opened) return;
    watched = opened;
    const origin: Origin = { kind: 'captions', vssId: '', automatic: true, via: 'page' };
    const stop = routes.watchPagePanel(opened.videoId, (answer) => {
      if (!opened.current || !answer.ok || shownIn(opened) !== null) return;
      intake.take(opened, answer, origin, answer.words.language);
      searched(opened);
    });
    stops.push(stop);
  }

  function trackOf(opened: Visit): OfferedTrack | null {
    const { offer, stored, wish } = opened;
    if (offer === null) return null;
    const remembered = wish?.kind === 'track' ? wish.vssId : (opened.chosenTrack ?? stored?.chosenTrack ?? null);
    const track = chooseTrack(offer.tracks, { ...offer, remembered });
    opened.chosenTrack = track?.vssId ?? opened.chosenTrack;
    return track;
  }

  function show(opened: Visit): void {
    if (opened !== visit || !opened.current) return;
    input.onView(viewOf(opened));
  }

  const actions: ChainActions = {
    ...(imports ? { imports: imports.actions } : {}),
    ...chainActions({
      visit: () => visit,
      trackOf,
      search: (opened, translateTo) => search(opened, { wished: true, translateTo }),
      settle(opened) {
        round?.stop();
        settle(opened);
      },
      show,
      saveChoice: keeper.saveChoice,
      provoke: ({ videoId }) => routes.provoke(videoId, input.newCanceller().signal),
      wake: () => round?.wake(),
    }),
    savePlace: (place) => keeper.savePlace(place, visit),
  };

  return {
    open,
    learn(offer) {
      if (visit === null || offer.videoId !== visit.videoId) return;
      const changed = promisesOtherWords(visit.offer, offer);
      visit.offer = offer;
      if (round && changed) round.offerChanged();
      else if (!round && visit.search === 'settled' && !isSettledByLibrary(visit))
        search(visit, { wished: false, translateTo: null });
      show(visit);
    },
    wake: () => round?.wake(),
    transcriptCame(videoId) {
      const opened = visit;
      if (opened?.videoId !== videoId) return false;
      library.openEpisode(opened.videoId).then(
        (answer) => brought(opened, answer),
        () => undefined,
      );
      return true;
    },
    orphan() {
      if (!visit) return;
      visit.orphaned = true;
      show(visit);
    },
    actions,
  };
}
