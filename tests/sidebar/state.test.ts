import { describe, expect, it } from 'vitest';
import { INITIAL_STATE, reduce, type SidebarEvent } from '@/lib/sidebar/state';

function stateAfter(...events: readonly SidebarEvent[]) {
  return events.reduce(reduce, INITIAL_STATE);
}

describe('the state of the sidebar', () => {
  it('holds the words and shows them when find opens', () => {
    const state = stateAfter({ type: 'tab', tab: 'outline' }, { type: 'find-open' });
    expect(state.tab).toBe('words');
    expect(state.find.open).toBe(true);
    expect(state.follow.mode).toBe('held');
  });

  it('goes on holding after find was closed', () => {
    expect(stateAfter({ type: 'find-open' }, { type: 'find-close' }).follow.mode).toBe('held');
  });

  it('keeps the query for the next time', () => {
    const state = stateAfter(
      { type: 'find-open' },
      { type: 'find-query', query: 'lamp', current: 2 },
      { type: 'find-close' },
      { type: 'find-open' },
    );
    expect(state.find).toEqual({ open: true, query: 'lamp', current: 2 });
  });

  it('closes menus when the tab or the video changes', () => {
    expect(stateAfter({ type: 'popover', popover: 'settings' }, { type: 'tab', tab: 'notes' }).popover).toBeNull();
    expect(stateAfter({ type: 'popover', popover: 'source' }, { type: 'video' }).popover).toBeNull();
  });

  it('keeps nothing of the last video but the tab and the query', () => {
    const state = stateAfter(
      { type: 'tab', tab: 'outline' },
      { type: 'now', now: 'below' },
      { type: 'follow', event: { type: 'reader', did: 'scroll' } },
      { type: 'video' },
    );
    expect(state).toEqual({ ...INITIAL_STATE, tab: 'outline' });
  });

  it('is the same object when nothing changes', () => {
    const events: SidebarEvent[] = [
      { type: 'tab', tab: 'words' },
      { type: 'popover', popover: null },
      { type: 'now', now: 'nowhere' },
      { type: 'find-close' },
      { type: 'follow', event: { type: 'time' } },
    ];
    for (const event of events) expect(reduce(INITIAL_STATE, event)).toBe(INITIAL_STATE);
  });
});
