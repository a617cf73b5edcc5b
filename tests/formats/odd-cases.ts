/**
 * Thirty SubRip and twenty-seven WebVTT texts as they turn up in the wild, damaged, sloppy or merely unusual, with what a careful
 * person says they hold: start, end (null: not said or impossible) and words of each cue.
 */
export type OddCue = readonly [start: number | null, end: number | null, text: string, speaker?: string];

export interface OddCase {
  readonly name: string;
  readonly text: string;
  readonly cues: readonly OddCue[];
  /** A problem that must be told; absent where there is nothing to tell. */
  readonly problem?: string;
}

const ONE = '1\n00:00:01,000 --> 00:00:02,000\nHello\n';
const TWO = '2\n00:00:03,000 --> 00:00:04,000\nWorld\n';
const HELLO: OddCue = [1000, 2000, 'Hello'];
const WORLD: OddCue = [3000, 4000, 'World'];

export const ODD_SUBRIP: readonly OddCase[] = [
  { name: 'a byte order mark before the first number', text: `\ufeff${ONE}\n${TWO}`, cues: [HELLO, WORLD] },
  {
    name: 'no numbers at all',
    text: '00:00:01,000 --> 00:00:02,000\nHello\n\n00:00:03,000 --> 00:00:04,000\nWorld\n',
    cues: [HELLO, WORLD],
  },
  { name: 'points instead of commas', text: `${ONE}\n${TWO}`.replaceAll(',', '.'), cues: [HELLO, WORLD] },
  {
    name: 'a point on one side and a comma on the other',
    text: '1\n00:00:01.000 --> 00:00:02,000\nHello\n',
    cues: [HELLO],
  },
  { name: 'lines ended by CRLF', text: `${ONE}\n${TWO}`.replaceAll('\n', '\r\n'), cues: [HELLO, WORLD] },
  { name: 'lines ended by CR alone', text: `${ONE}\n${TWO}`.replaceAll('\n', '\r'), cues: [HELLO, WORLD] },
  {
    name: 'a hundred hours and more',
    text: '1\n99:59:58,000 --> 99:59:59,000\nLate\n\n2\n100:00:01,000 --> 100:00:02,000\nToo late\n',
    cues: [
      [359_998_000, 359_999_000, 'Late'],
      [null, null, 'Too late'],
    ],
    problem: 'time-unreadable',
  },
  {
    name: 'cues without a blank line between them',
    text: ONE + TWO,
    cues: [HELLO, WORLD],
  },
  {
    name: 'an end before its start',
    text: '1\n00:00:05,000 --> 00:00:02,000\nHello\n',
    cues: [[5000, null, 'Hello']],
    problem: 'end-before-start',
  },
  { name: 'a cue of no length', text: '1\n00:00:01,000 --> 00:00:01,000\nHello\n', cues: [[1000, 1000, 'Hello']] },
  {
    name: 'no spaces around the arrow',
    text: '1\n00:00:01,000-->00:00:02,000\nHello\n',
    cues: [HELLO],
  },
  {
    name: 'words that hold an arrow',
    text: '1\n00:00:01,000 --> 00:00:02,000\na-->b\nx --> y\n\n2\n00:00:03,000 --> 00:00:04,000\nWorld\n',
    cues: [[1000, 2000, 'a-->b\nx --> y'], WORLD],
  },
  {
    name: 'spaces before and after numbers, times and words',
    text: '  1  \n  00:00:01,000  -->  00:00:02,000  \n  Hello  \n',
    cues: [HELLO],
  },
  {
    name: 'a blank line inside the words',
    text: '1\n00:00:01,000 --> 00:00:02,000\nHello\n\nagain\n\n2\n00:00:03,000 --> 00:00:04,000\nWorld\n',
    cues: [[1000, 2000, 'Hello\nagain'], WORLD],
    problem: 'blank-line-in-cue',
  },
  {
    name: 'words that are a number',
    text: '1\n00:00:01,000 --> 00:00:02,000\n1984\n\n2\n00:00:03,000 --> 00:00:04,000\nWorld\n',
    cues: [[1000, 2000, '1984'], WORLD],
  },
  {
    name: 'a last line that is a number, before a cue without a blank line',
    text: '1\n00:00:01,000 --> 00:00:02,000\nIt was\n1984\n2\n00:00:03,000 --> 00:00:04,000\nWorld\n',
    cues: [[1000, 2000, 'It was\n1984'], WORLD],
  },
  {
    name: 'a cue without words',
    text: '1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nWorld\n',
    cues: [WORLD],
    problem: 'cue-empty',
  },
  { name: 'many blank lines between cues', text: `${ONE}\n\n\n\n${TWO}`, cues: [HELLO, WORLD] },
  { name: 'nothing after the last word', text: ONE.trimEnd(), cues: [HELLO] },
  {
    name: 'tags and placement codes',
    text: '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Hello</i> <font color="#ff0000">there</font>\n',
    cues: [[1000, 2000, 'Hello there']],
  },
  {
    name: 'brackets that are no tags',
    text: '1\n00:00:01,000 --> 00:00:02,000\n1 < 2 and I <3 you\n',
    cues: [[1000, 2000, '1 < 2 and I <3 you']],
  },
  {
    name: 'entities',
    text: '1\n00:00:01,000 --> 00:00:02,000\nTom &amp; Jerry &#39;n&#x27; &lt;friends&gt;\n',
    cues: [[1000, 2000, "Tom & Jerry 'n' <friends>"]],
  },
  {
    name: 'coordinates after the times',
    text: '1\n00:00:01,000 --> 00:00:02,000 X1:117 X2:619 Y1:042 Y2:428\nHello\n',
    cues: [HELLO],
  },
  {
    name: 'minutes and seconds only, one digit here and there',
    text: '1\n00:01,000 --> 0:02,000\nHello\n\n2\n0:0:3,0 --> 0:0:4\nWorld\n',
    cues: [HELLO, WORLD],
  },
  {
    name: 'fractions of one, two and six digits',
    text: '1\n00:00:01,5 --> 00:00:02,25\nHello\n\n2\n00:00:03,123456 --> 00:00:04,000\nWorld\n',
    cues: [
      [1500, 2250, 'Hello'],
      [3123, 4000, 'World'],
    ],
  },
  {
    name: 'times taken apart by a translation engine',
    text: '1\n00: 00: 01,000 -> 00: 00: 02,000\nBonjour\n',
    cues: [[1000, 2000, 'Bonjour']],
  },
  {
    name: 'cues out of order',
    text: `${TWO}\n${ONE}`,
    cues: [HELLO, WORLD],
    problem: 'time-backwards',
  },
  {
    name: 'times that no program could write',
    text: '1\nNaN:NaN:NaN,NaN --> NaN:NaN:NaN,NaN\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nWorld\n',
    cues: [[null, null, 'Hello'], WORLD],
    problem: 'time-unreadable',
  },
  {
    name: 'a title before the first cue',
    text: `The lamp, part one\n\n${ONE}\n${TWO}`,
    cues: [HELLO, WORLD],
    problem: 'text-outside-cue',
  },
  {
    name: 'marks of direction around times and words',
    text: '1\n\u202b00:00:01,000 --> 00:00:02,000\u202c\n\u202bשלום\u202c\n',
    cues: [[1000, 2000, 'שלום']],
  },
];

