import { describe, expect, it } from 'vitest';
import { ImportFlow } from '@/components/import/import-flow';
import type { TakenIn } from '@/components/import/take-in';
import type { ImportPreview } from '@/lib/import/types';
import { fail, ok } from '@/lib/protocol/result';
import type { ImportActions, KeepAnswer, OnSent, PreviewAnswer } from '@/lib/sidebar/imports';

const PREVIEW: ImportPreview = {
  title: null,
  shape: { id: 'named-turns', name: 'Speaker turns' },
  others: [],
  encoding: 'utf-8',
  otherEncodings: [],
  unit: 'turn',
  units: 2,
  speakers: [{ label: 'Speaker 1', name: 'Speaker 1', turns: 2 }],
  timing: 'none',
  start: null,
  end: null,
  language: 'en',
  first: { time: null, text: 'One' },
  last: { time: null, text: 'Two' },
  problems: [],
  misfit: null,
};

const taken = (fileName: string): TakenIn => ({ kind: 'bytes', file: { bytes: Uint8Array.of(65), fileName } });

interface Asked {
  readonly what: 'preview' | 'keep';
  readonly fileName: string | null;
  readonly onSent: OnSent;
  answer(value: PreviewAnswer | KeepAnswer | 'unreachable'): Promise<void>;
}

function makeFlow() {
  const asked: Asked[] = [];
  const removed: string[] = [];
  const done: string[] = [];
  const ask =
    (what: Asked['what']) =>
    (file: { fileName: string | null }, _choices: unknown, onSent: OnSent = () => true) =>
      new Promise((settle) =>
        asked.push({
          what,
          fileName: file.fileName,
          onSent,
          async answer(value) {
            settle(value === 'unreachable' ? fail(value) : ok(value));
            await new Promise((soon) => setTimeout(soon));
          },
        }),
      );
  // Only what the flow uses.
  const actions = {
    preview: ask('preview'),
    keep: ask('keep'),
    remove: (id: string) => void removed.push(id),
  } as unknown as ImportActions;
  const flow = new ImportFlow({ actions: () => actions, onChange: () => undefined, onDone: ({ id }) => done.push(id) });
  return { flow, asked, removed, done };
}

const READ: PreviewAnswer = { state: 'read', preview: PREVIEW };
const kept = (id: string): KeepAnswer => ({ state: 'kept', id, where: 'library' });

describe('an import', () => {
  it('shows how much of a file was read, and stops sending what is no longer wanted', async () => {
    const { flow, asked } = makeFlow();
    flow.bring([taken('a.srt')]);
    expect(asked[0]?.onSent(0)).toBe(true);
    expect(asked[0]?.onSent(0.4)).toBe(true);
    expect(flow.state).toMatchObject({ step: 'reading', share: 0.4 });
    flow.reset();
    expect(asked[0]?.onSent(0.6)).toBe(false);
    await asked[0]?.answer(READ);
    expect(flow.state).toEqual({ step: 'choose' });
  });

  it('takes a transcript away that was kept after the reader thought better of it', async () => {
    const { flow, asked, removed, done } = makeFlow();
    flow.bring([taken('a.srt')]);
    await asked[0]?.answer(READ);
    void flow.use();
    expect(flow.state).toMatchObject({ step: 'preview', busy: 'keeping' });
    flow.cancel();
    expect(flow.state).toMatchObject({ step: 'preview', busy: null });
    await asked[1]?.answer(kept('one'));
    expect({ removed, done, step: flow.state.step }).toEqual({ removed: ['one'], done: [], step: 'preview' });
  });

  it('leaves alone what was kept for a video that the reader has left', async () => {
    const { flow, asked, removed } = makeFlow();
    flow.bring([taken('a.srt')]);
    await asked[0]?.answer(READ);
    void flow.use();
    flow.reset();
    await asked[1]?.answer(kept('one'));
    expect(removed).toEqual([]);
  });

  it('goes through several files one by one, and is done after the last', async () => {
    const { flow, asked, done } = makeFlow();
    flow.bring([taken('a.srt'), taken('b.srt')]);
    expect(flow.waiting).toBe(1);
    await asked[0]?.answer(READ);
    void flow.use();
    await asked[1]?.answer(kept('one'));
    expect(asked[2]).toMatchObject({ what: 'preview', fileName: 'b.srt' });
    await asked[2]?.answer(READ);
    void flow.use();
    await asked[3]?.answer(kept('two'));
    expect(done).toEqual(['two']);
  });

  it('keeps the names that were typed when the text is read otherwise', async () => {
    const { flow, asked } = makeFlow();
    flow.bring([taken('a.txt')]);
    await asked[0]?.answer(READ);
    flow.rename('Speaker 1', 'Nora');
    flow.choose({ shape: 'plain-text' });
    await asked[1]?.answer({ state: 'read', preview: { ...PREVIEW, speakers: [] } });
    flow.choose({ shift: 1000 });
    await asked[2]?.answer(READ);
    expect(flow.state).toMatchObject({ preview: { speakers: [{ name: 'Nora' }] }, choices: { shift: 1000 } });
  });

  it('offers the same file again when the library does not answer', async () => {
    const { flow, asked } = makeFlow();
    flow.bring([taken('a.txt')]);
    await asked[0]?.answer('unreachable');
    expect(flow.state).toMatchObject({ step: 'trouble', code: 'unreachable' });
    flow.retry();
    expect(asked[1]).toMatchObject({ what: 'preview', fileName: 'a.txt' });
  });
});
