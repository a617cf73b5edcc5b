/** What the sidebar must remember to draw itself, besides the episode: one reducer, no browser. */
import { FOLLOWING, type FollowEvent, type FollowState, follow } from './follow';

export type Tab = 'words' | 'notes' | 'outline';
/** The one sheet or menu that is open. */
export type Popover = 'source' | 'settings' | Sheet | 'times';
/** Those that take the whole panel. */
export type Sheet = 'keys' | 'details' | 'import' | 'report' | 'compare';
const SHEETS: readonly (Popover | null)[] = ['keys', 'details', 'import', 'report', 'compare'] satisfies Sheet[];

export function isSheet(popover: Popover | null): popover is Sheet {
  return SHEETS.includes(popover);
}

export interface SidebarState {
  readonly tab: Tab;
  readonly popover: Popover | null;
  readonly follow: FollowState;
  readonly find: FindState;
  /** The words being said are in sight; else the way to them. */
  readonly now: 'visible' | 'above' | 'below' | 'nowhere';
}

export interface FindState {
  readonly open: boolean;
  readonly query: string;
  /** Ordinal of the match the reader is at; -1 when there is none. */
  readonly current: number;
}

export type SidebarEvent =
  | { readonly type: 'tab'; readonly tab: Tab }
  | { readonly type: 'popover'; readonly popover: Popover | null }
  | { readonly type: 'follow'; readonly event: FollowEvent }
  | { readonly type: 'now'; readonly now: SidebarState['now'] }
  | { readonly type: 'find-open' }
  | { readonly type: 'find-close' }
  | { readonly type: 'find-query'; readonly query: string; readonly current: number }
  | { readonly type: 'find-current'; readonly current: number }
  /** Another video: nothing of the last one stays, but the tab and an open find with its query do. */
  | { readonly type: 'video' };

export const INITIAL_STATE: SidebarState = {
  tab: 'words',
  popover: null,
  follow: FOLLOWING,
  find: { open: false, query: '', current: -1 },
  now: 'nowhere',
};

export function reduce(state: SidebarState, event: SidebarEvent): SidebarState {
  switch (event.type) {
    case 'tab':
      return state.tab === event.tab ? state : { ...state, tab: event.tab, popover: null };
    case 'popover':
      return state.popover === event.popover ? state : { ...state, popover: event.popover };
    case 'follow':
      return withFollow(state, event.event);
    case 'now':
      return state.now === event.now ? state : { ...state, now: event.now };
    case 'find-open':
      return withFollow(
        { ...state, tab: 'words', popover: null, find: { ...state.find, open: true } },
        { type: 'reader', did: 'find' },
      );
    case 'find-close':
      return state.find.open ? { ...state, find: { ...state.find, open: false } } : state;
    case 'find-query':
      return { ...state, find: { ...state.find, query: event.query, current: event.current } };
    case 'find-current':
      return withFollow({ ...state, find: { ...state.find, current: event.current } }, { type: 'reader', did: 'find' });
    case 'video':
      return withFollow(
        { ...state, popover: null, now: 'nowhere', find: { ...state.find, current: -1 } },
        { type: 'video' },
      );
  }
}

function withFollow(state: SidebarState, event: FollowEvent): SidebarState {
  const next = follow(state.follow, event);
  return next === state.follow ? state : { ...state, follow: next };
}
