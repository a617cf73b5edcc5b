/**
 * Texts made to be slow: each generator gives about `length` characters. A reader that is linear takes twice as long for twice
 * the length of any of them.
 */
export interface Generator {
  readonly name: string;
  readonly make: (length: number) => string;
}

function repeated(name: string, piece: string, before = '', after = ''): Generator {
  return { name, make: (length) => before + piece.repeat(Math.ceil(length / piece.length)) + after };
}

const CUE = '00:00:01.000 --> 00:00:02.000\n';
const VTT = `WEBVTT\n\n${CUE}`;
const SRT = '1\n00:00:01,000 --> 00:00:02,000\n';
const TT = '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>';

export const GENERATORS: readonly Generator[] = [
  repeated('one digit', '1'),
  repeated('one letter', 'a'),
  repeated('spaces', ' '),
  repeated('tabs then nothing', '\t'),
  repeated('line feeds', '\n'),
  repeated('carriage returns', '\r'),
  repeated('colons', ':'),
  repeated('clock without an end', '00:'),
  repeated('arrows', '-->'),
  repeated('dashes', '-'),
  repeated('lines of arrows', '-->\n'),
  repeated('lines of damaged times', '00:00:0x --> 00:00:0y\n'),
  repeated('lines of times', CUE, 'WEBVTT\n\n'),
  repeated('numbers without times', '1\n\n', SRT),
  repeated('brackets open in a cue', '<', VTT),
  repeated('brackets open in SubRip', '<', SRT),
  repeated('tags open in a cue', '<v ', VTT),
  repeated('nested tags', '<b>', VTT),
  repeated('nested voices', '<v A><v B>', VTT),
  repeated('closing tags', '</b>', VTT),
  repeated('nested ruby', '<ruby><rt>', VTT),
  repeated('ampersands', '&', VTT),
  repeated('references without an end', '&#1', VTT),
  repeated('reference names', '&notanamethatisknown', VTT),
  repeated('braces open', '{', SRT),
  repeated('overrides open', '{\\an', SRT),
  repeated('overrides closed late', '{\\b1', SRT, '}'),
  repeated('many gaps in one cue', 'a\n\n', VTT),
  repeated('settings', ' position:1%', 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000'),
  repeated('header without an end', 'Kind: captions\n', 'WEBVTT\n'),
  repeated('comments', 'NOTE\n\n', 'WEBVTT\n\n'),
  repeated('commas in SubStation', ',', '[Events]\nDialogue: '),
  repeated('braces in SubStation', '{\\k', '[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,,,,,'),
  repeated('drawings', '{\\p1}', '[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,,,,,'),
  repeated('lines without colons', 'abc\n', '[Events]\n'),
  repeated('stamps of lyrics', '[00:01.00]'),
  repeated('open stamps', '[00:01.00'),
  repeated('word stamps', '<00:01.00>', '[00:01.00]'),
  repeated('nested elements', '<div>', TT),
  repeated('nested timed elements', '<div begin="1s">', TT),
  repeated('closing tags of nothing', '</p>', TT),
  repeated('closing tags deep inside', '<div></p>', TT),
  repeated('one tag of many attributes', ' a="b"', `${TT}<p`, '>x</p>'),
  repeated('quotes without an end', ' a="', `${TT}<p`),
  repeated('paragraphs', '<p begin="1s" end="2s">a</p>', TT),
  repeated('comments without an end', '<!--', TT),
  repeated('character data without an end', '<![CDATA[', TT),
  repeated('declarations without an end', '<!DOCTYPE a [', ''),
  repeated(
    'entities that double',
    '<!ENTITY a "&b;&b;">',
    '<!DOCTYPE tt [',
    ']><tt><body><p begin="1s">&a;</p></body></tt>',
  ),
  repeated('syncs', '<SYNC Start=1><P>a', '<SAMI>'),
  repeated('captions of srv3', '<p t="1" d="1">a</p>', '<timedtext format="3"><body>'),
  repeated('pieces of srv3', '<s t="1">a</s>', '<timedtext format="3"><body><p t="1">'),
  repeated('frames', '{1}{2}a\n'),
  repeated('bars', '|', '{1}{1}25\n{1}{2}'),
  repeated('nested lists', '['),
  repeated('nested objects', '{"a":'),
  repeated('events without words', '{"segs":[]},', '{"events":[', '{}]}'),
  repeated('events of one start', '{"tStartMs":1,"segs":[{"utf8":"a"}]},', '{"events":[', '{}]}'),
  repeated('pieces of one event', '{"utf8":" a","tOffsetMs":1},', '{"events":[{"segs":[', '{}]}]}'),
  repeated(
    'lines of the panel',
    '{"transcriptSegmentRenderer":{"startMs":"1","snippet":{"simpleText":"a"}}},',
    '[',
    '{}]',
  ),
  repeated('bidi openers', '\u2066', SRT),
  repeated('bidi openers and lines', '\u2066a\n', SRT),
  repeated('overrides of direction', '\u202e', SRT),
  repeated('lone surrogates', '\ud800', SRT),
  repeated('nothing but NUL', '\0', SRT),
  repeated('spaces between words', 'a  ', SRT),
  repeated('rolling rows', '00:00:01,000 --> 00:00:01,000\na\nb\n\n', ''),
  repeated('times running backwards', '00:00:02,000 --> 00:00:01,000\na\n\n00:00:01,000 --> 00:00:03,000\nb\n\n', ''),
];
