/** What a reader is shown before anything is kept. */
import { textOfWords } from '../transcript/lookup';
import type { Transcript } from '../transcript/types';
import { WordState } from '../transcript/types';
import { misfitOf } from './misfit';
import type { Understood } from './read-import';
import type { ImportPreview, PreviewLine, PreviewSpeaker } from './types';

/** More of them are not read one by one. */
const MOST_PROBLEMS = 40;
const MOST_SPEAKERS = 60;
/** Words shown of the beginning and of the end. */
const SHOWN_WORDS = 9;

export function previewOf(understood: Understood, duration: number | null): ImportPreview {
  const { transcript, shape, others, decoded, problems } = understood;
  const count = transcript.words.offset.length;
  const unit = unitOf(understood);
  return {
    title: understood.title,
    shape,
    others,
    encoding: decoded.encoding ?? '',
    otherEncodings: decoded.isSure ? [] : otherEncodings(decoded),
    unit,
    units: unit === 'word' ? count : understood.cues.length,
    speakers: speakersOf(understood).slice(0, MOST_SPEAKERS),
    timing: transcript.timing,
    start: timeOf(transcript, firstTimed(transcript)),
    end: endOf(transcript),
    language: transcript.language,
    first: line(transcript, 0, Math.min(SHOWN_WORDS, count), 'start'),
    last: line(transcript, Math.max(0, count - SHOWN_WORDS), count, 'end'),
    problems: problems.slice(0, MOST_PROBLEMS).map(({ code, message }) => ({ code, message })),
    misfit: misfitOf(transcript, duration),
  };
}

/** What old files are mostly written in, for a reader who sees that the guess is wrong. */
const COMMON_ENCODINGS =
  'windows-1252 windows-1250 windows-1251 windows-1253 windows-1254 windows-1255 windows-1256 shift_jis gb18030 big5 euc-kr'.split(
    ' ',
  );

function otherEncodings({ encoding, others }: Understood['decoded']): string[] {
  return [...new Set([...others, ...COMMON_ENCODINGS])].filter((each) => each !== encoding);
}

/** People's texts are counted in turns, files of programs in lines, and what is one block in words. */
function unitOf({ transcript, cues }: Understood): ImportPreview['unit'] {
  const hasVoices = transcript.speakers.length > 0;
  if (hasVoices && (transcript.timing === 'turn' || transcript.timing === 'none')) return 'turn';
  if (transcript.timing === 'none') return 'word';
  return transcript.timing === 'turn' && cues.length < 2 ? 'word' : 'line';
}

/** How often each speaker has the word, in order of first speaking. */
function speakersOf({ transcript, cues }: Understood): PreviewSpeaker[] {
  const turns = new Map<string, number>();
  let before: string | null = null;
  const isByTurn = transcript.timing === 'turn' || transcript.timing === 'none';
  for (const cue of cues) {
    const label = cue.speaker?.trim() || null;
    // A turn of a person's text is a unit of it, whoever had the word before; lines of a file go on.
    if (label !== null && (isByTurn || label !== before)) turns.set(label, (turns.get(label) ?? 0) + 1);
    before = label;
  }
  return transcript.speakers.map(({ label, name }) => ({ label, name, turns: turns.get(label) ?? 0 }));
}

function firstTimed({ words: { state } }: Transcript): number {
  const word = state.findIndex((each) => each !== WordState.unknown);
  return Math.max(0, word);
}

function timeOf({ timing, words }: Transcript, word: number): number | null {
  if (timing === 'none' || words.state[word] === WordState.unknown) return null;
  return words.start[word] ?? null;
}

function line(transcript: Transcript, first: number, end: number, side: 'start' | 'end'): PreviewLine {
  const text = textOfWords(transcript, first, end).replace(/\s+/g, ' ').slice(0, 200);
  const isAll = end - first === transcript.words.offset.length;
  const word = side === 'start' ? first : turnOf(transcript, end - 1);
  const shown = isAll ? text : side === 'start' ? `${text}…` : `…${text}`;
  return { time: timeOf(transcript, word), text: shown };
}

/** Where stamps stand at beginnings only, the last of them; else the end of the last line. */
function endOf({ timing, cues }: Transcript): number | null {
  if (timing === 'none') return null;
  const column = timing === 'turn' || timing === 'second' ? cues.start : cues.end;
  return column.at(-1) ?? null;
}

/** The last time that the source itself wrote: that of the last cue. */
function turnOf({ cues }: Transcript, word: number): number {
  return cues.firstWord.at(-1) ?? word;
}
