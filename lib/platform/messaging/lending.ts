/** Giving the background what it needs for a call: bytes in parts, and transcripts that the library does not hold. */
import type { LibraryErrorCode } from '../../ports';
import type { Part } from '../../protocol/background-calls';
import type { MissingParts } from '../../protocol/import-calls';
import { fail, ok, type Result } from '../../protocol/result';
import type { OnSent } from '../../sidebar/imports';
import { packTranscript } from '../../transcript/pack';
import type { Transcript } from '../../transcript/types';
import type { EpisodeId } from '../../transcript/units';
import type { CallBackground } from './call-background';
import { partCount, partOf } from './parts';

/** How often parts or transcripts may be asked for again: each time means that the worker died in the middle. */
export const MOST_ROUNDS = 4;

interface Absent {
  readonly state: 'absent';
  readonly ids: readonly string[];
}

export type Lender = <T>(
  videoId: EpisodeId,
  transcripts: readonly Transcript[],
  ask: () => Promise<Result<T | Absent, LibraryErrorCode>>,
) => Promise<Result<T, LibraryErrorCode>>;

/** The lender asks; lends what the background says it does not have; asks again. */
export function createLender(call: CallBackground): Lender {
  return async <T>(...[videoId, transcripts, ask]: Parameters<Lender>): Promise<Result<T, LibraryErrorCode>> => {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      // The caller's type, which the lender's own signature promises.
      const answer = (await ask()) as Result<T | Absent, LibraryErrorCode>;
      if (!answer.ok) return answer;
      const { value } = answer;
      if (!isAbsent(value)) return ok(value);
      for (const id of value.ids) {
        const transcript = transcripts.find((each) => each.id === id);
        if (!transcript) return fail('refused', `no transcript ${id}`);
        const sent = await sendInParts(packTranscript(transcript), (part) =>
          call('lendTranscript', { videoId, id: transcript.id, part }),
        );
        if (!sent.ok) return sent;
      }
    }
    return fail('unreachable', 'the worker did not stay alive');
  };
}

/** Sends bytes until the other end has them all; what it answers then is the answer. */
export async function sendInParts<T>(
  bytes: Uint8Array,
  send: (part: Part) => Promise<Result<T | MissingParts, LibraryErrorCode>>,
  onSent: OnSent = () => true,
): Promise<Result<T, LibraryErrorCode>> {
  const count = partCount(bytes.length);
  let wanted: readonly number[] = Array.from({ length: count }, (_, index) => index);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let missing: readonly number[] = [];
    for (const [at, index] of wanted.entries()) {
      if (!onSent((count - wanted.length + at) / count)) return fail('refused', 'no longer wanted');
      const part = partOf(bytes, index);
      if (!part) continue;
      const answer = await send(part);
      if (!answer.ok) return answer;
      if (!isMissing(answer.value)) return ok(answer.value);
      missing = answer.value.missing;
    }
    wanted = missing;
  }
  return fail('unreachable', 'the worker did not stay alive');
}

function isAbsent(value: unknown): value is Absent {
  return hasState(value, 'absent');
}

function isMissing<T>(value: T | MissingParts): value is MissingParts {
  return hasState(value, 'more');
}

function hasState(value: unknown, state: string): boolean {
  return typeof value === 'object' && value !== null && 'state' in value && value.state === state;
}
