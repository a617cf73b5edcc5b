/** What is measured of notes, each made ready for an episode of so many words. */
import { anchorIndex, anchorOf, reanchor } from '../../lib/notes/anchors';
import type { NoteItem } from '../../lib/notes/items';
import { locateItems } from '../../lib/notes/locate-items';
import { outlineOf } from '../../lib/notes/outline';
import type { Transcript } from '../../lib/transcript/types';
import { made, random } from '../align/made-speech';
import { speak } from '../notes/small-transcript';

type Work = (words: number) => () => void;

export const works = {
  locate(words) {
    const transcript = episode(words);
    const items = hundredItems(transcript);
    return () => void locateItems(items, [transcript]);
  },
  outline(words) {
    const transcript = episode(words);
    return () => void outlineOf(transcript);
  },
  move(words) {
    const transcript = episode(words);
    const next = random(6);
    const anchors = Array.from({ length: 1000 }, () => {
      const first = Math.floor(next() * (words - 30));
      return anchorOf(transcript, { first, end: first + 1 + Math.floor(next() * 25) });
    });
    return () => {
      const index = anchorIndex(transcript);
      for (const anchor of anchors) reanchor(anchor, index);
    };
  },
  /** What one would write first: for each item the stretch of sixty words that has most of its words. No quote is told from a claim. */
  scan(words) {
    const transcript = episode(words);
    const items = hundredItems(transcript);
    return () => {
      const spoken = transcript.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      for (const { text } of items) mostShared(spoken, new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
    };
  },
} satisfies { readonly [name: string]: Work };

const WINDOW = 60;

function mostShared(spoken: readonly string[], wanted: ReadonlySet<string>): number {
  let best = 0;
  let most = -1;
  let count = 0;
  for (let at = 0; at < spoken.length; at++) {
    if (wanted.has(spoken[at] ?? '')) count++;
    if (at >= WINDOW && wanted.has(spoken[at - WINDOW] ?? '')) count--;
    if (count > most) {
      most = count;
      best = at;
    }
  }
  return best;
}

function episode(words: number): Transcript {
  const said = made(words, 3);
  const next = random(8);
  // Sentences of 6 to 20 words.
  const marked: string[] = [];
  for (let left = 8; marked.length < said.length; left--) {
    marked.push(left === 0 ? `${said[marked.length]}.` : (said[marked.length] ?? ''));
    if (left === 0) left = 6 + Math.floor(next() * 15);
  }
  return speak(marked.join(' '), { pace: 370, cueWords: 8 });
}

/** 40 quotes with one word in twelve changed, 60 claims made of the rarer words of a passage. */
function hundredItems(transcript: Transcript): NoteItem[] {
  const words = transcript.text.split(/\s+/);
  const next = random(5);
  return Array.from({ length: 100 }, (_, at): NoteItem => {
    const first = Math.floor(next() * (words.length - 80));
    if (at % 5 < 2) {
      const quote = words.slice(first, first + 12 + (at % 30)).map((word) => (next() < 1 / 12 ? 'changed' : word));
      return { kind: 'quote', text: quote.join(' '), line: null };
    }
    const claim = words.slice(first, first + 60).filter((word) => word.length > 5 && next() < 0.5);
    return { kind: 'insight', text: `He explains that ${claim.join(' while ')}.`, line: null };
  });
}
