import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';
import { shapeOf } from './people-rows';

describe('plain text', () => {
  it.each([
    ['one line', 'words and words and words', 1],
    ['lines that are paragraphs', 'One sentence here.\nAnother one there.\nA third.', 3],
    [
      'wrapped lines',
      'This is a paragraph that was broken where the\npage was full of words and then it went on\nfor another line or two of it before it\nended here.\n\nAnother paragraph goes on like this one did\nand so it ends.',
      2,
    ],
    [
      'verses',
      'We are no strangers to love\nYou know the rules\nand so do I, my friend\nA full commitment\n\nNever gonna give you up\nNever gonna\nlet you down today',
      7,
    ],
    ['numbered lines', '[1] one thing\n[2] another\n[3] a third', 3],
  ])('reads %s', (_, text, cues) => {
    const reading = parseAny(text);
    expect(shapeOf(reading)).toBe('plain-text');
    expect(reading.ok && reading.parsed.cues.length).toBe(cues);
    expect(reading.ok && reading.parsed.timing).toBe('none');
    expect(reading.ok && reading.parsed.cues.some((cue) => cue.text.startsWith('['))).toBe(false);
  });

  it('does not take colons in prose for names', () => {
    expect(
      shapeOf(
        parseAny('It has many words: some are long.\n\nRemember: this is prose. It goes: on.\n\nThird: the end.'),
      ),
    ).toBe('plain-text');
  });
});

describe('pages about an episode', () => {
  it.each([
    [
      'a summary',
      '# Episode 12\n\n## Summary\n\nThey talk.\n\n## Key takeaways\n\n- One\n- Two\n- Three\n\nQ: What is it?\n\nIt is this.',
    ],
    [
      'show notes with times',
      '## Show Notes\n\n* **[00:00](#t=00:00)** Welcome\n* **[01:22](#t=01:22)** Sponsors\n* **[06:27](#t=06:27)** Why\n* **[19:52](#t=19:52)** The end',
    ],
    [
      'a page of concepts',
      '# Scaling\n\n**Domain:** AI\n**Status:** Active\n\n## Definition\n\nThey scale.\n\n**Context:** Discovery\n\n**Key Points:**\n- one\n- two\n- three\n\n**Context:** More\n\n**Key Points:**\n- four\n- five\n\n**Implication:** It goes on.\n\n## Related Concepts\n- a\n- b',
    ],
    [
      'meeting notes',
      'Meeting notes\n\nAttendees: Anna, Bob\nAgenda: budget\n\n- Budget approved\n- Two engineers\n- Next Monday\n\nAction items\n- Bob: send the plan\n- Carol: call',
    ],
    ['a list of chapters', '0:00 Intro\n1:32 Origin story\n6:51 Design\n13:44 Articles\n19:55 Pages\n40:48 The end'],
    [
      'quotes with times',
      '# Notes\n\n## Episode Highlights\n\n**Ann Lee (00:00:31):**\n> A quote of hers.\n\n**Key insight:** things.\n\n**Bob (00:16:20):** Another quote.\n\n**Key points:**\n- one\n- two\n- three',
    ],
  ])('refuses %s', (_, text) => {
    expect(shapeOf(parseAny(text))).toBe('notes-page');
  });

  it('reads a transcript below a short summary', () => {
    const talk = Array.from(
      { length: 60 },
      (_, index) =>
        `[${Math.floor(index / 6)}:${String((index % 6) * 10).padStart(2, '0')}] ${'some words that were really said '.repeat(4)}`,
    );
    expect(
      shapeOf(parseAny(['Summary', '', 'They talk about things.', '', 'Transcript', '', ...talk].join('\n'))),
    ).toBe('timed-lines');
  });
});

it('says of captions that are none what they are', () => {
  const problems = (text: string) => {
    const reading = parseAny(text);
    return reading.ok ? reading.parsed.problems.map(({ code }) => code) : [];
  };
  expect(problems('WEBVTT\nKind: descriptions\n\n00:01.000 --> 00:07.000\nA man walks.\n')).toEqual(['not-spoken']);
  expect(problems('WEBVTT\n\n00:00.000 --> 00:39.000\nIntro\n\n00:39.000 --> 01:30.000\nThe end\n')).toEqual([
    'chapters-not-words',
  ]);
});

describe('what cannot be a transcript', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n\t\r\n ', 'empty'],
    ['bytes', `\u0000\u0001\u0002PK\u0003\u0004${'\u0000\u0007'.repeat(50)}`, 'binary'],
    ['data without words', '{"a": 1, "b": [1, 2, 3]}', 'unknown-shape'],
    ['cut-off data', '{"segments": [{"start": 0, "end": 1, "text": "a"}', 'broken-data'],
    ['data cut off in a word', '{"segments": [{"start": 0, "end": 1, "text": "a b c', 'broken-data'],
  ])('says so: %s', (_, text, code) => {
    expect(shapeOf(parseAny(text))).toBe(code);
  });
});
