import { describe, expect, it } from 'vitest';
import { outlineOf } from '@/lib/notes/outline';
import { sentenceStarts } from '@/lib/notes/sentences';
import { speakingTimes } from '@/lib/notes/speaking-time';
import { textOfWords } from '@/lib/transcript/lookup';
import type { Milliseconds } from '@/lib/transcript/units';
import { random } from '../align/made-speech';
import { CONVERSATION, speak } from './small-transcript';

const TOPICS = [
  'lamp wick flame oil chimney lens keeper tower',
  'harbour tide boat anchor pilot rope ferry channel',
  'fish net salmon herring trawler catch market ice',
];
const GRAMMAR = 'the and of to in it is was they then with for'.split(' ');

/** Three topics, each with words of its own, told in sentences. */
function threeTopics(words: number, { marks = true } = {}): string {
  const next = random(2);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const told = TOPICS.map((topic) => {
    const own = topic.split(' ');
    const sentences: string[] = [];
    for (let count = 0; count < words; ) {
      const length = 8 + Math.floor(next() * 10);
      const said = Array.from({ length }, () => (next() < 0.45 ? pick(own) : pick(GRAMMAR))).join(' ');
      sentences.push(marks ? `${said[0]?.toUpperCase()}${said.slice(1)}.` : said);
      count += length;
    }
    return sentences.join(' ');
  });
  return told.join(' ');
}

describe('an outline', () => {
  it('cuts where the words turn to another topic, and names each by its own words', () => {
    const transcript = speak(threeTopics(850), { cueWords: 8 });
    const { topics } = outlineOf(transcript);
    expect(topics).toHaveLength(3);
    const third = transcript.words.offset.length / 3;
    topics.forEach(({ firstWord, terms }, at) => {
      expect(Math.abs(firstWord - at * third)).toBeLessThan(60);
      for (const term of terms) expect(TOPICS[at]).toContain(term.toLowerCase().split(' ')[0]);
    });
  });

  it.each([
    ['punctuated', true],
    ['without any marks', false],
  ])('quotes the speech as it is, in order, within its topic (%s)', (_name, marks) => {
    const transcript = speak(threeTopics(700, { marks }), { cueWords: 6 });
    const { topics } = outlineOf(transcript);
    let reached = 0;
    for (const topic of topics) {
      expect(topic.firstWord).toBe(reached);
      reached = topic.endWord;
      expect(topic.quotes.length).toBeGreaterThan(0);
      let last = topic.firstWord;
      for (const { text, firstWord, endWord, start } of topic.quotes) {
        expect(text).toBe(textOfWords(transcript, firstWord, endWord).replaceAll('\n', ' '));
        expect(start).toBe(transcript.words.start[firstWord]);
        expect(firstWord).toBeGreaterThanOrEqual(last);
        expect(endWord).toBeLessThanOrEqual(topic.endWord);
        last = endWord;
      }
    }
    expect(reached).toBe(transcript.words.offset.length);
  });

  it('follows chapters where there are some', () => {
    const chapters = [0, 20, 60].map((second) => ({ start: (second * 1000) as Milliseconds, title: `Part ${second}` }));
    const { topics } = outlineOf(speak(CONVERSATION, { chapters }));
    expect(topics.map(({ title, start }) => [title, start])).toEqual([
      ['Part 0', 0],
      ['Part 20', 20_000],
      ['Part 60', 60_000],
    ]);
  });

  it('counts terms along the episode', () => {
    const { terms } = outlineOf(speak(threeTopics(850), { cueWords: 8 }));
    expect(terms.length).toBeGreaterThan(3);
    for (const { count, counts } of terms) expect(counts.reduce((sum, each) => sum + each, 0)).toBe(count);
  });

  it('is empty for an empty transcript, one topic for a short one', () => {
    expect(outlineOf(speak(''))).toEqual({ topics: [], speakers: [], terms: [] });
    expect(outlineOf(speak(CONVERSATION)).topics).toHaveLength(1);
    expect(outlineOf(speak('two words'))).toMatchObject({ topics: [{ firstWord: 0, endWord: 2 }] });
  });

  it('gives no times where there are none', () => {
    const [topic] = outlineOf(speak(CONVERSATION, { pace: 0 })).topics;
    expect(topic).toMatchObject({ start: null, end: null });
    expect(topic?.quotes.every(({ start }) => start === null)).toBe(true);
  });
});

describe('sentences', () => {
  it('end at full stops, not at abbreviations, and cover the whole text', () => {
    const transcript = speak('Dr. Lindqvist keeps the log. Nobody asked why. It is in the accounts, e.g. as fish.');
    const starts = [...sentenceStarts(transcript)];
    expect(starts).toEqual([0, 5, 8, 16]);
  });

  it('are breaths where nothing is marked', () => {
    const transcript = speak('word '.repeat(200), { cueWords: 10 });
    const starts = [...sentenceStarts(transcript)];
    expect(starts[0]).toBe(0);
    expect(starts.at(-1)).toBe(200);
    for (let at = 1; at < starts.length; at++)
      expect((starts[at] ?? 0) - (starts[at - 1] ?? 0)).toBeLessThanOrEqual(95);
  });
});

describe('who spoke how long', () => {
  it('adds up turns, longest first', () => {
    const transcript = speak(CONVERSATION);
    const times = speakingTimes(transcript);
    expect(times.map(({ speaker }) => speaker !== null && transcript.speakers[speaker]?.label)).toEqual([
      'MARA',
      'TOM',
    ]);
    expect(times.reduce((sum, { words }) => sum + words, 0)).toBe(transcript.words.offset.length);
    expect(times.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(times[0]?.time).toBe((times[0]?.words ?? 0) * 400);
  });

  it('goes by words where there are no times, and says nothing without speakers', () => {
    expect(speakingTimes(speak(CONVERSATION, { pace: 0 }))[0]).toMatchObject({ time: null });
    expect(speakingTimes(speak('nobody is named here'))).toEqual([]);
  });
});
