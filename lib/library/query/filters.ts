/** Filters by channel, speaker, title and date: over the catalogue, which says all that they ask for. */
import type { CatalogueEntry } from '../index/index-stores';
import { foldedWords, type LibraryQuery } from './parse-query';

export function hasFilters(query: LibraryQuery): boolean {
  return (
    query.channels.length + query.speakers.length + query.titles.length > 0 ||
    query.after !== null ||
    query.before !== null
  );
}

export function passesFilters(entry: CatalogueEntry, query: LibraryQuery): boolean {
  if (query.after !== null && entry.addedAt < query.after) return false;
  if (query.before !== null && entry.addedAt >= query.before) return false;
  return (
    hasAny([entry.channel], query.channels) &&
    hasAny(entry.speakers, query.speakers) &&
    hasAny([entry.title], query.titles)
  );
}

/** True when one of the names holds all words of one of the wishes, or nothing is wished. */
function hasAny(names: readonly string[], wishes: readonly (readonly string[])[]): boolean {
  return wishes.length === 0 || names.some((name) => wishes.some((wish) => holdsWords(name, wish)));
}

/** True when every word is a word of the name, or the beginning of one. */
export function holdsWords(name: string, words: readonly string[]): boolean {
  const own = foldedWords(name);
  return words.every((word) => own.some((candidate) => candidate.startsWith(word)));
}
