/**
 * Getting the words, from the page's first hint to a settled view. Owns one visit at a time; every late answer is checked
 * against it, so that nothing of another video is ever shown.
 */
import type { ImportPort, LibraryPort, Stop } from '../ports';
import type { EpisodeActions, EpisodeView } from '../sidebar/episode';
import { buildTranscript } from '../transcript/build-transcript';
import type { Origin, Transcript } from '../transcript/types';
import type { VideoId } from '../transcript/units';
import type { RouteAnswer } from './answers';
import type { Breaker } from './breaker';
import { chooseTrack, trackWithTimes } from './choose-track';
import type { Clock } from './clock';
import { createImports } from './imports';
import { createKeeper } from './keeper';
import { lendTimes } from './lend-times';
import { type Offer, type OfferedTrack, promisesOtherWords } from './offer';
import { type Round, startRound } from './round';
import type { Canceller, CaptionRoutes } from './routes';
import { addTranscript, hasBestCaptions, metaOf, newVisit, shownIn, type Visit, viewOf } from './visit';

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
  /** The extension has been taken from under the page. What is at hand stays readable. */
  orphan(): void;
  readonly actions: ChainActions;
}

/** How long the library may take before YouTube is asked: a waking worker needs about 50 ms. */
const LIBRARY_MS = 250;
/** Longer differences mean that the video was cut since its captions were stored. */
const DURATION_SLACK_MS = 2_000;

