import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteItem } from '@/lib/notes/items';
import { MOST_ITEMS, parseNotes } from '@/lib/notes/parse-notes';

/** Kind, time in seconds where stated, speaker, and text, in one line. */
function brief({ kind, stated, speaker, text }: NoteItem): string {
  const time = stated === undefined ? '' : ` ${stated / 1000}`;
  return `${kind}${time}${speaker === undefined ? '' : ` <${speaker}>`}: ${text}`;
}

function read(page: string): string[] {
  return parseNotes(page).items.map(brief);
}

describe('pages with headings', () => {
  it('reads a summary with questions, joins repeated ones and drops the furniture', () => {
    const page = `The Sun Valve | Tides #4 | Summary and Q&A

12.4K views
March 3, 2021
by
Tides Podcast
YouTube video player
The Sun Valve | Tides #4

TL;DR

A lamp that puts itself to bed.

Install to Summarize YouTube Videos and Get Transcripts

Key Insights

  • 🏷️ Saving gas made people countable.
  • 👨🔬 A black rod does the work.

Transcript

who kept the light before there were keepers … Read More

Questions & Answers

Q: Who paid for the fish?

Nobody asked.

Q: How does the valve close?

The rod warms.

It grows by a hair.

Q: Who paid for the fish?

Nobody asked.

More Insights

  • Saving gas made people countable.

Summary & Key Takeaways

  • Logs are bedtime stories.

Share This Summary 📚

Download browser extensions on:`;
    expect(read(page)).toEqual([
      'title: The Sun Valve | Tides #4',
      'date: 2021-03-03',
      'gist: A lamp that puts itself to bed.',
      'insight: Saving gas made people countable.',
      'insight: A black rod does the work.',
      'question: Who paid for the fish?',
      'answer: Nobody asked.',
      'question: How does the valve close?',
      'answer: The rod warms. It grows by a hair.',
      'takeaway: Logs are bedtime stories.',
    ]);
  });

  it('reads a notes page with guest, reveals, things to remember and a recommended book', () => {
    const page = `Home Tides Notes
Tides · 2021-03-03 · 1h 08m

Mara Lindqvist: The Sun Valve | Tides #4

Mara Lindqvist, keeper, explains how lamps learnt to sleep.

Mara Lindqvist: The Sun Valve | Tides #4
The guest

Mara Lindqvist — Keeper and historian.

Big reveals

  • The lamp was late twice.

Things worth remembering

  • Nine tenths of the gas were saved.

Recommended in this episode

Affiliate link — we may earn a commission at no extra cost to you.

Guest’s ownBook

The Long Night

Mara Lindqvist, Tom Okafor

“she is the author of the long night” — Tom Okafor 00:00:12
Find it on Amazon`;
    const { items } = parseNotes(page);
    expect(items.map(brief)).toEqual([
      'date: 2021-03-03',
      'length: 1h 08m',
      'title: Mara Lindqvist: The Sun Valve | Tides #4',
      'gist: Mara Lindqvist, keeper, explains how lamps learnt to sleep.',
      'guest <Mara Lindqvist>: Mara Lindqvist — Keeper and historian.',
      'reveal: The lamp was late twice.',
      'remember: Nine tenths of the gas were saved.',
      'recommendation: The Long Night',
      'quote 12 <Tom Okafor>: she is the author of the long night',
    ]);
    expect(items[1]?.duration).toBe(4_080_000);
    expect(items[7]).toMatchObject({
      title: 'The Long Night',
      author: 'Mara Lindqvist, Tom Okafor',
      reason: 'she is the author of the long night',
    });
  });

  it('reads Markdown with front matter, nested lists, quotes and links', () => {
    const page = `---
title: "The Sun Valve"
guest: Mara Lindqvist
date: 1614729600000
tags: ['x']
---

# Episode 4

## Show Notes

* **[00:12](#t=00:12)** Monks.
    * **[01:02:03](#t=01:02:03)** Coal.
    * [Tides](https://tides.example) → The show

## Notable Quotes

> "Grows by less than the width of a hair"
> — Mara Lindqvist, 12:29

**Tom (00:13:08):** They did not believe it.

**Tom Okafor (00:14:00):**
> And the keepers?
> They did not.

## Books mentioned

- *The Long Night* by Mara Lindqvist – a family story
- Tom: [Moby-Dick](https://x.example)

## Related Episodes

- [[Episode-5|Fog]]`;
    const { items, kind } = parseNotes(page);
    expect(items.map(brief)).toEqual([
      'title: The Sun Valve',
      'guest <Mara Lindqvist>: Mara Lindqvist',
      'date: 2021-03-03',
      'chapter 12: Monks.',
      'chapter 3723: Coal.',
      'link: Tides',
      'quote 749 <Mara Lindqvist>: Grows by less than the width of a hair',
      'quote 788 <Tom Okafor>: They did not believe it.',
      'quote 840 <Tom Okafor>: And the keepers? They did not.',
      'recommendation: The Long Night by Mara Lindqvist – a family story',
      'recommendation <Tom Okafor>: Moby-Dick',
    ]);
    expect(items[5]).toMatchObject({ url: 'https://tides.example', reason: 'The show' });
    expect(items[9]).toMatchObject({ title: 'The Long Night', author: 'Mara Lindqvist', reason: 'a family story' });
    expect(kind).toBe('show-notes');
  });

  it.each([
    ['## Key insights', 'insight'],
    ['Top 5 takeaways from this episode', 'takeaway'],
    ['**Big ideas**', 'insight'],
    ['💡 WHAT I LEARNED', 'takeaway'],
    ['Fun facts:', 'remember'],
    ['### The most surprising revelations', 'reveal'],
    ['Wichtigste Erkenntnisse', 'insight'],
    ['Zusammenfassung', 'summary'],
    ['À propos — résumé', null],
  ])('takes the list under “%s” for %s', (heading, kind) => {
    const [item] = parseNotes(`Something\n\n${heading}\n\n- one thing that was said\n- another`).items.slice(-2);
    if (kind !== null) expect(item?.kind).toBe(kind);
    else expect(item?.kind).toBe('takeaway');
  });
});

