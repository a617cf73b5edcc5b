import type { JSX } from 'preact';
import type { SidebarState } from '@/lib/sidebar/state';
import { formatClock } from '@/lib/transcript/format-time';
import { ArrowDownIcon, ArrowUpIcon, PauseIcon } from '../shared/icons';
import { WORDS } from '../shared/words';

interface Props {
  readonly now: SidebarState['now'];
  readonly isAdvert: boolean;
  readonly isFollowing: boolean;
  /** Milliseconds. */
  readonly time: number;
  readonly onBackToNow: () => void;
}

/** The way back to the words being said while they are out of sight; during an advert, why nothing moves. */
export function Pill({ now, isAdvert, isFollowing, time, onBackToNow }: Props): JSX.Element | null {
  if (isAdvert)
    return (
      <p class="pill advert">
        <PauseIcon />
        {WORDS.wordsWait}
      </p>
    );
  if (isFollowing || (now !== 'above' && now !== 'below')) return null;
  return (
    <button type="button" class="pill" onClick={onBackToNow}>
      {now === 'above' ? <ArrowUpIcon /> : <ArrowDownIcon />}
      {WORDS.backToNow}
      <span class="at">{formatClock(time)}</span>
    </button>
  );
}
