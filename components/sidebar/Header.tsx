import type { JSX } from 'preact';
import type { Tab } from '@/lib/sidebar/state';
import { IconButton } from '../shared/IconButton';
import { CollapseIcon, CollapseUpIcon, MoreIcon, SearchIcon } from '../shared/icons';
import { WORDS } from '../shared/words';

interface Props {
  readonly tab: Tab;
  /** Notes of this video. */
  readonly notes: number;
  readonly isFindOpen: boolean;
  readonly isMenuOpen: boolean;
  readonly canFind: boolean;
  /** The panel stands below the player: it collapses upwards. */
  readonly isBelow: boolean;
  readonly onTab: (tab: Tab) => void;
  readonly onFind: () => void;
  readonly onMenu: () => void;
  readonly onCollapse: () => void;
}

const TABS: readonly Tab[] = ['words', 'notes', 'outline'];

export function Header(props: Props): JSX.Element {
  return (
    <header class="header">
      <div class="tabs" role="tablist" aria-label={WORDS.heading}>
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            class="tab"
            id={`tab-${tab}`}
            aria-controls={`panel-${tab}`}
            aria-selected={props.tab === tab}
            tabIndex={props.tab === tab ? 0 : -1}
            onClick={() => props.onTab(tab)}
          >
            {WORDS.tabs[tab]}
            {tab === 'notes' && props.notes > 0 && <span class="count">{props.notes}</span>}
          </button>
        ))}
      </div>
      <IconButton label={WORDS.find} isPressed={props.isFindOpen} isDisabled={!props.canFind} onClick={props.onFind}>
        <SearchIcon />
      </IconButton>
      <IconButton label={WORDS.settings} opens="settings" isExpanded={props.isMenuOpen} onClick={props.onMenu}>
        <MoreIcon />
      </IconButton>
      <IconButton label={WORDS.collapse} onClick={props.onCollapse}>
        {props.isBelow ? <CollapseUpIcon /> : <CollapseIcon />}
      </IconButton>
    </header>
  );
}
