/**
 * Merging small segments into larger ones, a little at a time. Each step is one transaction that writes some of the output
 * and how far it came; a worker that dies loses at most one step. The output answers queries only when it is whole.
 */
import { ByteWriter } from '../../transcript/bytes';
import type { StorePort, WriteTransaction } from '../shelf/store-port';
import { keysUnder } from '../shelf/store-port';
import {
  DOCS_IN_CHUNK,
  type IndexState,
  type IndexStores,
  type MergeHead,
  PLACE_BLOCK,
  type SegmentHead,
  type SegmentRecord,
} from './index-stores';
import { putState } from './maintain-index';
import { skipPlaces } from './postings';
import { SegmentCursor } from './segment-cursor';
import { SegmentWriter, unpackDirectory } from './segment-writer';

/**
 * Segments of a tier that are merged into one of the next. A query asks every segment: with four, a thousand episodes lie in
 * about seven, with eight in fourteen, and what an import writes grows by half.
 */
export const FAN = 4;
/** Output of one step: some 20 ms of work, so that a save never waits long behind it. */
const STEP_BYTES = 512 * 1024;

const MERGE_STORES = [
  'indexState',
  'indexSegments',
  'indexWords',
  'indexTerms',
  'indexPlaces',
  'indexLengths',
] as const satisfies readonly (keyof IndexStores)[];

type Tx = WriteTransaction<IndexStores>;

/** Does one step of what there is to do. False: nothing is left. Call again until then, whenever there is time. */
export function mergeStep(port: StorePort<IndexStores>, stepBytes = STEP_BYTES): Promise<boolean> {
  return port.write(MERGE_STORES, 'relaxed', async (tx) => {
    const state = await tx.get('indexState', 'state');
    if (!state) return false;
    const [garbage] = state.garbage;
    if (garbage !== undefined) {
      removeSegment(tx, garbage);
      putState(tx, { ...state, garbage: state.garbage.slice(1) });
      return true;
    }
    const planned = planMerge(state);
    const [merge] = planned.merges;
    if (!merge) return false;
    putState(tx, await continueMerge(tx, planned, merge, stepBytes));
    return true;
  });
}

/** Adds a merge where enough neighbours of one tier are free. Smaller ones go first: they make queries faster sooner. */
function planMerge(state: IndexState): IndexState {
  const busy = new Set(state.merges.flatMap((merge) => merge.inputs.map(({ id }) => id)));
  const free = state.segments.filter(({ id }) => !busy.has(id));
  for (const tier of [...new Set(free.map((segment) => segment.tier))].sort((a, b) => a - b)) {
    const inputs = free.filter((segment) => segment.tier === tier).slice(0, FAN);
    const running = state.merges.find((merge) => (merge.inputs[0]?.tier ?? 0) <= tier);
    if (inputs.length < FAN || running) continue;
    const merge: MergeHead = { inputs, output: state.nextSegment, after: null };
    return { ...state, nextSegment: state.nextSegment + 1, merges: [merge, ...state.merges] };
  }
  return state;
}

async function continueMerge(tx: Tx, state: IndexState, merge: MergeHead, stepBytes: number): Promise<IndexState> {
  const cursors = await Promise.all(merge.inputs.map((head) => openCursor(tx, head.id, merge.after)));
  const base = merge.inputs[0]?.firstDoc ?? 0;
  const writer = new SegmentWriter(tx, merge.output, base, await readBegun(tx, merge));
  const isRemoved = await removedDocs(tx, merge);
  let after = merge.after;
  while (writer.written < stepBytes) {
    const term = smallestTerm(cursors);
    if (term === null) {
      writer.finish();
      return finishMerge(state, merge);
    }
    await mergeTerm(cursors, term, writer, isRemoved);
    after = term;
  }
  writer.finish();
  const going = { ...merge, after };
  return { ...state, merges: state.merges.map((other) => (other.output === merge.output ? going : other)) };
}

