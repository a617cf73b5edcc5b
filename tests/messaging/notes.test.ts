import { beforeEach, describe, expect, it } from 'vitest';
import type { LibraryStores } from '../../lib/library/index/index-stores';
import { createMemoryStore } from '../../lib/library/shelf/memory-store';
import type { StorePort } from '../../lib/library/shelf/store-port';
import { createBackgroundCaller } from '../../lib/platform/messaging/call-background';
import { createNotesClient } from '../../lib/platform/messaging/notes-client';
import type { MessageListener } from '../../lib/platform/messaging/runtime';
import type { NewNote } from '../../lib/protocol/notes-calls';
import type { NotesActions, NotesScope } from '../../lib/sidebar/notes';
import { buildTranscript } from '../../lib/transcript/build-transcript';
import type { Transcript } from '../../lib/transcript/types';
import { milliseconds, type VideoId } from '../../lib/transcript/units';
import { LIBRARY_PAGE, runtimeOver, startWorker } from './fake-world';

const VIDEO = 'abcdefghijk' as VideoId;
const META = { videoId: VIDEO, title: 'The tide mill', channel: 'Salt', duration: milliseconds(600_000), chapters: [] };

const SAID = [
  'The miller follows the moon and never the clock on the church.',
  'Every gate in the dam was rebuilt in oak after the flood of nineteen fifty three.',
  'Salt water ruins iron gears within a single winter so the cogs are apple wood.',
  'We grind two tides a day and sleep in between like everybody who lives by water.',
];

function talk(punctuated = true): Transcript {
  const cues = SAID.map((text, index) => ({
    start: index * 30_000,
    end: index * 30_000 + 20_000,
    text: punctuated ? text : text.toLowerCase().replaceAll('.', ''),
  }));
  return buildTranscript({
    videoId: VIDEO,
    origin: { kind: 'captions', vssId: punctuated ? '.en' : 'a.en', automatic: !punctuated, via: 'timedtext' },
    source: { language: 'en', timing: 'cue', cues },
  });
}

const PAGE = `# The tide mill

## Quotes
> "Salt water ruins iron gears within a single winter"

> "The committee approved seventeen drainage proposals before lunch"

## Key insights
- "Every gate in the dam was rebuilt with oak after the flood of nineteen fifty three."
`;

let store: StorePort<LibraryStores>;
let listener: MessageListener;
let notes: NotesActions;
let scope: NotesScope;

beforeEach(() => {
  store = createMemoryStore<LibraryStores>();
  listener = startWorker(store);
  notes = createNotesClient(createBackgroundCaller(runtimeOver(() => listener)));
  const shown = talk();
  scope = { meta: META, shown, transcripts: [shown] };
});

const bytesOf = (text: string) => ({ bytes: new TextEncoder().encode(text), fileName: null });

