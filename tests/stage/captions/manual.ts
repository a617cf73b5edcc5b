/** Captions made by hand: sentences in one or two lines, no word times, no overlap. */
import type { TruthWord } from '../episodes/speech';
import type { CaptionEvent, TrackBody } from './body';

export interface ManualOptions {
  readonly durationMs: number;
  /** Written before the first cue of a turn, such as `NORA: `. Default: nothing. */
  readonly speakerLabels?: readonly string[];
  /** Sounds described between words: the sound stands as a cue of its own at its time. */
  readonly sounds?: readonly { at: number; text: string }[];
  readonly joiner?: string;
  /** Characters in a line; a cue has at most two. Default 42. */
  readonly lineLength?: number;
}

export function manualBody(words: readonly TruthWord[], options: ManualOptions): TrackBody {
  const cues = cuesFrom(words, options).map((cue) => cueEvent(cue, options));
  for (const sound of options.sounds ?? []) {
    cues.push({ start: sound.at, duration: 1200, words: [{ text: sound.text, offset: 0 }] });
  }
  cues.sort((a, b) => a.start - b.start);
  return {
    durationMs: options.durationMs,
    automatic: false,
    events: cues.map((cue, index) => clippedTo(cue, cues[index + 1]?.start)),
  };
}

interface ManualCue {
  readonly words: TruthWord[];
  readonly opensTurn: boolean;
}

function cuesFrom(words: readonly TruthWord[], options: ManualOptions): ManualCue[] {
  const limit = (options.lineLength ?? 42) * 2;
  const cues: ManualCue[] = [];
  let length = 0;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const opensTurn = before?.speaker !== word.speaker;
    const sentenceEnded = before !== undefined && /[.?!。؟]$/.test(before.text) && length > limit / 3;
    const cue = cues.at(-1);
    if (!cue || opensTurn || sentenceEnded || length + word.text.length > limit) {
      cues.push({ words: [word], opensTurn });
      length = word.text.length;
    } else {
      cue.words.push(word);
      length += word.text.length + 1;
    }
  }
  return cues;
}

function cueEvent(cue: ManualCue, options: ManualOptions): CaptionEvent {
  const label = cue.opensTurn ? (options.speakerLabels?.[cue.words[0]?.speaker ?? 0] ?? '') : '';
  const joiner = options.joiner ?? ' ';
  const text = inTwoLines(label + cue.words.map((word) => word.text).join(joiner), options.lineLength ?? 42);
  const start = cue.words[0]?.start ?? 0;
  const end = cue.words.at(-1)?.end ?? start;
  return { start, duration: end - start + 250, words: [{ text, offset: 0 }] };
}

function inTwoLines(text: string, lineLength: number): string {
  if (text.length <= lineLength) return text;
  const middle = text.lastIndexOf(' ', Math.max(lineLength, Math.ceil(text.length / 2)));
  return middle < 0 ? text : `${text.slice(0, middle)}\n${text.slice(middle + 1)}`;
}

function clippedTo(cue: CaptionEvent, next: number | undefined): CaptionEvent {
  if (next === undefined) return cue;
  return { ...cue, duration: Math.max(1, Math.min(cue.duration, next - cue.start)) };
}