function finishMerge(state: IndexState, merge: MergeHead): IndexState {
  const [first] = merge.inputs;
  const last = merge.inputs.at(-1);
  if (!first || !last) return state;
  const inputs = new Set(merge.inputs.map(({ id }) => id));
  const whole: SegmentHead = {
    id: merge.output,
    tier: first.tier + 1,
    firstDoc: first.firstDoc,
    endDoc: last.endDoc,
  };
  const segments = state.segments.flatMap((segment) =>
    segment.id === first.id ? [whole] : inputs.has(segment.id) ? [] : [segment],
  );
  const merges = state.merges.filter(({ output }) => output !== merge.output);
  return { ...state, segments, merges, garbage: [...state.garbage, ...inputs] };
}

async function openCursor(tx: Tx, id: number, after: string | null): Promise<SegmentCursor> {
  const record = await tx.get('indexSegments', id);
  const cursor = new SegmentCursor(tx, id, record ? unpackDirectory(record.directory) : []);
  await cursor.seekAfter(after);
  return cursor;
}

async function readBegun(tx: Tx, merge: MergeHead): Promise<{ record: SegmentRecord; tail: Uint8Array } | null> {
  if (merge.after === null) return null;
  const record = await tx.get('indexSegments', merge.output);
  if (!record) return null;
  const isFilled = record.places % PLACE_BLOCK === 0;
  const tail = isFilled
    ? undefined
    : await tx.get('indexPlaces', [merge.output, Math.floor(record.places / PLACE_BLOCK)]);
  return { record, tail: tail ?? new Uint8Array() };
}

/** Which documents of the merge were removed since they were indexed: their postings end here. */
async function removedDocs(tx: Tx, { inputs }: MergeHead): Promise<((doc: number) => boolean) | null> {
  const from = inputs[0]?.firstDoc ?? 0;
  const to = inputs.at(-1)?.endDoc ?? 0;
  const removed = new Set<number>();
  for (let chunk = Math.floor(from / DOCS_IN_CHUNK); chunk * DOCS_IN_CHUNK < to; chunk++) {
    const lengths = await tx.get('indexLengths', chunk);
    for (let doc = Math.max(from, chunk * DOCS_IN_CHUNK); doc < Math.min(to, (chunk + 1) * DOCS_IN_CHUNK); doc++) {
      if (!lengths?.[(doc % DOCS_IN_CHUNK) * 2]) removed.add(doc);
    }
  }
  return removed.size === 0 ? null : (doc) => removed.has(doc);
}

function smallestTerm(cursors: readonly SegmentCursor[]): string | null {
  let smallest: string | null = null;
  for (const { term } of cursors) {
    if (term !== null && (smallest === null || term < smallest)) smallest = term;
  }
  return smallest;
}

async function mergeTerm(
  cursors: readonly SegmentCursor[],
  term: string,
  writer: SegmentWriter,
  isRemoved: ((doc: number) => boolean) | null,
): Promise<void> {
  const docs: number[] = [];
  const times: number[] = [];
  const places = new ByteWriter(256);
  for (const cursor of cursors) {
    if (cursor.term !== term) continue;
    const postings = cursor.postings();
    const bytes = cursor.placesAtHand() ?? (await cursor.places());
    let at = 0;
    let kept = 0;
    for (let index = 0; index < postings.docs.length; index++) {
      const doc = postings.docs[index] ?? 0;
      const count = postings.times[index] ?? 0;
      if (!isRemoved?.(doc)) {
        docs.push(doc);
        times.push(count);
        if (isRemoved) at = skipPlaces(bytes, at, count);
        continue;
      }
      places.raw(bytes.subarray(kept, at));
      at = skipPlaces(bytes, at, count);
      kept = at;
    }
    places.raw(isRemoved ? bytes.subarray(kept, at) : bytes);
    if (!cursor.advanceAtHand()) await cursor.advance();
  }
  if (docs.length === 0) return;
  writer.add({ term, docs: Uint32Array.from(docs), times: Uint32Array.from(times), places: places.written() });
}

function removeSegment(tx: Tx, id: number): void {
  tx.remove('indexSegments', id);
  tx.remove('indexWords', keysUnder(id));
  tx.remove('indexTerms', keysUnder(id));
  tx.remove('indexPlaces', keysUnder(id));
}
