/**
 * Episodes that never were, with the words of real conversations in their real frequencies: each word follows one that it
 * followed in the source, and a share of rare names makes the vocabulary grow as it does in speech. Seeded: the same number
 * gives the same episode. Runs in Node and in a page.
 */
import type { Transcript } from '../../lib/transcript/types';
import type { Milliseconds, VideoId } from '../../lib/transcript/units';

export const WORDS_IN_EPISODE = 11_800;
/** About what a paragraph has. */
export const WORDS_IN_PARAGRAPH = 110;
const RARE_SHARE = 0.006;
const RARE_NAMES = 600_000;
const STAY_SHARE = 0.75;

export interface Source {
  readonly words: readonly string[];
}

export function sourceOf(texts: readonly string[]): Source {
  return {
    words: texts
      .join(' ')
      .split(/\s+/)
      .filter((word) => /^[\p{L}’']+[.,?!]?$/u.test(word)),
  };
}

/** Used when no real text is at hand: plain prose of our own, good enough to run, not to compare with. */
export const OWN_TEXT = `the keepers of the light wrote in the log that the lamp was never late and that they had been late
twice and then the board counted the keepers and it counted the gas and the lamp turned out to be the cheaper colleague so
we went on with a policy of gradient descent in the price of oil which is what people mean when they say that a machine
learned something about the sea and nobody asked the sea what it had learned about us in all that time you know I mean it
is the kind of thing that you only see when you stay up there in the winter with nothing else to look at`;

export function seeded(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A pronounceable name; smaller numbers are more frequent. */
function rareName(number: number): string {
  const consonants = 'bdfgklmnprstvz';
  const vowels = 'aeiou';
  let name = '';
  for (let rest = number + 700; rest > 0; rest = Math.floor(rest / 70)) {
    name += (consonants[rest % 14] ?? 'b') + (vowels[Math.floor(rest / 14) % 5] ?? 'a');
  }
  return name;
}

export function madeWords({ words }: Source, number: number, count = WORDS_IN_EPISODE): string[] {
  const random = seeded(number + 1);
  const made: string[] = [];
  let at = Math.floor(random() * words.length);
  while (made.length < count) {
    if (random() < RARE_SHARE) made.push(rareName(Math.floor(RARE_NAMES * random() ** 4)));
    at = random() < STAY_SHARE ? (at + 1) % words.length : Math.floor(random() * words.length);
    made.push(words[at] ?? 'the');
  }
  return made.slice(0, count);
}

export function madeVideoId(number: number): VideoId {
  return `made${String(number).padStart(7, '0')}` as VideoId;
}

export function madeTranscript(source: Source, number: number, count = WORDS_IN_EPISODE): Transcript {
  const words = madeWords(source, number, count);
  const offset = new Uint32Array(words.length);
  const length = new Uint32Array(words.length);
  const start = new Uint32Array(words.length);
  const end = new Uint32Array(words.length);
  const breaks: number[] = [];
  let text = '';
  words.forEach((word, index) => {
    const isBreak = index % WORDS_IN_PARAGRAPH === 0;
    if (isBreak) breaks.push(index);
    if (index > 0) text += isBreak ? '\n' : ' ';
    offset[index] = text.length;
    length[index] = word.length;
    start[index] = index * 345;
    end[index] = index * 345 + 300;
    text += word;
  });
  const videoId = madeVideoId(number);
  return {
    id: `made-${number}`,
    videoId,
    language: 'en',
    origin: { kind: 'captions', vssId: 'a.en', automatic: true, via: 'timedtext' },
    timing: 'word',
    text,
    words: { offset, length, start, end, state: new Uint8Array(words.length) },
    cues: {
      firstWord: Uint32Array.from(breaks),
      start: Uint32Array.from(breaks, (word) => word * 345),
      end: Uint32Array.from(breaks, (word, index) => (breaks[index + 1] ?? words.length) * 345 || word),
    },
    turns: [],
    speakers: [],
    paragraphs: Uint32Array.from(breaks),
    chapters: [],
  };
}

export function madeFacts(source: Source, number: number) {
  return {
    videoId: madeVideoId(number),
    title: madeWords(source, number + 1_000_000, 8).join(' '),
    channel: `Channel ${number % 40}`,
    duration: (WORDS_IN_EPISODE * 345) as Milliseconds,
    chapters: [],
  };
}
