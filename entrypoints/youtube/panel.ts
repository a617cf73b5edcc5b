/** The panel in the page: the sidebar inside our element, shown where and when the reader wants it. */
import type { FindEngine } from '@/components/find/finder';
import type { NotesPart } from '@/components/notes/notes-part';
import type { mountSidebar, SidebarHandle } from '@/components/sidebar/index';
import type { LaterViews } from '@/components/sidebar/later-views';
import { takePart } from '@/lib/platform/hand-over';
import { createOwnChoices } from '@/lib/platform/settings/own-choices';
import type { Mount } from '@/lib/platform/youtube/mount';
import type { PageChanges } from '@/lib/platform/youtube/page-changes';
import type { YoutubePlayer } from '@/lib/platform/youtube/player';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/protocol/settings';
import type { EpisodeActions, EpisodeView } from '@/lib/sidebar/episode';

export interface PanelInput {
  readonly mount: Mount;
  readonly player: YoutubePlayer;
  readonly actions: EpisodeActions;
  readonly changes: PageChanges;
  readonly saveSettings: (change: Partial<Settings>) => void;
  readonly signal: AbortSignal;
}

export interface Panel {
  readonly settings: () => Settings;
  readonly episode: () => EpisodeView | null;
  /** The words can be seen now. */
  isShown(): boolean;
  show(episode: EpisodeView | null): void;
  changeSettings(settings: Settings): void;
  /** A navigation: the page has just begun to build itself. */
  begin(): void;
  /** Looks where the panel belongs now. */
  refresh(): void;
  toggle(): void;
  open(): void;
  openFind(query?: string): void;
  openImport(): void;
  dispose(): void;
}

/** How soon to look again where the panel could stand. */
const LOOK_AGAIN_MS = 1_000;