async function viewed(within = scope) {
  const answer = await notes.view(within);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

function ownNote(changes: Partial<NewNote> = {}): NewNote {
  const words = { transcript: scope.shown?.id ?? '', first: 3, end: 6 };
  return { id: 'own-1', kind: 'highlight', words, time: milliseconds(0), text: '', createdAt: 5, ...changes };
}

describe('a page of notes', () => {
  it('comes back located, with transcripts that only the page had', async () => {
    const kept = await notes.keepPage(META, bytesOf(PAGE), null);
    expect(kept).toMatchObject({ ok: true, value: { state: 'kept', notes: 3 } });
    const { notes: views, pages } = await viewed();
    expect(views.map(({ kind, state, places }) => [kind, state, places[0]?.start ?? null])).toEqual([
      ['quote', 'verbatim', 60_000],
      ['quote', 'not-found', null],
      ['quote', 'near', 30_000],
    ]);
    expect(pages).toMatchObject([{ title: 'The tide mill', notes: 3, isForeign: false }]);
  });

  it('is kept once, with what the reader said of its places', async () => {
    await notes.keepPage(META, bytesOf(PAGE), null);
    const [, lost] = (await viewed()).notes;
    const words = { transcript: scope.shown?.id ?? '', first: 0, end: 4 };
    await notes.pin(scope, lost?.id ?? '', { to: 'words', words });
    await notes.keepPage(META, bytesOf(PAGE), null);
    const again = (await viewed()).notes;
    expect(again).toHaveLength(3);
    expect(again[1]).toMatchObject({ state: 'pinned', places: [{ text: 'The miller follows the' }] });
    await notes.pin(scope, lost?.id ?? '', { to: 'found' });
    expect((await viewed()).notes[1]?.state).toBe('not-found');
    await notes.pin(scope, again[0]?.id ?? '', { to: 'nowhere' });
    expect((await viewed()).notes[0]?.state).toBe('not-found');
  });

  it('outlives the worker, and can be taken out and put back', async () => {
    const kept = await notes.keepPage(META, bytesOf(PAGE), null);
    listener = startWorker(store);
    const page = kept.ok && kept.value.state === 'kept' ? kept.value.page : '';
    const removed = await notes.remove(META, page);
    expect((await viewed()).notes).toEqual([]);
    await notes.restore(META, removed.ok ? removed.value : []);
    expect((await viewed()).notes).toHaveLength(3);
  });

  it('with nothing that could be notes is not kept', async () => {
    expect(await notes.keepPage(META, bytesOf('  \n '), null)).toEqual({ ok: true, value: { state: 'empty' } });
  });

  it('is found by the library, with the times that are sure', async () => {
    await notes.keepPage(META, bytesOf(PAGE), null);
    await viewed();
    const call = createBackgroundCaller(runtimeOver(() => listener, LIBRARY_PAGE));
    const found = await call('searchNames', { query: 'iron gears', limit: 5 });
    expect(found.ok && found.value.notes.map(({ note }) => [note.text, note.time])).toEqual([
      ['Salt water ruins iron gears within a single winter', 60_000],
    ]);
  });
});

describe('the reader’s own notes', () => {
  it('keep their words when better ones come', async () => {
    await notes.keep(scope, ownNote());
    const better = talk(false);
    const [note] = (await viewed({ ...scope, shown: better, transcripts: [better] })).notes;
    expect(note).toMatchObject({ kind: 'highlight', text: 'the moon and', places: [{ text: 'the moon and' }] });
  });

  it('can be changed, taken out and put back', async () => {
    await notes.keep(scope, ownNote({ id: 'own-2', words: null, time: milliseconds(400_000), kind: 'bookmark' }));
    await notes.keep(scope, ownNote());
    expect((await viewed()).notes.map(({ kind }) => kind)).toEqual(['highlight', 'bookmark']);
    expect(await notes.change(VIDEO, 'own-1', 'Tides.')).toEqual({ ok: true, value: true });
    expect((await viewed()).notes[0]).toMatchObject({ kind: 'note', comment: 'Tides.' });
    const removed = await notes.remove(META, 'own-1');
    expect((await viewed()).notes).toHaveLength(1);
    await notes.restore(META, removed.ok ? removed.value : []);
    expect((await viewed()).notes[0]).toMatchObject({ kind: 'note', comment: 'Tides.' });
  });

  it('are written as Markdown', async () => {
    await notes.keep(scope, ownNote({ text: 'Tides.' }));
    const written = await notes.export(scope);
    expect(written.ok && written.value).toContain('> the moon and');
    expect(written.ok && written.value).toContain('Tides.');
  });

  it('need no words', async () => {
    const bare = { ...scope, shown: null, transcripts: [] };
    await notes.keep(bare, ownNote({ words: null, time: milliseconds(4000), text: 'Here.', kind: 'note' }));
    expect((await viewed(bare)).notes).toMatchObject([{ text: 'Here.', places: [{ start: 4000 }] }]);
  });
});

it('an outline is made of transcripts that only the page had', async () => {
  const answer = await notes.outline(talk(), []);
  expect(answer.ok && answer.value.topics.length).toBeGreaterThan(0);
});
