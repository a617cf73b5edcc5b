// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OutlineTab, type OutlineTabProps } from '@/components/notes/OutlineTab';
import { at, OUTLINE } from './made-notes';

afterEach(cleanup);

function show(change: Partial<OutlineTabProps> = {}) {
  const props: OutlineTabProps = {
    outline: OUTLINE,
    speakers: ['Tom Okafor', 'Mara Lindqvist'],
    duration: at('40:00'),
    time: at('14:00'),
    onSeek: vi.fn(),
    onShowWords: vi.fn(),
    summary: null,
    onSummarise: vi.fn(),
    ...change,
  };
  return { ...props, ...render(<OutlineTab {...props} />) };
}

describe('the outline', () => {
  it('names topics by their words, says that it did, and goes to them', () => {
    const { onSeek } = show();
    expect(screen.getByText(/^Found in the words themselves/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /sun valve · dark rod/ }));
    expect(onSeek).toHaveBeenCalledWith(at('12:02'));
    expect(screen.getByText('pilot · gas · Dalén')).toBeTruthy();
  });

  it('uses the titles of chapters', () => {
    const topics = OUTLINE.topics.map((topic, each) => ({ ...topic, title: `Part ${each}` }));
    show({ outline: { ...OUTLINE, topics } });
    expect(screen.queryByText(/^Found in the words/)).toBeNull();
    expect(screen.getByRole('button', { name: /Part 1/ })).toBeTruthy();
  });

  it('lights the topic that is being spoken of', () => {
    show();
    const current = screen.getAllByRole('button').filter((one) => one.getAttribute('aria-current') === 'true');
    expect(current.map((one) => one.textContent)).toEqual([expect.stringContaining('sun valve')]);
  });

  it('opens what is said, each sentence a way to its second', () => {
    const { onSeek } = show();
    const toggle = screen.getByRole('button', { name: 'What is said there' });
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: /The valve saved/ }));
    expect(onSeek).toHaveBeenCalledWith(at('13:20'));
  });

  it('shows words where there are no times', () => {
    const topics = OUTLINE.topics.map((topic) => ({ ...topic, start: null, end: null }));
    const { onSeek, onShowWords } = show({ outline: { ...OUTLINE, topics } });
    fireEvent.click(screen.getByRole('button', { name: /sun valve/ }));
    expect(onShowWords).toHaveBeenCalledWith(800);
    expect(onSeek).not.toHaveBeenCalled();
  });

  it('says who spoke how long', () => {
    show();
    const names = within(screen.getByText('Who spoke').closest('section') as HTMLElement).getAllByRole('listitem');
    expect(names.map((one) => one.textContent)).toEqual(['MMara Lindqvist24:10 · 78 %', 'TTom Okafor6:51 · 22 %']);
  });

  it('counts terms', () => {
    show();
    const terms = within(screen.getByText('Words over time').closest('section') as HTMLElement).getAllByRole(
      'listitem',
    );
    expect(terms).toHaveLength(OUTLINE.terms.length);
    expect(terms[0]?.textContent).toBe(`gas${OUTLINE.terms[0]?.count}`);
  });

  it('says when there is nothing, or not yet', () => {
    const { rerender, ...props } = show({ outline: null });
    expect(screen.getByRole('status').textContent).toBe('Making the outline…');
    rerender(<OutlineTab {...props} outline={{ topics: [], speakers: [], terms: [] }} />);
    expect(screen.getByText('There are no words to make an outline of.')).toBeTruthy();
  });
});

describe('a summary by the browser', () => {
  it('is only made when asked for', () => {
    const { onSummarise } = show({ summary: { state: 'offered' } });
    fireEvent.click(screen.getByRole('button', { name: 'Write a summary on this computer' }));
    expect(onSummarise).toHaveBeenCalledOnce();
  });

  it('says how far it is, and what went wrong', () => {
    const { rerender, ...props } = show({ summary: { state: 'working', done: 2, of: 7 } });
    expect(screen.getByText('Writing… 2 of 7')).toBeTruthy();
    rerender(<OutlineTab {...props} summary={{ state: 'failed' }} />);
    expect(screen.getByText('The browser could not write a summary.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Write a summary on this computer' })).toBeTruthy();
  });

  it('is labelled, and each sentence has its place or says that it has none', () => {
    const sentences = [
      { text: 'Lamps learnt to sleep.', start: at('12:29'), firstWord: 840, isSure: false },
      { text: 'By a hair.', start: at('13:20'), firstWord: 900, isSure: true },
      { text: 'No time is known here.', start: null, firstWord: 7, isSure: true },
      { text: 'The sea was calm.', start: null, firstWord: null, isSure: false },
    ];
    const { onSeek, onShowWords } = show({ summary: { state: 'ready', sentences } });
    expect(screen.getByText(/^Written by a machine/)).toBeTruthy();
    expect(screen.getByText('≈ 12:29')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^about 12 minutes/ }));
    expect(onSeek).toHaveBeenCalledWith(at('12:29'));
    expect(screen.getByText('13:20', { selector: '.quiet' })).toBeTruthy();
    fireEvent.click(screen.getByText('to the words'));
    expect(onShowWords).toHaveBeenCalledWith(7);
    expect(screen.getByText('(not found in the episode)')).toBeTruthy();
  });
});
