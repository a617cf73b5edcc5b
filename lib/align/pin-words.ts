/** Times set by hand, where no captions are: "this line is now". */
import { contentHash } from '../transcript/content-hash';
import { type Transcript, WordState } from '../transcript/types';
import { milliseconds } from '../transcript/units';
import { cueTimes } from './cue-times';

export interface Pin {
  readonly word: number;
  /** Milliseconds in the video. */
  readonly time: number;
}

/**
 * A transcript whose times run in a straight line, letter by letter, from pin to pin. Before the first and behind the last nothing is known.
 * All times are `between` but the pinned words' own, and the whole is as rough as turns are. Of pins that contradict each other (a
 * later word at an earlier time) the later set wins. With fewer than two pins there is no line: only the pinned word has a time.
 */
export function pinWords(transcript: Transcript, pins: readonly Pin[]): Transcript {
  const line = usablePins(pins, transcript.words.offset.length);
  const { offset, length } = transcript.words;
  const start = new Uint32Array(offset.length);
  const end = new Uint32Array(offset.length);
  const state = new Uint8Array(offset.length).fill(WordState.unknown);
  line.forEach((pin, index) => {
    const next = line[index + 1];
    const pace = next ? (next.time - pin.time) / Math.max(1, (offset[next.word] ?? 0) - (offset[pin.word] ?? 0)) : 0;
    const timeAt = (place: number) => milliseconds(pin.time + pace * (place - (offset[pin.word] ?? 0)));
    for (let word = pin.word; word < (next?.word ?? pin.word + 1); word++) {
      start[word] = timeAt(offset[word] ?? 0);
      end[word] = timeAt((offset[word] ?? 0) + (length[word] ?? 0));
      state[word] = word === pin.word ? WordState.given : WordState.between;
    }
  });
  for (let word = 1; word < start.length; word++) {
    if (state[word] === WordState.unknown) start[word] = end[word] = end[word - 1] ?? 0;
  }
  const words = { offset, length, start, end, state };
  return {
    ...transcript,
    id: `${transcript.videoId}:pins:${contentHash(transcript.text, start)}`,
    timing: line.length < 2 ? 'none' : 'turn',
    words,
    cues: cueTimes(transcript.cues.firstWord, words),
  };
}

/** In order of words; times ascend. */
function usablePins(pins: readonly Pin[], count: number): Pin[] {
  const kept: Pin[] = [];
  for (const pin of [...pins].reverse()) {
    if (pin.word < 0 || pin.word >= count || !Number.isFinite(pin.time) || pin.time < 0) continue;
    const fits = kept.every((other) =>
      other.word < pin.word ? other.time < pin.time : other.word > pin.word && other.time > pin.time,
    );
    if (fits) kept.push(pin);
  }
  return kept.sort((a, b) => a.word - b.word);
}
