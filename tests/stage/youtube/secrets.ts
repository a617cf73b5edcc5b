/** Signatures and tokens: made with one key per process, so that only what the stage issued is accepted. */
import { createHmac, randomBytes } from 'node:crypto';

const key = randomBytes(32);

function digest(text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** A signature in the site's form, two runs of forty hexadecimal digits. */
export function signatureOf(values: readonly string[]): string {
  const bytes = Buffer.concat([digest(values.join('&')), digest(`second ${values.join('&')}`)])
    .toString('hex')
    .toUpperCase();
  return `${bytes.slice(0, 40)}.${bytes.slice(40, 80)}`;
}

/** The proof-of-origin token of a video: 116 characters, one per video, good for every track and translation of it. */
export function potOf(videoId: string): string {
  const bytes = Buffer.concat([digest(`pot ${videoId}`), digest(`pot 2 ${videoId}`), digest(`pot 3 ${videoId}`)]);
  return bytes.subarray(0, 87).toString('base64url');
}
