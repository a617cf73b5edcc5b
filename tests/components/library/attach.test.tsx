// @vitest-environment happy-dom
/** A transcript that waits for its video, on the library page over the real background. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fit, LibraryApi } from '../../../components/library/api';
import { LibraryApp } from '../../../components/library/LibraryApp';
import { createMemoryStore } from '../../../lib/library/shelf/memory-store';
import { createBackgroundCaller } from '../../../lib/platform/messaging/call-background';
import { createImportClient } from '../../../lib/platform/messaging/import-client';
import { createLibraryClient } from '../../../lib/platform/messaging/library-client';
import { fail, ok } from '../../../lib/protocol/result';
import type { OwnId, VideoId } from '../../../lib/transcript/units';
import { makeFacts, makeTranscript, videoId } from '../../library/make-transcript';
import { LIBRARY_PAGE, runtimeOver, startWorker } from '../../messaging/fake-world';

const OWN = `own.${'0123456789abcdef'.repeat(2)}` as OwnId;
const TALK = [
  'Mara: First the keepers counted.',
  'Tom: Then the lamp lights again.',
  'Mara: And again?',
  'Tom: All night.',
].join('\n\n');

let api: LibraryApi;
let opened: { videoId: VideoId }[];
let fit: Fit | null;
let keepVideo: (number: number, duration: number | null) => Promise<void>;

beforeEach(async () => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  window.scrollTo = () => undefined;
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
  history.replaceState(null, '', '/library.html');
  opened = [];
  fit = null;
  const worker = startWorker(createMemoryStore());
  const runtime = runtimeOver(() => worker, LIBRARY_PAGE);
  const call = createBackgroundCaller(runtime);
  const client = createLibraryClient(runtime);
  const meta = { videoId: OWN, title: 'The keepers', channel: '', duration: null, chapters: [] };
  await createImportClient(call).keep(meta, { bytes: new TextEncoder().encode(TALK), fileName: null }, {});
  keepVideo = async (number, duration) => {
    const facts = { ...makeFacts(videoId(number), 'Lamps and keepers'), duration: duration as never };
    await client.saveTranscript(facts, makeTranscript('captions of it', { video: videoId(number) }));
  };
  api = {
    call: ((name, args) => {
      if (name !== 'openPlace') return call(name, args);
      opened.push(args as (typeof opened)[number]);
      return Promise.resolve(ok(null));
    }) as LibraryApi['call'],
    openEpisode: client.openEpisode,
    onChange: () => () => undefined,
    openOptions: vi.fn(),
    loss: { lostAt: async () => null, forgetLoss: async () => undefined },
    backup: { save: async () => ok({ episodes: 0 }), preview: async () => fail('x'), restore: async () => fail('x') },
    weekly: {
      isPossible: false,
      read: async () => null,
      choose: async () => false,
      stop: async () => undefined,
      run: async () => 'rested',
    },
    importing: { read: async () => fail('x'), keep: async () => fail('x'), merge: async () => fit },
    exporting: { formats: [], save: async () => ok(null) },
  };
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const dialog = () => screen.findByRole('dialog', { name: 'Attach to a video' });

async function type(address: string): Promise<HTMLElement> {
  const open = await dialog();
  fireEvent.input(within(open).getByLabelText('Address of the video'), { target: { value: address } });
  return open;
}

describe('a transcript without a video', () => {
  it('is listed with the words for it, and read without links to a video', async () => {
    render(<LibraryApp api={api} />);
    expect(await screen.findByText('No video yet')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: 'The keepers' }));
    expect(await screen.findByText(/Then the lamp lights again/)).toBeTruthy();
    expect(location.search).toBe(`?v=${OWN}`);
    expect(screen.queryByRole('button', { name: 'Open the video' })).toBeNull();
    expect(document.querySelectorAll('a[href*="youtube.com"]')).toHaveLength(0);
  });

  it('is found by its words; a result opens them at the place, marked and focused', async () => {
    render(<LibraryApp api={api} />);
    const field = screen.getByRole('textbox', { name: /search every word/i });
    fireEvent.input(field, { target: { value: '"lamp lights"' } });
    const hit = await screen.findByRole('link', { name: /the lamp lights again/ });
    expect(hit.getAttribute('href')).toBe(`?v=${OWN}&w=6-7`);
    fireEvent.click(hit);
    await waitFor(() => expect(document.querySelector('.reading mark')?.textContent).toBe('lamp lights'));
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Then the lamp lights again'));
    expect(location.search).toBe(`?q=%22lamp+lights%22&v=${OWN}&w=6-7`);
    expect(opened).toEqual([]);
  });

  it('is attached from its row, and waits again when that is undone', async () => {
    await keepVideo(1, 60_000);
    render(<LibraryApp api={api} />);
    const row = await screen.findByRole('button', { name: 'Attach “The keepers” to a video' });
    row.focus();
    fireEvent.click(row);
    fireEvent.click(within(await dialog()).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(document.activeElement).toBe(row));
    fireEvent.click(row);
    const open = await type(`https://youtu.be/${videoId(1)}?t=9`);
    expect(await within(open).findByText('Lamps and keepers')).toBeTruthy();
    fireEvent.click(within(open).getByRole('button', { name: 'Attach' }));
    expect(await screen.findByText('Attached to Lamps and keepers.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('No video yet')).toBeNull());
    expect(screen.queryByRole('button', { name: 'Forget for good' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /search every word/i }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('No video yet')).toBeTruthy();
  });

  it('is attached on its page, which becomes the page of the video', async () => {
    history.replaceState(null, '', `/library.html?v=${OWN}`);
    render(<LibraryApp api={api} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Attach to a video…' }));
    const open = await type(videoId(2));
    fireEvent.click(within(open).getByRole('button', { name: 'Attach' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Open the video' }));
    expect(opened).toMatchObject([{ videoId: videoId(2) }]);
    expect(location.search).toBe(`?v=${videoId(2)}`);
    expect(screen.getByRole('heading', { name: 'The keepers' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('button', { name: 'Attach to a video…' });
    expect(location.search).toBe(`?v=${OWN}`);
  });

  it.each(['https://vimeo.com/12345', 'https://www.youtube.com/@someone', 'my video', OWN])(
    'says that %s is no video, and attaches nothing',
    async (address) => {
      history.replaceState(null, '', `/library.html?v=${OWN}`);
      render(<LibraryApp api={api} />);
      fireEvent.click(await screen.findByRole('button', { name: 'Attach to a video…' }));
      const open = await type(address);
      expect(within(open).queryByText('This is not the address of a YouTube video.')).toBeNull();
      expect(await within(open).findByText('This is not the address of a YouTube video.')).toBeTruthy();
      expect(within(open).getByRole<HTMLButtonElement>('button', { name: 'Attach' }).disabled).toBe(true);
    },
  );

  it('warns when it cannot belong to the video by its length, before and after', async () => {
    await keepVideo(3, 1_000);
    history.replaceState(null, '', `/library.html?v=${OWN}`);
    render(<LibraryApp api={api} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Attach to a video…' }));
    const open = await type(videoId(3));
    const warning = '13 words cannot be said in 0:01. It may belong to another video.';
    expect(await within(open).findByText(warning)).toBeTruthy();
    fireEvent.click(within(open).getByRole('button', { name: 'Attach it all the same' }));
    await screen.findByText('Attached to Lamps and keepers.');
    expect(await screen.findByText(warning)).toBeTruthy();
  });

  it.each([
    [{ kind: 'fits', matched: 0.93 }, 'Attached to The keepers. Your transcript fits this video well.'],
    [
      { kind: 'unfit', matched: 0.11 },
      'Attached to The keepers. Not the same recording. Only 11 % of your transcript matches.',
    ],
  ] as const)('says how it fits the captions that are there: %j', async (how, sentence) => {
    fit = how;
    render(<LibraryApp api={api} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Attach “The keepers” to a video' }));
    fireEvent.click(within(await type(videoId(2))).getByRole('button', { name: 'Attach' }));
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('says so when it was attached or deleted elsewhere meanwhile', async () => {
    history.replaceState(null, '', `/library.html?v=${OWN}`);
    render(<LibraryApp api={api} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Attach to a video…' }));
    await api.call('deleteEpisodes', { videoIds: [OWN] });
    const open = await type(videoId(2));
    fireEvent.click(within(open).getByRole('button', { name: 'Attach' }));
    expect((await within(open).findByRole('alert')).textContent).toBe(
      'This transcript is not in the library any more.',
    );
  });
});
