/** A packed transcript from the background, part by part. */
import type { LibraryErrorCode } from '../../ports';
import type { Part } from '../../protocol/background-calls';
import { ok, type Result } from '../../protocol/result';
import type { EpisodeId } from '../../transcript/units';
import { fromBase64 } from './base64';
import type { CallBackground } from './call-background';

/** Null when there is no such transcript, or it went away in the middle. `first`: its first part, where it is at hand. */
export async function download(
  call: CallBackground,
  where: { readonly videoId: EpisodeId; readonly id: string },
  first: Part | null = null,
): Promise<Result<Uint8Array | null, LibraryErrorCode>> {
  const stretches: Uint8Array[] = [];
  let count = 1;
  for (let index = 0; index < count; index++) {
    const answer = index === 0 && first ? ok(first) : await call('readTranscriptPart', { ...where, index });
    if (!answer.ok) return answer;
    const bytes = answer.value && fromBase64(answer.value.data);
    if (!answer.value || !bytes) return ok(null);
    count = answer.value.count;
    stretches.push(bytes);
  }
  if (stretches.length === 1) return ok(stretches[0] ?? null);
  const whole = new Uint8Array(stretches.reduce((total, stretch) => total + stretch.length, 0));
  let at = 0;
  for (const stretch of stretches) {
    whole.set(stretch, at);
    at += stretch.length;
  }
  return ok(whole);
}
