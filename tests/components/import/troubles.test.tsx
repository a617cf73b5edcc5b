// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ImportFlow, type ImportState } from '@/components/import/import-flow';
import { Trouble, Unfit } from '@/components/import/Troubles';

afterEach(cleanup);

const unfit = { step: 'unfit', id: 'x', matched: 0.11 } as const;
const trouble = { step: 'trouble', code: 'unreachable', file: null } as const;

function flowAt(state: ImportState): ImportFlow {
  const flow = new ImportFlow({ actions: () => null, onChange: vi.fn(), onDone: vi.fn() });
  flow.state = state;
  return flow;
}

it('a sheet that was closed over bad news is ready for another transcript', async () => {
  for (const state of [unfit, trouble]) {
    const flow = flowAt(state);
    const view = render(
      state.step === 'unfit' ? (
        <Unfit state={state} flow={flow} timing="none" choose={vi.fn()} onClose={vi.fn()} />
      ) : (
        <Trouble state={state} flow={flow} onClose={vi.fn()} />
      ),
    );
    view.unmount();
    await vi.waitFor(() => expect(flow.state).toEqual({ step: 'choose' }));
  }
});

it('a sheet that goes because something else is being read leaves that alone', async () => {
  const flow = flowAt(unfit);
  const view = render(<Unfit state={unfit} flow={flow} timing="none" choose={vi.fn()} onClose={vi.fn()} />);
  flow.state = trouble;
  view.unmount();
  await new Promise((done) => setTimeout(done, 20));
  expect(flow.state).toBe(trouble);
});

it('offers another transcript, and the same one without times', () => {
  const onClose = vi.fn();
  const choose = vi.fn();
  render(<Unfit state={unfit} flow={flowAt(unfit)} timing="none" choose={choose} onClose={onClose} />);
  expect(screen.getByText('Only 11 % of your transcript matches.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Use it without times' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(choose).toHaveBeenCalledOnce();
});
