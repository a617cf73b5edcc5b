import { describe, expect, it, vi } from 'vitest';
import { SummaryDesk } from '@/components/notes/summary-desk';
import { locateSummary } from '@/lib/notes/machine-summary';
import { outlineOf } from '@/lib/notes/outline';
import { fail, ok } from '@/lib/protocol/result';
import type { NotesActions, SummaryWriter } from '@/lib/sidebar/notes';
import { CONVERSATION, speak } from '../../notes/small-transcript';

const TRANSCRIPT = speak(CONVERSATION);
const OUTLINE = outlineOf(TRANSCRIPT);

function desk(change: Partial<SummaryWriter> = {}, answer: Partial<NotesActions> = {}) {
  const writer: SummaryWriter = {
    isReady: async () => true,
    write: async (_stretches, _language, onProgress) => {
      onProgress(0);
      return 'They burned coal in an iron basket on the roof of the chapel.';
    },
    ...change,
  };
  const actions = {
    locateSummary: vi.fn<NotesActions['locateSummary']>(async (shown, text) => ok(locateSummary(text, shown))),
    ...answer,
  } as unknown as NotesActions;
  const states: unknown[] = [];
  const own: SummaryDesk = new SummaryDesk(writer, { actions: () => actions, onChange: () => states.push(own.state) });
  return { own, states, actions };
}

describe('a summary by the browser', () => {
  it('is offered where the model is ready, and written only when asked for', async () => {
    const write = vi.fn<SummaryWriter['write']>();
    const { own } = desk({ write });
    own.follow(TRANSCRIPT);
    await vi.waitFor(() => expect(own.state).toEqual({ state: 'offered' }));
    expect(write).not.toHaveBeenCalled();
  });

  it.each([
    ['not ready', new SummaryDesk({ isReady: async () => false } as unknown as SummaryWriter, events())],
    ['missing', new SummaryDesk(null, events())],
  ])('is not offered where the model is %s', async (_name, own) => {
    own.follow(TRANSCRIPT);
    await Promise.resolve();
    expect(own.state).toBeNull();
  });

  it('is written, and each sentence looked for', async () => {
    const { own, states } = desk();
    own.follow(TRANSCRIPT);
    await own.write(OUTLINE);
    expect(states).toContainEqual({ state: 'working', done: 0, of: 1 });
    expect(own.state).toMatchObject({ state: 'ready', sentences: [{ isSure: true }] });
  });

  it.each<[string, Partial<SummaryWriter>, Partial<NotesActions>]>([
    ['the model', { write: () => Promise.reject(new Error('no')) }, {}],
    ['the background', {}, { locateSummary: async () => fail('unreachable') }],
  ])('says so when %s fails, and can be asked for again', async (_who, change, answer) => {
    const { own } = desk(change, answer);
    own.follow(TRANSCRIPT);
    await own.write(OUTLINE);
    expect(own.state).toEqual({ state: 'failed' });
  });

  it('is forgotten, and no longer written, when other words are shown', async () => {
    const goesOn: boolean[] = [];
    const { own } = desk({
      isReady: async () => false,
      write: async (_stretches, _language, onProgress) => {
        own.follow(speak('other words'));
        goesOn.push(onProgress(1));
        return 'Late.';
      },
    });
    own.follow(TRANSCRIPT);
    await own.write(OUTLINE);
    expect(goesOn).toEqual([false]);
    expect(own.state).toBeNull();
  });
});

function events() {
  return { actions: () => null, onChange: () => undefined };
}
