/**
 * JSON of no named maker: any data with a list of entries that have words and times, such as `[{text, start, duration}]`,
 * spans with `begin` and `end`, or segments with words in them. What keys mean is told from their names and values.
 */
import type { SourceCue } from '../transcript/source';
import { decodeEntities } from './entities';
import { at, confidenceOf, type Fields, field, keyOf, languageOf, records, speakerOf, stringOf } from './json-fields';
import { findTimedLists, type ListGroup, type TimedList, textIn } from './json-lists';
import { jsonShape } from './json-shape';
import { JsonTimes } from './json-times';
import { stripMarkup } from './markup';
import { recognised } from './recogniser';
import type { Guess, Parsed } from './shape';
import {
  cueFromText,
  cueFromWords,
  cuesFromWords,
  type SpokenWord,
  withPiecesGlued,
  wordsAsWritten,
} from './spoken-words';
import { timeFromSeconds } from './times';

export const jsonCues: ReturnType<typeof jsonShape> = jsonShape({
  id: 'json-cues',
  name: 'Data with words and times (JSON)',
  guess,
  read,
});

function guess(value: unknown): Guess | null {
  const tuples = tuplesOf(value);
  if (tuples !== null) return { confidence: 0.75, evidence: `${tuples.length} entries of words and times` };
  const chosen = choose(findTimedLists(value));
  if (chosen === null || !hasTimes(chosen.unit)) return null;
  return {
    confidence: chosen.unit.items > 2 ? 0.8 : 0.6,
    evidence: `${chosen.unit.items} entries with \`${chosen.unit.textKey}\` and \`${chosen.unit.startKey}\``,
  };
}

function read(value: unknown): Parsed | null {
  const language =
    languageOf(field(value, 'language')) ??
    languageOf(field(value, 'language_code')) ??
    languageOf(field(value, 'lang'));
  const tuples = tuplesOf(value);
  if (tuples !== null) return recognised(cuesOfTuples(tuples), language);
  const chosen = choose(findTimedLists(value));
  if (chosen === null) return null;
  const written = stringOf(field(value, 'text')) ?? stringOf(field(value, 'transcript'));
  return recognised(new Reader(chosen, speakerNames(value), written).run(), language);
}

interface Choice {
  readonly unit: ListGroup;
  /** The field of a unit's entry that lists its words. */
  readonly wordsKey: string | null;
  readonly words: ListGroup | null;
}

/** False where what looked like times are days and hours, as in logs and chats. */
function hasTimes(unit: ListGroup): boolean {
  const times = new JsonTimes(unit);
  return unit.lists.some(({ items }) => items.slice(0, SAMPLE).some((item) => times.start(item) !== null));
}

const SAMPLE = 12;