const V_ONE = '00:00:01.000 --> 00:00:02.000\nHello\n';
const V_TWO = '00:00:03.000 --> 00:00:04.000\nWorld\n';

export const ODD_WEBVTT: readonly OddCase[] = [
  { name: 'a byte order mark', text: `\ufeffWEBVTT\n\n${V_ONE}`, cues: [HELLO] },
  { name: 'words after the signature', text: `WEBVTT - The lamp\n\n${V_ONE}`, cues: [HELLO] },
  { name: 'no signature', text: `${V_ONE}\n${V_TWO}`, cues: [HELLO, WORLD], problem: 'signature-missing' },
  { name: 'a blank line before the signature', text: `\nWEBVTT\n\n${V_ONE}`, cues: [HELLO], problem: 'signature-late' },
  { name: 'no blank line after the signature', text: `WEBVTT\n${V_ONE}\n${V_TWO}`, cues: [HELLO, WORLD] },
  {
    name: 'lines ended by CR alone',
    text: `WEBVTT\n\n${V_ONE}\n${V_TWO}`.replaceAll('\n', '\r'),
    cues: [HELLO, WORLD],
  },
  { name: 'lines ended by CRLF', text: `WEBVTT\n\n${V_ONE}\n${V_TWO}`.replaceAll('\n', '\r\n'), cues: [HELLO, WORLD] },
  {
    name: 'a header of a stream',
    text: `WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n${V_ONE}`,
    cues: [HELLO],
  },
  {
    name: 'names of cues',
    text: `WEBVTT\n\nintro - part one\n${V_ONE}\n42\n${V_TWO}`,
    cues: [HELLO, WORLD],
  },
  {
    name: 'notes, styles and regions',
    text: `WEBVTT\n\nNOTE\nnot words\nnor these\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n${V_ONE}\nNOTE on one line\n\n${V_TWO}`,
    cues: [HELLO, WORLD],
  },
  {
    name: 'words that begin like a note',
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nNOTE that down\n\n00:03.000 --> 00:04.000\nNOTEBOOK\n',
    cues: [
      [1000, 2000, 'NOTE that down'],
      [3000, 4000, 'NOTEBOOK'],
    ],
  },
  { name: 'hours on one side only', text: 'WEBVTT\n\n00:01.000 --> 00:00:02.000\nHello\n', cues: [HELLO] },
  {
    name: 'a comma in the times',
    text: 'WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nHello\n',
    cues: [HELLO],
    problem: 'time-not-standard',
  },
  {
    name: 'no fractions',
    text: 'WEBVTT\n\n00:00:01 --> 00:00:02\nHello\n',
    cues: [HELLO],
    problem: 'time-not-standard',
  },
  {
    name: 'settings, one glued to the end',
    text: 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000align:start line:0 position:10%,line-left\nHello\n',
    cues: [HELLO],
  },
  { name: 'tabs around the arrow', text: 'WEBVTT\n\n00:00:01.000\t-->\t00:00:02.000\tline:0\nHello\n', cues: [HELLO] },
  {
    name: 'an end before its start',
    text: 'WEBVTT\n\n00:00:05.000 --> 00:00:02.000\nHello\n',
    cues: [[5000, null, 'Hello']],
    problem: 'end-before-start',
  },
  {
    name: 'cues without a blank line between them',
    text: `WEBVTT\n\n1\n${V_ONE}2\n${V_TWO}`,
    cues: [HELLO, WORLD],
  },
  {
    name: 'a voice, closed and not',
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara>Hello</v>\n\n00:03.000 --> 00:04.000\n<v.loud Jon Smith>World\n',
    cues: [
      [1000, 2000, 'Hello', 'Mara'],
      [3000, 4000, 'World', 'Jon Smith'],
    ],
  },
  {
    name: 'two voices in one cue',
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara>Who?</v>\n<v Jon>Nobody.</v>\n',
    cues: [
      [1000, 2000, 'Who?', 'Mara'],
      [1000, 2000, 'Nobody.', 'Jon'],
    ],
  },
  {
    name: 'classes, languages and ruby',
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<c.yellow.bg_blue>A</c> <lang fr>b</lang> <ruby>漢<rt>kan</rt></ruby>\n',
    cues: [[1000, 2000, 'A b 漢(kan)']],
  },
  {
    name: 'entities, with and without their semicolon',
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;Tom &amp; Jerry&gt; &lrm;&amp&nbsp;\n',
    cues: [[1000, 2000, '<Tom & Jerry> \u200e&']],
  },
  {
    name: 'a bracket that opens nothing',
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\na < b and <i>c</i>\n',
    cues: [[1000, 2000, 'a < b and c']],
  },
  {
    name: 'words after a blank line',
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\n\nHello\n\n00:00:03.000 --> 00:00:04.000\nWorld\n',
    cues: [HELLO, WORLD],
    problem: 'blank-line-in-cue',
  },
  {
    name: 'times inside the words',
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nHel<00:01.500>lo\n',
    cues: [HELLO],
  },
  {
    name: 'times no browser could read',
    text: `WEBVTT\n\nxx:00:01.000 --> yy\nLost\n\n${V_TWO}`,
    cues: [WORLD],
    problem: 'text-outside-cue',
  },
  {
    name: 'rows that roll',
    text: 'WEBVTT\nKind: captions\nLanguage: en\n\n00:00:01.000 --> 00:00:02.000 align:start position:0%\n \nHel<00:00:01.500><c>lo</c>\n\n00:00:02.000 --> 00:00:02.010 align:start position:0%\nHello\n \n\n00:00:02.010 --> 00:00:04.000 align:start position:0%\nHello\nWor<00:00:03.000><c>ld</c>\n',
    cues: [
      [1000, 2000, 'Hello'],
      [2010, 4000, 'World'],
    ],
    problem: 'rolled-lines',
  },
];
