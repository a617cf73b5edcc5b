import { describe, expect, it } from 'vitest';
import type { OwnId, VideoId } from '@/lib/transcript/units';
import { composeQuery, NO_FILTERS } from '../../../components/library/compose-query';
import { formatBytes, formatDay } from '../../../components/library/format';
import { readVideoId } from '../../../components/library/read-video-id';
import { placeQuery, readRoute } from '../../../components/library/route';
import { parseLibraryQuery } from '../../../lib/library/query/parse-query';

describe('readVideoId', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&t=10s', 'dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?t=10', 'dQw4w9WgXcQ'],
    ['youtube.com/shorts/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/live/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
    [' dQw4w9WgXcQ ', 'dQw4w9WgXcQ'],
    ['A talk [dQw4w9WgXcQ].srt', 'dQw4w9WgXcQ'],
    ['https://example.com/', null],
    ['https://www.youtube.com/watch?v=tooshort', null],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQtoolong', null],
    ['', null],
  ])('reads %s', (address, id) => {
    expect(readVideoId(address)).toBe(id);
  });
});

describe('composeQuery', () => {
  const now = new Date(2026, 10, 24).getTime();

  it('writes filters that the query language reads back, whatever is in the names', () => {
    const filters = { channel: 'Salt & "Signal"', speaker: 'Mara Lindqvist', period: 'week' as const };
    const query = parseLibraryQuery(composeQuery('keepers la', filters, now));
    expect(query).toMatchObject({ channels: [['salt', 'and', 'signal']], speakers: [['mara', 'lindqvist']] });
    expect(query.after).toBe(new Date(2026, 10, 17).getTime());
    expect(query.phrases.at(-1)).toMatchObject({ tokens: ['la'], unfinished: true });
  });

  it('leaves a plain query as it is', () => {
    expect(composeQuery('keepers lamp ', NO_FILTERS, now)).toBe('keepers lamp ');
  });
});

describe('formatDay', () => {
  const now = new Date(2026, 10, 24, 0, 30).getTime();
  it.each([
    [new Date(2026, 10, 24, 0, 1), 'Today'],
    [new Date(2026, 10, 23, 23, 59), 'Yesterday'],
    [new Date(2026, 10, 16), '16 November'],
    [new Date(2025, 4, 3), '3 May 2025'],
    [new Date(2027, 0, 1), 'Today'],
  ])('%s', (date, expected) => {
    expect(formatDay(date.getTime(), now)).toBe(expected);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '1 kB'],
    [38_400_000, '38 MB'],
    [1_234_000_000, '1.2 GB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

const OWN = `own.${'0123456789abcdef'.repeat(2)}`;

describe('readRoute', () => {
  it.each([
    ['?q=keepers%20lamp', { query: 'keepers lamp', videoId: null, words: null, isImport: false }],
    ['?v=dQw4w9WgXcQ', { query: '', videoId: 'dQw4w9WgXcQ', words: null, isImport: false }],
    [`?v=${OWN}&w=6-7`, { query: '', videoId: OWN, words: { first: 6, last: 7 }, isImport: false }],
    [`?v=${OWN}&w=7-6`, { query: '', videoId: OWN, words: null, isImport: false }],
    ['?w=6-7', { query: '', videoId: null, words: null, isImport: false }],
    ['?v=own.short', { query: '', videoId: null, words: null, isImport: false }],
    ['?v=%3Cscript%3E', { query: '', videoId: null, words: null, isImport: false }],
  ])('reads %s', (search, route) => {
    expect(readRoute({ search, hash: '' })).toEqual(route);
  });

  it.each([
    { query: 'keepers lamp', videoId: OWN as OwnId, words: { first: 6, last: 7 } },
    { query: '', videoId: null, words: null },
    { query: '', videoId: 'dQw4w9WgXcQ' as VideoId, words: null },
  ])('reads what was written: %j', (place) => {
    expect(readRoute({ search: placeQuery(place), hash: '' })).toEqual({ ...place, isImport: false });
  });
});
