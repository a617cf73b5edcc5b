import type { ImportSource } from './api';
import { Icon } from './Icon';
import { readVideoId } from './read-video-id';
import { useRested } from './use-rested';
import { IMPORTING } from './words';

export interface Item {
  readonly key: string;
  readonly source: ImportSource;
  readonly name: string;
  /** What it calls itself; null where it does not say, or is still being read. */
  readonly title: string | null;
  /** What was understood, or why not. Null while being read. */
  readonly fact: string | null;
  /** Its first words. */
  readonly first: string;
  readonly isGood: boolean;
  /** Why it could not be kept. */
  readonly trouble: string | null;
  /** Address or id of its video, as typed. Empty: for later. */
  readonly address: string;
}

/** The address is no video's: neither this one nor later is meant. */
export function isMisaddressed({ address }: Item): boolean {
  return address.trim() !== '' && readVideoId(address) === null;
}

interface Props {
  readonly item: Item;
  readonly isBusy: boolean;
  readonly onAddress: (address: string) => void;
  readonly onLeaveOut: () => void;
}

/** One text of those that are being brought: what it was read as, and whose words it is. */
export function ImportItem({ item, isBusy, onAddress, onLeaveOut }: Props) {
  const { key, name, fact, first, isGood, trouble, address } = item;
  const isWrong = useRested(address) && isMisaddressed(item);
  return (
    <li>
      <div class="import-head">
        <strong>{name}</strong>
        <button type="button" class="round" aria-label={`Leave out ${name}`} disabled={isBusy} onClick={onLeaveOut}>
          <Icon name="close" />
        </button>
      </div>
      <span class={isGood || fact === null ? 'fact' : 'fact bad'} role="status">
        {fact ?? 'Reading…'}
      </span>
      {first && <bdi class="first">{first}</bdi>}
      {isGood && (
        <input
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          aria-label={`Address of the video of ${name}`}
          aria-describedby={`hint ${key}`.replaceAll(' ', '-')}
          placeholder={IMPORTING.address}
          value={address}
          aria-invalid={isWrong}
          onInput={(event) => onAddress(event.currentTarget.value)}
        />
      )}
      {isGood && (
        <span id={`hint ${key}`.replaceAll(' ', '-')} class={isWrong ? 'fact bad' : 'fact'}>
          {isWrong && IMPORTING.noVideo}
          {address.trim() === '' && IMPORTING.later}
        </span>
      )}
      {trouble && (
        <span class="fact bad" role="alert">
          {trouble}
        </span>
      )}
    </li>
  );
}
