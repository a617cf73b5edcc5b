/**
 * One search for the words of one visit: rough words from the panel and, where no token is needed, the track itself at
 * once; then the track with the token the player mints. Ends with the best words there are or with a named reason.
 */
import type { Stop } from '../ports';
import type { Search } from '../sidebar/episode';
import type { Origin } from '../transcript/types';
import type { Refusal, RouteAnswer } from './answers';
import { refusedBy } from './answers';
import type { Breaker, Endpoint } from './breaker';
import type { Clock } from './clock';
import { failureOf, failureOfOffer } from './failures';
import type { CaptionToken, OfferedTrack } from './offer';
import type { Canceller, CaptionRoutes, Signal } from './routes';
import { shownIn, type Visit } from './visit';

/** How often the player is asked for its token. */
const BEAT_MS = 120;
/** How long first words may take before the reader is told that it is slow. */
const SLOW_MS = 8_000;
/** After this much time without adverts the search ends with what there is. */
const SEARCH_MS = 9_000;
/** How long another token may follow one that brought nothing. */
const SECOND_TOKEN_MS = 2_000;
/** After these an endpoint is not asked again in the same search. */
const CLOSING: readonly Refusal[] = ['too-many', 'captcha', 'held-back', 'unreachable', 'too-large', 'missing'];
/** How long the page may take to say what it offers before the panel is asked without knowing the language. */
const OFFER_MS = 400;

export interface RoundInput {
  readonly visit: Visit;
  readonly routes: CaptionRoutes;
  readonly breaker: Breaker;
  readonly clock: Clock;
  readonly canceller: Canceller;
  /** The reader asked for this search. */
  readonly wished: boolean;
  readonly track: () => OfferedTrack | null;
  readonly translateTo: string | null;
  /** Sources that were already asked in this visit, and are not asked again unless wished. Shared by its rounds. */
  readonly asked: Set<string>;
  /** The automatic track whose times the words of this one can take; null when there is none or none is needed. */
  readonly timesFor: (track: OfferedTrack) => OfferedTrack | null;
  /** Once after `onWords` for a track that `timesFor` names another for; null: that other gave nothing. */
  readonly onTimes: (heard: (RouteAnswer & { ok: true }) | null) => void;
  readonly onWords: (answer: RouteAnswer & { ok: true }, origin: Origin, language: string | null) => void;
  /** The first words of a long answer, while the rest is being read; null: they are no longer to be shown. */
  readonly onBeginning: (answer: (RouteAnswer & { ok: true }) | null, origin: Origin, language: string | null) => void;
  readonly onChange: () => void;
}

export interface Round {
  /** The page has said more, or something else, of what it offers. */
  offerChanged(): void;
  /** A token may be there now: the player has begun to move, or was seen fetching captions. */
  wake(): void;
  stop(): void;
}

