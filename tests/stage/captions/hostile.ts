/** Captions that mean harm or are broken. Written as json3 text where no event list could say it. */
import type { TrackBody } from './body';

export type HostileMode = 'hostile' | 'bad-times' | 'long-cue' | 'million' | 'huge';

const tags = [
  '<script>window.__pwned = 1</script>',
  '<img src=x onerror="window.__pwned = 2">',
  '"><svg onload=window.__pwned=3>',
  '\u202eright to left override\u202c and back',
  '\u2066isolated \u2067without end',
  'nul \u0000 bell \u0007 escape \u001b[31m red',
  'lone surrogate \ud83d here',
  'javascript:window.__pwned=4',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is the attack.
  '{{constructor.constructor("window.__pwned=5")()}} ${window.__pwned=6}',
  '&lt;script&gt;window.__pwned=7&lt;/script&gt; &amp;amp; &#x3c;b&#x3e;',
  'zero\u200bwidth\u200djoined\ufeffwords',
  'z\u0351\u0346\u0360a\u0328\u0349l\u034dg\u0333o\u0335',
  '__proto__ constructor hasOwnProperty toString',
  '>> >> >>>> >>',
  '<00:00:01.000><c>timed</c> <v Bob>voice</v>',
];

/** The events of the modes that can be said as events. */
export function hostileBody(mode: HostileMode): TrackBody {
  const texts = mode === 'long-cue' ? ['x'.repeat(100_000)] : tags;
  return {
    durationMs: 60_000,
    automatic: true,
    events: texts.map((text, index) => ({ start: index * 2000, duration: 4000, words: [{ text, offset: 0 }] })),
  };
}

const remembered = new Map<HostileMode, string>();

/** The json3 document of a mode. The large ones are made once. */
export function hostileText(mode: HostileMode): string {
  const known = remembered.get(mode);
  if (known !== undefined) return known;
  const text = makers[mode]();
  remembered.set(mode, text);
  return text;
}

const makers: Record<HostileMode, () => string> = {
  hostile: hostileJson,
  'bad-times': badTimesJson,
  'long-cue': longCueJson,
  million: millionCuesJson,
  huge: () =>
    manyCues(
      106_000,
      Array.from({ length: 14 }, (_, index) => ` hugeword${index}`),
    ),
};

function hostileJson(): string {
  const events = tags.map((utf8, index) => ({ tStartMs: index * 2000, dDurationMs: 4000, segs: [{ utf8 }] }));
  const more = [
    '{"tStartMs":40000,"dDurationMs":2000,"__proto__":{"polluted":true},"segs":[{"utf8":"a proto key"}]}',
    '{"tStartMs":42000,"dDurationMs":2000,"segs":[{"utf8":null},{"utf8":7},{"utf8":{"a":1}},null,"x",[],{"utf8":"kept"}]}',
    '{"tStartMs":44000,"dDurationMs":2000,"segs":"not a list"}',
    '{"tStartMs":46000,"dDurationMs":2000,"segs":[{"utf8":"the last good one"}]}',
    'null',
    '7',
  ];
  return `{"wireMagic":"pb3","events":[${[...events.map((event) => JSON.stringify(event)), ...more].join(',')}]}`;
}

function badTimesJson(): string {
  const times = [
    '-5000',
    '9000',
    '3000',
    '1e400',
    '-1e400',
    '"NaN"',
    'null',
    '1.5e3',
    '2500.75',
    '1e15',
    '{}',
    '[7]',
    '4000',
    '4000',
    '3999',
  ];
  const events = times.map(
    (time, index) =>
      `{"tStartMs":${time},"dDurationMs":${times[(index * 7) % times.length]},"segs":[{"utf8":"time number ${index}"},{"utf8":" offset","tOffsetMs":${times[(index * 5) % times.length]}}]}`,
  );
  return `{"wireMagic":"pb3","events":[${events.join(',')},{"segs":[{"utf8":"no time at all"}]}]}`;
}

function longCueJson(): string {
  const segs = [{ utf8: 'x'.repeat(100_000) }];
  const after = { tStartMs: 6000, dDurationMs: 2000, segs: [{ utf8: 'after the long one' }] };
  return JSON.stringify({ wireMagic: 'pb3', events: [{ tStartMs: 0, dDurationMs: 5000, segs }, after] });
}

/** As small as a million cues can be, so that it is their number and not their bytes that hurts. */
function millionCuesJson(): string {
  const events: string[] = [];
  for (let index = 0; index < 1_000_000; index += 1) events.push(`{"tStartMs":${index * 300},"segs":[{"utf8":"w"}]}`);
  return `{"events":[${events.join(',')}]}`;
}

function manyCues(count: number, words: readonly string[]): string {
  const segs = words
    .map((utf8, index) => `{"utf8":"${utf8}"${index > 0 ? `,"tOffsetMs":${index * 20}` : ''}}`)
    .join(',');
  const events: string[] = [];
  for (let index = 0; index < count; index += 1) {
    events.push(`{"tStartMs":${index * 300},"dDurationMs":290,"segs":[${segs}]}`);
  }
  return `{"wireMagic":"pb3","events":[${events.join(',')}]}`;
}
