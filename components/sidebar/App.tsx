import type { JSX } from 'preact';
import { chaptersOf } from '@/lib/sidebar/blocks';
import type { EpisodeActions } from '@/lib/sidebar/episode';
import { type Health, healthOf } from '@/lib/sidebar/health';
import { isSheet, type Popover, type SidebarEvent, type SidebarState } from '@/lib/sidebar/state';
import type { Transcript } from '@/lib/transcript/types';
import { FindBar } from '../find/FindBar';
import type { Findings } from '../find/finder';
import type { ImportDesk } from '../import/import-desk';
import { mergedIn } from '../import/merged-in';
import type { NotesDesk } from '../notes/notes-part';
import { isRightToLeft } from '../shared/direction';
import { healthWords, WORDS } from '../shared/words';
import { CollapsedTab } from './CollapsedTab';
import { EmptyState } from './EmptyState';
import { Grip } from './Grip';
import { Header } from './Header';
import { HealthLine } from './HealthLine';
import { Notices } from './Notices';
import { Outline } from './Outline';
import { Pill } from './Pill';
import type { SidebarProps } from './props';
import { SettingsMenu } from './SettingsMenu';
import { DetailsSheet } from './Sheet';
import { SourceMenu } from './SourceMenu';

/** What the views can ask of the controller. */
export interface Doings {
  dispatch(event: SidebarEvent): void;
  /** Gives the reader its element, and null when it goes. */
  attachBody(body: HTMLElement | null): void;
  attachStrip(strip: HTMLCanvasElement | null): void;
  open(popover: Popover | null): void;
  openKeys(): void;
  openFind(query?: string): void;
  closeFind(): void;
  search(query: string): void;
  step(step: 1 | -1): void;
  seek(time: number): void;
  changeTextSize(step: 1 | -1): void;
  collapse(collapsed: boolean): void;
  /** Does what the reader chose in a menu. */
  choose(act: (actions: EpisodeActions) => void): void;
  showBetterWords(): void;
  readonly desk: ImportDesk;
  /** Closes what is open and brings a word to the resting line. */
  goTo(word: number): void;
  /** Gives the notes the page of a tab, and the place below the words; null when they go. */
  attachNotes(page: HTMLElement | null): void;
  attachOutline(page: HTMLElement | null): void;
  attachNoteBar(bar: HTMLElement | null): void;
  /** Reads the page of notes that the import sheet has. */
  takeNotes(): void;
}

export interface AppProps {
  readonly props: SidebarProps;
  readonly state: SidebarState;
  readonly findings: Findings;
  readonly doings: Doings;
  /** The first second of loading is over. */
  readonly isWaiting: boolean;
  /** Better words are at hand, and wait because the reader looks at the old ones. */
  readonly hasBetterWords: boolean;
  /** Null until they have come. */
  readonly notes: NotesDesk | null;
}

export function App(app: AppProps): JSX.Element {
  const { props, state, doings } = app;
  const health = healthOf(props.episode);
  const isSheet = isSheetOpen(state);
  return (
    <>
      {props.collapsed && <CollapsedTab health={health} onExpand={() => doings.collapse(false)} />}
      <Panel {...app} health={health} />
      {!props.collapsed && props.layout !== 'below' && !isSheet && (
        <Grip width={props.width} onResize={props.onResize} />
      )}
    </>
  );
}

function Panel(app: AppProps & { readonly health: Health }): JSX.Element {
  const { props, state, doings, health } = app;
  const { episode } = props;
  const isSheet = isSheetOpen(state);
  const { imports } = props.actions;
  const toggle = (popover: Popover) => doings.open(state.popover === popover ? null : popover);
  return (
    <section class={`panel${doings.desk.isOver ? ' over' : ''}`} aria-label={WORDS.panel} hidden={props.collapsed}>
      <div class="front" inert={isSheet}>
        <h2 class="unseen">{WORDS.heading}</h2>
        <Header
          tab={state.tab}
          notes={app.notes?.count ?? 0}
          isFindOpen={state.find.open}
          isMenuOpen={state.popover === 'settings'}
          canFind={hasWords(props) && props.findEngine !== null}
          isBelow={props.layout === 'below'}
          onTab={(tab) => doings.dispatch({ type: 'tab', tab })}
          onFind={() => (state.find.open ? doings.closeFind() : doings.openFind())}
          onMenu={() => toggle('settings')}
          onCollapse={() => doings.collapse(true)}
        />
        {state.find.open && state.tab === 'words' && (
          <FindBar
            query={state.find.query}
            findings={app.findings}
            current={state.find.current}
            onQuery={doings.search}
            onStep={doings.step}
            onClose={doings.closeFind}
          />
        )}
        {state.popover === 'times' && imports && episode?.shown && props.laterViews && (
          <props.laterViews.TimesBar transcript={episode.shown} imports={imports} onClose={() => doings.open(null)} />
        )}
        <Main {...app} />
        {app.notes?.hasBar && <div class="note-bar" ref={doings.attachNoteBar} />}
        <Notices
          episode={episode}
          actions={props.actions}
          onShowBetter={app.hasBetterWords ? doings.showBetterWords : null}
        />
        <p class="unseen" role="status">
          {statusWords(health, state, hasWords(props))}
        </p>
        <HealthLine health={health} isOpen={state.popover === 'source'} onToggle={() => toggle('source')} />
      </div>
      <Popovers {...app} />
    </section>
  );
}

