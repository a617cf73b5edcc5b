/** From the bytes a reader brings to a transcript, or to the reason why there is none. */
import { type ByteDecoderConstructor, type Decoded, decodeBytes } from '../formats/decode';
import { type Candidate, parseAny, parseAs, type Reading, shapeById } from '../formats/index';
import type { Problem } from '../formats/shape';
import { guessLanguageOf } from '../speech/guess-language';
import { buildTranscript } from '../transcript/build-transcript';
import type { SourceCue } from '../transcript/source';
import type { Transcript } from '../transcript/types';
import type { EpisodeId } from '../transcript/units';
import { revise } from './revise';
import type { ImportChoices, ImportRefusal, Named } from './types';

export interface ImportFile {
  readonly bytes: Uint8Array;
  /** Null for what was pasted. */
  readonly fileName: string | null;
  readonly videoId: EpisodeId;
  /** Milliseconds since 1970. */
  readonly importedAt: number;
}

export interface Understood {
  readonly ok: true;
  readonly transcript: Transcript;
  /** As the source itself gives it; null where it does not. */
  readonly title: string | null;
  readonly shape: Named;
  readonly others: readonly Named[];
  readonly decoded: Decoded;
  /** The source's own units. */
  readonly cues: readonly SourceCue[];
  readonly problems: readonly Problem[];
}

export type ImportReading = Understood | ({ readonly ok: false } & ImportRefusal);

/** Never throws, for any bytes. `Decoder` is the platform's `TextDecoder`. */
export function readImport(file: ImportFile, Decoder: ByteDecoderConstructor, choices: ImportChoices): ImportReading {
  const decoded = decodeBytes(file.bytes, Decoder, decodingOptions(choices));
  const [trouble] = decoded.problems;
  if (decoded.encoding === null) return refusal(trouble?.code ?? 'binary', trouble?.message ?? 'This is no text file.');
  const reading = choices.shape === undefined ? parseAny(decoded.text) : parseAs(decoded.text, choices.shape);
  if (!reading.ok) return refusal(reading.error.code, reading.error.message, named(reading.others));
  return understand(file, reading, decoded, choices);
}

function understand(
  { videoId, fileName, importedAt }: ImportFile,
  { parsed, shape, others }: Extract<Reading, { ok: true }>,
  decoded: Decoded,
  choices: ImportChoices,
): ImportReading {
  const language = choices.language ?? parsed.language ?? guessLanguageOf(parsed.cues);
  const built = buildTranscript({
    videoId,
    origin: { kind: 'import', shape, importedAt, ...(fileName === null ? {} : { fileName }) },
    source: { ...parsed, language },
  });
  if (built.words.offset.length === 0) return refusal('no-words', 'There are no words in this.', named(others));
  const renamed = choices.names ? revise(built, { kind: 'names', names: choices.names }) : built;
  const transcript = choices.shift ? revise(renamed, { kind: 'shift', shift: choices.shift }) : renamed;
  return {
    ok: true,
    transcript,
    title: parsed.title?.trim() || null,
    shape: { id: shape, name: shapeById(shape)?.name ?? shape },
    others: named(others).filter(({ id }) => id !== shape),
    decoded,
    cues: parsed.cues,
    problems: [...decoded.problems, ...parsed.problems],
  };
}

function decodingOptions({ encoding, language }: ImportChoices): Parameters<typeof decodeBytes>[2] {
  return { ...(encoding === undefined ? {} : { encoding }), ...(language === undefined ? {} : { language }) };
}

function named(candidates: readonly Candidate[]): Named[] {
  return candidates.map(({ shape: { id, name } }) => ({ id, name }));
}

function refusal(code: string, message: string, others: readonly Named[] = []): ImportReading {
  return { ok: false, code, message, others };
}
