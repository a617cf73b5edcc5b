// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportApi, LibraryApi } from '@/components/library/api';
import { ImportDialog } from '@/components/library/ImportDialog';
import { fail, ok } from '@/lib/protocol/result';

let kept: { videoId: string; title: string }[];
let said: string[];
let closed: number;
let importing: ImportApi;

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
  [kept, said, closed] = [[], [], 0];
  importing = {
    read: async () => ok({ name: 'Turns with names', fact: '4 turns', first: 'One two three…' }),
    keep: async (_, videoId, title) => {
      if (videoId === 'badbadbadba') return fail('storage-full', 'Storage is full.');
      kept.push({ videoId, title });
      return ok(null);
    },
  };
});
afterEach(cleanup);

function open(...names: readonly string[]): void {
  render(
    <ImportDialog
      // Only what the dialog uses.
      api={{ importing } as unknown as LibraryApi}
      dropped={names.map((name) => new File(['text'], name))}
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
    await screen.findByText('2 transcripts still need a video.');
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

  it('says when an address is none', async () => {
    open('a.srt');
    fireEvent.input(await address('a.srt'), { target: { value: 'my video' } });
    await screen.findByText('This is not the address of a video.');
    expect((await button(/^Import$/)).disabled).toBe(true);
  });
});