export function createPanel({ mount, player, actions, changes, saveSettings, signal }: PanelInput): Panel {
  let settings = DEFAULT_SETTINGS;
  const choices = createOwnChoices();
  let episode: EpisodeView | null = null;
  let sidebar: SidebarHandle | null = null;
  let views: { readonly mountSidebar: typeof mountSidebar; readonly styles: string } | null = null;
  let findEngine: FindEngine | null = null;
  /** Find was asked for before it had come. */
  let wantedQuery: { readonly text: string | undefined } | null = null;
  let notes: NotesPart | null = null;
  let laterViews: LaterViews | null = null;
  let collapsed = settings.startCollapsed;
  let hasChosen = false;
  /** Shown on wish although the settings say otherwise. */
  let wished = false;
  let wishedOverPicture = false;
  let begunAt = performance.now();
  let width = 0;
  let looking: ReturnType<typeof setTimeout> | undefined;
  /** Making a long transcript and drawing it are each a task of their own. Another video is drawn at once. */
  let drawing: ReturnType<typeof setTimeout> | undefined;

  const sizes = new ResizeObserver(([entry]) => tellWidth(entry?.contentRect.width ?? 0));
  sizes.observe(mount.host);
  signal.addEventListener('abort', () => sizes.disconnect(), { once: true });
  document.addEventListener(
    'fullscreenchange',
    () => {
      wishedOverPicture = false;
    },
    { signal, capture: true },
  );

  takePart<typeof mountSidebar>('views', (mountSidebar) =>
    takePart<string>('styles', (styles) => {
      views = { mountSidebar, styles };
      refresh();
    }),
  );
  takePart<FindEngine>('find', (part) => {
    findEngine = part;
    sidebar?.update({ findEngine });
    if (wantedQuery) openFind(wantedQuery.text);
  });
  takePart<LaterViews>('later-views', (part) => {
    laterViews = part;
    sidebar?.update({ laterViews });
  });
  takePart<NotesPart>('notes', (part) => {
    notes = part;
    sidebar?.update({ notes });
  });

  function refresh(): void {
    player.refresh();
    const wanted = episode !== null && (settings.showBesideVideos || wished);
    const state = mount.place({
      wanted,
      wantedOverPicture: wishedOverPicture,
      collapsed,
      settings,
      player: player.element(),
      age: performance.now() - begunAt,
    });
    changes.attend(mount.landmarks());
    clearTimeout(looking);
    if (state === null) {
      // A page that has come to rest without a place for us says nothing more.
      if (wanted) looking = setTimeout(refresh, LOOK_AGAIN_MS);
      return;
    }
    if (views === null) return;
    sidebar ??= views.mountSidebar(mount.root, {
      ...state,
      findEngine,
      styles: views.styles,
      laterViews,
      notes,
      episode,
      player,
      settings,
      actions,
      collapsed,
      width: mount.host.getBoundingClientRect().width,
      onChangeSettings: choose,
      onCollapse: fold,
      onResize: resize,
    });
    sidebar?.update({ ...state, collapsed, episode });
  }

  function choose(change: Partial<Settings>): void {
    // Of the next video: this one is being read.
    if (change.startCollapsed !== undefined) hasChosen = true;
    choices.note(change);
    apply(settings);
    saveSettings(change);
  }

  function apply(told: Settings): void {
    settings = choices.over(told);
    if (!hasChosen) collapsed = settings.startCollapsed;
    refresh();
    sidebar?.update({ settings, collapsed });
  }

  function fold(next: boolean): void {
    collapsed = next;
    hasChosen = true;
    refresh();
  }

  function tellWidth(drawn: number): void {
    const now = Math.round(drawn);
    if (now === 0 || now === width) return;
    width = now;
    sidebar?.update({ width });
  }

  /** The new width is drawn at once and kept once the reader has let go of the edge. */
  let saving: ReturnType<typeof setTimeout> | undefined;
  function resize(wanted: number): void {
    choices.note({ panelWidth: Math.round(Math.min(640, Math.max(300, wanted))) });
    settings = choices.over(settings);
    refresh();
    // The next step, which a held key sends at once, starts from here.
    tellWidth(mount.host.getBoundingClientRect().width);
    clearTimeout(saving);
    saving = setTimeout(() => saveSettings({ panelWidth: settings.panelWidth }), 400);
  }

  function open(): void {
    wished = true;
    if (document.fullscreenElement) wishedOverPicture = true;
    fold(false);
  }

  function openFind(query?: string): void {
    open();
    wantedQuery = findEngine ? null : { text: query };
    sidebar?.openFind(query);
  }

  const isShown = () => sidebar !== null && mount.host.isConnected && !collapsed && !isBehindPicture();
  const isBehindPicture = () =>
    document.fullscreenElement !== null && settings.fullScreen === 'hide' && !wishedOverPicture;

  return {
    settings: () => settings,
    episode: () => episode,
    isShown,
    show(next) {
      const isNew = (next === null) !== (episode === null);
      const isSameVideo = next?.meta.videoId === episode?.meta.videoId;
      episode = next;
      if (isNew) refresh();
      clearTimeout(drawing);
      if (isSameVideo) drawing = setTimeout(() => sidebar?.update({ episode }));
      else sidebar?.update({ episode });
    },
    changeSettings: apply,
    begin() {
      begunAt = performance.now();
      wantedQuery = null;
      refresh();
    },
    refresh,
    toggle() {
      if (!isShown()) {
        open();
        sidebar?.focus();
      } else if (isOverPictureByWish()) {
        wishedOverPicture = false;
        refresh();
      } else fold(true);
    },
    open,
    openFind,
    openImport() {
      open();
      sidebar?.openImport();
    },
    dispose() {
      clearTimeout(saving);
      choices.stop();
      clearTimeout(looking);
      clearTimeout(drawing);
      sidebar?.dispose();
      mount.remove();
    },
  };

  function isOverPictureByWish(): boolean {
    return wishedOverPicture && settings.fullScreen === 'hide';
  }
}