describe('exports of other programs', () => {
  it('reads snips: a timed heading, what a machine noted, a quote', () => {
    const page = `# The Sun Valve

## Episode metadata
- Episode title: The Sun Valve
- Show: Tides
- Episode publish date: 2021-03-03

## Snips

### [12:34] A lamp that sleeps
[🎧 Play snip - 1min (11:20 - 12:34)](https://share.example/s/1)
- It grows by less than a hair.

#### 💬 Quote
> That is the whole trick.
> — Mara Lindqvist

#### 📚 Transcript
<details><summary>Click to expand</summary>
<blockquote><b>Mara</b><br/><br/>With a black rod.</blockquote>
</details>

### [20:01] Counting
- Gas made people countable.`;
    expect(read(page)).toEqual([
      'title: The Sun Valve',
      'date: 2021-03-03',
      'chapter 754: A lamp that sleeps',
      'takeaway: It grows by less than a hair.',
      'quote <Mara Lindqvist>: That is the whole trick.',
      'chapter 1201: Counting',
      'takeaway: Gas made people countable.',
    ]);
  });

  it('reads highlights with times in links, and what their keeper thought', () => {
    const page = `# The Sun Valve

## Metadata
- Author: [[Tides]]
- Category: #podcasts

## Highlights
- Gas made people countable. ([Time 0:13:27](https://share.example/2))
    - Note: think about this`;
    const { items } = parseNotes(page);
    expect(items.map(brief)).toEqual(['title: The Sun Valve', 'insight 807: Gas made people countable.']);
    expect(items[1]?.reason).toBe('think about this');
  });

  it('reads numbered quotes with names and times', () => {
    expect(read('1. “By a hair.” – Mara Lindqvist [12:29]\n2. “Surely not.” – Tom Okafor [13:05]')).toEqual([
      'quote 749 <Mara Lindqvist>: By a hair.',
      'quote 785 <Tom Okafor>: Surely not.',
    ]);
  });

  it('takes a few capitalised words above sentences for a heading where the page lost its marks', () => {
    const page =
      'The Valve – Tides\n\nKey Takeaways\n\nGas made people countable\n\nThe Sun Valve\n\nthe rod grows by a hair\nnine tenths were saved';
    expect(read(page)).toEqual([
      'title: The Valve – Tides',
      'takeaway: Gas made people countable',
      'summary: the rod grows by a hair',
      'summary: nine tenths were saved',
    ]);
  });
});

describe('lists of times', () => {
  it.each([
    ['0:00 Monks', 0],
    ['0:00 - Monks', 0],
    ['(4:40) Monks', 280],
    ['[12:02] Monks', 722],
    ['• 1:02:03 — Monks', 3723],
    ['⌨️ (0:21:06) Monks', 1266],
    ['31:21–42:20 Monks', 1881],
    ['Monks 54:51', 3291],
    ['Monks (54:51)', 3291],
    ['[Monks](https://youtu.be/x?t=754)', 754],
  ])('reads “%s”', (line, seconds) => {
    const { items } = parseNotes(`Timestamps:\n${line}\n99:59 The end`);
    expect(items.slice(-2).map(brief)).toEqual([`chapter ${seconds}: Monks`, 'chapter 5999: The end']);
  });

  it('gives the times that stand alone to the line below', () => {
    expect(read('Title\n\n2:30\n\n* Monks\n\n4:50\n\n* Coal')).toEqual([
      'title: Title',
      'chapter 150: Monks',
      'chapter 290: Coal',
    ]);
  });

  it('leaves times of day and scores alone', () => {
    expect(read('## Key insights\n\n- They met at 3:00\n- 3:00 pm is too late\n- It was 16:9')).toEqual([
      'insight: They met at 3:00',
      'insight: 3:00 pm is too late',
      'insight: It was 16:9',
    ]);
  });

  it('ends adverts in a video description where the list of times begins', () => {
    const page = `A talk about lamps.

SPONSORS:
Get 20% off at https://lamps.example with code VALVE
Lamp shop: https://shop.example

0:00 Monks
4:40 Coal

Follow me on Twitter: https://twitter.com/x
#light #fog`;
    expect(read(page)).toEqual(['gist: A talk about lamps.', 'chapter 0: Monks', 'chapter 280: Coal']);
  });

  it('reads chapter tracks and description tracks', () => {
    const cue = '00:01:02.500 --> 00:02:00.000\nMonks\nand <b>coal</b>\n';
    expect(read(`WEBVTT\n\n${cue}`)).toEqual(['chapter 62.5: Monks and coal']);
    expect(read(`WEBVTT\nKind: descriptions\n\n${cue}`)).toEqual(['description 62.5: Monks and coal']);
  });
});

