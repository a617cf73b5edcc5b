// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportApi, ImportSource, LibraryApi } from '@/components/library/api';
import { catchSources } from '@/components/library/catch-sources';
import { ImportDialog } from '@/components/library/ImportDialog';
import type { Stop } from '@/lib/ports';
import { fail, ok } from '@/lib/protocol/result';

let kept: { videoId: string | null; title: string }[];
let said: string[];
let closed: number;
let importing: ImportApi;

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
  [kept, said, closed] = [[], [], 0];
  importing = {
    read: async (source) => {
      const title = source.kind === 'file' && source.file.name === 'titled.md' ? 'On tides' : null;
      return ok({ name: 'Turns with names', title, fact: '4 turns', first: 'One two three…' });
    },
    keep: async (_, videoId, title) => {
      if (videoId === 'badbadbadba') return fail('storage-full', 'Storage is full.');
      kept.push({ videoId, title });
      return ok(null);
    },
    merge: async (videoId) => (videoId === 'otherotherO' ? { kind: 'unfit', matched: 0.004 } : null),
  };
});
afterEach(cleanup);

function open(...names: readonly string[]): void {
  openWith(names.map((name) => ({ kind: 'file', file: new File(['text'], name) })));
}

function openWith(brought: readonly ImportSource[]): void {
  render(
    <ImportDialog
      // Only what the dialog uses.
      api={{ importing } as unknown as LibraryApi}
      brought={brought}
      onClose={() => closed++}
      onSay={(sentence) => said.push(sentence)}
    />,
  );
}

const button = (name: RegExp) => screen.findByRole<HTMLButtonElement>('button', { name, hidden: true });
const address = (name: string) => screen.findByLabelText<HTMLInputElement>(`Address of the video of ${name}`);

describe('importing on the library page', () => {
  it('takes the video from a file name, or as an address or id, and says what it made of each', async () => {
    open('Talk [dQw4w9WgXcQ].srt', 'other.txt', 'third.txt');
    expect(await screen.findAllByText('Turns with names · 4 turns')).toHaveLength(3);
    fireEvent.input(await address('other.txt'), { target: { value: 'https://youtu.be/abcdefghijk?t=3' } });
    fireEvent.input(await address('third.txt'), { target: { value: 'abcdefghij2' } });
    fireEvent.click(await button(/^Import 3 transcripts$/));
    await waitFor(() => expect(closed).toBe(1));
    expect(kept.map(({ videoId, title }) => `${videoId} ${title}`)).toEqual([
      'dQw4w9WgXcQ Talk [dQw4w9WgXcQ]',
      'abcdefghijk other',
      'abcdefghij2 third',
    ]);
    expect(said).toEqual(['3 transcripts imported.']);
  });

  it('keeps what has no address for later, by the title it gives itself, its file’s name or its first words', async () => {
    openWith([
      { kind: 'file', file: new File(['text'], 'titled.md') },
      { kind: 'file', file: new File(['text'], 'named.txt') },
      { kind: 'text', text: 'One two three four' },
    ]);
    expect(await screen.findAllByText('Leave it empty to attach it to a video later.')).toHaveLength(3);
    fireEvent.click(await button(/^Import 3 transcripts$/));
    await waitFor(() => expect(closed).toBe(1));
    expect(kept).toEqual([
      { videoId: null, title: 'On tides' },
      { videoId: null, title: 'named' },
      { videoId: null, title: 'One two three…' },
    ]);
    expect(said).toEqual(['3 transcripts imported. Attach them to their videos any time.']);
  });

  it('says which text is of another recording than its video', async () => {
    open('a.srt', 'b.srt');
    fireEvent.input(await address('a.srt'), { target: { value: 'otherotherO' } });
    fireEvent.input(await address('b.srt'), { target: { value: 'abcdefghijk' } });
    fireEvent.click(await button(/^Import 2 transcripts$/));
    await waitFor(() => expect(closed).toBe(1));
    expect(said).toEqual([
      '2 transcripts imported. “a.srt”: Not the same recording. Nothing of your transcript matches.',
    ]);
  });

  it('keeps what failed, with the reason, and closes only when nothing is left', async () => {
    open('a.srt', 'b.srt');
    fireEvent.input(await address('a.srt'), { target: { value: 'dQw4w9WgXcQ' } });
    fireEvent.input(await address('b.srt'), { target: { value: 'badbadbadba' } });
    fireEvent.click(await button(/^Import 2 transcripts$/));
    expect((await screen.findByRole('alert', { hidden: true })).textContent).toBe('Storage is full.');
    expect({ kept: kept.length, said, closed }).toEqual({ kept: 1, said: ['1 transcript imported.'], closed: 0 });
    expect(screen.queryByText('a.srt')).toBeNull();
    fireEvent.click(await button(/^Leave out b.srt$/));
    await waitFor(() => expect(screen.queryByText('b.srt')).toBeNull());
  });

  it('says when an address is none, and keeps the others meanwhile', async () => {
    open('a.srt', 'b.srt');
    fireEvent.input(await address('a.srt'), { target: { value: 'my video' } });
    await screen.findByText('This is not the address of a YouTube video.');
    expect((await address('a.srt')).getAttribute('aria-invalid')).toBe('true');
    fireEvent.click(await button(/^Import$/));
    await waitFor(() => expect(kept).toEqual([{ videoId: null, title: 'b' }]));
    expect((await button(/^Import$/)).disabled).toBe(true);
    expect(closed).toBe(0);
  });
});

describe('what is brought to the page', () => {
  let brought: readonly ImportSource[];
  let stop: Stop;
  beforeEach(() => {
    brought = [];
    document.body.innerHTML = '<input type="search"><dialog open><textarea></textarea></dialog><main></main>';
    stop = catchSources((sources) => {
      brought = sources;
    });
  });
  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  function send(type: 'paste' | 'drop', at: string, text: string, files: readonly File[] = []): Event {
    const data = { files, getData: () => text };
    const event = new Event(type, { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: data, dataTransfer: data });
    document.querySelector(at)?.dispatchEvent(event);
    return event;
  }

  it.each([
    ['paste', 'main', 'two words', true],
    ['paste', 'input', 'two words', false],
    ['paste', 'input', 'a whole transcript '.repeat(40), true],
    ['paste', 'dialog textarea', 'a whole transcript '.repeat(40), false],
    ['paste', 'main', '  ', false],
    ['drop', 'main', 'dragged words', true],
    ['drop', 'input', 'dragged words', false],
  ] as const)('a %s on %s of “%.12s” is an import: %s', (type, at, text, isImport) => {
    const event = send(type, at, text);
    expect(brought).toEqual(isImport ? [{ kind: 'text', text }] : []);
    expect(event.defaultPrevented).toBe(isImport || (type === 'drop' && at !== 'input'));
  });

  it('files win over their text, wherever they come in', () => {
    const file = new File(['x'], 'a.srt');
    expect(send('drop', 'input', 'a.srt', [file]).defaultPrevented).toBe(true);
    expect(brought).toEqual([{ kind: 'file', file }]);
  });
});
