import { describe, expect, it } from 'vitest';
import { PART_BYTES } from '@/lib/protocol/background-calls';
import type { ImportBytes } from '@/lib/sidebar/imports';
import { bytesOf, captionsOf, META, roughOf, SAID, TYPED, VIDEO } from './talk';
import { makeWorld, settle, type World } from './world';

const FILE: ImportBytes = { bytes: bytesOf(TYPED), fileName: 'talk.txt' };
const OTHER: ImportBytes = {
  bytes: bytesOf('the committee met on friday and could not agree about drainage of its car park at all. '.repeat(6)),
  fileName: 'other.txt',
};

async function keep(world: World, file = FILE) {
  const answer = await world.imports.actions.keep(file, {});
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const kinds = async (world: World) => (await world.kept()).map(({ origin }) => origin.kind).sort();

describe('a transcript brought to a video', () => {
  it('is merged with the captions at hand, shown, and kept beside them', async () => {
    const world = makeWorld();
    world.bring(captionsOf());
    await world.library.saveTranscript(META, captionsOf());
    expect(await keep(world)).toMatchObject({ state: 'merged', where: 'library' });
    expect(world.shown()?.origin.kind).toBe('merge');
    expect(await kinds(world)).toEqual(['captions', 'import', 'merge']);
  });

  it('is shown by itself until captions come, then merged by itself', async () => {
    const world = makeWorld();
    expect(await keep(world)).toMatchObject({ state: 'kept' });
    expect(world.shown()?.origin.kind).toBe('import');
    world.bring(captionsOf());
    await settle();
    expect(world.shown()?.origin.kind).toBe('merge');
  });

  it('is merged again when word times replace rough ones, and only the better merge stays', async () => {
    const world = makeWorld();
    world.bring(roughOf());
    await keep(world);
    expect(world.shown()?.timing).toBe('second');
    const exact = captionsOf();
    world.bring(exact);
    await settle();
    expect(world.shown()).toMatchObject({ timing: 'word', origin: { kind: 'merge', timed: exact.id } });
    expect(world.visit.transcripts.filter(({ origin }) => origin.kind === 'merge')).toHaveLength(1);
    expect((await kinds(world)).filter((kind) => kind === 'merge')).toHaveLength(1);
  });

  it('of another recording is kept, not shown, and not tried again', async () => {
    const world = makeWorld();
    world.bring(captionsOf());
    expect(await keep(world, OTHER)).toMatchObject({ state: 'unfit', where: 'library' });
    expect(world.shown()?.origin.kind).toBe('captions');
    world.bring(captionsOf(SAID, { vssId: '.en', automatic: false }));
    await settle();
    expect(world.shown()?.origin.kind).toBe('captions');
    expect(await kinds(world)).toEqual(['import']);
  });

  it('is kept for its video when the reader has gone on to another', async () => {
    const world = makeWorld();
    world.bring(captionsOf());
    const keeping = keep(world);
    world.visit.current = false;
    expect(await keeping).toMatchObject({ state: 'gone' });
    expect(await kinds(world)).toEqual(['import']);
    expect(world.visit.transcripts).toHaveLength(1);
  });

  it('of many parts arrives whole however often the worker dies', async () => {
    const lines = Array.from(
      { length: 14_000 },
      (_, index) => `[${clock(index)}] line ${index} of a very long talk, and on.`,
    );
    const file = { bytes: bytesOf(lines.join('\n')), fileName: 'long.txt' };
    expect(file.bytes.length).toBeGreaterThan(PART_BYTES);
    for (const messages of [1, 2]) {
      const world = makeWorld();
      world.killAfter(messages);
      expect(await keep(world, file)).toMatchObject({ state: 'kept' });
      expect(world.shown()?.cues.firstWord).toHaveLength(14_000);
    }
  });

  it.each(['nothing', 'kept', 'everything'] as const)('is merged when the settings keep %s', async (keeps) => {
    for (const messages of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
      const world = makeWorld({ keep: keeps });
      world.bring(captionsOf());
      world.killAfter(messages);
      expect(await keep(world)).toMatchObject({ state: 'merged', where: keeps === 'nothing' ? 'page' : 'library' });
      expect(world.shown()?.timing).toBe('word');
      expect(await kinds(world)).toEqual(keeps === 'nothing' ? [] : ['import', 'merge']);
    }
  });

  it('that is brought again is one transcript, with the names of the last time', async () => {
    const world = makeWorld();
    world.bring(captionsOf());
    await keep(world);
    const first = await world.imports.actions.keep(FILE, { names: [['Nora', 'Nora Whitlock']] });
    expect(first.ok).toBe(true);
    expect(await kinds(world)).toEqual(['import', 'merge']);
    for (const { speakers } of await world.kept()) expect(speakers[0]?.name).toBe('Nora Whitlock');
    const preview = await world.imports.actions.preview(FILE, {});
    expect(preview.ok && preview.value.state === 'read' && preview.value.preview.speakers[0]?.name).toBe(
      'Nora Whitlock',
    );
  });
});

describe('afterwards', () => {
  async function merged(): Promise<{ world: World; human: string; merge: string }> {
    const world = makeWorld();
    world.bring(captionsOf());
    await keep(world);
    const merge = world.shown();
    if (merge?.origin.kind !== 'merge') throw new Error('not merged');
    return { world, human: merge.origin.human, merge: merge.id };
  }

  it('a renamed speaker is renamed everywhere, now and in the library', async () => {
    const { world, merge } = await merged();
    world.imports.actions.revise(merge, { kind: 'names', names: [['Nora', 'Nora Whitlock']] });
    await settle();
    const named = ({ speakers }: { speakers: readonly { name: string }[] }) => speakers[0]?.name;
    expect(world.visit.transcripts.filter(({ origin }) => origin.kind !== 'captions').map(named)).toEqual([
      'Nora Whitlock',
      'Nora Whitlock',
    ]);
    expect((await world.kept()).map(named)).toEqual(['Nora Whitlock', 'Nora Whitlock']);
  });

  it('an undone merge stays undone when better captions come', async () => {
    const { world, merge } = await merged();
    world.imports.actions.undoMerge(merge);
    await settle();
    expect(world.shown()?.origin.kind).toBe('captions');
    world.bring(captionsOf(`${SAID} and`, { vssId: '.en', automatic: false }));
    await settle();
    expect(await kinds(world)).toEqual(['import']);
  });

  it('a merge can be made again', async () => {
    const { world, human, merge } = await merged();
    world.imports.actions.undoMerge(merge);
    await settle();
    await world.imports.actions.mergeAgain(human);
    expect(world.shown()?.origin.kind).toBe('merge');
  });

  it('what was removed is gone with its merge, and comes back whole', async () => {
    const { world, human } = await merged();
    world.imports.actions.remove(human);
    await settle();
    expect(await kinds(world)).toEqual([]);
    expect(world.shown()?.origin.kind).toBe('captions');
    world.imports.actions.restore(human);
    await settle();
    expect(world.shown()?.origin.kind).toBe('merge');
    expect(await kinds(world)).toEqual(['import', 'merge']);
  });

  it('differences are shown though the captions are not in the library', async () => {
    const { world, merge } = await merged();
    const page = await world.imports.actions.compare(merge, 0);
    expect(page.ok).toBe(true);
  });

  it('nothing happens to the captions’ own words', async () => {
    const { world } = await merged();
    const captions = world.visit.transcripts.find(({ origin }) => origin.kind === 'captions');
    expect(captions).toEqual(captionsOf());
    expect(captions?.videoId).toBe(VIDEO);
  });
});

function clock(seconds: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}
