/** One small, well-made text for each subtitle shape: what tests damage, repeat and compare with. */

export const SAMPLES: Readonly<Record<string, string>> = {
  srt: `1
00:00:01,000 --> 00:00:02,500
Good evening, <i>everybody</i>.

2
00:00:02,500 --> 00:00:04,000 X1:40 X2:600 Y1:20 Y2:50
{\\an8}- Who is there?
- Nobody &amp; nothing.

3
01:00:04,000 --> 01:00:06,000
The lamp <b>went out</b> at ten.
`,
  webvtt: `WEBVTT
Kind: captions
Language: en-GB

NOTE the first of two

STYLE
::cue { color: white }

REGION
id:top lines:3

first
00:01.000 --> 00:02.500 align:start position:10%
<v Mara>Good evening, <i.soft>everybody</i>.</v>

00:00:02.500 --> 00:00:04.000
<v Jon>Who is <00:00:03.000><c>there</c>?</v>
<v Mara>Nobody &amp; nothing.

01:00:04.000 --> 01:00:06.000
<ruby>明<rt>あか</rt></ruby>り <lang fr>voilà</lang>
`,
  ass: `[Script Info]
Title: The lamp
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,20

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,not shown
Dialogue: 0,0:00:01.00,0:00:02.50,Default,Mara,0,0,0,,{\\i1}Good evening,{\\i0} everybody.
Dialogue: 0,0:00:02.50,0:00:04.00,Default,Jon,0,0,0,,Who is there?\\NNobody, nothing.
Dialogue: 0,0:00:04.00,0:00:06.00,Default,,0,0,0,,{\\k50}The {\\k30}lamp{\\p1}m 0 0 l 10 10{\\p0}
`,
  sbv: `0:00:01.000,0:00:02.500
Good evening, everybody.

0:00:02.500,0:00:04.000
Who is there?[br]Nobody.

1:00:04.000,1:00:06.000
The lamp went out.
`,
  lrc: `[ti:The lamp]
[offset:+500]

[00:01.00][00:09.00]Good evening, everybody.
[00:02.50]<00:02.60>Who <00:03.10>is there?
[00:04.00]
`,
  ttml: `<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en" ttp:frameRate="25">
  <head><metadata><ttm:title>The lamp</ttm:title><ttm:agent xml:id="m"><ttm:name>Mara</ttm:name></ttm:agent></metadata></head>
  <body begin="1s"><div>
    <p begin="0s" end="1.5s" ttm:agent="m">Good evening,<br/>everybody.</p>
    <p begin="00:00:01:12" dur="2s"><span begin="0s">Who </span><span begin="0.5s">is there?</span></p>
  </div></body>
</tt>
`,
  sami: `<SAMI><HEAD><TITLE>The lamp</TITLE><STYLE TYPE="text/css"><!--
.ENCC { Name: English; lang: en-US; SAMIType: CC; }
--></STYLE></HEAD><BODY>
<SYNC Start=1000><P Class=ENCC>Good evening,<br>everybody.
<SYNC Start=2500><P Class=ENCC>&nbsp;
<SYNC Start=4000><P Class=ENCC>The <font color="red">lamp</font> &amp; the door.
</BODY></SAMI>
`,
  microdvd: `{1}{1}25
{25}{50}{y:i}Good evening,|everybody.
{50}{100}Who is there?
{100}{150}/Nobody.
`,
  mpl2: `[10][25]/Good evening,|everybody.
[25][40]Who is there?
[40][60]Nobody.
`,
  json3: JSON.stringify({
    wireMagic: 'pb3',
    events: [
      { tStartMs: 0, dDurationMs: 9000, id: 1, wpWinPosId: 1 },
      {
        tStartMs: 1000,
        dDurationMs: 3000,
        wWinId: 1,
        segs: [
          { utf8: 'Good', acAsrConf: 0 },
          { utf8: ' evening', tOffsetMs: 300, acAsrConf: 0 },
        ],
      },
      { tStartMs: 2490, dDurationMs: 10, wWinId: 1, aAppend: 1, segs: [{ utf8: '\n' }] },
      { tStartMs: 2500, dDurationMs: 3000, wWinId: 1, segs: [{ utf8: 'everybody', acAsrConf: 0 }] },
      { tStartMs: 4000, dDurationMs: 2000, segs: [{ utf8: '[Music]' }] },
    ],
  }),
  srv1: `<?xml version="1.0" encoding="utf-8" ?><transcript>
<text start="1" dur="1.5">Good evening, &amp;quot;everybody&amp;quot;</text>
<text start="2.5" dur="1.5">it&amp;#39;s &lt;i&gt;late&lt;/i&gt;</text>
<text start="4">the lamp</text></transcript>
`,
  srv2: `<?xml version="1.0" encoding="utf-8" ?><timedtext>
<text t="1000" d="1500">Good evening</text>
<text t="2500" d="1500" append="1">
</text>
<text t="2510" d="1500">everybody</text></timedtext>
`,
  srv3: `<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">
<head><ws id="0"/><ws id="1" mh="2" ju="0" sd="3"/><wp id="0"/></head>
<body>
<w t="0" id="1" wp="1" ws="1"/>
<p t="1000" d="3000" w="1"><s ac="252">Good</s><s t="300" ac="252"> evening,</s></p>
<p t="2490" d="10" w="1" a="1">
</p>
<p t="2500" d="3000" w="1"><s ac="200">it&#39;s</s><s t="400" ac="252"> late</s></p>
</body>
</timedtext>
`,
  'panel-answer': JSON.stringify({
    content: {
      sectionListRenderer: {
        contents: [
          {
            itemSectionRenderer: {
              header: {
                macroMarkersPanelItemViewModel: { item: { timelineChapterViewModel: { title: 'The door', index: 0 } } },
              },
              contents: [panelLine('0:01', 1, 'Good evening, everybody.'), panelLine('0:02', 2, 'Who is there?')],
            },
          },
        ],
      },
    },
  }),
};

function panelLine(timestamp: string, startTimeSeconds: number, simpleText: string): unknown {
  return {
    macroMarkersPanelItemViewModel: {
      item: {
        timelineItemViewModel: {
          timestamp,
          contentItems: [{ transcriptSegmentViewModel: { simpleText, timestamp } }],
        },
      },
      onTap: { innertubeCommand: { watchEndpoint: { startTimeSeconds } } },
    },
  };
}
