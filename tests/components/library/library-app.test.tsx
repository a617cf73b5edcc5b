// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LibraryApi } from '../../../components/library/api';
import { LibraryApp } from '../../../components/library/LibraryApp';
import type { LibraryStores } from '../../../lib/library/index/index-stores';
import { createMemoryStore } from '../../../lib/library/shelf/memory-store';
import { createBackgroundCaller } from '../../../lib/platform/messaging/call-background';
import { createLibraryClient } from '../../../lib/platform/messaging/library-client';
import type { Arrival } from '../../../lib/protocol/background-calls';
import { fail, ok } from '../../../lib/protocol/result';
import type { VideoId } from '../../../lib/transcript/units';
import { makeFacts, makeTranscript, videoId } from '../../library/make-transcript';
import { LIBRARY_PAGE, runtimeOver, startWorker } from '../../messaging/fake-world';

class NoObserver {
  observe(): void {}
  disconnect(): void {}
}

let api: LibraryApi;
let opened: { videoId: VideoId; arrival: Arrival }[];
let save: (number: number, text: string, title?: string) => Promise<void>;

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', NoObserver);
  window.scrollTo = () => undefined;
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
  history.replaceState(null, '', '/library.html');
  opened = [];
  const worker = startWorker(createMemoryStore<LibraryStores>());
  const runtime = runtimeOver(() => worker, LIBRARY_PAGE);
  const call = createBackgroundCaller(runtime);
  const client = createLibraryClient(runtime);
  save = async (number, text, title = `Talk ${number}`) => {
    const video = videoId(number);
    await client.saveTranscript(makeFacts(video, title), makeTranscript(text, { video }));
  };
  api = {
    call: ((name, args) => {
      if (name === 'openPlace') {
        opened.push(args as (typeof opened)[number]);
        return Promise.resolve(ok(null));
      }
      return call(name, args);
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
    importing: { read: async () => fail('x', 'No words in it.'), keep: async () => fail('x'), merge: async () => null },
    exporting: { formats: [], save: async () => ok(null) },
  };
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function type(text: string): void {
  fireEvent.input(screen.getByRole('textbox', { name: /search every word/i }), { target: { value: text } });
}

describe('the library page', () => {
  it('says that the browser threw the library away, and how it comes back, until the reader knows', async () => {
    const forgetLoss = vi.fn(async () => undefined);
    api = { ...api, loss: { lostAt: async () => Date.UTC(2026, 10, 9, 12), forgetLoss } };
    render(<LibraryApp api={api} />);
    const notice = await screen.findByText(/On 9 November 2026 the browser could not read this library/);
    fireEvent.click(within(notice).getByRole('button', { name: 'Restore an export…' }));
    expect(await screen.findByRole('dialog')).toBeTruthy();
    fireEvent.click(within(notice).getByRole('button', { name: 'Understood' }));
    await waitFor(() => expect(screen.queryByText(/could not read this library/)).toBeNull());
    expect(forgetLoss).toHaveBeenCalledOnce();
  });

  it('teaches when it is empty', async () => {
    render(<LibraryApp api={api} />);
    expect(await screen.findByRole('heading', { name: 'Nothing here yet.' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open YouTube' })).toBeTruthy();
  });

  it('lists episodes, last read first', async () => {
    await save(1, 'one two', 'First talk');
    await save(2, 'one two', 'Second talk');
    render(<LibraryApp api={api} />);
    await screen.findByText('Second talk');
    const titles = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(titles).toEqual(['Second talk', 'First talk']);
  });

  it('finds words while typing and opens the place that is clicked', async () => {
    await save(1, 'Mara: First the keepers counted.\nTom: Then the lamp lights again.');
    render(<LibraryApp api={api} />);
    type('lamp lig');
    const hit = await screen.findByRole('link', { name: /the lamp lights again/ });
    expect(within(hit).getByText('Tom')).toBeTruthy();
    expect([...hit.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['lamp', 'lights']);
    expect(screen.getAllByText('1 place in 1 episode').length).toBeGreaterThan(0);
    fireEvent.click(hit);
    expect(opened).toEqual([
      { videoId: videoId(1), arrival: { transcriptId: 'one', time: 5 * 500 + 500, query: 'lamp lig' } },
    ]);
  });

  it('folds further places and unfolds them on demand', async () => {
    await save(1, Array.from({ length: 8 }, () => `lamp ${'and other words '.repeat(10)}`.trim()).join('\n'));
    render(<LibraryApp api={api} />);
    type('lamp ');
    fireEvent.click(await screen.findByRole('button', { name: '5 more places' }));
    await waitFor(() => expect(document.querySelectorAll('a.hit')).toHaveLength(8));
  });

  it('says so when nothing is found, and what it took instead of a misspelt word', async () => {
    await save(1, 'a generative model');
    render(<LibraryApp api={api} />);
    type('foghorn ');
    expect((await screen.findAllByText('Nothing found for “foghorn”.')).length).toBeGreaterThan(0);
    type('genrative ');
    expect((await screen.findAllByText(/“genrative” is nowhere, shown: “generative”/)).length).toBeGreaterThan(0);
  });

  it('shows titles when only they answer', async () => {
    await save(1, 'nothing of the kind', 'On lighthouses');
    render(<LibraryApp api={api} />);
    type('lighthouses ');
    const title = await screen.findByRole('link', { name: 'On lighthouses' });
    expect(title.querySelector('mark')?.textContent).toBe('lighthouses');
  });

  it('wakes a background that may have gone at the first key, before there is anything to ask', async () => {
    await save(1, 'alpha');
    await save(2, 'beta');
    const { call } = api;
    const asked: string[] = [];
    const heard = ((name, args) => {
      if (name === 'search') asked.push((args as { query: string }).query);
      return call(name, args);
    }) as LibraryApi['call'];
    render(<LibraryApp api={{ ...api, call: heard }} />);
    type('alpha ');
    await screen.findByText('1 place in 1 episode');
    const later = Date.now() + 60_000;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => later);
    type('beta ');
    await screen.findByText('Talk 2');
    clock.mockRestore();
    expect(asked).toEqual(['alpha ', '', 'beta ']);
  });

  it('drops the answer to a query that was typed over', async () => {
    await save(1, 'alpha');
    await save(2, 'beta');
    const { call } = api;
    const slow = ((name, args) =>
      name === 'search' && (args as { query: string }).query === 'alpha '
        ? new Promise((resolve) => setTimeout(resolve, 150)).then(() => call(name, args))
        : call(name, args)) as LibraryApi['call'];
    render(<LibraryApp api={{ ...api, call: slow }} />);
    type('alpha ');
    await new Promise((resolve) => setTimeout(resolve, 60));
    type('beta ');
    await screen.findByText('Talk 2');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(screen.queryByText('Talk 1')).toBeNull();
  });

  it('deletes what is selected and brings it back', async () => {
    await save(1, 'one', 'First talk');
    await save(2, 'two', 'Second talk');
    render(<LibraryApp api={api} />);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select First talk' }));
    fireEvent.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'Delete' }));
    await screen.findByText('1 episode deleted.');
    await waitFor(() => expect(screen.queryByText('First talk')).toBeNull());
    const field = screen.getByRole('textbox', { name: /search every word/i });
    expect(document.activeElement).toBe(field);
    screen.getByRole('button', { name: 'Undo' }).focus();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('First talk');
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it('reads an episode: speakers, words, times that are links', async () => {
    await save(1, 'Mara: First the keepers counted.\nTom: Then the lamp lights again.', 'A talk');
    render(<LibraryApp api={api} />);
    fireEvent.click(await screen.findByRole('link', { name: 'A talk' }));
    await screen.findByText('Then the lamp lights again.');
    expect(location.search).toBe(`?v=${videoId(1)}`);
    fireEvent.click(screen.getByRole('link', { name: '2 seconds' }));
    expect(opened[0]).toMatchObject({ videoId: videoId(1), arrival: { time: 2_000 } });
  });

  it('carries the query in its address', async () => {
    await save(1, 'the lamp lights');
    history.replaceState(null, '', '/library.html?q=lamp');
    render(<LibraryApp api={api} />);
    await screen.findByRole('link', { name: /the lamp lights/ });
    type('lights');
    expect(location.search).toBe('?q=lights');
  });

  it('walks the results with the arrow keys and comes back with the slash', async () => {
    await save(1, 'the lamp lights');
    render(<LibraryApp api={api} />);
    const field = screen.getByRole('textbox', { name: /search every word/i });
    type('lamp ');
    await screen.findByRole('link', { name: /the lamp lights/ });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toContain('Talk 1');
    fireEvent.keyDown(document.activeElement ?? field, { key: 'ArrowDown' });
    expect(document.activeElement?.className).toContain('hit');
    fireEvent.keyDown(document.activeElement ?? field, { key: '/' });
    expect(document.activeElement).toBe(field);
  });

  it('says what is wrong when the library does not answer', async () => {
    const silent = (async () => fail('unreachable')) as unknown as LibraryApi['call'];
    render(<LibraryApp api={{ ...api, call: silent }} />);
    expect(await screen.findByText(/does not answer/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
