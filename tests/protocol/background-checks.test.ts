import { describe, expect, it } from 'vitest';
import type { BackgroundCall } from '../../lib/protocol/background-calls';
import { checkArgs, PAGE_CALLS } from '../../lib/protocol/background-checks';
import { envelope, isAnswer, readEnvelope } from '../../lib/protocol/envelope';

const VIDEO = 'abcdefghijk';
const OWN = `own.${'0123456789abcdef'.repeat(2)}`;
const META = { videoId: VIDEO, title: 'T', channel: 'C', duration: null, chapters: [] };
const PART = { index: 0, count: 1, data: 'QUJD' };

describe('checkArgs', () => {
  it.each<[BackgroundCall, object]>([
    ['openEpisode', { videoId: VIDEO }],
    ['saveTranscriptPart', { meta: META, id: 'x', part: PART }],
    ['openEpisode', { videoId: OWN }],
    ['attachTranscript', { from: OWN, videoId: VIDEO }],
    ['saveChoice', { videoId: VIDEO, chosen: null }],
    ['savePlace', { videoId: VIDEO, place: { transcriptId: 'x', word: 0, time: null, following: true } }],
    ['search', { query: '', order: 'best', offset: 0, limit: 5, places: 3 }],
    ['forget', { videoIds: null }],
  ])('takes %s as it is declared', (name, args) => {
    expect(checkArgs(name, args)).toEqual(args);
  });

  it.each<[BackgroundCall, string, unknown]>([
    ['openEpisode', 'nothing', undefined],
    ['openEpisode', 'a foreign video id', { videoId: '../../../etc' }],
    ['openEpisode', 'half an own id', { videoId: OWN.slice(0, 20) }],
    ['attachTranscript', 'a video to be attached', { from: VIDEO, videoId: VIDEO }],
    ['attachTranscript', 'no video to attach to', { from: OWN, videoId: OWN }],
    ['openPlace', 'no video', { videoId: OWN, arrival: { transcriptId: null, time: 0, query: null } }],
    ['changeNotes', 'no video', { meta: { ...META, videoId: OWN }, put: [], remove: [] }],
    ['saveTranscriptPart', 'a part beyond the count', { meta: META, id: 'x', part: { ...PART, index: 1 } }],
    ['saveTranscriptPart', 'a part too large', { meta: META, id: 'x', part: { ...PART, data: 'A'.repeat(900_000) } }],
    ['saveTranscriptPart', 'thousands of parts', { meta: META, id: 'x', part: { ...PART, count: 5000 } }],
    ['saveTranscriptPart', 'a time that is no number', { meta: { ...META, duration: 'long' }, id: 'x', part: PART }],
    [
      'savePlace',
      'a negative word',
      { videoId: VIDEO, place: { transcriptId: 'x', word: -1, time: null, following: true } },
    ],
    ['search', 'an endless list', { query: '', order: 'best', offset: 0, limit: 1e9, places: 3 }],
    ['search', 'an order nobody knows', { query: '', order: 'worst', offset: 0, limit: 5, places: 3 }],
  ])('refuses %s with %s', (name, _what, args) => {
    expect(checkArgs(name, args)).toBeNull();
  });

  it('cuts long titles and drops what was not asked for', () => {
    const args = { meta: { ...META, title: 'x'.repeat(5000), extra: 1 }, id: 'x', part: PART, more: 2 };
    const checked = checkArgs('saveTranscriptPart', args);
    expect(checked?.meta.title).toHaveLength(1000);
    expect(Object.keys(checked ?? {})).toEqual(['meta', 'id', 'part']);
    expect(Object.keys(checked?.meta ?? {})).not.toContain('extra');
  });
});

describe('the envelope', () => {
  it('comes through JSON and is read at its own end only', () => {
    const sent = JSON.parse(JSON.stringify(envelope('background', 'openOptions', {})));
    expect(readEnvelope(sent, 'background')).toMatchObject({ call: 'openOptions', args: {} });
    expect(readEnvelope(sent, 'tab')).toBeNull();
  });

  it.each([null, 1, 'x', [], {}, { protocol: 'readalong' }, { ...envelope('tab', 'x', 1), version: 2 }])(
    'leaves %j alone',
    (message) => {
      expect(readEnvelope(message, 'tab')).toBeNull();
    },
  );

  it.each([
    [{ ok: true, value: null }, true],
    [{ ok: false, error: { code: 'x' } }, true],
    [{ ok: true }, false],
    [{ ok: false, error: 'x' }, false],
    [undefined, false],
    [null, false],
  ])('knows an answer: %j', (reply, expected) => {
    expect(isAnswer(reply)).toBe(expected);
  });
});

describe('calls of content scripts', () => {
  it('hand out and delete nothing but their own video', () => {
    for (const name of [
      'listEpisodes',
      'readRecords',
      'search',
      'deleteEpisodes',
      'forget',
      'restoreEpisode',
      'undoDelete',
    ])
      expect(PAGE_CALLS.has(name as BackgroundCall)).toBe(false);
  });
});
