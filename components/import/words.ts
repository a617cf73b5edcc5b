/** Every sentence about transcripts that a reader brings. */
import type { ImportPreview, Misfit } from '@/lib/import/types';
import type { LibraryErrorCode } from '@/lib/ports';
import { formatClock } from '@/lib/transcript/format-time';
import type { Hole, Transcript } from '@/lib/transcript/types';
import { languageName, percent } from '../shared/words';

export const IMPORT_WORDS = {
  title: 'Import a transcript',
  drop: 'Drop a file here',
  orPaste: (keys: string) => `or paste the text with ${keys}`,
  dropNow: 'Drop it to check it',
  chooseFile: 'Choose a file',
  paste: 'Paste',
  pasteHere: (keys: string) => `Paste the text here with ${keys}`,
  works:
    'Works with subtitles (SRT, VTT), text with speaker names or times, podcast JSON, and web pages you copy from.',
  kept: 'Kept for this video',
  stays: 'Your transcript stays on this computer.',
  remove: 'Remove',
  removed: 'Removed',
  undo: 'Undo',
  show: 'Show',
  reading: 'Reading it…',
  cancel: 'Cancel',
  check: 'Check the transcript',
  back: 'Back',
  speakers: 'Speakers',
  nameOf: (label: string) => `Name of ${label}`,
  ends: 'First and last words',
  look: 'Worth a look',
  correct: 'Not right? Correct it',
  shape: 'Read as',
  language: 'Language',
  unknownLanguage: 'Not known',
  encoding: 'Letters',
  shift: 'Move all times by',
  seconds: 's',
  use: 'Use with this video',
  using: 'Finding its times…',
  another: 'Choose another',
  notThis: 'Not the same recording.',
  withoutTimes: 'Use it without times',
  withOwnTimes: 'Use it with its own times',
  noWords: 'This file has no words we can read.',
  noWordsHint: 'Readalong reads SRT, VTT, text and podcast JSON.',
  notesPage: 'This is a page of notes.',
  notesHint: 'It tells about the episode and does not hold its words. Its place is the Notes tab.',
  openNotes: 'Open Notes',
  readAs: (name: string) => `Read it as: ${name}`,
  tooLarge: 'This file is larger than 64 MB.',
  tooLargeHint: 'No transcript is. It was not read.',
  unreadable: 'The file could not be opened.',
  notText: 'Only files and text can be dropped here.',
  ready: 'Your transcript is ready.',
  onlyPage: 'It is not kept, as your settings or the storage say: it is gone when you leave this page.',
  readIt: 'Read it',
  report: 'How the merge went',
  undoMerge: 'Undo merge',
  captionsOnly: 'Use captions only',
  inText: 'In your transcript only',
  inVideo: 'In the captions only',
  fromText: 'Names from your transcript',
  compare: 'What the captions heard otherwise',
  comparing: 'Comparing…',
  nothingDiffers: 'The captions heard every word as it is written.',
  more: 'Show more',
  yourWords: 'Your transcript',
  theirWords: 'what the captions heard instead',
  heardNothing: 'not heard',
  goThere: (time: string) => `Go to ${time}`,
  times: 'Times of your transcript',
  moveTimes: 'Move its times…',
  pinWords: 'Set its times by hand…',
  mergeAgain: 'Merge with the captions',
  pickHint: 'Click the word you hear.',
  pinHint: 'Click the word you hear. From two words on, the rest is worked out.',
  earlier: (by: string) => `${by} s earlier`,
  later: (by: string) => `${by} s later`,
  asGiven: 'As in the file',
  done: 'Done',
} as const;

/** "98 turns · 3 speakers · 0:00–1:08:16 · English" */
export function factLine(preview: ImportPreview): string {
  const { unit, units, speakers, start, end, language } = preview;
  const times = start === null || end === null ? 'no times' : `${formatClock(start)}–${formatClock(end)}`;
  const voices = speakers.length > 0 ? counted(speakers.length, 'speaker') : '';
  return [counted(units, unit), voices, times, languageName(language)].filter(Boolean).join(' · ');
}

