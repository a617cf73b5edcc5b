/** From words to terms of the index: what each phrase of a query may be, as it stands, written otherwise, or nearly. */
import { equivalents } from '../../speech/equivalents';
import type { IndexedTerm, IndexReader } from '../index/index-reader';
import { nearestTerms } from '../index/near-terms';
import { type PhraseTerm, phraseTerms } from '../index/terms';
import type { Phrase } from './parse-query';

/** One way to write a phrase: for each of its terms what may stand there, each written out in the index. */
export interface Writing {
  readonly terms: readonly (readonly IndexedTerm[])[];
  /** Tokens of the last term. */
  readonly width: number;
}

/** All ways to write one phrase of the query. Any of them will do. */
export interface Clause {
  readonly writings: readonly Writing[];
  /** Set when the phrase as typed is nowhere, and something near it was taken. */
  readonly corrected: { readonly typed: string; readonly to: string } | null;
}

/** A set of clauses that must all be found. A query has several where words go together: "twenty five" is also "25". */
export type Reading = readonly Clause[];

/** A beginning stands for at most so many words, those in most episodes. */
const MOST_BEGINNINGS = 128;
/** A misspelling stands for at most so many. */
const MOST_NEAR = 12;
const MOST_READINGS = 4;

export async function resolveReadings(reader: IndexReader, phrases: readonly Phrase[]): Promise<Reading[]> {
  const own = await Promise.all(phrases.map((phrase) => resolvePhrase(reader, phrase)));
  const readings: Reading[] = [own];
  const isPlain = (phrase: Phrase): boolean => phrase.tokens.length === 1 && !phrase.quoted;
  const words = phrases.map((phrase) => (isPlain(phrase) ? (phrase.tokens[0] ?? '') : ''));
  for (const { from, length, words: other } of equivalents(words)) {
    if (length === 1 || readings.length >= MOST_READINGS || words.slice(from, from + length).includes('')) continue;
    const writing = await resolveWriting(reader, phraseTerms(other, false));
    if (!writing) continue;
    const joined: Clause = { writings: [writing], corrected: null };
    readings.push([...own.slice(0, from), joined, ...own.slice(from + length)]);
  }
  return readings;
}

/** Every writing of a phrase that the index can hold; none when it cannot. */
export async function resolvePhrase(reader: IndexReader, phrase: Phrase): Promise<Clause> {
  const own = await resolveWriting(reader, phraseTerms(phrase.tokens, phrase.unfinished));
  const isFrequent = own ? documents(own) >= FREQUENT : false;
  const spellings: PhraseTerm[][] = [];
  for (const { from, length, words } of phrase.quoted ? [] : equivalents(phrase.tokens)) {
    if (spellings.length + 1 >= MOST_READINGS) break;
    if (isFrequent && bytesOfLetters(reader, words) > MOST_BYTES) continue;
    const tokens = [...phrase.tokens.slice(0, from), ...words, ...phrase.tokens.slice(from + length)];
    spellings.push(phraseTerms(tokens, false));
  }
  const others = await Promise.all(spellings.map((spelling) => resolveWriting(reader, spelling)));
  const writings = [own, ...others.filter((other) => other && !(isFrequent && bytesToRead(other) > MOST_BYTES))];
  return { writings: writings.filter((writing) => writing !== null && writing !== undefined), corrected: null };
}

/** A word in so many documents is found well enough as it is typed. */
const FREQUENT = 20;
/**
 * Another writing of such a word must not cost more than the word: "if" may be the letters "i f", but finding that out would
 * mean reading where "i" stands in every episode.
 */
const MOST_BYTES = 96 * 1024;

/** A letter of the alphabet stands about so often in every conversation, and takes a byte each time. */
const BYTES_OF_LETTER = 60;

/** About what `bytesToRead` will say of a word spelled out, known before its letters are looked up. 0 when it is not spelled out. */
function bytesOfLetters(reader: IndexReader, words: readonly string[]): number {
  if (words.some((word) => word.length > 1)) return 0;
  return words.length * BYTES_OF_LETTER * reader.state.docs;
}

/** Documents that can hold a writing: those of its rarest term. */
function documents({ terms }: Writing): number {
  return Math.min(...terms.map(countOf));
}

function countOf(alternatives: readonly IndexedTerm[]): number {
  return alternatives.reduce((sum, { parts }) => sum + parts.reduce((all, { entry }) => all + entry.count, 0), 0);
}

