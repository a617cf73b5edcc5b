/** What the sidebar is given, and what it gives back. */
import type { PlayerPort } from '@/lib/ports';
import type { Settings } from '@/lib/protocol/settings';
import type { EpisodeActions, EpisodeView } from '@/lib/sidebar/episode';
import type { FindEngine } from '../find/finder';
import type { NotesPart } from '../notes/notes-part';
import type { LaterViews } from './later-views';

/** Where the panel stands. `below`: under the player in one column. `floating`: on its own, where the page has no place. */
export type Layout = 'columns' | 'below' | 'theatre' | 'fullscreen' | 'floating';

export interface SidebarProps {
  /** Null: nothing is known of the video yet. */
  readonly episode: EpisodeView | null;
  readonly player: PlayerPort;
  /** Null until it has come: nothing can be found before. */
  readonly findEngine: FindEngine | null;
  /** Null until they have come. */
  readonly laterViews?: LaterViews | null;
  /** Null until it has come: the tabs then show what they can without it. */
  readonly notes?: NotesPart | null;
  /** The text of `styles.ts`. Cannot be changed later. */
  readonly styles: string;
  readonly settings: Settings;
  readonly onChangeSettings: (change: Partial<Settings>) => void;
  readonly actions: EpisodeActions;
  readonly layout: Layout;
  /** The page is dark; settings may say otherwise. */
  readonly dark: boolean;
  readonly collapsed: boolean;
  readonly onCollapse: (collapsed: boolean) => void;
  /** Pixels, as the host element is wide now. */
  readonly width: number;
  /** The reader drags the edge, or presses its arrow keys: the host element takes this width. */
  readonly onResize: (width: number) => void;
}

export interface SidebarHandle {
  /** Changes some props; the others stay. */
  update(change: Partial<SidebarProps>): void;
  /** Hides the words, or shows and focuses them. */
  toggle(): void;
  /** Shows the find bar, with `query` when given, and puts the caret in it; closing it gives the focus back to where it was. */
  openFind(query?: string): void;
  /** Shows the import sheet, where something can be imported. */
  openImport(): void;
  /** Moves the focus into the panel: to the chosen tab, one step before the words. */
  focus(): void;
  /** For a guard that keeps keys from the page: acts on a key pressed inside the root. Listened for by itself too. */
  handleKey(event: KeyboardEvent): void;
  /** Takes everything away: elements, listeners, timers, highlights. Calling it again does nothing. */
  dispose(): void;
}