export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

export function misfitWords(misfit: Misfit): string {
  const video = formatClock(misfit.video);
  switch (misfit.kind) {
    case 'too-long':
      return `It runs to ${formatClock(misfit.ends)}, but this video is only ${video} long. It may belong to another one.`;
    case 'too-short':
      return `It ends at ${formatClock(misfit.ends)}; this video goes on to ${video}. It may be a part, or belong to another one.`;
    case 'too-many-words':
      return `${counted(misfit.words, 'word')} cannot be said in ${video}. It may belong to another video.`;
  }
}

export function troubleWords(code: LibraryErrorCode): string {
  if (code === 'orphaned') return 'Readalong was updated. Reload this page to go on.';
  if (code === 'storage-full') return 'Storage is full. The transcript was not kept.';
  return 'It took too long, and was given up. Please try again.';
}

/** What is kept of a transcript, as a line of the list. */
export function keptWords({ origin, speakers, cues, words }: Transcript): { name: string; detail: string } {
  if (origin.kind !== 'import') return { name: '', detail: '' };
  const date = new Date(origin.importedAt).toLocaleDateString('en', { day: 'numeric', month: 'long' });
  const size = speakers.length > 0 ? counted(cues.firstWord.length, 'turn') : counted(words.offset.length, 'word');
  return { name: origin.fileName ?? 'Pasted text', detail: `Imported ${date} · ${size}` };
}

/** The verdict, then the holes, each in a sentence. */
export function verdictWords(matched: number, holes: readonly Hole[]): string {
  return [fitWords(matched), holesWords(holes)].filter(Boolean).join(' ');
}

function fitWords(matched: number): string {
  if (matched >= 0.9) return 'Your transcript fits this video well.';
  if (matched >= 0.6) return 'Your transcript fits most of this video.';
  if (matched >= 0.25) return 'Only parts fit. It may be another edit.';
  return 'Only a small part of your transcript is in this video.';
}

function holesWords(holes: readonly Hole[]): string {
  const inText = holes.filter(({ kind }) => kind === 'text').length;
  const inVideo = holes.length - inText;
  if (holes.length === 0) return '';
  if (holes.length === 1)
    return inText ? 'One stretch is only in your transcript.' : 'One stretch is only in the captions.';
  if (inVideo === 0) return `${spelled(inText)} stretches are only in your transcript.`;
  if (inText === 0) return `${spelled(inVideo)} stretches are only in the captions.`;
  const parts = `${spelled(inText, true)} only in your transcript, ${spelled(inVideo, true)} only in the captions`;
  return `${spelled(holes.length)} stretches differ: ${parts}.`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function spelled(count: number, isInside = false): string {
  const word = NUMBERS[count] ?? String(count);
  return isInside ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

export function holeTitle({ kind }: Hole): string {
  return kind === 'text' ? IMPORT_WORDS.inText : IMPORT_WORDS.inVideo;
}

export function holeDetail(hole: Hole): string {
  if (hole.kind === 'video') {
    const length = formatClock(hole.end - hole.start);
    return `${length} · ${hole.shown ? 'shown from the captions' : 'not in your transcript'}`;
  }
  return `${counted(hole.words, 'word')} · perhaps cut from the video`;
}

/** "13:19–14:03"; one time where a hole has no length in the video. */
export function holeSpan({ start, end }: Hole): string {
  return end - start < 2000 ? formatClock(start) : `${formatClock(start)}–${formatClock(end)}`;
}

export function unfitWords(matched: number): string {
  return matched < 0.01
    ? 'Nothing of your transcript matches.'
    : `Only ${percent(matched)} of your transcript matches.`;
}

/** "+4.0 s" */
export function shiftWords(shift: number): string {
  return `${shift < 0 ? '−' : '+'}${(Math.abs(shift) / 1000).toFixed(1)} s`;
}
