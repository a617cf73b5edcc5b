/** The project's own transcript file, as `lib/export/json` writes and documents it. */

import { readHeader, type TranscriptHeader } from '../transcript/pack-header';
import type { SourceCue, SourceWord } from '../transcript/source';
import { type Transcript, type Turn, WordState } from '../transcript/types';
import { MAX_TIME } from '../transcript/units';
import { cleanText, tidyLine } from './clean-text';
import { at, field, records } from './json-fields';
import { jsonShape } from './json-shape';
import { refused } from './limits';
import type { Guess, Parsed } from './shape';
import { foldWords } from './words';

export const readalongJson = jsonShape({ id: 'readalong-json', name: 'Readalong transcript', guess, read });

const VERSION = 1;

function guess(value: unknown): Guess | null {
  if (field(value, 'format') !== 'readalong-transcript') return null;
  return { confidence: 1, evidence: 'a transcript that Readalong saved' };
}

interface WordEntry {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly state: number;
  /** 255: none. */
  readonly confidence: number;
}

interface Contents {
  readonly header: TranscriptHeader;
  readonly title: string | null;
  readonly turns: readonly Turn[];
  readonly cues: readonly { readonly start: number; readonly end: number; readonly words: readonly WordEntry[] }[];
}

function contentsOf(value: unknown): Contents | null {
  if (guess(value) === null || field(value, 'version') !== VERSION) return null;
  const header = readHeader(JSON.stringify(value, HEADER_FIELDS));
  const turns = readTurns(field(value, 'turns'), header?.speakers.length ?? 0);
  if (header === null || turns === null || !Array.isArray(field(value, 'cues'))) return null;
  const cues: Contents['cues'][number][] = [];
  for (const cue of records(field(value, 'cues'))) {
    const words = readWords(cue.words);
    if (words === null || !isTime(cue.start) || !isTime(cue.end)) return null;
    if (words.length > 0) cues.push({ start: cue.start, end: cue.end, words });
  }
  const title = field(value, 'title');
  return { header, turns, cues, title: typeof title === 'string' ? tidyLine(title) || null : null };
}

/** What `readHeader` reads, so that the columns are not written out again for it. */
const HEADER_FIELDS = [
  'id',
  'videoId',
  'language',
  'timing',
  'origin',
  'speakers',
  'chapters',
  'alignment',
  'label',
  'name',
  'start',
  'end',
  'title',
  'kind',
  'vssId',
  'automatic',
  'via',
  'translatedTo',
  'shape',
  'fileName',
  'importedAt',
  'shift',
  'pins',
  'word',
  'time',
  'unmerged',
  'human',
  'timed',
  'verdict',
  'matched',
  'holes',
  'firstWord',
];

function readTurns(value: unknown, speakers: number): Turn[] | null {
  if (!Array.isArray(value)) return null;
  const turns: Turn[] = [];
  for (const entry of value) {
    const firstWord = at(entry, 0);
    const speaker = at(entry, 1);
    const isSpeaker =
      speaker === null || (Number.isInteger(speaker) && (speaker as number) >= 0 && (speaker as number) < speakers);
    if (!Number.isInteger(firstWord) || !isSpeaker) return null;
    turns.push({ firstWord: firstWord as number, speaker: speaker as number | null });
  }
  return turns;
}

function readWords(value: unknown): WordEntry[] | null {
  if (!Array.isArray(value)) return null;
  const words: WordEntry[] = [];
  for (const entry of value) {
    if (!Array.isArray(entry)) return null;
    const [text, start, end, state = WordState.given, confidence = 255] = entry as unknown[];
    const isState = state === WordState.given || state === WordState.between || state === WordState.unknown;
    if (typeof text !== 'string' || !isTime(start) || !isTime(end) || !isState || !isConfidence(confidence))
      return null;
    words.push({ text, start, end, state, confidence });
  }
  return words;
}

/** 0 to 100, or 255 for none. */
function isConfidence(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && ((value as number) <= 100 || value === 255);
}

function isTime(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_TIME;
}

/**
 * The very transcript that was saved, ids and all. Null when the value is no such file, of another version, or was damaged:
 * what the model promises is checked, not believed.
 */
export function readTranscriptJson(value: unknown): Transcript | null {
  const contents = contentsOf(value);
  if (contents === null) return null;
  const transcript = toTranscript(contents);
  return transcript !== null && isSound(transcript) ? transcript : null;
}

function toTranscript({ header, turns, cues }: Contents): Transcript | null {
  const entries = cues.flatMap((cue) => cue.words);
  const columns = {
    offset: new Uint32Array(entries.length),
    length: new Uint32Array(entries.length),
    start: Uint32Array.from(entries, (entry) => entry.start),
    end: Uint32Array.from(entries, (entry) => entry.end),
    state: Uint8Array.from(entries, (entry) => entry.state),
  };
  const paragraphs: number[] = [];
  let offset = 0;
  for (const [word, { text }] of entries.entries()) {
    const gap = word === 0 ? 0 : gapLength(text);
    if (gap < 0) return null;
    if (word === 0 || text.charAt(0) === '\n') paragraphs.push(word);
    columns.offset[word] = offset + gap;
    columns.length[word] = text.length - gap;
    offset += text.length;
  }
  const firstWord = new Uint32Array(cues.length);
  for (let cue = 1; cue < cues.length; cue++)
    firstWord[cue] = (firstWord[cue - 1] ?? 0) + (cues[cue - 1]?.words.length ?? 0);
  const hasConfidence = entries.some((entry) => entry.confidence !== 255);
  const confidence = Uint8Array.from(entries, (entry) => entry.confidence);
  return {
    ...header,
    text: entries.map((entry) => entry.text).join(''),
    words: hasConfidence ? { ...columns, confidence } : columns,
    cues: {
      firstWord,
      start: Uint32Array.from(cues, (cue) => cue.start),
      end: Uint32Array.from(cues, (cue) => cue.end),
    },
    turns,
    paragraphs: Uint32Array.from(paragraphs),
  };
}