describe('JSON and HTML', () => {
  it('reads Podcasting 2.0 chapters', () => {
    const chapters = [
      { startTime: 0, title: 'Monks' },
      { startTime: 168.4, title: 'Coal', url: 'https://x.example' },
      { startTime: 200, img: 'https://x.example/only-a-picture.jpg' },
      { startTime: 300, title: 'Hidden', toc: false },
      { startTime: -1, title: 'Nowhere' },
    ];
    const { items, kind } = parseNotes(JSON.stringify({ version: '1.2.0', chapters }));
    expect(items.map(brief)).toEqual(['chapter 0: Monks', 'chapter 168.4: Coal']);
    expect(items[1]?.url).toBe('https://x.example');
    expect(kind).toBe('chapters');
  });

  it('reads objects by their keys and lists of lines by the lines', () => {
    const notes = {
      title: 'The Sun Valve',
      keyInsights: ['Saving gas made people countable.'],
      quotes: [{ quote: 'They did not.', speaker: 'Mara', timestamp: '12:29' }],
    };
    expect(read(JSON.stringify(notes))).toEqual([
      'title: The Sun Valve',
      'insight: Saving gas made people countable.',
      'quote 749 <Mara>: They did not.',
    ]);
    expect(read(JSON.stringify([{ input: 'A talk about lamps.' }, { input: '' }, { input: '0:10 - Monks' }]))).toEqual([
      'gist: A talk about lamps.',
      'chapter 10: Monks',
    ]);
  });

  it('does not look behind an object', () => {
    expect(read('{"__proto__":{"chapters":[{"startTime":1,"title":"x"}]},"constructor":{"chapters":[]}}')).toEqual([
      'chapter 1: x',
    ]);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('chapters');
  });

  it('reads the text of HTML and nothing that runs', () => {
    const page = `<!doctype html><html><head><title>t</title><style>p{}</style></head><body><h1>The Sun Valve</h1>
      <script>alert("<p>no</p>")</script><h2>Key insights</h2><ul><li>Gas &amp; <b>people</b></li><li>Fish</li></ul>
      <blockquote><p>The lamp was late.</p></blockquote></body></html>`;
    expect(read(page)).toEqual([
      'title: The Sun Valve',
      'insight: Gas & people',
      'insight: Fish',
      'quote: The lamp was late.',
    ]);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '# ',
      '- ',
      '> ',
      '**',
      '0:31 ',
      '(1:02:03) ',
      'Q: ',
      'Key insights\n',
      '“',
      '”',
      '"',
      '— ',
      '[',
      '](',
      ')',
      '[[',
      ']]',
      '\n',
      '\n\n',
      ': ',
      '{',
      '}',
      '<p>',
      '</li>',
      '<script',
      'https://x.example/?t=5',
      '---\n',
      '🏷️ ',
      '\u202e',
      '\ud83d',
      '\0',
      'Name (0:31):',
      'a word ',
    ],
  );

  it('never throws, and every item has words and a time within bounds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        (page) => {
          for (const { text, stated, line } of parseNotes(page).items) {
            expect(text.trim()).not.toBe('');
            expect(stated ?? 0).toBeGreaterThanOrEqual(0);
            if (line !== null) expect(line).toBeLessThanOrEqual(page.split(/[\n\r\u0085\u2028\u2029]/).length);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads the same whatever ends its lines', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const page = parts.join('').replaceAll('\r', '');
        expect(read(page.replaceAll('\n', '\r\n'))).toEqual(read(page));
      }),
    );
  });

  it('keeps to its bounds on pages made to be long', () => {
    const many = Array.from({ length: MOST_ITEMS + 50 }, (_, at) => `- claim number ${at}`).join('\n');
    expect(parseNotes(many)).toMatchObject({ truncated: true });
    expect(parseNotes(many).items).toHaveLength(MOST_ITEMS);
    for (const hostile of ['[', '**', '<', '“', '(', '- ', '#', '[[', '> ', ':', '&amp;'])
      expect(() => parseNotes(hostile.repeat(200_000))).not.toThrow();
    expect(() => parseNotes('['.repeat(500_000))).not.toThrow();
  });
});
