import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CueNode, parseCueText, tokenizeCueText } from '@/lib/formats/webvtt-cue-text';
import { parseWebVttStandard, type VttCue } from '@/lib/formats/webvtt-standard';
import { textOf, webvttStandard } from '@/lib/formats/webvtt-standard-shape';

const NOTHING = { isWebVtt: false, cues: [], regions: [], stylesheets: [] };

describe('parseWebVttStandard', () => {
  it.each(['', 'WEBVT', 'webvtt\n', '\nWEBVTT\n', 'WEBVTTx\n', ' WEBVTT\n', '\ufeff\ufeffWEBVTT\n'])(
    'reads nothing from %j',
    (text) => {
      expect(parseWebVttStandard(text)).toEqual(NOTHING);
    },
  );

  it.each(['WEBVTT', 'WEBVTT ', 'WEBVTT\t', 'WEBVTT\n', '\ufeffWEBVTT\r\n', 'WEBVTT a title'])('accepts %j', (text) => {
    expect(parseWebVttStandard(text)).toEqual({ ...NOTHING, isWebVtt: true });
  });

  it('keeps ids, order, markup and ends before starts', () => {
    const { cues } = parseWebVttStandard(
      'WEBVTT\n\nfirst cue\n00:02.000 --> 00:01.000\n<i>a</i>\nb\n\n00:00:00.000 --> 00:00:01.000\nc',
    );
    expect(cues).toMatchObject([
      { id: 'first cue', start: 2000, end: 1000, text: '<i>a</i>\nb' },
      { id: '', start: 0, end: 1000, text: 'c' },
    ]);
  });

  it.each([
    ['00:00:00.000 --> 00:00:01.000', [0, 1000]],
    ['00:00.000 --> 1:00:01.000', [0, 3_601_000]],
    ['100:00:00.000 --> 123456:00:01.000', [360_000_000, 444_441_601_000]],
    ['\t00:00.000 \t-->\f00:01.000\tline:0', [0, 1000]],
    ['00:00.000-->00:01.000', [0, 1000]],
    ['00:59.999 --> 59:59.999', [59_999, 3_599_999]],
    ['00:60.000 --> 01:00.000', null],
    ['00:00:60.000 --> 00:02:00.000', null],
    ['00:60:00.000 --> 02:00:00.000', null],
    ['00:00,000 --> 00:01,000', null],
    ['00:00.0000 --> 00:01.000', null],
    ['00:00.00 --> 00:01.000', null],
    ['00:00.000 -> 00:01.000', null],
    ['00:00.000 --> ', null],
    ['-00:00.000 --> 00:01.000', null],
  ])('reads the times %j', (line, times) => {
    const { cues } = parseWebVttStandard(`WEBVTT\n\n${line}\ntext`);
    expect(cues.map(({ start, end }) => [start, end])).toEqual(times === null ? [] : [times]);
  });

  it('takes style sheets and regions before the first cue only', () => {
    const { cues, regions, stylesheets } = parseWebVttStandard(
      'WEBVTT\n\nSTYLE\n::cue { a }\n\nREGION \nid:r width:40% lines:2 regionanchor:1%,2% viewportanchor:3%,4% scroll:up\n\n00:00.000 --> 00:01.000 region:r\nx\n\nSTYLE\nb\n',
    );
    expect(stylesheets).toEqual(['::cue { a }']);
    expect(regions).toEqual([
      {
        id: 'r',
        width: 40,
        lines: 2,
        regionAnchorX: 1,
        regionAnchorY: 2,
        viewportAnchorX: 3,
        viewportAnchorY: 4,
        scroll: 'up',
      },
    ]);
    expect(cues).toHaveLength(1);
    expect(cues[0]?.region).toBe(regions[0]);
  });

  it.each([
    ['vertical:rl', { vertical: 'rl' }],
    ['line:3', { line: 3, snapToLines: true }],
    ['line:-1', { line: -1 }],
    ['line:50%,center', { line: 50, snapToLines: false, lineAlign: 'center' }],
    ['line:50%,middle', { line: 'auto' }],
    ['line:--1', { line: 'auto' }],
    ['line:1.', { line: 'auto' }],
    ['position:10%,line-right', { position: 10, positionAlign: 'line-right' }],
    ['position:101%', { position: 'auto' }],
    ['size:33.3%', { size: 33.3 }],
    ['size:33', { size: 100 }],
    ['align:end align:nowhere', { align: 'end' }],
  ])('reads the setting %s', (settings, expected) => {
    const { cues } = parseWebVttStandard(`WEBVTT\n\n00:00.000 --> 00:01.000 ${settings}\nx`);
    expect(cues[0]).toMatchObject(expected);
  });

  it('replaces NUL and ends a cue at a line with an arrow', () => {
    const { cues } = parseWebVttStandard('WEBVTT\n\n00:00.000 --> 00:01.000\na\0b\n-->\n00:02.000 --> 00:03.000\nc');
    expect(cues.map(({ text }) => text)).toEqual(['a\ufffdb', 'c']);
  });
});

