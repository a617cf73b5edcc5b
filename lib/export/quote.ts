/** What is copied from a transcript. */
import { formatClock } from '../transcript/format-time';
import { textOfWords } from '../transcript/lookup';
import type { Transcript } from '../transcript/types';
import { speakerAt, timeAt } from './blocks';
import { watchLink } from './links';

/** Words `first` up to `end`, paragraphs with a blank line between them, nothing else. */
export function copyWords(transcript: Transcript, first: number, end: number): string {
  return textOfWords(transcript, first, end).replaceAll('\n', '\n\n');
}

/** `“words” (Name, 1:02:03, link)`; name and time only where they are known. One line. */
export function copyAsQuote(transcript: Transcript, first: number, end: number): string {
  const words = textOfWords(transcript, first, end).replaceAll('\n', ' ');
  const time = timeAt(transcript, first);
  const speaker = onlySpeaker(transcript, first, end);
  const source = [speaker, time === null ? null : formatClock(time), watchLink(transcript.videoId, time)];
  return `“${innerMarks(words)}” (${source.filter((part) => part !== null).join(', ')})`;
}

/** Null where several people speak in the words. */
function onlySpeaker(transcript: Transcript, first: number, end: number): string | null {
  const speaker = speakerAt(transcript, first);
  const goesOn = transcript.turns.every(
    ({ firstWord }) => firstWord <= first || firstWord >= end || speakerAt(transcript, firstWord) === speaker,
  );
  return goesOn ? speaker : null;
}

/** Quotation marks inside a quotation are single ones. */
function innerMarks(words: string): string {
  return words.replaceAll('“', '‘').replaceAll('”', '’');
}

/** The link to a word's second, or to the video where its time is not known; null without a video. */
export function linkToWord(transcript: Transcript, word: number): string | null {
  return watchLink(transcript.videoId, timeAt(transcript, word));
}
