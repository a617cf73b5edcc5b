import { describe, expect, it } from 'vitest';
import { readDate } from '@/lib/notes/dates';
import { longNames, looksLikeName } from '@/lib/notes/names';
import { readAttribution, readQuotation, readSpeakerLine } from '@/lib/notes/quotations';
import { readLength, takeLeadingTime, takeTrailingTime, timeOfLink } from '@/lib/notes/stated-times';

describe('quotations', () => {
  it.each([
    ['“The lamp was late.”', { text: 'The lamp was late.' }],
    ['"The lamp was late" — Tom Okafor 0:31', { text: 'The lamp was late', speaker: 'Tom Okafor', stated: 31_000 }],
    ['“It’s late” (Mara, 1:02:03, link)', { text: 'It’s late', speaker: 'Mara', stated: 3_723_000 }],
    ['„Die Lampe war spät“ – Tom', { text: 'Die Lampe war spät', speaker: 'Tom' }],
    ['« La lampe » (12:29)', { text: 'La lampe', stated: 749_000 }],
    ['“late” is what he wrote, “twice”', null],
    ['"late" and "twice"', null],
    ['“never closed', null],
    ['plain', null],
    ['“”', null],
  ])('reads %s', (text, expected) => {
    expect(readQuotation(text)).toEqual(expected);
  });

  it.each([
    ['— Mara Lindqvist', { speaker: 'Mara Lindqvist' }],
    ['- Tom, 0:31', { speaker: 'Tom', stated: 31_000 }],
    ['(0:31)', { stated: 31_000 }],
    ['— and that was that', null],
    ['Mara', null],
  ])('reads the attribution %s', (text, expected) => {
    expect(readAttribution(text)).toEqual(expected);
  });

  it.each([
    ['Tom (00:06:20): words', { speaker: 'Tom', stated: 380_000, text: 'words', certain: true }],
    ['Tom Okafor (0:31):', { speaker: 'Tom Okafor', stated: 31_000, text: '', certain: true }],
    ['0:31 Tom: “words”', { speaker: 'Tom', stated: 31_000, text: '“words”', certain: true }],
    ['Introduction (0:31)', { speaker: 'Introduction', stated: 31_000, text: '', certain: false }],
    ['the valve (see 2): words', null],
    ['he said: words', null],
  ])('reads the speaker of %s', (text, expected) => {
    expect(readSpeakerLine(text)).toEqual(expected);
  });
});

describe('times', () => {
  it.each([
    ['0:31 words', 31_000],
    ['[1:02:03] words', 3_723_000],
    ['(99:59) words', 5_999_000],
    ['0:31–0:40 words', 31_000],
    ['3:00 pm words', null],
    ['16:9 words', null],
    ['0:61 words', null],
    ['12:30am', null],
    ['0:31words', null],
    ['999:59:59 words', null],
  ])('finds the leading time of “%s”', (text, expected) => {
    expect(takeLeadingTime(text)?.stated ?? null).toBe(expected);
  });

  it.each([
    ['words 0:31', 31_000, 'words'],
    ['words — 1:02:03', 3_723_000, 'words'],
    ['words (0:31)', 31_000, 'words'],
    ['they met at 3:00', null, ''],
    ['words', null, ''],
  ])('finds the trailing time of “%s”', (text, stated, rest) => {
    const found = takeTrailingTime(text);
    expect(found?.stated ?? null).toBe(stated);
    if (found) expect(found.text).toBe(rest);
  });

  it.each([
    ['1h 08m', 4_080_000],
    ['1:08:16', 4_096_000],
    ['68 min', 4_080_000],
    ['PT1H8M', 4_080_000],
    ['1 hr 8 minutes', 4_080_000],
    ['long', null],
    ['', null],
  ])('reads the length “%s”', (text, expected) => {
    expect(readLength(text)).toBe(expected);
  });

  it.each([
    ['https://youtu.be/x?t=754', 754_000],
    ['https://youtu.be/x?a=1&t=1h2m3s', 3_723_000],
    ['#t=12:34', 754_000],
    ['https://x.example/?list=5', null],
  ])('reads the second of %s', (url, expected) => {
    expect(timeOfLink(url)).toBe(expected);
  });
});

describe('dates and names', () => {
  it.each([
    ['April 18, 2019', '2019-04-18'],
    ['18 Apr 2019', '2019-04-18'],
    ['Thu, 18 April 2019', '2019-04-18'],
    ['18. April 2019', '2019-04-18'],
    ['18.4.2019', '2019-04-18'],
    ['2019-04-18T10:00:00Z', '2019-04-18'],
    ['3 juin 2019', '2019-06-03'],
    ['3 de enero de 2020', '2020-01-03'],
    ['1614729600000', '2021-03-03'],
    ['2024', '2024'],
    ['April 99, 2019', null],
    ['soon', null],
  ])('reads the date “%s”', (text, expected) => {
    expect(readDate(text)).toBe(expected);
  });

  it.each([
    ['Mara Lindqvist', true],
    ['Ludwig van Beethoven', true],
    ['Speaker 2', true],
    ['O’Brien', true],
    ['the keeper', false],
    ['He stopped going out one evening', false],
    ['', false],
  ])('tells whether “%s” is a name', (text, expected) => {
    expect(looksLikeName(text)).toBe(expected);
  });

  it('writes out short names only where one full name fits', () => {
    const write = longNames(['Mara Lindqvist', 'Tom Okafor', 'Tom Berg', 'Mara']);
    expect(['Mara', 'Lindqvist', 'Tom', 'Berg', 'Ann'].map(write)).toEqual([
      'Mara Lindqvist',
      'Mara Lindqvist',
      'Tom',
      'Tom Berg',
      'Ann',
    ]);
  });
});