function isSheetOpen({ popover }: SidebarState): boolean {
  return isSheet(popover);
}

function hasWords({ episode }: SidebarProps): boolean {
  return (episode?.shown?.words.offset.length ?? 0) > 0;
}

/** Also while the rest of the words is still being read. */
function firstWords({ episode }: SidebarProps): Transcript | null {
  return episode?.shown ?? episode?.beginning ?? null;
}

/** What is said aloud when it changes: where the words come from, and why they do not move. */
function statusWords(health: Health, { follow, now }: SidebarState, isReading: boolean): string {
  const said = healthWords(health.fact).filter(Boolean).join(', ');
  if (!isReading) return said;
  if (follow.advert) return `${said}. ${WORDS.wordsWait}`;
  return follow.mode !== 'following' && isAway(now) ? `${said}. ${WORDS.backToNow}` : said;
}

function Main({ props, state, doings, isWaiting, notes }: AppProps): JSX.Element {
  const { episode, settings, player } = props;
  const isWords = state.tab === 'words';
  const words = firstWords(props);
  const isReading = isWords && (words?.words.offset.length ?? 0) > 0;
  const hasOutline = state.tab === 'outline' && notes !== null && hasWords(props);
  const hasPill = state.follow.advert || (state.follow.mode !== 'following' && isAway(state.now));
  return (
    <div
      class={`main${isRightToLeft(words?.language) ? ' rtl' : ''}`}
      id={`panel-${state.tab}`}
      role="tabpanel"
      aria-labelledby={`tab-${state.tab}`}
    >
      <section
        class={`body${settings.showTimes ? '' : ' without-times'}${hasPill ? ' under-pill' : ''}`}
        aria-label={WORDS.transcript}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
        tabIndex={0}
        hidden={!isReading}
        ref={doings.attachBody}
      />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus. */}
      <canvas class="strip" aria-hidden="true" hidden={!isReading} ref={doings.attachStrip} />
      {isWords && !isReading && <EmptyState {...props} isWaiting={isWaiting} onImport={() => doings.open('import')} />}
      {isReading && (
        <Pill
          now={state.now}
          isAdvert={state.follow.advert}
          isFollowing={state.follow.mode === 'following'}
          time={player.read().time}
          onBackToNow={() => doings.dispatch({ type: 'follow', event: { type: 'back-to-now' } })}
        />
      )}
      {state.tab === 'notes' && notes && <div class="page" tabIndex={-1} key="notes" ref={doings.attachNotes} />}
      {state.tab === 'notes' && !notes && (
        <div class="page" key="no-notes">
          <p class="nothing">{WORDS.noNotes}</p>
        </div>
      )}
      {hasOutline && <div class="page" tabIndex={-1} key="outline" ref={doings.attachOutline} />}
      {state.tab === 'outline' && !hasOutline && (
        <div class="page" tabIndex={-1} key="chapters">
          <Outline
            chapters={chaptersOf(episode?.shown ?? null, episode?.meta.chapters ?? [])}
            duration={player.read().duration ?? episode?.meta.duration ?? null}
            time={player.read().time}
            onSeek={doings.seek}
          />
        </div>
      )}
    </div>
  );
}

function isAway(now: SidebarState['now']): boolean {
  return now === 'above' || now === 'below';
}

function Popovers({ props, state, doings, notes }: AppProps): JSX.Element | null {
  const { episode, settings, actions } = props;
  const { imports } = actions;
  const views = props.laterViews ?? null;
  const merged = episode && mergedIn(episode);
  const close = () => doings.open(null);
  switch (state.popover) {
    case 'source':
      return (
        episode && (
          <SourceMenu
            episode={episode}
            choose={doings.choose}
            onImport={imports && (() => doings.open('import'))}
            onReport={imports && merged ? () => doings.open('report') : undefined}
            extra={
              imports &&
              views &&
              episode.shown && (
                <views.MoreOfImport
                  episode={episode}
                  shown={episode.shown}
                  imports={imports}
                  choose={doings.choose}
                  onTimes={() => doings.open('times')}
                  onClose={close}
                />
              )
            }
            onClose={close}
            onDetails={() => doings.open('details')}
          />
        )
      );
    case 'settings':
      return (
        <SettingsMenu
          settings={settings}
          isFollowing={state.follow.mode !== 'off'}
          onChange={props.onChangeSettings}
          onFollowing={(on) => doings.dispatch({ type: 'follow', event: { type: 'switch', on } })}
          onTextSize={doings.changeTextSize}
          onKeys={doings.openKeys}
          onCopy={notes && hasWords(props) ? () => notes.offerCopy() : undefined}
          onClose={close}
          actions={actions}
        />
      );
    case 'keys':
      return (
        views && (
          <views.KeysSheet hasShortcuts={settings.shortcuts} onClose={close} onSettings={() => actions.openOptions()} />
        )
      );
    case 'details':
      return <DetailsSheet lines={episode?.diagnostics ?? []} onClose={close} />;
    case 'import':
    case 'report':
    case 'compare':
      return imports && episode && views ? (
        <views.ImportSheets
          popover={state.popover}
          desk={doings.desk}
          episode={episode}
          imports={imports}
          choose={doings.choose}
          onOpen={doings.open}
          onGoTo={doings.goTo}
          onNotes={doings.takeNotes}
        />
      ) : null;
    default:
      return null;
  }
}
