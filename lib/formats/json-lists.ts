/** Finds, anywhere in foreign JSON, the lists whose entries have words and times. */
import { isRecord } from './json';
import type { Fields } from './json-fields';

/** One list of the data, with the object it belongs to. */
export interface TimedList {
  readonly items: readonly Fields[];
  readonly parent: Fields | null;
}

/** All lists at the same place of the data, `segments[].words` for one. */
export interface ListGroup {
  readonly path: string;
  readonly textKey: string;
  readonly startKey: string;
  readonly lists: TimedList[];
  items: number;
  characters: number;
  /** Gaps between words in the texts, plus one for each: to tell words from sentences. */
  words: number;
  /** Entries of more than one word. */
  sentences: number;
}

/** First the most telling: an entry may have a plain and a finished form of its words. */
const TEXT_KEYS = [
  'translatedText',
  'punctuated_word',
  'text',
  'transcript',
  'body',
  'content',
  'sentence',
  'caption',
  'utterance',
  'word',
  'line',
  'lines',
  'display',
  'value',
  'message',
  'msg',
  'raw_text',
  'phrase',
  'input',
];

const START_KEYS = [
  'start',
  'start_time',
  'startTime',
  'begin',
  'start_ms',
  'startMs',
  'startTimeMs',
  'start_time_ms',
  'from',
  'ts',
  'start_timestamp',
  'startTimestamp',
  'start_offset',
  'startOffset',
  'start_seconds',
  'startSeconds',
  'start_sec',
  'startSec',
  'start_s',
  'startTimeSec',
  'start_at',
  'startAt',
  'timeOffset',
  'beginTime',
  'begin_time',
  'offset',
  'timestamp',
  'time',
  'tStartMs',
  'data_start',
  'in',
  's',
  't',
];

/** Nodes looked at; ten hours of words with all fields are about two million. */
const MOST_NODES = 8_000_000;

const DEEPEST = 24;

interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
  readonly parent: Fields | null;
}

export function findTimedLists(root: unknown): ListGroup[] {
  const groups = new Map<string, ListGroup>();
  const stack: Place[] = [{ value: root, path: '', depth: 0, parent: null }];
  for (let seen = 0; stack.length > 0 && seen < MOST_NODES; seen++) {
    const place = stack.pop();
    if (place === undefined || place.depth > DEEPEST) continue;
    if (Array.isArray(place.value)) visitList(place, place.value, groups, stack);
    else if (isRecord(place.value)) visitFields(place, place.value, stack);
  }
  return [...groups.values()];
}

function visitFields({ path, depth }: Place, value: Fields, stack: Place[]): void {
  const names = Object.keys(value);
  for (let index = Math.min(names.length, 2000) - 1; index >= 0; index--) {
    const name = names[index] ?? '';
    const inner = value[name];
    if (typeof inner === 'object' && inner !== null)
      stack.push({ value: inner, path: `${path}.${name.slice(0, 40)}`, depth: depth + 1, parent: value });
  }
}

function visitList(place: Place, list: readonly unknown[], groups: Map<string, ListGroup>, stack: Place[]): void {
  const items = list.filter(isRecord);
  const path = `${place.path}[]`;
  if (items.length * 2 >= list.length && items.length > 0) addList({ path, parent: place.parent, items }, groups);
  for (let index = list.length - 1; index >= 0; index--) {
    const inner = list[index];
    if (typeof inner === 'object' && inner !== null)
      stack.push({ value: inner, path, depth: place.depth + 1, parent: place.parent });
  }
}

interface Candidate {
  readonly path: string;
  readonly parent: Fields | null;
  readonly items: readonly Fields[];
}

function addList({ path, parent, items }: Candidate, groups: Map<string, ListGroup>): void {
  let group = groups.get(path);
  if (group === undefined) {
    const textKey = commonKey(items, TEXT_KEYS, isText);
    const startKey = commonKey(items, START_KEYS, isTimeLike);
    if (textKey === null || startKey === null || textKey === startKey) return;
    group = { path, textKey, startKey, lists: [], items: 0, characters: 0, words: 0, sentences: 0 };
    groups.set(path, group);
  }
  group.lists.push({ items, parent });
  for (const item of items) {
    const text = textIn(item, group.textKey);
    group.items++;
    group.characters += text.length;
    const words = roughWordCount(text);
    group.words += words;
    if (words > 1) group.sentences++;
  }
}

function roughWordCount(text: string): number {
  let words = 1;
  const trimmed = text.length < 1000 ? text.trim() : text;
  for (let gap = trimmed.indexOf(' '); gap >= 0; gap = trimmed.indexOf(' ', gap + 1)) words++;
  return words;
}

/** Entries looked at to tell what a list is made of. */
const SAMPLE = 12;

function commonKey(
  items: readonly Fields[],
  keys: readonly string[],
  fits: (value: unknown) => boolean,
): string | null {
  const sample = items.slice(0, SAMPLE);
  for (const key of keys) {
    const fitting = sample.filter((item) => Object.hasOwn(item, key) && fits(item[key])).length;
    if (fitting * 2 >= sample.length) return key;
  }
  return null;
}

function isText(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    (Array.isArray(value) && value.length > 0 && value.every((line) => typeof line === 'string'))
  );
}

function isTimeLike(value: unknown): boolean {
  if (typeof value === 'number') return true;
  if (typeof value === 'string') return /^\s*-?\d[\d:.,]*s?\s*$/.test(value.slice(0, 40));
  if (Array.isArray(value)) return value.length === 2 && typeof value[0] === 'number';
  return isRecord(value) && ['relative', 'start', 'seconds'].some((name) => typeof value[name] === 'number');
}

/** The words of an entry; several lines become one text. */
export function textIn(item: Fields, key: string): string {
  const value = Object.hasOwn(item, key) ? item[key] : undefined;
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((line) => typeof line === 'string').join('\n') : '';
}
