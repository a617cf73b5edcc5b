import { isOwnId, type OwnId } from '@/lib/transcript/units';

/** The id of a text whose video is not known: the same for the same bytes, so that bringing it twice is bringing it once. */
export async function ownIdOf(bytes: Uint8Array<ArrayBuffer>): Promise<OwnId> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const id = `own.${hex}`;
  if (!isOwnId(id)) throw new Error(`no id of an own transcript: ${id}`);
  return id;
}