/** About how many bytes of places must be read to find a writing: of each term its share in the rarest term's documents. */
function bytesToRead(writing: Writing): number {
  if (writing.terms.length < 2) return 0;
  const rarest = documents(writing);
  let bytes = 0;
  for (const alternatives of writing.terms) {
    const share = rarest / Math.max(1, countOf(alternatives));
    for (const { parts } of alternatives) for (const { entry } of parts) bytes += entry.placesLength * share;
  }
  return bytes;
}

async function resolveWriting(reader: IndexReader, terms: readonly PhraseTerm[]): Promise<Writing | null> {
  const found = await Promise.all(terms.map((term) => resolveTerm(reader, term)));
  if (found.some((places) => places.length === 0)) return null;
  return { terms: found, width: terms.at(-1)?.tokens ?? 1 };
}

async function resolveTerm(reader: IndexReader, { text, open }: PhraseTerm): Promise<IndexedTerm[]> {
  // One letter of an alphabet begins a twentieth of everything: it is taken as a word.
  if (!open || /^[a-z0-9]$/.test(text)) return existing(await reader.find([text]));
  const terms = await reader.beginning(text, MOST_BEGINNINGS);
  if (terms.some(({ term }) => term === text)) return terms;
  // The word itself may have been crowded out by more frequent ones that begin so.
  return [...existing(await reader.find([text])), ...terms];
}

function existing(terms: readonly IndexedTerm[]): IndexedTerm[] {
  return terms.filter((term) => term.parts.length > 0);
}

/**
 * What was probably meant by a phrase that is nowhere: one or two letters wrong, or the same letters divided differently.
 * Null when nothing is near.
 */
export async function resolveNearly(reader: IndexReader, phrase: Phrase): Promise<Clause | null> {
  const [word, ...more] = phrase.tokens;
  if (phrase.quoted || more.length > 0 || word === undefined || word.length < 3) return null;
  const near = await nearTerms(reader, word, phrase.unfinished);
  if (near.length > 0) {
    const terms = existing(await reader.find(near));
    return { writings: [{ terms: [terms], width: 1 }], corrected: { typed: word, to: near[0] ?? word } };
  }
  return divided(reader, word);
}

/** Those in more documents first. */
async function nearTerms(reader: IndexReader, word: string, unfinished: boolean): Promise<string[]> {
  const most = word.length <= 5 ? 1 : 2;
  // Few people miss the first letter, and it spares reading the whole vocabulary.
  for (const initial of [word.slice(0, 1), '']) {
    const near = nearestTerms(await reader.vocabularies(initial), word, { most, unfinished, initial });
    if (near.length > 0) return near.slice(0, MOST_NEAR).map(({ term }) => term);
  }
  return [];
}

/** "goodfellow" where the text has "good fellow". */
async function divided(reader: IndexReader, word: string): Promise<Clause | null> {
  if (word.length > 40) return null;
  const cuts = Array.from({ length: word.length - 3 }, (_, index) => index + 2);
  const pairs = await Promise.all(cuts.map((cut) => reader.find([word.slice(0, cut), word.slice(cut)])));
  const writings = pairs
    .filter((pair) => existing(pair).length === 2)
    .map((pair) => ({ terms: pair.map((term) => [term]), width: 1 }));
  const [first] = writings;
  if (!first) return null;
  const to = first.terms.map(([term]) => term?.term ?? '').join(' ');
  return { writings, corrected: { typed: word, to } };
}

/** "good fellow" where the text has "goodfellow": neighbours of the query joined, each as a reading of its own. */
export async function resolveJoined(
  reader: IndexReader,
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (let at = 0; at + 1 < phrases.length && readings.length < MOST_READINGS; at++) {
    const [left, right] = [phrases[at], phrases[at + 1]];
    if (!left || !right || left.quoted || right.quoted || left.tokens.length + right.tokens.length !== 2) continue;
    const text = `${left.tokens[0]}${right.tokens[0]}`;
    const terms = existing(await reader.find([text]));
    if (terms.length === 0) continue;
    const typed = `${left.tokens[0]} ${right.tokens[0]}`;
    const joined: Clause = { writings: [{ terms: [terms], width: 1 }], corrected: { typed, to: text } };
    readings.push([...clauses.slice(0, at), joined, ...clauses.slice(at + 2)]);
  }
  return readings;
}