/** Trees the way html5lib's lists write them. */
function drawn(nodes: readonly CueNode[], depth = 0): string[] {
  const indent = `| ${'  '.repeat(depth)}`;
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return [`${indent}"${node.text}"`];
    if (node.kind === 'time') return [`${indent}<?timestamp ${node.time}>`];
    const span = node.name === 'c' || node.name === 'v' || node.name === 'lang';
    const rows = [`${indent}<${span ? 'span' : node.name}>`];
    if (node.classes.length > 0) rows.push(`${indent}  class="${node.classes.join(' ')}"`);
    if (node.name === 'lang') rows.push(`${indent}  lang="${node.annotation}"`);
    if (node.name === 'v') rows.push(`${indent}  title="${node.annotation}"`);
    return [...rows, ...drawn(node.children, depth + 1)];
  });
}

describe('parseCueText', () => {
  it.each([
    ['', []],
    ['a<b>c</b>d', ['| "a"', '| <b>', '|   "c"', '| "d"']],
    ['<c.a.b>x', ['| <span>', '|   class="a b"', '|   "x"']],
    ['<v  Mara   Lind >x</v>', ['| <span>', '|   title="Mara Lind"', '|   "x"']],
    ['<v.x A&amp;B>y', ['| <span>', '|   class="x"', '|   title="A&B"', '|   "y"']],
    ['<lang.a fr>x</lang>', ['| <span>', '|   class="a"', '|   lang="fr"', '|   "x"']],
    ['<ruby>a<rt>b</ruby>c', ['| <ruby>', '|   "a"', '|   <rt>', '|     "b"', '| "c"']],
    ['<rt>x</rt>', ['| "x"']],
    ['<i>a</b>b', ['| <i>', '|   "a"', '|   "b"']],
    ['<00:01.500>a<00:61.000>b', ['| <?timestamp 1500>', '| "a"', '| "b"']],
    ['<b <i>a', ['| <b>', '|   "a"']],
    ['<unknown>x</unknown>', ['| "x"']],
    ['&lt;b> &amp &copy;', ['| "<b> & ©"']],
    ['a <', ['| "a "']],
  ])('builds the tree of %j', (text, tree) => {
    expect(drawn(parseCueText(text))).toEqual(tree);
  });

  it('survives fifty thousand open tags', () => {
    expect(textOf(parseCueText(`${'<b>'.repeat(50_000)}x`))).toBe('x');
    expect(tokenizeCueText('<'.repeat(50_000))).toHaveLength(1);
  });

  it('is what the shape of the same name shows', () => {
    const { cues, timing } = webvttStandard.parse('WEBVTT\n\n00:00.000 --> 00:01.000\n<v Mara><i>Who</i> is it?');
    expect(cues).toEqual([{ start: 0, end: 1000, text: 'Who is it?' }]);
    expect(timing).toBe('cue');
    expect(webvttStandard.parse('nothing').problems.map(({ code }) => code)).toEqual(['signature-missing']);
  });
});

const SUITE = new URL('../../../shared/data/webvtt/', import.meta.url).pathname;
const hasSuite = existsSync(`${SUITE}wpt/ASSERTIONS.dev.json`);

/** The statements browsers' tests make, run as they stand over what a browser would have. */
function holds(statements: readonly string[], cues: readonly VttCue[]): void {
  const seen = cues.map((cue) => ({ ...cue, startTime: cue.start / 1000, endTime: cue.end / 1000 }));
  const run = new Function('cues', 'track', 'assert_equals', 'assert_true', 'assert_not_equals', statements.join('\n'));
  run(
    seen,
    { cues: seen },
    (actual: unknown, expected: unknown, message?: string) => expect(actual, message).toBe(expected),
    (actual: unknown, message?: string) => expect(actual, message).toBe(true),
    (actual: unknown, expected: unknown) => expect(actual).not.toBe(expected),
  );
}

describe.skipIf(!hasSuite)('the web platform tests', () => {
  const files: Record<string, string[]> = hasSuite
    ? JSON.parse(readFileSync(`${SUITE}wpt/ASSERTIONS.dev.json`, 'utf8'))
    : {};

  it.each(Object.keys(files).filter((name) => name !== 'header-regions'))('hold for %s', (name) => {
    holds(files[name] ?? [], parseWebVttStandard(readFileSync(`${SUITE}wpt/${name}.vtt`, 'utf8')).cues);
  });

  it('hold for header-regions, whose cues say what their regions are', () => {
    const { cues } = parseWebVttStandard(readFileSync(`${SUITE}wpt/header-regions.vtt`, 'utf8'));
    expect(cues).toHaveLength(10);
    for (const cue of cues) {
      const expected = JSON.parse(cue.text);
      if (expected === 'no region') expect(cue.region).toBeNull();
      else expect(cue.region).toMatchObject(expected);
    }
  });

  it.each(['tags', 'text'])('hold for the trees of %s.dat', (name) => {
    const blocks = readFileSync(`${SUITE}wpt_cuetext/${name}.dat`, 'utf8').split('#data\n').slice(1);
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks) {
      const [data = '', tree = ''] = block.split('\n#errors\n#document-fragment');
      const plain = (text: string) =>
        text.replace(/\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|\\n|\\t/gi, (all, two, four) =>
          two || four ? String.fromCharCode(Number.parseInt(two ?? four, 16)) : all === '\\n' ? '\n' : '\t',
        );
      const { cues } = parseWebVttStandard(`WEBVTT\n\n00:00.000 --> 00:01.000\n${plain(data)}`);
      expect(drawn(parseCueText(cues[0]?.text ?? '')).join('\n'), data).toBe(plain(tree.trim()));
    }
  });
});
