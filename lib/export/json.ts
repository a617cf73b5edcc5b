/**
 * The project's own file: everything a transcript holds, in a form that others can read too. Times are milliseconds.
 *
 *   format     "readalong-transcript"
 *   version    1; a later version is read only by programs that know it
 *   title      of the video, channel: where they are known
 *   id, videoId, language, timing, origin, speakers, chapters, alignment
 *              as in the model (`lib/transcript/types.ts`)
 *   turns      [[first word, index into speakers or null], …]
 *   cues       [{start, end, words: [[text, start, end, state, confidence], …]}, …]
 *              `text` brings what stands before the word: the texts of all words, joined with nothing between them, are the
 *              transcript; a line feed begins a paragraph. `state`: 0 the word's own time, 1 computed, 2 unknown; left out
 *              with all that follows where it is 0 and there is no confidence. `confidence`: 0 to 100.
 */
import { endOf } from '../transcript/lookup';
import { headerOf } from '../transcript/pack-header';
import type { Transcript } from '../transcript/types';
import type { ExportOptions } from './options';

export function toJson(transcript: Transcript, { title, channel }: ExportOptions = {}): string {
  const head = {
    format: 'readalong-transcript',
    version: 1,
    ...(title ? { title } : {}),
    ...(channel ? { channel } : {}),
    ...headerOf(transcript),
    turns: transcript.turns.map(({ firstWord, speaker }) => [firstWord, speaker]),
  };
  // One cue a line: a file of ten hours stays readable, and a change of one word is a change of one line.
  const cues = cuesOf(transcript).map((cue) => JSON.stringify(cue));
  return `${JSON.stringify(head).slice(0, -1)},"cues":[\n${cues.join(',\n')}\n]}\n`;
}

type WordEntry = readonly [text: string, start: number, end: number, state?: number, confidence?: number];

interface CueEntry {
  readonly start: number;
  readonly end: number;
  readonly words: readonly WordEntry[];
}

function cuesOf(transcript: Transcript): CueEntry[] {
  const { cues, words } = transcript;
  return Array.from(cues.firstWord, (first, cue) => {
    const end = endOf(cues.firstWord, cue, words.offset.length);
    const entries: WordEntry[] = [];
    for (let word = first; word < end; word++) entries.push(wordEntry(transcript, word));
    return { start: cues.start[cue] ?? 0, end: cues.end[cue] ?? 0, words: entries };
  });
}

function wordEntry({ text, words }: Transcript, word: number): WordEntry {
  const from = word === 0 ? 0 : (words.offset[word - 1] ?? 0) + (words.length[word - 1] ?? 0);
  const to = (words.offset[word] ?? 0) + (words.length[word] ?? 0);
  const start = words.start[word] ?? 0;
  const end = words.end[word] ?? 0;
  const state = words.state[word] ?? 0;
  const confidence = words.confidence?.[word] ?? 255;
  if (confidence !== 255) return [text.slice(from, to), start, end, state, confidence];
  return state === 0 ? [text.slice(from, to), start, end] : [text.slice(from, to), start, end, state];
}
