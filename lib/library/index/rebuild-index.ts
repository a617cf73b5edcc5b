/** Making the index anew from the transcripts: after a change of its format, and when damage was found in it. */
import { unpackTranscript } from '../../transcript/pack';
import type { Key, StorePort } from '../shelf/store-port';
import { INDEX_STORES, type LibraryStores } from './index-stores';
import { addDocument, clearIndex, EMPTY_STATE, INDEX_VERSION, putState, readState } from './maintain-index';

/** Key in `meta` while the index is made anew: the key of the last transcript that is in it again. */
export const INDEX_REBUILD = 'index rebuild after';
/** Transcripts in one step: some 60 ms of work. */
const IN_STEP = 4;

/**
 * Does one step of a rebuild when the index is of another version, or was marked as damaged. False: nothing to do. The
 * index answers meanwhile with what it has.
 */
export async function rebuildStep(port: StorePort<LibraryStores>): Promise<boolean> {
  return port.write(['transcripts', 'episodes', 'meta', ...INDEX_STORES], 'relaxed', async (tx) => {
    const state = await tx.get('indexState', 'state');
    const cursor = await tx.get('meta', INDEX_REBUILD);
    if (state?.version !== INDEX_VERSION && (state || cursor === undefined)) {
      clearIndex(tx, state ?? EMPTY_STATE);
      tx.put('meta', INDEX_REBUILD, []);
      return true;
    }
    if (!Array.isArray(cursor)) return false;
    // Keys are lists of video and transcript; the empty string stands between a key and all after it.
    const after: Key = cursor.length === 0 ? [] : [...(cursor as Key[]), ''];
    const records = await tx.getAll('transcripts', { from: after, to: [[]] }, IN_STEP);
    for (const { videoId, id, bytes } of records) {
      const episode = await tx.get('episodes', videoId);
      const transcript = unpackTranscript(bytes);
      if (episode && transcript) await addDocument(tx, await readState(tx), { episode, transcript, bytes });
      tx.put('meta', INDEX_REBUILD, [videoId, id]);
    }
    if (records.length < IN_STEP) tx.remove('meta', INDEX_REBUILD);
    return true;
  });
}

/** Damage was met while reading: the next steps make the index anew. */
export function markDamaged(port: StorePort<LibraryStores>): Promise<void> {
  return port.write(['indexState'], 'relaxed', async (tx) => {
    const state = await readState(tx);
    putState(tx, { ...state, version: 0 });
  });
}
