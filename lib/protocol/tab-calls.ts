/** Every call that the background and the popup make to the content script of a tab. Plain JSON, as in `background-calls`. */
import type { EpisodeId, VideoId } from '../transcript/units';
import type { Arrival } from './background-calls';
import type { Result } from './result';

/** What the popup says of the active tab. */
export interface TabStatus {
  /** Null: a page of YouTube without a video. */
  readonly videoId: VideoId | null;
  readonly title: string;
  /** The words can be seen now. */
  readonly shown: boolean;
  /** The health line: what the words are and how exact their times, or why there are none. Null without a video. */
  readonly health: {
    readonly name: string;
    readonly detail: string;
    readonly tone: 'good' | 'rough' | 'limited' | 'bad';
  } | null;
}

/** `absent`: the tab has no content script of ours, or it does not answer. */
export type TabErrorCode = 'absent' | 'refused';

type Answer<T> = Result<T, TabErrorCode>;

export interface TabCalls {
  status(args: Record<string, never>): Answer<TabStatus>;
  /** Shows the sidebar when it is hidden or collapsed, else collapses it. */
  toggleSidebar(args: Record<string, never>): Answer<null>;
  openSidebar(args: Record<string, never>): Answer<null>;
  /** Opens the sidebar's find, with `query` when given. */
  openFind(args: { readonly query?: string }): Answer<null>;
  openImport(args: Record<string, never>): Answer<null>;
  /** Asked of every tab: answers whether this one shows the video; if so it goes to the place. */
  arrive(args: { readonly videoId: VideoId; readonly arrival: Arrival }): Answer<boolean>;
  /** Told to every tab: the library was given a transcript of this video. Answers whether this one shows it; if so it takes it in. */
  transcriptCame(args: { readonly videoId: EpisodeId }): Answer<boolean>;
}

export type TabCall = keyof TabCalls;
export type TabArgs<Name extends TabCall> = Parameters<TabCalls[Name]>[0];
export type TabAnswer<Name extends TabCall> = ReturnType<TabCalls[Name]>;
/** What the content script gives: each call with its own function. */
export type TabHandlers = {
  readonly [Name in TabCall]: (args: TabArgs<Name>) => TabAnswer<Name> | Promise<TabAnswer<Name>>;
};
