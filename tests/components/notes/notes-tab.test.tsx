// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NotesTab, type NotesTabProps } from '@/components/notes/NotesTab';
import { noteAt } from '@/components/notes/note-groups';
import { at, MORE, makeNote, NOTES, place } from './made-notes';

afterEach(cleanup);

function show(change: Partial<NotesTabProps> = {}) {
  const props: NotesTabProps = {
    notes: NOTES,
    time: 0,
    isFinding: false,
    pages: [],
    message: '',
    onRemovePage: vi.fn(),
    onReadText: vi.fn(),
    onReadFile: vi.fn(),
    onExport: vi.fn(),
    onGo: vi.fn(),
    onAccept: vi.fn(),
    onPin: vi.fn(),
    onUnpin: vi.fn(),
    onForgetPin: vi.fn(),
    onChange: vi.fn(),
    onRemove: vi.fn(),
    ...change,
  };
  const view = render(<NotesTab {...props} />);
  return { ...props, ...view };
}

const rows = () => screen.getAllByRole('listitem');
const row = (text: string) => rows().find((one) => one.textContent?.includes(text)) as HTMLElement;

describe('the list of notes', () => {
  it.each([
    ['Grows by less', 'Word for word'],
    ['The lamp was never late', 'Nearly'],
    ['Saving gas', 'Probably here'],
    ['Every light', 'Stated 0:00, is at 0:31'],
    ['Who paid', 'Not found'],
  ])('says of “%s”: %s', (text, chip) => {
    show();
    expect(within(row(text)).getByText(chip)).toBeTruthy();
  });

  it('goes to a note by its text, with the time in its name', () => {
    const { onGo } = show();
    fireEvent.click(screen.getByRole('button', { name: /Grows by less.*12 minutes 29 seconds/ }));
    expect(onGo).toHaveBeenCalledWith(NOTES[0]?.places[0], NOTES[0]);
  });

  it('does not lead anywhere from a note that was not found', () => {
    show();
    expect(within(row('Who paid')).queryByRole('button', { name: /Who paid/ })).toBeNull();
  });

  it('says what a page has otherwise', () => {
    show();
    expect(within(row('never late')).getByText('“never” is not said')).toBeTruthy();
  });

  it('walks through the places of a claim and takes one', () => {
    const { onGo, onAccept } = show();
    const claim = within(row('Saving gas'));
    expect(claim.getByRole('status').textContent).toBe('1 of 3');
    expect((claim.getByRole('button', { name: 'Previous place' }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(claim.getByRole('button', { name: 'Next place' }));
    expect(claim.getByRole('status').textContent).toBe('2 of 3');
    expect(claim.getByText('the office counted lamps')).toBeTruthy();
    expect(onGo).toHaveBeenCalledWith(NOTES[2]?.places[1], NOTES[2], true);
    fireEvent.click(claim.getByRole('button', { name: 'This is the place' }));
    expect(onAccept).toHaveBeenCalledWith(NOTES[2], NOTES[2]?.places[1]);
  });

  it('marks the note that is being spoken of', () => {
    show({ time: at('13:30') });
    expect(rows().filter((one) => one.getAttribute('aria-current') === 'true')).toEqual([row('Saving gas')]);
  });

  it('shows ≈ where a time is computed', () => {
    show({ notes: MORE });
    expect(row('Bookmark').textContent).toContain('≈ 20:00');
  });
});

describe('filters', () => {
  it('count and choose', () => {
    show();
    const names = screen.getAllByRole('button', { pressed: false }).map((one) => one.textContent);
    expect(names).toEqual(['Quotes 2', 'Insights 1', 'Questions 2']);
    fireEvent.click(screen.getByRole('button', { name: 'Quotes 2' }));
    expect(rows()).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'All 5' }));
    expect(rows()).toHaveLength(5);
  });

  it('are left out where there is nothing to choose', () => {
    show({ notes: NOTES.slice(0, 2) });
    expect(screen.queryByRole('button', { name: /^All/ })).toBeNull();
  });

  it('fall back to all when the chosen kind is gone', () => {
    const { rerender, ...props } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Questions 2' }));
    rerender(<NotesTab {...props} notes={MORE} />);
    expect(rows()).toHaveLength(MORE.length);
  });
});