/** The list with the most text; of near equals the outermost, then the one that names speakers. Lists inside its entries are their words. */
function choose(groups: readonly ListGroup[]): Choice | null {
  const most = groups.reduce((found, group) => Math.max(found, group.characters), 0);
  const full = groups.filter((group) => group.characters > 0 && group.characters * 10 >= most * 7);
  const [unit] = full.sort(
    (a, b) =>
      depthOf(a) - depthOf(b) || Number(namesSpeakers(b)) - Number(namesSpeakers(a)) || a.path.length - b.path.length,
  );
  if (unit === undefined) return null;
  for (const words of groups) {
    const inner = words.path.startsWith(`${unit.path}.`) ? words.path.slice(unit.path.length + 1, -2) : '';
    if (words.path.endsWith('[]') && inner !== '' && !/[.[]/.test(inner)) return { unit, wordsKey: inner, words };
  }
  return { unit, wordsKey: null, words: null };
}

function depthOf({ path }: ListGroup): number {
  return path.split('.').length + path.split('[').length;
}

function namesSpeakers({ lists }: ListGroup): boolean {
  const item = lists[0]?.items[0];
  return item !== undefined && SPEAKER_KEYS.some((key) => item[key] !== undefined && item[key] !== null);
}

/** Below this an entry is a word, not a line. */
const WORDS_OF_LINE = 1.6;

class Reader {
  private readonly times: JsonTimes;
  private readonly inner: JsonTimes | null;

  constructor(
    private readonly choice: Choice,
    private readonly names: ReadonlyMap<string, string>,
    /** All words once more, as a text. */
    private readonly written: string | null,
  ) {
    this.times = new JsonTimes(choice.unit);
    this.inner = choice.words === null ? null : new JsonTimes(choice.words, this.times.scale);
  }

  run(): (SourceCue | null)[] {
    const { unit, wordsKey } = this.choice;
    const areLines =
      wordsKey !== null ||
      unit.words >= unit.items * WORDS_OF_LINE ||
      unit.sentences * 4 > unit.items ||
      hasLongTexts(unit);
    if (areLines) return unit.lists.flatMap((list) => list.items.map((item) => this.lineCue(item, list.parent)));
    const paragraphs = paragraphsOf(unit);
    if (paragraphs !== null) return paragraphs.map((items) => this.groupCue({ items, parent: items[0] ?? null }));
    const [first] = unit.lists;
    const areNamed = first?.parent != null && this.speaker(first.parent) !== null;
    const areGrouped = unit.lists.length > 1 && (areNamed || unit.items > unit.lists.length * 1.5);
    if (areGrouped) return unit.lists.map((list) => this.groupCue(list));
    const words = withPiecesGlued(unit.lists.flatMap((list) => this.wordsOf(list.items)));
    return cuesFromWords(this.written === null ? words : wordsAsWritten(this.written, words));
  }

  private wordsOf(items: readonly Fields[]): SpokenWord[] {
    return items.map((item) => this.word(item, this.choice.unit, this.times));
  }

  private lineCue(item: Fields, parent: Fields | null): SourceCue | null {
    const { unit, wordsKey, words } = this.choice;
    const start = this.times.start(item);
    const end = this.times.end(item, start);
    const speaker = this.speaker(item) ?? (parent === null ? null : this.speaker(parent));
    const { inner } = this;
    const own =
      wordsKey === null || words === null || inner === null
        ? []
        : records(item[wordsKey]).map((word) => this.word(word, words, inner));
    return cueFromText(plain(textIn(item, unit.textKey)), own, { start, end, speaker });
  }

  private groupCue({ items, parent }: TimedList): SourceCue | null {
    return cueFromWords(withPiecesGlued(this.wordsOf(items)), {
      speaker: parent === null ? null : this.speaker(parent),
    });
  }

  private word(item: Fields, group: ListGroup, times: JsonTimes): SpokenWord {
    const start = times.start(item);
    const text = decodeEntities(textIn(item, group.textKey));
    return {
      text,
      start,
      end: times.end(item, start),
      confidence: confidenceOf(item.confidence ?? item.conf ?? item.probability ?? item.score),
      speaker: this.speaker(item),
      glued: item.type === 'punctuation' || /^[.,!?;:…]+$/.test(text),
    };
  }

  private speaker(item: Fields): string | null {
    for (const key of SPEAKER_KEYS) {
      const value = item[key];
      const own = speakerOf(value) ?? speakerOf(field(value, 'name')) ?? speakerOf(field(value, 'id'));
      if (own === null) continue;
      // A number says less than the name beside it.
      const voice = /^Speaker \d/.test(own) ? speakerOf(item.voice) : null;
      return this.names.get(keyOf(value)) ?? voice ?? own;
    }
    return speakerOf(at(item, 'from', 'name')) ?? speakerOf(at(item, 'users', 0, 'username'));
  }
}

const PARAGRAPH_KEYS = ['paragraphId', 'paragraph_id', 'segmentId', 'segment_id', 'utteranceId', 'utterance_id'];

/** Words that say which paragraph they belong to, by paragraph; null where they do not. */
function paragraphsOf({ lists }: ListGroup): Fields[][] | null {
  const [list] = lists;
  if (list === undefined || lists.length > 1) return null;
  const key = PARAGRAPH_KEYS.find((name) =>
    list.items.slice(0, 12).every((item) => typeof item[name] === 'string' || typeof item[name] === 'number'),
  );
  if (key === undefined) return null;
  const paragraphs: Fields[][] = [];
  for (const item of list.items) {
    const open = paragraphs.at(-1);
    if (open !== undefined && open[0]?.[key] === item[key]) open.push(item);
    else paragraphs.push([item]);
  }
  return paragraphs.length > 1 ? paragraphs : null;
}

const SPEAKER_KEYS = [
  'speaker_name',
  'speakerName',
  'speaker_label',
  'speakerLabel',
  'speaker',
  'speaker_id',
  'speakerId',
  'participant',
  'spk',
  'voice',
  'name',
  'author',
  'role',
  'channel',
];

/** Names that a list of speakers gives to ids. */
function speakerNames(value: unknown): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const speaker of records(field(value, 'speakers')).slice(0, 1000)) {
    const id = speaker.spkid ?? speaker.id ?? speaker.speaker_id ?? speaker.speakerId ?? speaker.label;
    const name = speakerOf(speaker.name ?? speaker.display_name ?? speaker.displayName);
    if (name !== null && (typeof id === 'string' || typeof id === 'number')) names.set(String(id), name);
  }
  return names;
}

/** Some data carries the markup of the subtitles it was made from. */
function plain(text: string): string {
  if (text.includes('<')) return stripMarkup(text);
  const decoded = decodeEntities(text);
  // Some libraries escape what YouTube had escaped already.
  return text.includes('&amp;') ? decodeEntities(decoded) : decoded;
}

/** Scripts without spaces write sentences that count as one word. */
function hasLongTexts(unit: ListGroup): boolean {
  return unit.characters > unit.items * 14;
}

/** `[["word", 0.1, 0.4], …]`, `[[0.1, 0.4, "word"], …]` and longer rows around these three, in seconds. */
function tuplesOf(value: unknown): readonly SpokenWord[] | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const places = placesIn(value[0]);
  if (places === null || !isTuple(value[1], places)) return null;
  const words: SpokenWord[] = [];
  for (const entry of value) {
    if (!isTuple(entry, places)) continue;
    words.push({
      text: String(entry[places.text]),
      start: timeFromSeconds(at(entry, places.start)),
      end: timeFromSeconds(at(entry, places.start + 1)),
    });
  }
  return words;
}

interface TuplePlaces {
  readonly text: number;
  /** The end stands behind it. */
  readonly start: number;
}

/** More makes a row of something else. */
const LONGEST_TUPLE = 16;

function placesIn(entry: unknown): TuplePlaces | null {
  if (!Array.isArray(entry) || entry.length > LONGEST_TUPLE) return null;
  const text = entry.findIndex((item) => typeof item === 'string');
  for (const start of [text - 2, text + 1]) if (isTuple(entry, { text, start })) return { text, start };
  return null;
}

function isTuple(entry: unknown, { text, start }: TuplePlaces): entry is readonly unknown[] {
  return (
    Array.isArray(entry) &&
    typeof entry[text] === 'string' &&
    typeof entry[start] === 'number' &&
    typeof entry[start + 1] === 'number'
  );
}

function cuesOfTuples(entries: readonly SpokenWord[]): (SourceCue | null)[] {
  const sentences = entries.filter(({ text }) => text.trim().includes(' ')).length;
  if (sentences * 4 <= entries.length) return cuesFromWords(entries);
  return entries.map(({ text, start, end }) => cueFromText(text, [], { start, end }));
}
