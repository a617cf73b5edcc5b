import { useEffect, useState } from 'preact/hooks';
import type { NamesAnswer, SearchAnswer } from '@/lib/protocol/background-calls';
import type { EpisodeId } from '@/lib/transcript/units';
import type { LibraryApi, OpenPlace } from './api';
import { SelectChip, ToggleChip } from './Chips';
import { type Filters, PERIODS } from './compose-query';
import { FoundNotes, FoundTitles } from './FoundNames';
import { MoreWhenSeen } from './MoreWhenSeen';
import { FoundEpisode } from './SearchResults';
import { useSearch } from './use-search';
import { count, TROUBLE, WORDS } from './words';

export interface Scopes {
  readonly words: boolean;
  readonly notes: boolean;
  readonly titles: boolean;
}

type Order = 'best' | 'newest' | 'oldest';
const ORDERS: readonly (readonly [Order, string])[] = [
  ['best', 'Best first'],
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
];

interface Props {
  readonly api: LibraryApi;
  /** With the filters written in. */
  readonly query: string;
  readonly typed: string;
  readonly revision: number;
  readonly scopes: Scopes;
  readonly onScopes: (scopes: Scopes) => void;
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
  readonly channels: readonly (readonly [string, string])[];
  readonly speakers: readonly (readonly [string, string])[];
  readonly onOpenPlace: OpenPlace;
  readonly onOpenEpisode: (videoId: EpisodeId) => void;
}

export function SearchView(props: Props) {
  const { api, query, typed, revision, filters, onFilters, onOpenPlace, onOpenEpisode } = props;
  const [order, setOrder] = useState<Order>('best');
  const { view, loadMore } = useSearch(api, query, order, revision);
  const scopes = effectiveScopes(props.scopes, typed, view.words, view.names);
  const { words, names } = view;
  const found = words?.episodes ?? [];
  return (
    <>
      <h1 class="visually-hidden">Search results</h1>
      <div class="chips">
        <ScopeChips {...props} shown={scopes} names={names} />
        <span class="gap" />
        <SelectChip
          label="Channel"
          value={filters.channel ?? ''}
          options={props.channels}
          onChange={(channel) => onFilters({ ...filters, channel: channel || null })}
        />
        {props.speakers.length > 1 && (
          <SelectChip
            label="Speaker"
            value={filters.speaker ?? ''}
            options={props.speakers}
            onChange={(speaker) => onFilters({ ...filters, speaker: speaker || null })}
          />
        )}
        <SelectChip
          label="Time"
          value={filters.period}
          options={PERIODS.map(([period, name]) => [period, name] as const)}
          onChange={(period) => onFilters({ ...filters, period })}
        />
      </div>
      <div class="sum">
        <Summary typed={typed} scopes={scopes} words={words} names={names} />
        <SelectChip label="Order" look="quiet" value={order} options={ORDERS} onChange={setOrder} />
      </div>
      {view.trouble && <p role="alert">{TROUBLE[view.trouble]}</p>}
      <div class="results">
        {scopes.titles && names && <FoundTitles titles={names.titles} onOpenEpisode={onOpenEpisode} />}
        {scopes.notes && names && names.notes.length > 0 && (
          <FoundNotes notes={names.notes} onOpenPlace={onOpenPlace} />
        )}
        {scopes.words &&
          found.map((episode) => (
            <FoundEpisode
              key={episode.episode.videoId}
              api={api}
              query={typed}
              found={episode}
              onOpenPlace={onOpenPlace}
              onOpenEpisode={onOpenEpisode}
            />
          ))}
        {scopes.words && words && found.length < words.total && (
          <MoreWhenSeen key={`${view.query} ${found.length}`} onSeen={() => void loadMore()} />
        )}
        {words && names && sentenceOf({ typed, scopes, words, names }).startsWith(nothing(typed)) && (
          <p class="hint">{WORDS.nothingHint}</p>
        )}
      </div>
    </>
  );
}

interface ScopeProps extends Props {
  readonly shown: Scopes;
  readonly names: NamesAnswer | null;
}

function ScopeChips({ scopes, onScopes, shown, names }: ScopeProps) {
  const toggle = (scope: keyof Scopes): void => {
    const next = { ...scopes, [scope]: !scopes[scope] };
    onScopes(next.words || next.notes || next.titles ? next : { words: true, notes: false, titles: false });
  };
  const hint = (number: number, isShown: boolean): string => (number > 0 && !isShown ? ` ${number}` : '');
  return (
    <>
      <ToggleChip label="Words" isOn={shown.words} onToggle={() => toggle('words')} />
      <ToggleChip
        label={`Notes${hint(names?.notes.length ?? 0, shown.notes)}`}
        isOn={shown.notes}
        onToggle={() => toggle('notes')}
      />
      <ToggleChip
        label={`Titles${hint(names?.titles.length ?? 0, shown.titles)}`}
        isOn={shown.titles}
        onToggle={() => toggle('titles')}
      />
    </>
  );
}

/** `in:notes` wins over the chips; and when the words answer nothing, titles and notes that do are not kept back. */
function effectiveScopes(chosen: Scopes, typed: string, words: SearchAnswer | null, names: NamesAnswer | null): Scopes {
  const asked = /(?:^|\s)in:(words|notes?|titles?)(?:\s|$)/i.exec(typed)?.[1]?.toLowerCase();
  if (asked) return { words: asked === 'words', notes: asked.startsWith('note'), titles: asked.startsWith('title') };
  if (!chosen.words || !words || words.total > 0 || !names) return chosen;
  return {
    words: true,
    notes: chosen.notes || names.notes.length > 0,
    titles: chosen.titles || names.titles.length > 0,
  };
}

interface SummaryProps {
  readonly typed: string;
  readonly scopes: Scopes;
  readonly words: SearchAnswer | null;
  readonly names: NamesAnswer | null;
}

/** Said aloud only when typing rests: each key would talk over the last. */
const REST = 500;

function Summary(props: SummaryProps) {
  const sentence = sentenceOf(props);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), REST);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p>
      <span aria-hidden={sentence !== ''}>{sentence}</span>
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </p>
  );
}

function sentenceOf({ typed, scopes, words, names }: SummaryProps): string {
  const titles = scopes.titles ? (names?.titles.length ?? 0) : 0;
  const notes = scopes.notes ? (names?.notes.length ?? 0) : 0;
  const parts: string[] = [];
  if (titles > 0) parts.push(count(titles, 'title'));
  if (notes > 0) parts.push(count(notes, 'note'));
  if (!scopes.words) return parts.length > 0 || !names ? parts.join(' · ') : nothing(typed);
  if (!words) return parts.join(' · ');
  if (words.total > 0) parts.push(placesOf(words));
  if (parts.length === 0) return nothing(typed) + later(words);
  return parts.join(' · ') + how(words) + later(words);
}

function nothing(typed: string): string {
  return `Nothing found for “${typed.trim()}”.`;
}

function placesOf({ total, episodes }: SearchAnswer): string {
  if (episodes.length < total) return `In ${count(total, 'episode')}`;
  const places = episodes.reduce((sum, found) => sum + found.count, 0);
  return `${count(places, 'place')} in ${count(total, 'episode')}`;
}

function how({ mode, corrections }: SearchAnswer): string {
  const near = corrections.map(({ typed, to }) => ` · “${typed}” is nowhere, shown: “${to}”`).join('');
  return near + (mode === 'any' ? ' · no episode has all of these words' : '');
}

function later({ partial }: SearchAnswer): string {
  return partial ? ' · the library is still being read in' : '';
}
