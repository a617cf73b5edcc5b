/** What is brought on the library page meets the captions that are kept, over the real background. */
import { beforeEach, describe, expect, it } from 'vitest';
import { mergeKept } from '@/entrypoints/library/merge-kept';
import { createMemoryStore } from '@/lib/library/shelf/memory-store';
import { createBackgroundCaller } from '@/lib/platform/messaging/call-background';
import { createImportClient } from '@/lib/platform/messaging/import-client';
import { createLibraryClient } from '@/lib/platform/messaging/library-client';
import { makeFacts, makeTranscript, videoId } from '../library/make-transcript';
import { LIBRARY_PAGE, runtimeOver, startWorker } from '../messaging/fake-world';

const VIDEO = videoId(1);
const SAID = Array.from({ length: 40 }, (_, index) => `the keeper number${index} counted his lamps`);
let ports: Parameters<typeof mergeKept>[0] & { readonly library: ReturnType<typeof createLibraryClient> };

beforeEach(() => {
  const worker = startWorker(createMemoryStore());
  const runtime = runtimeOver(() => worker, LIBRARY_PAGE);
  ports = { imports: createImportClient(createBackgroundCaller(runtime)), library: createLibraryClient(runtime) };
});

async function bring(lines: readonly string[]): Promise<void> {
  const text = lines.map((line, index) => `${index % 2 ? 'Tom' : 'Mara'}: ${line}.`).join('\n\n');
  await ports.imports.keep(makeFacts(VIDEO), { bytes: new TextEncoder().encode(text), fileName: null }, {});
}

async function keepCaptions(): Promise<void> {
  await ports.library.saveTranscript(makeFacts(VIDEO), makeTranscript(SAID.join(' '), { video: VIDEO }));
}

async function kinds(): Promise<string[]> {
  const opened = await ports.library.openEpisode(VIDEO);
  return (opened.ok ? (opened.value?.transcripts ?? []) : []).map(({ origin }) => origin.kind).sort();
}

describe('mergeKept', () => {
  it('merges a text with the captions of its video, once', async () => {
    await keepCaptions();
    await bring(SAID);
    const fit = await mergeKept(ports, VIDEO);
    expect(fit?.kind).toBe('fits');
    expect(fit?.matched).toBeGreaterThan(0.9);
    expect(await kinds()).toEqual(['captions', 'import', 'merge']);
    expect(await mergeKept(ports, VIDEO)).toBeNull();
  });

  it('says that a text is of another recording, keeps it, and does not try again', async () => {
    await keepCaptions();
    await bring(Array.from({ length: 40 }, (_, index) => `quite another speech about gardens and rain ${index}`));
    expect((await mergeKept(ports, VIDEO))?.kind).toBe('unfit');
    expect(await kinds()).toEqual(['captions', 'import']);
    expect(await mergeKept(ports, VIDEO)).toBeNull();
  });

  it('leaves a text alone while there are no captions, and a video that is not there', async () => {
    expect(await mergeKept(ports, VIDEO)).toBeNull();
    await bring(SAID);
    expect(await mergeKept(ports, VIDEO)).toBeNull();
    expect(await kinds()).toEqual(['import']);
  });
});