export function createCaptionsChain(input: ChainInput): CaptionsChain {
  const { routes, library, clock, breaker } = input;
  let visit: Visit | null = null;
  let round: Round | null = null;
  let asked = new Set<string>();
  let stops: Stop[] = [];
  /** The visit whose page panel is being watched. */
  let watched: Visit | null = null;
  /** Exact words that wait for the times of the recogniser before they are kept. */
  let unsaved: { readonly transcript: Transcript; readonly leaving: readonly Transcript[] } | null = null;
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
        takeStored(opened, answer);
        begin(opened);
      },
      // The port promises not to reject; a broken one must not cost the reader the words.
      () => begin(opened),
    );
  }

  function leave(): void {
    if (visit) {
      if (unsaved) takeTimes(visit, null);
      keeper.keepRough(visit);
      visit.current = false;
    }
    round?.stop();
    round = null;
    visit = null;
    for (const stop of stops) stop();
    stops = [];
  }

  function takeStored(opened: Visit, answer: Awaited<ReturnType<LibraryPort['openEpisode']>>): void {
    if (!answer.ok) {
      keeper.note(opened, answer.error.code);
      opened.stored = null;
      return;
    }
    opened.stored = answer.value;
    const stored = answer.value;
    if (stored === null || stored.meta.videoId !== opened.videoId) return;
    for (const transcript of stored.transcripts) {
      if (transcript.videoId !== opened.videoId) continue;
      keeper.isKept(transcript);
      if (!opened.transcripts.some(({ id }) => id === transcript.id)) opened.transcripts.push(transcript);
    }
    opened.place = stored.place;
    opened.chosenTrack ??= stored.chosenTrack;
    if (opened.wish === null && stored.chosen !== null) opened.wish = { kind: 'transcript', id: stored.chosen };
    imports?.wordsCame(opened);
    show(opened);
  }

  function begin(opened: Visit): void {
    if (!opened.current || (round && opened.wish?.kind === 'track')) return;
    if (isSettledByLibrary(opened)) {
      round?.stop();
      round = null;
      opened.search = 'settled';
      opened.offline = routes.isOffline();
      show(opened);
      return;
    }
    if (round === null) search(opened, { wished: false, translateTo: null });
  }

  /** Exact captions from the library need no request, unless the video has become another length since. */
  function isSettledByLibrary(opened: Visit): boolean {
    const { stored, offer } = opened;
    const before = stored?.meta.duration ?? null;
    const now = offer?.duration ?? null;
    if (stored && before !== null && now !== null && Math.abs(before - now) > DURATION_SLACK_MS) {
      const captions = stored.transcripts.filter(({ origin }) => origin.kind === 'captions');
      opened.outdated = new Set(captions.map(({ id }) => id));
    }
    return hasBestCaptions(opened, stored?.chosenTrack ?? null, null);
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
      onTimes: (heard) => takeTimes(opened, heard),
      onWords: (answer, origin, language) => takeWords(opened, answer, origin, language),
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
      takeWords(opened, answer, origin, answer.words.language);
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

  function takeWords(opened: Visit, answer: RouteAnswer & { ok: true }, origin: Origin, language: string | null): void {
    const source = { ...answer.words, language };
    const chapters = metaOf(opened).chapters;
    const transcript = buildTranscript({ videoId: opened.videoId, origin, source, chapters });
    if (transcript.words.offset.length === 0) return;
    keeper.remember(transcript);
    const leaving = addTranscript(opened, transcript);
    const isExact = origin.kind === 'captions' && origin.via === 'timedtext';
    const track = isExact && opened.offer?.tracks.find(({ vssId }) => vssId === origin.vssId);
    if (track && origin.translatedTo === undefined && trackWithTimes(opened.offer?.tracks ?? [], track) !== null)
      unsaved = { transcript, leaving };
    else if (isExact) keeper.save(opened, transcript, leaving);
    imports?.wordsCame(opened);
  }

  function takeTimes(opened: Visit, answer: (RouteAnswer & { ok: true }) | null): void {
    const waiting = unsaved;
    unsaved = null;
    if (waiting?.transcript.videoId !== opened.videoId) return;
    const written = waiting.transcript;
    const heard = answer && buildTranscript({ videoId: opened.videoId, origin: written.origin, source: answer.words });
    const better = heard && lendTimes(written, heard);
    if (!better) {
      keeper.save(opened, written, waiting.leaving);
      return;
    }
    keeper.remember(better);
    addTranscript(opened, better);
    if (opened.wish?.kind === 'transcript' && opened.wish.id === written.id)
      opened.wish = { kind: 'transcript', id: better.id };
    imports?.wordsCame(opened);
    keeper.save(opened, better, waiting.leaving);
    imports?.wordsCame(opened);
  }

  function show(opened: Visit): void {
    if (opened !== visit || !opened.current) return;
    input.onView(viewOf(opened));
  }

  const actions: ChainActions = {
    ...(imports ? { imports: imports.actions } : {}),
    showTranscript(id) {
      if (!visit?.transcripts.some((transcript) => transcript.id === id)) return;
      visit.wish = { kind: 'transcript', id };
      keeper.saveChoice(visit, { chosen: id });
      show(visit);
    },
    chooseTrack(vssId) {
      if (!visit?.offer?.tracks.some((track) => track.vssId === vssId)) return;
      visit.wish = { kind: 'track', vssId, translateTo: null };
      visit.chosenTrack = vssId;
      keeper.saveChoice(visit, { chosen: null, chosenTrack: vssId });
      searchUnlessAtHand(visit, vssId, null);
    },
    translateTo(language) {
      const track = visit && trackOf(visit);
      if (!visit || !track) return;
      const translateTo = language === null || language === track.language ? null : language;
      if (translateTo !== null && !track.translatable) return;
      visit.wish = { kind: 'track', vssId: track.vssId, translateTo };
      searchUnlessAtHand(visit, track.vssId, translateTo);
    },
    retry() {
      if (visit) search(visit, { wished: true, translateTo: wishedTranslation(visit) });
    },
    provokeCaptions() {
      const asking = visit;
      if (!asking) return;
      search(asking, { wished: true, translateTo: wishedTranslation(asking) });
      routes.provoke(asking.videoId, input.newCanceller().signal).then(
        () => asking.current && round?.wake(),
        () => undefined,
      );
    },
    savePlace: (place) => keeper.savePlace(place, visit),
  };

  function wishedTranslation(opened: Visit): string | null {
    return opened.wish?.kind === 'track' ? opened.wish.translateTo : null;
  }

  function searchUnlessAtHand(opened: Visit, vssId: string, translateTo: string | null): void {
    if (!hasBestCaptions(opened, vssId, translateTo)) {
      search(opened, { wished: true, translateTo });
      return;
    }
    round?.stop();
    opened.search = 'settled';
    opened.failure = null;
    show(opened);
  }

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
    orphan() {
      if (!visit) return;
      visit.orphaned = true;
      show(visit);
    },
    actions,
  };
}
