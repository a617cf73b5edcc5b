/** A wrong guess must be rare and never silent: what is no talk is refused with a sentence, or the guess is said to be one. */
import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';
import { PEOPLE_SAMPLES } from './people-samples';

describe('what is no talk', () => {
  it.each<[string, string]>([
    ['a program', "import { a } from './a';\n\nexport function f(b) {\n  const c = a(b);\n  return c;\n}\n"],
    ['another program', 'import os\n\ndef main(args):\n    for a in args:\n        print(a)\n    return 0\n'],
    ['a style sheet', 'body {\n  margin: 0;\n  color: red;\n}\n'],
    ['settings', '[core]\nname = x\nport = 80\nfile = /var/log/x.log\n'],
    ['numbers', 'date,open,close\n2024-05-01,10.5,11.2\n2024-05-02,11.2,11.0\n2024-05-03,11.0,12.1\n'],
    ['a table of names', 'Name,City,Year\nMara,Boston,1990\nBen,Denver,1991\n'],
    [
      'a log',
      '2024-05-03 10:00:01,123 INFO  [main] Started\n2024-05-03 10:00:02,223 WARN  [main] Slow\n2024-05-03 10:00:05,001 ERROR [main] Gone\n',
    ],
    [
      'a log with times that could be those of a talk',
      '10:00:01 INFO starting\n10:00:01 INFO connected\n10:00:09 ERROR failed\n',
    ],
    [
      'a chat',
      '[03/05/2024, 10:00:01] Mara: Hello!\n[03/05/2024, 10:00:20] Ben: Hi, how are you?\n[03/05/2024, 10:01:11] Mara: Fine.\n',
    ],
    ['a chat of another kind', '[10:00:01] <mara> hello all\n[10:00:20] <ben> hi\n[10:02:00] <mara> how are you?\n'],
    ['a chat with names above', 'mara — 03/05/2024 10:00\nhello all\nben — 03/05/2024 10:01\nhi\n'],
    ['a letter', 'From: Mara <m@x.org>\nTo: Ben <b@x.org>\nSubject: Rivers\n\nDear Ben,\n\nthank you.\n'],
    ['a playlist', '#EXTM3U\n#EXTINF:9.0,\nseg0.ts\n'],
    ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n'],
    ['codes', `${'SGVsbG8gd29ybGQsIHRoaXMgaXMgYSB0ZXN0IG9mIGEgbG9uZyBiYXNlNjQgdGV4dA==\n'.repeat(5)}`],
    [
      'times of speakers',
      'SPEAKER call 1 0.310 4.120 <NA> <NA> mara <NA> <NA>\nSPEAKER call 1 5.0 2.2 <NA> <NA> ben <NA> <NA>\n',
    ],
    ['coded captions', 'Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420 94ad 94ad\n\n00:00:04:00\t942c 942c\n'],
    [
      'a list of cuts',
      'TITLE: Timeline 1\nFCM: NON-DROP FRAME\n\n001  AX  V  C  00:00:00:00 00:00:05:00 01:00:00:00 01:00:05:00\n',
    ],
    ['changes', 'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n-b\n+c\n'],
  ])('is refused: %s', (_, text) => {
    const reading = parseAny(text);
    expect(reading.ok ? reading.shape : reading.error.code).toBe('not-a-talk');
    // Whoever knows better may still have it read.
    expect(reading.others.length).toBeGreaterThan(0);
  });

  it.each<[string, string]>([
    ['a form', 'Name: Mara Quill\nAge: 41\nCity: Boston\nPhone: 555 1234\n'],
    ['a file of settings', 'name: build\non:\n  push:\n    branches: [main]\njobs:\n  test:\n    runs-on: x\n'],
    ['verses', 'The river ran\nbelow the hill,\nand ran, and ran,\nand runs there still.\n'],
    ['a web page', '<html><body><h1>Rivers</h1><p>It has rained for nine days.</p></body></html>'],
  ])('is read, and said to be a guess: %s', (_, text) => {
    const reading = parseAny(text);
    expect(reading.ok && reading.parsed.problems.map(({ code }) => code)).toContain('uncertain-shape');
  });

  it('says that captions hold no words but addresses of pictures', () => {
    const sprites =
      'WEBVTT\n\n00:00.000 --> 00:05.000\nsprite.jpg#xywh=0,0,160,90\n\n00:05.000 --> 00:10.000\nsprite.jpg#xywh=160,0,160,90\n';
    const reading = parseAny(sprites);
    expect(reading.ok && reading.parsed.problems.map(({ code }) => code)).toContain('not-spoken');
  });
});

describe('what is a talk', () => {
  it.each<[string, string]>([
    ['a paragraph', 'So today we want to look at how rivers shape the land; it takes a long time.'],
    ['a paragraph without marks', 'so today we want to look at how rivers shape the land it takes a long time'],
    ['one without spaces', '今天我们谈谈河流是怎样形成的，水从山上流下来，流到大海里去。'],
    [
      'timed lines with remarks',
      '[00:01] <laughs> so today\n[00:04] we want to look\n[00:08] at rivers and the land\n[00:12] <i>and</i> the sea\n',
    ],
    [
      'segments of an evaluation',
      ';; comment\ncall A mara 0.31 4.43 <o,f0,female> good morning everybody\ncall A ben 5.0 7.2 <o,f0,male> i have the numbers\n',
    ],
    [
      'paragraphs with their times behind them',
      'Mara: Good morning to all of you. #00:00:03-5#\nBen: Thanks for having me here. #00:00:09-1#\nMara: So tell us about it. #00:00:14-0#\n',
    ],
  ])('is not refused: %s', (_, text) => {
    const reading = parseAny(text);
    expect(reading.ok ? reading.parsed.cues.length : reading.error.code).toBeGreaterThan(0);
  });

  it('reads speakers and times of segment lists', () => {
    const reading = parseAny('call A mara 0.31 4.43 <o,f0,female> good morning\ncall A ben 5.0 7.2 <o,f0,male> yes\n');
    expect(reading.ok && [reading.shape, ...reading.parsed.cues]).toMatchObject([
      'stm',
      { start: 310, end: 4430, speaker: 'mara', text: 'good morning' },
      { start: 5000, end: 7200, speaker: 'ben', text: 'yes' },
    ]);
  });

  it('reads the tiers of a TextGrid as speakers', () => {
    const reading = parseAny(PEOPLE_SAMPLES.textgrid?.[0] ?? '');
    expect(reading.ok && [reading.shape, ...reading.parsed.cues]).toMatchObject([
      'textgrid',
      { start: 0, end: 2500, speaker: 'Mara', text: 'good "morning" all' },
      { start: 4000, end: 9000, speaker: 'Ben', text: 'yes it is' },
    ]);
  });
});
