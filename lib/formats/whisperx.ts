/** WhisperX: Whisper's segments with words aligned by a second model (`score`) and speakers told apart. */
import { type Fields, field, records } from './json-fields';
import { jsonShape } from './json-shape';
import type { Guess } from './shape';
import { findWhisper, readWhisper } from './whisper';

export const whisperX = jsonShape({
  id: 'whisperx',
  name: 'WhisperX',
  guess,
  read: readWhisper,
});

function guess(value: unknown): Guess | null {
  const body = findWhisper(value);
  if (body === null || !isAligned(body)) return null;
  return { confidence: 0.97, evidence: `${records(body.segments).length} segments of WhisperX` };
}

function isAligned(body: Fields): boolean {
  if (Array.isArray(body.word_segments)) return true;
  const [segment] = records(body.segments);
  const [word] = records(field(segment, 'words'));
  return word !== undefined && 'score' in word;
}
