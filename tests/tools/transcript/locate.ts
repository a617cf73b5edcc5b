/**
 * `locate NOTES TRANSCRIPT…`: where in the episode each line of a page of notes is. Further transcripts of the same episode
 * (captions beside a merged text) help to find quotes. Times in milliseconds, or null.
 */
import { type Located, locateItems } from '../../../lib/notes/locate-items';
import { parseNotes } from '../../../lib/notes/parse-notes';
import type { Place } from '../../../lib/notes/places';
import { textOfWords } from '../../../lib/transcript/lookup';
import type { Transcript } from '../../../lib/transcript/types';
import { print, readArguments, readText } from './command';
import { loadTranscript } from './load';

export async function run(args: readonly string[]): Promise<number> {
  const { files } = readArguments(args);
  const notes = await readText(files[0] ?? '');
  if ('code' in notes) {
    print({ error: notes });
    return 1;
  }
  const transcripts: Transcript[] = [];
  for (const file of files.slice(1)) {
    const transcript = await loadTranscript(file);
    if ('code' in transcript) {
      print({ error: transcript });
      return 1;
    }
    transcripts.push(transcript);
  }
  print(report(notes.text, transcripts));
  return 0;
}

/** What the command prints. */
export function report(notes: string, transcripts: readonly Transcript[]): unknown {
  const { kind, items } = parseNotes(notes);
  return { kind, items: locateItems(items, transcripts).map((located) => itemReport(located, transcripts)) };
}

function itemReport(
  { item, state, candidates, differences, off }: Located,
  transcripts: readonly Transcript[],
): unknown {
  const { kind, text, stated, line, section: _section, ...rest } = item;
  return {
    kind,
    text,
    state: state === 'not-found' ? 'not found' : state,
    start: candidates[0]?.start ?? null,
    score: candidates[0] ? round(candidates[0].score) : 0,
    stated: stated ?? null,
    off,
    ...rest,
    ...(differences.length > 0 ? { differences } : {}),
    candidates: candidates.map((place) => ({
      start: place.start,
      score: round(place.score),
      text: textAt(place, transcripts),
    })),
  };
}

function textAt({ transcriptId, firstWord, endWord }: Place, transcripts: readonly Transcript[]): string {
  const transcript = transcripts.find(({ id }) => id === transcriptId);
  return transcript ? textOfWords(transcript, firstWord, endWord).replace(/\s+/g, ' ') : '';
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
