/** `outline TRANSCRIPT`: topics with key terms and telling sentences, who spoke how long. Times in milliseconds, or null. */
import { outlineOf } from '../../../lib/notes/outline';
import type { Transcript } from '../../../lib/transcript/types';
import { print, readArguments } from './command';
import { loadTranscript } from './load';

export async function run(args: readonly string[]): Promise<number> {
  const { files } = readArguments(args);
  const transcript = await loadTranscript(files[0] ?? '');
  if ('code' in transcript) {
    print({ error: transcript });
    return 1;
  }
  print(report(transcript));
  return 0;
}

/** What the command prints. */
export function report(transcript: Transcript): unknown {
  const { topics, speakers, terms } = outlineOf(transcript);
  return {
    topics: topics.map(({ title, start, end, terms: own, quotes }) => ({
      start,
      end,
      ...(title === null ? {} : { title }),
      terms: own,
      quotes: quotes.map(({ start: at, text }) => ({ start: at, text })),
    })),
    speakers: speakers.map(({ speaker, words, time, share }) => ({
      speaker: speaker === null ? null : (transcript.speakers[speaker]?.name ?? null),
      words,
      time,
      share: Math.round(share * 1000) / 1000,
    })),
    terms: terms.map(({ text, count, counts }) => ({ text, count, counts })),
  };
}
