/** A file as a transcript, whatever it is. */
import { parseAny } from '../../../lib/formats/index';
import { buildTranscript } from '../../../lib/transcript/build-transcript';
import type { TranscriptSource } from '../../../lib/transcript/source';
import type { Transcript } from '../../../lib/transcript/types';
import type { VideoId } from '../../../lib/transcript/units';
import { type Failure, readText } from './command';
import { readWordList } from './word-lists';

/** On the command line there is no video; transcripts need the name of one. */
const NO_VIDEO = '-----------' as VideoId;

export async function loadTranscript(file: string): Promise<Transcript | Failure> {
  const read = await readText(file);
  if ('code' in read) return read;
  const list = readWordList(read.text);
  if (list) return build(list, 'word-list');
  const reading = parseAny(read.text);
  return reading.ok ? build(reading.parsed, reading.shape) : reading.error;
}

function build(source: TranscriptSource, shape: string): Transcript {
  return buildTranscript({ videoId: NO_VIDEO, origin: { kind: 'import', shape, importedAt: 0 }, source });
}
