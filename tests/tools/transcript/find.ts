/** `find FILE QUERY`: every place where the query is said. Times in milliseconds, or null where the file has none. */
import { find } from '../../../lib/find/find';
import { buildFindIndex } from '../../../lib/find/find-index';
import { snippet } from '../../../lib/find/snippet';
import { type Transcript, WordState } from '../../../lib/transcript/types';
import { print, readArguments } from './command';
import { loadTranscript } from './load';

export async function run(args: readonly string[]): Promise<number> {
  const { files } = readArguments(args);
  const transcript = await loadTranscript(files[0] ?? '');
  if ('code' in transcript) {
    print({ error: transcript });
    return 1;
  }
  const result = find(buildFindIndex(transcript), files.slice(1).join(' '));
  if (!('matches' in result)) print(result);
  else {
    const { matches, ...rest } = result;
    print({ ...rest, matches: Array.from(matches.start.keys(), (index) => matchReport(transcript, matches, index)) });
  }
  return 0;
}

type Columns = Extract<ReturnType<typeof find>, { matches: unknown }>['matches'];

function matchReport(transcript: Transcript, matches: Columns, index: number): unknown {
  const firstWord = matches.firstWord[index] ?? 0;
  const lastWord = matches.lastWord[index] ?? 0;
  const { start, end, state } = transcript.words;
  const around = snippet(transcript, { firstWord, lastWord });
  return {
    start: state[firstWord] === WordState.unknown ? null : start[firstWord],
    end: state[lastWord] === WordState.unknown ? null : end[lastWord],
    firstWord,
    lastWord,
    text: transcript.text.slice(matches.start[index], matches.end[index]).replace(/\s+/g, ' '),
    context: around.before + around.match + around.after,
  };
}
