import { describe, expect, it } from 'vitest';
import { anchorIndex, anchorOf, reanchor } from '@/lib/notes/anchors';
import { textOfWords } from '@/lib/transcript/lookup';
import type { Transcript } from '@/lib/transcript/types';
import { made, random } from '../align/made-speech';
import { CONVERSATION, speak } from './small-transcript';

const TRANSCRIPT = speak(CONVERSATION);

function rangeOf(transcript: Transcript, phrase: string) {
  const words = phrase.split(' ').length;
  for (let first = 0; first + words <= transcript.words.offset.length; first++)
    if (textOfWords(transcript, first, first + words) === phrase) return { first, end: first + words };
  throw new Error(`not there: ${phrase}`);
}

function move(phrase: string, to: Transcript): string | null {
  const found = reanchor(anchorOf(TRANSCRIPT, rangeOf(TRANSCRIPT, phrase)), anchorIndex(to));
  return found && `${found.state}: ${textOfWords(to, found.range.first, found.range.end)}`;
}

describe('keeping a highlight on its words', () => {
  it('finds them in captions without punctuation, in other cues, at other times', () => {
    const captions = speak(CONVERSATION.toLowerCase().replace(/[^\p{L}\p{N}'\s]|^[a-z]+:/gmu, ''), {
      pace: 300,
      cueWords: 9,
    });
    expect(move('grows by less than the width of a hair,', captions)).toBe(
      'exact: grows by less than the width of a hair',
    );
    expect(move('the', captions)).toBe('exact: the');
  });

  it('tells the place of common words by what stands around them', () => {
    const longer = speak(
      `the lamp and the gas and the cat. ${CONVERSATION.trim().replaceAll('\n', ' ')} And the cat and the lamp.`,
    );
    const { first } = rangeOf(TRANSCRIPT, 'the lamp was late,');
    const found = reanchor(anchorOf(TRANSCRIPT, { first, end: first + 2 }), anchorIndex(longer));
    const { first: place = 0 } = found?.range ?? {};
    expect(textOfWords(longer, place, place + 4)).toBe('the lamp was late,');
  });

  it('says so where other words were heard at the place', () => {
    const better = speak(CONVERSATION.replace('iron basket', 'iron casket'));
    expect(move('an iron basket on', better)).toBe('changed: an iron casket on');
  });

  it('gives up rather than move to other words', () => {
    const gone = speak(
      CONVERSATION.replace(
        'They burned coal in an iron basket on the roof of the chapel, and on bad nights the whole village carried coal.',
        '',
      ),
    );
    expect(move('iron basket', gone)).toBeNull();
    expect(move('coal', gone)).toBeNull();
    expect(reanchor(anchorOf(TRANSCRIPT, { first: 0, end: 3 }), anchorIndex(speak('')))).toBeNull();
  });

  it('chooses by place between passages that are alike in all', () => {
    const intro = 'welcome to the tides where we talk about lamps and the people who keep them burning all night long';
    const said = speak(`${intro} ${CONVERSATION.trim().replaceAll('\n', ' ')} ${intro}`, { pace: 0 });
    const again = speak(`${intro} ${CONVERSATION.trim().replaceAll('\n', ' ')} ${intro} thank you`, {
      pace: 0,
      shape: 'again',
    });
    const last = said.words.offset.length - 9;
    const found = reanchor(anchorOf(said, { first: last, end: last + 3 }), anchorIndex(again));
    expect(found?.range.first).toBe(last);
  });

  it('moves 1,000 random highlights to their words in captions that heard one word in ten otherwise', () => {
    const { original, heard, placeOf } = heardAnew(12_000, 0.1);
    const index = anchorIndex(heard);
    const next = random(4);
    let kept = 0;
    for (let run = 0; run < 1000; run++) {
      const first = Math.floor(next() * 11_900);
      const end = first + 1 + Math.floor(next() * 24);
      const places = Array.from({ length: end - first }, (_, at) => placeOf[first + at] ?? -1);
      const isThere = places.every((place, at) => place >= 0 && place === (places[0] ?? 0) + at);
      const found = reanchor(anchorOf(original, { first, end }), index);
      if (isThere) {
        kept++;
        expect(found).toEqual({ state: 'exact', range: { first: places[0], end: (places.at(-1) ?? 0) + 1 } });
      } else if (found?.state === 'exact') {
        const plain = (text: string) => text.replace(/\s+(?:ehm\s+)*/g, ' ');
        const { range } = found;
        expect(plain(textOfWords(heard, range.first, range.end))).toBe(plain(textOfWords(original, first, end)));
      }
    }
    expect(kept).toBeGreaterThan(200);
  });
});

/** Speech by a frequency law, and the same speech by another listener: words replaced, left out and put in. */
function heardAnew(words: number, rate: number) {
  const next = random(9);
  const said = made(words, 5);
  const placeOf = new Int32Array(words).fill(-1);
  const heard: string[] = [];
  said.forEach((word, at) => {
    const fate = next();
    if (fate < rate / 3) return;
    if (fate < (2 * rate) / 3) {
      heard.push(`${word}x`);
      return;
    }
    if (fate < rate) heard.push('ehm');
    placeOf[at] = heard.length;
    heard.push(word);
  });
  return { original: speak(said.join(' ')), heard: speak(heard.join(' '), { pace: 410, cueWords: 7 }), placeOf };
}
