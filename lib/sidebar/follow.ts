/**
 * Whether the text goes along with the speaker. The reader always wins: whatever they do in the text holds it, and
 * only what they do on purpose (a seek, "Back to now") lets it go on. No timer appears here, so none can resume it.
 */

/** `off`: the reader switched following off; seeks and navigation leave it off. */
export type FollowMode = 'following' | 'held' | 'off';

export interface FollowState {
  readonly mode: FollowMode;
  /** An advert holds the player: nothing moves, and the mode of before goes on after it. */
  readonly advert: boolean;
}

/** What the reader did in the text. `find`: the find bar was opened or a match was walked to. */
export type Hold = 'scroll' | 'key' | 'touch' | 'selection' | 'find' | 'strip';

export type FollowEvent =
  | { readonly type: 'reader'; readonly did: Hold }
  /** The reader seeked: by a word, a time, a chapter, or in the player. */
  | { readonly type: 'seek' }
  | { readonly type: 'back-to-now' }
  | { readonly type: 'advert'; readonly playing: boolean }
  /** Another video took the page. */
  | { readonly type: 'video' }
  | { readonly type: 'switch'; readonly on: boolean }
  /** Time passed, words were said. */
  | { readonly type: 'time' };

export const FOLLOWING: FollowState = { mode: 'following', advert: false };

export function follow(state: FollowState, event: FollowEvent): FollowState {
  switch (event.type) {
    case 'reader':
      return withMode(state, state.mode === 'off' ? 'off' : 'held');
    case 'seek':
      return withMode(state, state.mode === 'off' ? 'off' : 'following');
    case 'back-to-now':
      return withMode(state, 'following');
    case 'advert':
      return state.advert === event.playing ? state : { ...state, advert: event.playing };
    case 'video':
      return { mode: state.mode === 'off' ? 'off' : 'following', advert: false };
    case 'switch':
      return withMode(state, event.on ? 'following' : 'off');
    case 'time':
      return state;
  }
}

/** True when the text may be scrolled to the current words without being asked. */
export function mayScroll(state: FollowState): boolean {
  return state.mode === 'following' && !state.advert;
}

function withMode(state: FollowState, mode: FollowMode): FollowState {
  return state.mode === mode ? state : { ...state, mode };
}
