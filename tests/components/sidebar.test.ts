// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportSheets } from '@/components/import/ImportSheets';
import { MoreOfImport } from '@/components/import/MoreOfImport';
import { TimesBar } from '@/components/import/TimesBar';
import { NO_WORDS } from '@/components/shared/words';
import { mountSidebar, type SidebarHandle, type SidebarProps } from '@/components/sidebar';
import { KeysSheet } from '@/components/sidebar/KeysSheet';
import type { LaterViews } from '@/components/sidebar/later-views';
import { sidebarStyles } from '@/components/sidebar/styles';
import { find } from '@/lib/find/find';
import { buildFindIndex } from '@/lib/find/find-index';
import { DEFAULT_SETTINGS } from '@/lib/protocol/settings';
import type { EpisodeActions, EpisodeView, NoWords } from '@/lib/sidebar/episode';
import { makeTranscript } from './gallery/conversation';
import { FakePlayer } from './gallery/fake-player';
import { makeEpisode, noActions } from './gallery/states';

const LATER: LaterViews = { ImportSheets, MoreOfImport, TimesBar, KeysSheet };

let root: HTMLElement;
let sidebar: SidebarHandle | null;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  sidebar?.dispose();
  sidebar = null;
  root.remove();
});

function spies(): EpisodeActions {
  return {
    showTranscript: vi.fn(),
    chooseTrack: vi.fn(),
    translateTo: vi.fn(),
    retry: vi.fn(),
    provokeCaptions: vi.fn(),
    savePlace: vi.fn(),
    openOptions: vi.fn(),
    openLibrary: vi.fn(),
    reloadPage: vi.fn(),
  };
}

function mount(episode: EpisodeView | null, change: Partial<SidebarProps> = {}): SidebarProps {
  const props: SidebarProps = {
    episode,
    findEngine: { buildFindIndex, find },
    styles: sidebarStyles,
    player: new FakePlayer(),
    settings: DEFAULT_SETTINGS,
    onChangeSettings: vi.fn(),
    actions: spies(),
    layout: 'columns',
    dark: false,
    collapsed: false,
    onCollapse: vi.fn(),
    width: 402,
    onResize: vi.fn(),
    ...change,
  };
  sidebar = mountSidebar(root, props);
  return props;
}

function byText(text: string, selector = 'button'): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>(selector)].find(
    (each) => each.textContent?.includes(text) || each.getAttribute('aria-label')?.includes(text),
  );
  if (!found) throw new Error(`Nothing says “${text}”.`);
  return found;
}

async function settle(): Promise<void> {
  await new Promise((done) => setTimeout(done, 30));
}

function press(target: HTMLElement, key: string, init: KeyboardEventInit = {}): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }));
}

