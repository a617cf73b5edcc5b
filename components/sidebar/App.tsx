import type { JSX } from 'preact';
import { healthOf } from '@/lib/sidebar/health';
import type { SidebarEvent, SidebarState } from '@/lib/sidebar/state';
import { WORDS } from '../shared/words';
import { EmptyState } from './EmptyState';
import { Header } from './Header';
import { HealthLine } from './HealthLine';
import { Pill } from './Pill';
import type { SidebarProps } from './props';

export interface AppProps {
  readonly props: SidebarProps;
  readonly state: SidebarState;
  readonly dispatch: (event: SidebarEvent) => void;
  /** Gives the reader its element, and null when it goes. */
  readonly attachBody: (body: HTMLElement | null) => void;
  readonly onFind: () => void;
  readonly onBackToNow: () => void;
  /** The first second of loading is over. */
  readonly isWaiting: boolean;
}

export function App({ props, state, dispatch, attachBody, onFind, onBackToNow, isWaiting }: AppProps): JSX.Element {
  const { episode } = props;
  const health = healthOf(episode);
  const hasWords = (episode?.shown?.words.offset.length ?? 0) > 0;
  const toggle = (popover: SidebarState['popover']) =>
    dispatch({ type: 'popover', popover: state.popover === popover ? null : popover });
  return (
    <section class="panel" aria-label={WORDS.panel} hidden={props.collapsed}>
      <h2 class="unseen">{WORDS.heading}</h2>
      <Header
        tab={state.tab}
        isFindOpen={state.find.open}
        isMenuOpen={state.popover === 'settings'}
        canFind={hasWords}
        isBelow={props.layout === 'below'}
        onTab={(tab) => dispatch({ type: 'tab', tab })}
        onFind={onFind}
        onMenu={() => toggle('settings')}
        onCollapse={() => props.onCollapse(true)}
      />
      <div class="main">
        <div
          class={`body${props.settings.showTimes ? '' : ' without-times'}`}
          id="panel-words"
          role="tabpanel"
          aria-labelledby="tab-words"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
          tabIndex={0}
          hidden={state.tab !== 'words' || !hasWords}
          ref={attachBody}
        />
        {state.tab === 'words' && !hasWords && <EmptyState {...props} isWaiting={isWaiting} />}
        {state.tab === 'words' && hasWords && (
          <Pill
            now={state.now}
            isAdvert={state.follow.advert}
            isFollowing={state.follow.mode === 'following'}
            time={props.player.read().time}
            onBackToNow={onBackToNow}
          />
        )}
      </div>
      <HealthLine health={health} isOpen={state.popover === 'source'} onToggle={() => toggle('source')} />
    </section>
  );
}
