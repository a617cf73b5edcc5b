import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats/read-transcript';

function refusal(text: string) {
  const reading = parseAny(text);
  return reading.ok ? null : reading.error;
}

const CAPTIONS = JSON.stringify({
  wireMagic: 'pb3',
  events: [{ tStartMs: 0, dDurationMs: 900, segs: [{ utf8: 'The mill stands' }] }],
});

describe('a text that did not arrive whole', () => {
  it.each([
    ['captions of YouTube', CAPTIONS.slice(0, -8)],
    ['a recogniser’s data', '{"results": {"transcripts": [{"transcript": "the mill sta'],
  ])('is told as cut off, with what to do: %s', (_, text) => {
    expect(refusal(text)).toMatchObject({ code: 'broken-data', message: expect.stringContaining('once more') });
  });

  it('is read when it is whole', () => {
    expect(refusal(CAPTIONS)).toBeNull();
  });
});

describe('a document of XML', () => {
  const TTML =
    '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="0s" end="1s">The mill stands.</p></div></body></tt>';
  const SRV3 = '<timedtext format="3"><body><p t="0" d="900">The mill stands.</p></body></timedtext>';
  const codes = (text: string) => {
    const reading = parseAny(text);
    return reading.ok ? reading.parsed.problems.map(({ code }) => code) : [reading.error.code];
  };

  it.each([TTML, SRV3])('that stops early is read, and said to be cut off', (text) => {
    expect(codes(text.slice(0, -18))).toContain('cut-off');
  });

  it.each([TTML, SRV3, `${TTML}\n<!-- end -->\n`])('that is whole says nothing', (text) => {
    expect(codes(text)).not.toContain('cut-off');
  });
});

describe('a text of marks alone', () => {
  it.each(['%%%% ####', '-----\n*****', '… — …', '🙂 🙂'])('has no words: %s', (text) => {
    expect(refusal(text)?.code).toBe('empty');
  });

  it.each(['7', 'à', '鳥', 'ก'])('is not one with a single letter or digit: %s', (text) => {
    expect(refusal(text)?.code).not.toBe('empty');
  });
});