describe('what the reader can say', () => {
  it('pins, takes off and takes back', () => {
    const { onPin, onUnpin, onForgetPin } = show({ notes: [...NOTES, ...MORE] });
    fireEvent.click(within(row('Who paid')).getByRole('button', { name: 'More for this note' }));
    expect(within(row('Who paid')).queryByRole('button', { name: 'Not here' })).toBeNull();
    fireEvent.click(within(row('Who paid')).getByRole('button', { name: 'Pin to now' }));
    expect(onPin).toHaveBeenCalledWith(NOTES[4]);
    const pinned = within(row('The cat is'));
    fireEvent.click(pinned.getByRole('button', { name: 'More for this note' }));
    fireEvent.click(pinned.getByRole('button', { name: 'As it was found' }));
    expect(onForgetPin).toHaveBeenCalledWith(MORE[2]);
    fireEvent.click(within(row('Grows by')).getByRole('button', { name: 'More for this note' }));
    fireEvent.click(within(row('Grows by')).getByRole('button', { name: 'Not here' }));
    expect(onUnpin).toHaveBeenCalledWith(NOTES[0]);
  });

  it('writes to a highlight, and removes it', () => {
    const { onChange, onRemove } = show({ notes: MORE });
    const own = () => within(row('he had been late'));
    fireEvent.click(own().getByRole('button', { name: 'More for this note' }));
    const field = own().getByRole('textbox', { name: 'Your note' }) as HTMLTextAreaElement;
    expect(field.value).toBe('Ask her about the log.');
    fireEvent.input(field, { target: { value: ' Why? ' } });
    fireEvent.click(own().getByRole('button', { name: 'Save' }));
    expect(onChange).toHaveBeenCalledWith(MORE[0], 'Why?');
    fireEvent.click(own().getByRole('button', { name: 'More for this note' }));
    fireEvent.click(own().getByRole('button', { name: 'Remove' }));
    expect(onRemove).toHaveBeenCalledWith(MORE[0]);
  });

  it('opens links in another tab, without telling where from', () => {
    show({ notes: MORE });
    const link = screen.getByRole('link', { name: 'Tides' });
    expect([link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]).toEqual([
      'https://tides.example',
      '_blank',
      'noopener noreferrer',
    ]);
  });

  it('shows text of a page as text', () => {
    const text = '<img src=x onerror=alert(1)>';
    const { container } = show({ notes: [makeNote({ id: 'x', text, comment: text })] });
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toContain(text);
  });
});

describe('bringing a page', () => {
  it('takes a paste', () => {
    const { onReadText } = show({ notes: [] });
    expect(screen.getByText('No notes for this video yet. Select words and press N.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Paste a page of notes' }));
    const find = screen.getByRole('button', { name: 'Find in the episode' }) as HTMLButtonElement;
    expect(find.disabled).toBe(true);
    fireEvent.input(screen.getByRole('textbox', { name: 'Text of the page' }), { target: { value: 'Key insights' } });
    fireEvent.click(find);
    expect(onReadText).toHaveBeenCalledWith('Key insights');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('can be given up', () => {
    const { onReadText } = show({ notes: [] });
    fireEvent.click(screen.getByRole('button', { name: 'Paste a page of notes' }));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onReadText).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Paste a page of notes' })).toBeTruthy();
  });

  it('tells what is going on, and that a page may be about something else', () => {
    const { rerender, ...props } = show({ notes: [], isFinding: true });
    expect(screen.getByRole('status').textContent).toBe('Finding them in the episode…');
    rerender(<NotesTab {...props} isFinding={false} message="Little of this page is said." />);
    expect(screen.getByRole('status').textContent).toMatch(/^Little of this page/);
  });
});

describe('the note at a time', () => {
  const notes = [
    makeNote({ id: 'late', places: [place('2:00', '')] }),
    makeNote({ id: 'early', places: [place('1:00', '')] }),
    makeNote({ id: 'nowhere', places: [] }),
  ];

  it.each([
    ['0:59', null],
    ['1:00', 'early'],
    ['1:59', 'early'],
    ['2:00', 'late'],
    ['3:01', null],
  ])('at %s is %s', (clock, id) => {
    expect(noteAt(notes, at(clock))).toBe(id);
  });
});
