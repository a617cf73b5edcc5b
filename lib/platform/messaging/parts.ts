import { PART_BYTES, type Part } from '../../protocol/background-calls';
import { fromBase64, toBase64 } from './base64';

export function partCount(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / PART_BYTES));
}

/** The stretch `index` of `bytes`; null when there is no such stretch. */
export function partOf(bytes: Uint8Array, index: number): Part | null {
  const count = partCount(bytes.length);
  if (index >= count) return null;
  return { index, count, data: toBase64(bytes.subarray(index * PART_BYTES, (index + 1) * PART_BYTES)) };
}

/** Everything staged at once may not pass this; the oldest upload then starts again. */
const MOST_STAGED = 128 * 1_048_576;

/** Puts uploads together. What it holds is only a cache: a caller whose parts are gone is told which ones to send again. */
export class Uploads {
  private readonly uploads = new Map<string, (Uint8Array | undefined)[]>();

  /** The whole once every part is here, else the indexes that are missing. Null: the part is not base64. */
  add(key: string, part: Part): Uint8Array | readonly number[] | null {
    const bytes = fromBase64(part.data);
    if (!bytes) return null;
    if (part.count === 1) return bytes;
    const known = this.uploads.get(key);
    const parts = known?.length === part.count ? known : new Array<Uint8Array | undefined>(part.count).fill(undefined);
    parts[part.index] = bytes;
    this.uploads.delete(key);
    const missing = parts.flatMap((stretch, index) => (stretch ? [] : [index]));
    if (missing.length === 0) return join(parts);
    this.uploads.set(key, parts);
    this.forgetOldest();
    return missing;
  }

  private forgetOldest(): void {
    let staged = 0;
    for (const parts of this.uploads.values()) staged += size(parts);
    for (const [key, parts] of this.uploads) {
      if (staged <= MOST_STAGED) return;
      staged -= size(parts);
      this.uploads.delete(key);
    }
  }
}

function join(parts: readonly (Uint8Array | undefined)[]): Uint8Array {
  const whole = new Uint8Array(size(parts));
  let at = 0;
  for (const part of parts) {
    if (!part) continue;
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function size(parts: readonly (Uint8Array | undefined)[]): number {
  return parts.reduce((total, part) => total + (part?.length ?? 0), 0);
}
