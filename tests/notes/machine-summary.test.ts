import { describe, expect, it } from 'vitest';
import { locateSummary, stretchesOf } from '@/lib/notes/machine-summary';
import { outlineOf } from '@/lib/notes/outline';
import { textOfWords } from '@/lib/transcript/lookup';
import { CONVERSATION, speak } from './small-transcript';

const TRANSCRIPT = speak(CONVERSATION);

describe('what a model is given to read', () => {
  const long = speak(`${CONVERSATION}\n`.repeat(12));

  it('is every word once, in order', () => {
    for (const transcript of [TRANSCRIPT, long]) {
      const stretches = stretchesOf(transcript, outlineOf(transcript).topics);
      expect(stretches.join(' ').split(/\s+/)).toEqual(transcript.text.split(/\s+/));
    }
  });

  it('is never more than it can hold, whatever the words', () => {
    const wall = speak(`${'a'.repeat(20_000)} ${'word '.repeat(5000)}`);
    for (const transcript of [long, wall]) {
      const stretches = stretchesOf(transcript, outlineOf(transcript).topics);
      expect(stretches.length).toBeGreaterThan(1);
      for (const stretch of stretches) expect(stretch.length).toBeLessThanOrEqual(8000);
    }
  });

  it('is nothing where nothing is said', () => {
    expect(stretchesOf(speak(''), [])).toEqual([]);
  });
});

describe('the sentences of a summary', () => {
  it('are found in the episode, or plainly not', () => {
    const summary = `They burned coal in an iron basket on the roof of the chapel.
- Dalén won the Nobel Prize for the sun valve, which a dark rod shuts when it warms.
- Interest rates rose for the third quarter in a row.`;
    const [said, told, invented] = locateSummary(summary, TRANSCRIPT);
    expect(said).toMatchObject({ isSure: true, text: 'They burned coal in an iron basket on the roof of the chapel.' });
    expect(textOfWords(TRANSCRIPT, said?.firstWord ?? 0, (said?.firstWord ?? 0) + 3)).toBe('They burned coal');
    expect(told).toMatchObject({ isSure: false });
    expect(told?.start).toBeGreaterThan(said?.start ?? 0);
    expect(invented).toMatchObject({ start: null, firstWord: null, isSure: false });
  });

  it('have a place but no time where the words have none', () => {
    const [found] = locateSummary('They burned coal in an iron basket on the roof.', speak(CONVERSATION, { pace: 0 }));
    expect(found).toMatchObject({ start: null, isSure: true });
    expect(found?.firstWord).toBeGreaterThan(0);
  });

  it('are none for an empty summary', () => {
    expect(locateSummary('', TRANSCRIPT)).toEqual([]);
  });
});
