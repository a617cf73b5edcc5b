// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RouteAnswer } from '@/lib/captions/answers';
import { panelSignature, readRows, watchPagePanel } from '@/lib/platform/youtube/page-panel';

function element(name: string, attributes: Record<string, string>, ...children: (Element | string)[]): Element {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const modern = (time: string, text: string, textClass = 'ytAttributedStringHost') =>
  element(
    'transcript-segment-view-model',
    {},
    element('div', { class: 'ytwTranscriptSegmentViewModelTimestamp' }, time),
    element('div', { class: 'ytwTranscriptSegmentViewModelTimestampA11yLabel' }, `${time} spoken`),
    element('span', { class: textClass, role: 'text' }, text),
  );
const legacy = (time: string, text: string) =>
  element(
    'ytd-transcript-segment-renderer',
    {},
    element('div', { class: 'segment-timestamp' }, ` ${time} `),
    element('yt-formatted-string', { class: 'segment-text' }, text),
  );

const cues = (answer: RouteAnswer | undefined) =>
  answer?.ok ? answer.words.cues.map(({ start, text }) => [start, text]) : answer;

describe('rows of YouTube’s transcript panel', () => {
  it.each([
    ['modern', modern('0:03', 'one'), modern('1:02:45', 'two')],
    [
      'modern with older classes',
      modern('0:03', 'one', 'yt-core-attributed-string'),
      modern('1:02:45', 'two', 'yt-core-attributed-string'),
    ],
    ['modern with classes nobody has seen', modern('0:03', 'one', 'new'), modern('1:02:45', 'two', 'new')],
    ['legacy', legacy('0:03', 'one'), legacy('1:02:45', 'two')],
  ])('are read when they are %s', (_name, ...rows) => {
    expect(cues(readRows(rows))).toEqual([
      [3_000, 'one'],
      [3_765_000, 'two'],
    ]);
  });

  it('without words or times are no words', () => {
    expect(readRows([modern('', 'one'), modern('0:01', ''), element('div', {})])).toMatchObject({ ok: false });
  });
});

describe('watching the panel', () => {
  let heard: RouteAnswer[];
  let panel: Element;
  let stop: () => void;
  const rects = [{ width: 1 }] as unknown as DOMRectList;

  const show = (visibility: string, ...rows: Element[]) => {
    panel.setAttribute('visibility', `ENGAGEMENT_PANEL_VISIBILITY_${visibility}`);
    panel.replaceChildren(...rows);
  };
  const watch = (stale = '') => {
    stop = watchPagePanel(stale, (answer) => heard.push(answer));
  };

  beforeEach(() => {
    vi.useFakeTimers();
    heard = [];
    panel = element('ytd-engagement-panel-section-list-renderer', {});
    panel.getClientRects = () => rects;
    document.body.replaceChildren(panel);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('reads an open panel once it has come to rest, and only once', () => {
    watch();
    show('EXPANDED', legacy('0:01', 'a'));
    vi.advanceTimersByTime(500);
    show('EXPANDED', legacy('0:01', 'a'), legacy('0:02', 'b'));
    vi.advanceTimersByTime(500);
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(2_000);
    expect(heard.map(cues)).toEqual([
      [
        [1_000, 'a'],
        [2_000, 'b'],
      ],
    ]);
  });

  it('does not read a hidden one, whose rows are another video’s', () => {
    watch();
    show('HIDDEN', legacy('0:01', 'a'));
    vi.advanceTimersByTime(3_000);
    expect(heard).toEqual([]);
  });

  it('does not read rows that were there before the page changed', () => {
    show('EXPANDED', legacy('0:01', 'old'));
    watch(panelSignature());
    vi.advanceTimersByTime(3_000);
    expect(heard).toEqual([]);
    show('EXPANDED', legacy('0:01', 'new'));
    vi.advanceTimersByTime(3_000);
    expect(heard.map(cues)).toEqual([[[1_000, 'new']]]);
  });
});