export function startRound(input: RoundInput): Round {
  const { visit, routes, clock, canceller, asked } = input;
  const startedAt = clock.now();
  const refusals: Refusal[] = [];
  const spentTokens = new Set<string>();
  /** Endpoints that will give nothing more in this search: asked to slow down, or out of reach. */
  const closed = new Set<Endpoint>();
  let inFlight = 0;
  let hasHeardWords = false;
  let tokenSpentAt = Number.NEGATIVE_INFINITY;
  let calmMs = 0;
  let lastBeat = startedAt;
  let isExact = false;
  let isOver = false;
  let nextBeat: Stop | null = null;

  const isAlive = (): boolean => !canceller.signal.aborted && visit.current;

  function beat(): void {
    if (!isAlive()) return;
    const now = clock.now();
    if (!routes.isAdvert()) calmMs += now - lastBeat;
    lastBeat = now;
    if (now - startedAt >= SLOW_MS && !visit.slow) {
      visit.slow = true;
      input.onChange();
    }
    ask();
    if (calmMs >= SEARCH_MS || hasTokenFailed()) end();
    if (!isOver) nextBeat = clock.after(BEAT_MS, beat);
  }

  /** Sends whatever can be sent now and has not been. */
  function ask(): void {
    const { offer } = visit;
    if (offer === null && clock.now() - startedAt < OFFER_MS) return;
    // What the page says was true when it was loaded; a reader who asks again wants it asked again.
    if (offer && failureOfOffer(offer) && !input.wished) {
      end();
      return;
    }
    const track = input.track();
    if (track) askTimedtext(track);
    if (input.translateTo === null) askPanel(track);
    endIfNothingIsLeft();
  }

  function askTimedtext(track: OfferedTrack): void {
    if (isExact) return;
    if (!track.gated && mayAsk(`bare ${track.vssId} ${input.translateTo}`)) send(track, null);
    const token = routes.token(visit.videoId);
    // Two donors can hold different tokens, and either can be stale; a third one would only be more of the same.
    if (token === null || spentTokens.has(token.pot) || spentTokens.size >= 2) return;
    spentTokens.add(token.pot);
    tokenSpentAt = clock.now();
    if (mayAsk(`token ${track.vssId} ${input.translateTo} ${token.pot}`)) send(track, token);
  }

  /** A token that brought nothing is followed by another donor's soon or not at all; `wake` begins again if one comes. */
  function hasTokenFailed(): boolean {
    return spentTokens.size > 0 && inFlight === 0 && clock.now() - tokenSpentAt > SECOND_TOKEN_MS;
  }

  /** Once per source and visit, or once per search that the reader asked for. */
  function mayAsk(source: string): boolean {
    const key = input.wished ? `${startedAt} ${source}` : source;
    if (asked.has(key)) return false;
    asked.add(key);
    return true;
  }

  function send(track: OfferedTrack, token: CaptionToken | null): void {
    const { translateTo } = input;
    const origin: Origin = {
      kind: 'captions',
      vssId: track.vssId,
      automatic: track.automatic,
      via: 'timedtext',
      ...(translateTo === null ? {} : { translatedTo: translateTo }),
    };
    const route = token ? 'timedtext with token' : 'timedtext';
    const language = translateTo ?? track.language;
    const begin = (answer: RouteAnswer & { ok: true }): void => {
      if (isAlive() && !isExact) input.onBeginning(answer, origin, language);
    };
    const request = (signal: Signal) => routes.timedtext({ track, token, translateTo }, visit.videoId, signal, begin);
    run(
      route,
      translateTo === null ? 'timedtext' : 'translation',
      request,
      (answer) => {
        isExact = true;
        input.onWords(answer, origin, language);
        if (translateTo === null) askTimes(track, token);
        // Also after the search was given up: late words are still words.
        isOver = false;
        end();
      },
      () => input.onBeginning(null, origin, language),
    );
  }

  /** The words are there; what the recogniser heard can only make their times better, so nothing waits for it. */
  function askTimes(track: OfferedTrack, token: CaptionToken | null): void {
    const heard = input.timesFor(track);
    if (heard === null) return;
    if ((heard.gated && token === null) || !mayAsk(`times ${heard.vssId}`)) {
      input.onTimes(null);
      return;
    }
    const request = (signal: Signal) =>
      routes.timedtext({ track: heard, token, translateTo: null }, visit.videoId, signal);
    run('times of the recogniser', 'timedtext', request, input.onTimes, () => input.onTimes(null));
  }

  function askPanel(track: OfferedTrack | null): void {
    const language = track?.language ?? null;
    if (isExact || hasRoughWords(language) || !mayAsk('panel')) return;
    const only = visit.offer?.tracks.length === 1 ? visit.offer.tracks[0] : undefined;
    const origin: Origin = {
      kind: 'captions',
      vssId: only?.vssId ?? '',
      automatic: track?.automatic ?? true,
      via: 'panel',
    };
    const request = (signal: Signal) => routes.panel({ videoId: visit.videoId, language }, signal);
    run('panel', 'panel', request, (answer) => {
      if (!isExact) input.onWords(answer, origin, language);
    });
  }

  function hasRoughWords(language: string | null): boolean {
    return visit.transcripts.some(
      (transcript) =>
        transcript.origin.kind === 'captions' &&
        !visit.outdated.has(transcript.id) &&
        transcript.origin.translatedTo === undefined &&
        (language === null || transcript.language === language),
    );
  }

  function run(
    route: string,
    endpoint: Endpoint,
    request: (signal: Signal) => Promise<RouteAnswer>,
    onWords: (answer: RouteAnswer & { ok: true }) => void,
    onRefusal: () => void = () => undefined,
  ): void {
    inFlight += 1;
    const held = !input.breaker.admits(endpoint, input.wished);
    const answer = held ? Promise.resolve(refusedBy('held-back', 'asked to slow down')) : request(canceller.signal);
    answer
      // A route that rejects has a bug; the search must end all the same.
      .catch((error: unknown) => refusedBy('damaged', String(error)))
      .then((result) => {
        if (!isAlive()) return;
        inFlight -= 1;
        note(`${route}: ${result.ok ? 'words' : result.why} ${result.detail}`);
        if (result.ok) {
          hasHeardWords = true;
          input.breaker.recovered(endpoint);
          onWords(result);
        } else {
          refusals.push(result.why);
          onRefusal();
          if (CLOSING.includes(result.why)) closed.add(endpoint);
          if (result.why === 'too-many' || result.why === 'captcha')
            input.breaker.tripped(endpoint, result.retryAfter ?? null);
        }
        refresh();
      });
  }

  function note(line: string): void {
    visit.diagnostics = [...visit.diagnostics.slice(-19), line];
  }

  function refresh(): void {
    endIfNothingIsLeft();
    if (!isOver) setSearch(searching());
    input.onChange();
  }

  /** With nothing on its way, only a token can still help, and only where its request may be sent. */
  function endIfNothingIsLeft(): void {
    if (inFlight > 0 || visit.offer === null) return;
    const isClosed = closed.has(input.translateTo === null ? 'timedtext' : 'translation');
    if (isClosed || routes.isOffline() || input.track() === null || spentTokens.size >= 2) end();
  }

  function end(): void {
    if (isOver) return;
    isOver = true;
    nextBeat?.();
    const { offer } = visit;
    const ofPage = offer && failureOfOffer(offer);
    if (spentTokens.size === 0 && input.track()?.gated) refusals.push('no-token');
    visit.failure = isExact ? null : (ofPage ?? failureOf(refusals, routes.isOffline(), hasHeardWords));
    visit.offline = isShownFromLibrary() && visit.failure === 'offline';
    setSearch('settled');
    input.onChange();
  }

  function isShownFromLibrary(): boolean {
    const shown = shownIn(visit);
    return shown !== null && visit.stored?.transcripts.some(({ id }) => id === shown.id) === true;
  }

  /** Only rough captions are waiting for better times; exact words on screen are waiting for others. */
  function searching(): Search {
    const origin = shownIn(visit)?.origin;
    return origin?.kind === 'captions' && origin.via !== 'timedtext' ? 'better-times' : 'first-words';
  }

  function setSearch(search: Search): void {
    visit.search = search;
  }

  function begin(): void {
    isOver = false;
    calmMs = 0;
    lastBeat = clock.now();
    setSearch(searching());
    beat();
  }

  begin();
  return {
    offerChanged() {
      if (!isAlive() || isExact) return;
      if (isOver) begin();
      else ask();
    },
    wake() {
      if (!isAlive() || isExact) return;
      const track = input.track();
      // Nothing to gain: no track to ask for, or every token was tried.
      if (track === null || spentTokens.size >= 2) return;
      if (isOver) begin();
      else ask();
    },
    stop() {
      canceller.abort();
      nextBeat?.();
    },
  };
}