describe('without words', () => {
  it.each(Object.keys(NO_WORDS) as NoWords[])('names the state “%s”, and says it', (failure) => {
    mount(makeEpisode(null, { failure }));
    expect(root.querySelector('.empty .title')?.textContent).toBe(NO_WORDS[failure].title);
    expect(root.querySelector('.empty .text')?.textContent).toBe(NO_WORDS[failure].text);
  });

  it('offers to try again, and does so', () => {
    const { actions } = mount(makeEpisode(null, { failure: 'no-captions' }));
    byText('Try again').click();
    expect(actions.retry).toHaveBeenCalledOnce();
  });

  it('offers to import where something can be imported', () => {
    mount(makeEpisode(null, { failure: 'no-captions' }), { actions: noActions() });
    expect(byText('Import a transcript')).toBeTruthy();
  });

  it('does not offer to import where nothing can be imported', () => {
    mount(makeEpisode(null, { failure: 'no-captions' }));
    expect(() => byText('Import a transcript')).toThrow();
  });

  it('says nothing in the first second, then that it is looking, then that it is slow', async () => {
    vi.useFakeTimers();
    try {
      mount(makeEpisode(null, { search: 'first-words' }));
      expect(root.querySelector('.empty')).toBeNull();
      await vi.advanceTimersByTimeAsync(1100);
      expect(root.querySelector('.empty')?.textContent).toContain('Getting the words…');
      sidebar?.update({ episode: makeEpisode(null, { search: 'first-words', slow: true }) });
      expect(root.querySelector('.empty')?.textContent).toContain('YouTube is slow to answer.');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('beside words', () => {
  it('names what the reader should know, with a way on', () => {
    const { actions } = mount(makeEpisode(makeTranscript(), { orphaned: true }));
    expect(root.querySelector('.notice')?.textContent).toContain('Readalong was updated.');
    byText('Reload').click();
    expect(actions.reloadPage).toHaveBeenCalledOnce();
  });

  it('shows the words as one text node for each paragraph, with a time that is spoken', () => {
    const shown = makeTranscript();
    mount(makeEpisode(shown));
    const rows = [...root.querySelectorAll('.row')];
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect([...row.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)).toHaveLength(1);
      expect(shown.text).toContain(row.textContent);
    }
    expect(root.querySelector('.time')?.getAttribute('aria-label')).toBe('11 minutes 42 seconds');
    expect(root.querySelectorAll('.time[tabindex="0"]')).toHaveLength(1);
  });

  it('changes the text when the video changes, and keeps none of the old one', () => {
    mount(makeEpisode(makeTranscript()));
    const other = makeTranscript({ text: [['Ida', 'Something else entirely.']] });
    const episode = makeEpisode(other);
    sidebar?.update({ episode: { ...episode, meta: { ...episode.meta, videoId: 'another0001' as never } } });
    expect(root.querySelector('.body')?.textContent).not.toContain('lamp');
    expect(root.querySelector('.body')?.textContent).toContain('Something else entirely.');
  });
});

describe('the header', () => {
  it('has tabs that arrow keys choose', async () => {
    mount(makeEpisode(makeTranscript()));
    const tab = byText('Words', '[role="tab"]');
    tab.focus();
    press(tab, 'ArrowRight');
    await settle();
    expect(byText('Notes', '[role="tab"]').getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement?.textContent).toBe('Notes');
    press(byText('Notes', '[role="tab"]'), 'End');
    await settle();
    expect(root.querySelectorAll('.chapter-row')).toHaveLength(7);
  });

  it('asks to be collapsed, and to be opened again from the tab', () => {
    const { onCollapse } = mount(makeEpisode(makeTranscript()));
    byText('Hide the words').click();
    expect(onCollapse).toHaveBeenLastCalledWith(true);
    expect(root.querySelector<HTMLElement>('.panel')?.hidden).toBe(true);
    byText('Show the words').click();
    expect(onCollapse).toHaveBeenLastCalledWith(false);
    expect(root.querySelector<HTMLElement>('.panel')?.hidden).toBe(false);
  });
});

describe('the source menu', () => {
  it('opens from the health line, moves by arrow keys, chooses, and gives the focus back', async () => {
    const shown = makeTranscript();
    const { actions } = mount(makeEpisode(shown));
    const health = root.querySelector<HTMLElement>('.health');
    health?.click();
    expect(document.activeElement?.getAttribute('aria-checked')).toBe('true');
    press(document.activeElement as HTMLElement, 'ArrowDown');
    expect(document.activeElement?.textContent).toContain('English');
    (document.activeElement as HTMLElement).click();
    expect(actions.chooseTrack).toHaveBeenCalledWith('.en');
    expect(root.querySelector('.menu')).toBeNull();
    await settle();
    expect(document.activeElement).toBe(health);
  });

  it('closes by Escape', () => {
    mount(makeEpisode(makeTranscript()));
    root.querySelector<HTMLElement>('.health')?.click();
    press(document.activeElement as HTMLElement, 'Escape');
    expect(root.querySelector('.menu')).toBeNull();
  });

  it('tells tracks of one language apart by their names', () => {
    mount(makeEpisode(makeTranscript()));
    root.querySelector<HTMLElement>('.health')?.click();
    const names = [...root.querySelectorAll('.menu .name')].map((each) => each.textContent);
    expect(names).toContain('English');
    expect(names).toContain('English - for the deaf');
  });

  it('translates on request only', async () => {
    const { actions } = mount(makeEpisode(makeTranscript()));
    root.querySelector<HTMLElement>('.health')?.click();
    expect(root.textContent).not.toContain('German');
    byText('Translate…').click();
    await settle();
    byText('German').click();
    expect(actions.translateTo).toHaveBeenLastCalledWith('de');
  });
});

describe('letters in a menu', () => {
  it('go to the next item that begins with them, round the end, and do nothing else', async () => {
    mount(makeEpisode(makeTranscript()));
    root.querySelector<HTMLElement>('.health')?.click();
    byText('Translate…').click();
    await settle();
    root.querySelector<HTMLElement>('.menu [aria-checked="true"]')?.focus();
    const reachedBy = (key: string) => {
      press(document.activeElement as HTMLElement, key);
      return document.activeElement?.textContent;
    };
    expect(reachedBy('g')).toBe('German');
    expect(reachedBy('F')).toBe('French');
    expect(reachedBy('j')).toBe('Japanese');
    expect(reachedBy('z')).toBe('Japanese');
    expect(reachedBy('a')).toBe('As spoken');
  });
});

describe('the settings menu', () => {
  it('changes what is read at once', () => {
    const { onChangeSettings, actions } = mount(makeEpisode(makeTranscript()));
    byText('Reading settings').click();
    byText('Larger words').click();
    expect(onChangeSettings).toHaveBeenLastCalledWith({ textSize: 17 });
    byText('Show times').click();
    expect(onChangeSettings).toHaveBeenLastCalledWith({ showTimes: false });
    root.querySelector<HTMLInputElement>('input[name="view"]:not(:checked)')?.click();
    expect(onChangeSettings).toHaveBeenLastCalledWith({ view: 'lines' });
    byText('All settings').click();
    expect(actions.openOptions).toHaveBeenCalledOnce();
    expect(root.querySelector('.menu')).toBeNull();
  });

  it('switches following off and on', () => {
    mount(makeEpisode(makeTranscript()));
    byText('Reading settings').click();
    const isOn = () => byText('Follow the speaker').getAttribute('aria-checked');
    expect(isOn()).toBe('true');
    byText('Follow the speaker').click();
    return settle().then(() => expect(isOn()).toBe('false'));
  });
});

describe('find', () => {
  it('counts occurrences, walks them with Enter and says typos', async () => {
    mount(makeEpisode(makeTranscript()));
    sidebar?.openFind('lamp');
    expect(root.querySelector('.matches')?.textContent).toBe('1 of 8');
    const field = root.querySelector<HTMLInputElement>('.query');
    if (!field) throw new Error('No field.');
    press(field, 'Enter');
    expect(root.querySelector('.matches')?.textContent).toBe('2 of 8');
    press(field, 'Enter', { shiftKey: true });
    press(field, 'Enter', { shiftKey: true });
    expect(root.querySelector('.matches')?.textContent).toBe('8 of 8');
    sidebar?.openFind('lihgthouse');
    expect(root.querySelector('.find-note')?.textContent).toBe('No exact match. Showing “lighthouse”.');
    sidebar?.openFind('zeppelin');
    expect(root.querySelector('.matches')?.textContent).toBe('No matches');
  });

  it('can be opened once its engine has come', () => {
    mount(makeEpisode(makeTranscript()), { findEngine: null });
    sidebar?.openFind('lamp');
    expect(root.querySelector('.query')).toBeNull();
    expect(byText('Find in the words').hasAttribute('disabled')).toBe(true);
    sidebar?.update({ findEngine: { buildFindIndex, find } });
    expect(byText('Find in the words').hasAttribute('disabled')).toBe(false);
    sidebar?.openFind('lamp');
    expect(root.querySelector('.matches')?.textContent).toBe('1 of 8');
  });

  it('takes no query from what is still being composed, and does not draw over it', async () => {
    mount(makeEpisode(makeTranscript()));
    sidebar?.openFind();
    const field = root.querySelector<HTMLInputElement>('.query');
    if (!field) throw new Error('Find is not open.');
    const put = (text: string, isComposing: boolean) => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
    };
    put('la', true);
    await settle();
    sidebar?.update({ dark: true });
    await settle();
    expect([field.value, root.querySelector('.matches')?.textContent]).toEqual(['la', '']);
    put('lamp', true);
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await settle();
    expect([field.value, root.querySelector('.matches')?.textContent]).toEqual(['lamp', '1 of 8']);
  });

  it('says the count only once typing rests', async () => {
    mount(makeEpisode(makeTranscript()));
    sidebar?.openFind('lamp');
    const status = () => root.querySelector('.find [role="status"]')?.textContent;
    await settle();
    expect(status()).toBe('');
    await new Promise((done) => setTimeout(done, 600));
    expect(status()).toBe('1 of 8');
  });

  it('gives the focus back to where it was', () => {
    mount(makeEpisode(makeTranscript()));
    const elsewhere = document.createElement('button');
    document.body.append(elsewhere);
    elsewhere.focus();
    sidebar?.openFind();
    const field = root.querySelector<HTMLInputElement>('.query');
    expect(document.activeElement).toBe(field);
    if (field) press(field, 'Escape');
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });
});

describe('keys', () => {
  it('make the panel wider and narrower at its edge', () => {
    const { onResize } = mount(makeEpisode(makeTranscript()));
    const grip = byText('Width of the panel', '.grip');
    press(grip, 'ArrowLeft');
    expect(onResize).toHaveBeenLastCalledWith(418);
    press(grip, 'ArrowRight');
    expect(onResize).toHaveBeenLastCalledWith(386);
    grip.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    expect(onResize).toHaveBeenLastCalledWith(402);
  });

  it('are acted on once, though a guard hands them on too', () => {
    const { onResize } = mount(makeEpisode(makeTranscript()));
    const grip = byText('Width of the panel', '.grip');
    const event = new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true });
    grip.dispatchEvent(event);
    sidebar?.handleKey(event);
    expect(onResize).toHaveBeenCalledOnce();
  });

  it('beyond arrows, Enter and Escape act only when the reader wants them, and never while typing', () => {
    mount(makeEpisode(makeTranscript()));
    press(byText('Words', '[role="tab"]'), '/');
    const field = root.querySelector<HTMLInputElement>('.query');
    expect(field).not.toBeNull();
    if (field) press(field, '/');
    press(field as HTMLElement, 'Escape');
    sidebar?.update({ settings: { ...DEFAULT_SETTINGS, shortcuts: false } });
    press(byText('Words', '[role="tab"]'), '/');
    expect(root.querySelector('.query')).toBeNull();
  });

  it('show all keys by ?, close by ? and Escape, and give the focus back', async () => {
    mount(makeEpisode(makeTranscript()), { laterViews: LATER });
    await settle();
    const time = root.querySelector<HTMLElement>('.time') as HTMLElement;
    for (const key of ['?', 'Escape']) {
      time.focus();
      press(time, '?');
      const sheet = root.querySelector('[role="dialog"][aria-label="Keys"]');
      expect(sheet?.textContent).toContain('Back to now');
      expect(sheet?.contains(document.activeElement)).toBe(true);
      press(document.activeElement as HTMLElement, key);
      expect(root.querySelector('.sheet')).toBeNull();
      await settle();
      expect(document.activeElement).toBe(time);
    }
  });

  it('show no single keys where they are off: then the sheet says so, and leads to the settings', async () => {
    const settings = { ...DEFAULT_SETTINGS, shortcuts: false };
    const { actions } = mount(makeEpisode(makeTranscript()), { laterViews: LATER, settings });
    press(byText('Words', '[role="tab"]'), '?');
    expect(root.querySelector('.sheet')).toBeNull();
    byText('Reading settings').click();
    byText('Keys').click();
    expect(root.querySelector('.sheet')?.textContent).toContain('Single keys are switched off.');
    expect(root.querySelector('.sheet')?.textContent).not.toContain('Back to now');
    byText('All settings').click();
    expect(actions.openOptions).toHaveBeenCalledOnce();
    press(byText('Close'), 'Escape');
    await settle();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Reading settings');
  });

  it('do not lay the sheet of keys over another, nor open it while typing or before it has come', async () => {
    mount(makeEpisode(makeTranscript()), { laterViews: LATER });
    press(byText('Words', '[role="tab"]'), '/');
    press(root.querySelector('.query') as HTMLElement, '?');
    expect(root.querySelector('.sheet')).toBeNull();
    root.querySelector<HTMLElement>('.health')?.click();
    byText('Technical details').click();
    press(root.querySelector('.sheet') as HTMLElement, '?');
    expect(root.querySelector('.sheet')?.getAttribute('aria-label')).toBe('Technical details');
    press(root.querySelector('.sheet') as HTMLElement, 'Escape');
    sidebar?.update({ laterViews: null });
    press(byText('Words', '[role="tab"]'), '?');
    expect(root.querySelector('[inert]')).toBeNull();
  });
});

describe('taken away', () => {
  it('listens to nothing and leaves nothing', () => {
    const player = new FakePlayer();
    mount(makeEpisode(makeTranscript()), { player });
    expect(player.listenerCount).toBe(1);
    sidebar?.dispose();
    sidebar?.dispose();
    expect(player.listenerCount).toBe(0);
    expect(root.querySelector('.readalong')).toBeNull();
    sidebar?.update({ dark: true });
    expect(root.querySelector('.readalong')).toBeNull();
  });
});