/** 0 or 1 characters of space before a word; -1 for anything the model has not. */
function gapLength(text: string): number {
  const gap = text.charAt(0) === ' ' || text.charAt(0) === '\n' ? 1 : 0;
  return text.length > gap && !/\s/.test(text.charAt(gap)) ? gap : -1;
}

/** Sorted where the model promises order, and text without what a reader cannot see. */
function isSound({ text, words, cues, turns, chapters }: Transcript): boolean {
  if (cleanText(text) !== text) return false;
  const count = words.offset.length;
  for (let word = 0; word < count; word++) {
    const isLast = word + 1 === count;
    if ((words.end[word] ?? 0) < (words.start[word] ?? 0)) return false;
    if (!isLast && (words.start[word + 1] ?? 0) < (words.end[word] ?? 0)) return false;
  }
  for (let cue = 0; cue < cues.start.length; cue++) {
    if ((cues.end[cue] ?? 0) < (cues.start[cue] ?? 0)) return false;
    if (cue + 1 < cues.start.length && (cues.start[cue + 1] ?? 0) < (cues.end[cue] ?? 0)) return false;
  }
  const starts = turns.map((turn) => turn.firstWord);
  const areTurnsSound = starts.every(
    (start, index) => (index === 0 ? start === 0 : start > (starts[index - 1] ?? 0)) && start < count,
  );
  return (
    areTurnsSound &&
    chapters.every((chapter, index) => index === 0 || chapter.start >= (chapters[index - 1]?.start ?? 0))
  );
}

function read(value: unknown): Parsed | null {
  const contents = contentsOf(value);
  if (contents === null) {
    if (guess(value) === null) return null;
    const isLater = typeof field(value, 'version') === 'number' && (field(value, 'version') as number) > VERSION;
    return isLater
      ? refused('later-version', 'This file was saved by a later version of Readalong.')
      : refused('damaged-file', 'This file was damaged: parts of it are missing or changed.');
  }
  const { header, title } = contents;
  const cues = sourceCues(contents).filter((cue) => cue.text !== '');
  if (cues.length === 0) return refused('no-words', 'There are no words in this file.');
  return {
    language: header.language === 'und' ? null : header.language,
    timing: header.timing,
    cues,
    chapters: header.chapters
      .map((chapter) => ({ ...chapter, title: tidyLine(chapter.title) }))
      .filter((chapter) => chapter.title !== ''),
    problems: [],
    ...(title === null ? {} : { title }),
  };
}

/** Cues for the builder, cut where a turn begins inside one. */
function sourceCues({ header, turns, cues }: Contents): SourceCue[] {
  const keepsWords = header.timing === 'word' || header.alignment !== undefined;
  const found: SourceCue[] = [];
  let word = 0;
  let turn = -1;
  for (const cue of cues) {
    let from = 0;
    for (let to = 1; to <= cue.words.length; to++) {
      const isTurn = turns[turn + 1]?.firstWord === word + to;
      if (from === 0 && turns[turn + 1]?.firstWord === word) turn++;
      if (to < cue.words.length && !isTurn) continue;
      const own = cue.words.slice(from, to);
      const end = to === cue.words.length ? cue.end : (cue.words[to]?.start ?? cue.end);
      // As it was shown; foreign hands may have been at the file.
      const speaker = tidyLine(header.speakers[turns[turn]?.speaker ?? -1]?.name ?? '') || null;
      const isNewVoice = speaker === null && turns[turn]?.firstWord === word + from && (turn > 0 || turns.length === 1);
      found.push(
        sourceCue(own, {
          start: from === 0 ? cue.start : (own[0]?.start ?? 0),
          end,
          speaker,
          isNewVoice,
          header,
          keepsWords,
        }),
      );
      from = to;
      if (isTurn && to < cue.words.length) turn++;
    }
    word += cue.words.length;
  }
  return found;
}

interface CueFacts {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly isNewVoice: boolean;
  readonly header: TranscriptHeader;
  readonly keepsWords: boolean;
}

function sourceCue(
  entries: readonly WordEntry[],
  { start, end, speaker, isNewVoice, header, keepsWords }: CueFacts,
): SourceCue {
  const hasTime = header.timing !== 'none' && entries[0]?.state !== WordState.unknown;
  const mark: readonly SourceWord[] = isNewVoice ? [{ text: '>> ', start: null }] : [];
  const { text, words } = foldWords([
    ...mark,
    ...entries.map((entry) => sourceWord(entry, header.alignment !== undefined)),
  ]);
  const times = hasTime ? { start, end } : { start: null, end: null };
  return { ...times, text, speaker, ...(keepsWords ? { words } : {}) };
}

/** Computed times of a merge are kept; others come back by themselves. */
function sourceWord({ text, start, end, state, confidence }: WordEntry, keepsComputed: boolean): SourceWord {
  const isKept = state === WordState.given || (keepsComputed && state === WordState.between);
  const times = isKept ? { start, end } : { start: null, end: null };
  return confidence === 255 ? { text, ...times } : { text, ...times, confidence };
}
