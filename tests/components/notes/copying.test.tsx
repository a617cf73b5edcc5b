// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CopyForm, copyOfAll, copyOfQuote } from '@/components/notes/copy-forms';
import { copyText } from '@/components/notes/copy-text';
import { type BarState, NoteBar } from '@/components/notes/NoteBar';
import { makeTranscript, VIDEO } from '../gallery/conversation';

afterEach(cleanup);

const shown = makeTranscript();
const meta = { videoId: VIDEO, title: 'The lights', channel: 'Salt', duration: null, chapters: [] };

describe('what is copied', () => {
  it.each<[CopyForm, RegExp, RegExp]>([
    ['words', /^Ida Brandt: Welcome back\./, /\d:\d\d/],
    ['times', /^\[\d+:\d\d\] Ida Brandt: Welcome back\./, /youtube\.com/],
    ['links', /^# The lights\n\nSalt · <https:\/\/www\.youtube\.com\/watch\?v=lighthouse1>/, /never/],
  ])('as %s begins as it should, and holds nothing else', (form, begin, without) => {
    const text = copyOfAll(form, shown, meta);
    expect(text).toMatch(begin);
    expect(text).not.toMatch(without);
  });

  it('as a quote is one line with name, time and a link to its second', () => {
    expect(copyOfQuote(shown, { first: 0, end: 2 })).toMatch(
      /^“Welcome back\.” \(Ida Brandt, \d+:\d\d, https:\/\/www\.youtube\.com\/watch\?v=lighthouse1&t=\d+s\)$/,
    );
  });
});

describe('the bar below the words', () => {
  function show(state: BarState) {
    const calls = { onNote: vi.fn(), onCopyQuote: vi.fn(), onCopyAll: vi.fn(), onSave: vi.fn(), onClose: vi.fn() };
    render(<NoteBar state={state} hasShortcuts={false} {...calls} />);
    return calls;
  }

  it('copies what is selected as a quote, and leaves the selection as it is', () => {
    const { onCopyQuote } = show({ kind: 'selected' });
    const button = screen.getByRole('button', { name: 'Copy quote' });
    expect(fireEvent.mouseDown(button)).toBe(false);
    fireEvent.click(button);
    expect(onCopyQuote).toHaveBeenCalledOnce();
  });

  it('offers all the words in three forms', () => {
    const { onCopyAll } = show({ kind: 'copying' });
    for (const name of ['Words', 'With times', 'With links']) fireEvent.click(screen.getByRole('button', { name }));
    expect(onCopyAll.mock.calls).toEqual([['words'], ['times'], ['links']]);
  });
});

it('says whether the browser took the text', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
  expect(await copyText('words')).toBe(true);
  expect(writeText).toHaveBeenCalledWith('words');
  writeText.mockRejectedValue(new DOMException('', 'NotAllowedError'));
  expect(await copyText('words')).toBe(false);
});
