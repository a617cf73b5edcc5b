/** One transcript of two: the human words, the timed words' times. */
import { contentHash } from '../transcript/content-hash';
import { type Transcript, type Turn, type WordColumns, WordState } from '../transcript/types';
import { type Alignment, align } from './align';
import { cueTimes } from './cue-times';
import { repairTurns } from './repair-turns';
import { weaveCaptions } from './weave-captions';
import { AlignedState } from './word-times';

/**
 * The human text with times for every word that has a place in the timed one. A word's state says how it came by its time: `given` when it
 * was matched to a word that has its own. Turns are put right where the timed words show it. Stretches that only the timed one has stand in
 * it with their own words. With the verdict `refused` the text is returned without times: it stays readable. Pass the alignment when it is
 * known already.
 */
export function mergeTranscripts(
  human: Transcript,
  timed: Transcript,
  alignment: Alignment = align(human, timed),
): Transcript {
  const { verdict, matched, holes } = alignment.report;
  const isRefused = verdict === 'refused';
  const words =
    isRefused || timed.timing === 'none' ? withoutTimes(human.words) : withTimes(human.words, timed.words, alignment);
  const turns = isRefused ? human.turns : repairTurns(human, timed, alignment.words);
  const { text, paragraphs } = withTurnBreaks(human, turns);
  const merged: Transcript = {
    id: '',
    videoId: timed.videoId,
    language: human.language === 'und' ? timed.language : human.language,
    origin: { kind: 'merge', human: human.id, timed: timed.id },
    timing: isRefused ? 'none' : timed.timing,
    text,
    words,
    cues: cueTimes(human.cues.firstWord, words),
    turns,
    speakers: human.speakers,
    paragraphs,
    chapters: timed.chapters.length > 0 ? timed.chapters : human.chapters,
    alignment: { verdict, matched, holes },
  };
  const whole = isRefused || timed.timing === 'none' ? merged : weaveCaptions(merged, timed, alignment.words);
  return { ...whole, id: `${timed.videoId}:merge:${contentHash(whole.text, whole.words.start)}` };
}

function withTimes({ offset, length }: WordColumns, timed: WordColumns, { words }: Alignment): WordColumns {
  const state = new Uint8Array(offset.length);
  for (let word = 0; word < state.length; word++) {
    const heard = words.heardFirst[word] ?? -1;
    if (words.state[word] === AlignedState.unknown) state[word] = WordState.unknown;
    else state[word] = heard >= 0 ? (timed.state[heard] ?? WordState.between) : WordState.between;
  }
  return { offset, length, start: words.start, end: words.end, state };
}

function withoutTimes({ offset, length }: WordColumns): WordColumns {
  const none = () => new Uint32Array(offset.length);
  return { offset, length, start: none(), end: none(), state: new Uint8Array(offset.length).fill(WordState.unknown) };
}

/** Every turn begins a paragraph; a paragraph that began only for a turn's sake goes on when the turn moved away. */
function withTurnBreaks(human: Transcript, turns: readonly Turn[]): Pick<Transcript, 'text' | 'paragraphs'> {
  const { offset } = human.words;
  const starts = new Set(human.paragraphs);
  for (const turn of human.turns) if (turn.firstWord > 0) starts.delete(turn.firstWord);
  for (const turn of turns) starts.add(turn.firstWord);
  const paragraphs: number[] = [];
  const parts: string[] = [];
  let copied = 0;
  for (const word of [...new Set([...starts, ...human.paragraphs])].sort((a, b) => a - b)) {
    const separator = (offset[word] ?? 0) - 1;
    // Between glued words of a script without spaces there is no place for a break.
    const isPlace = word === 0 || human.text[separator] === ' ' || human.text[separator] === '\n';
    if (!isPlace) continue;
    if (starts.has(word)) paragraphs.push(word);
    if (word === 0) continue;
    parts.push(human.text.slice(copied, separator), starts.has(word) ? '\n' : ' ');
    copied = separator + 1;
  }
  parts.push(human.text.slice(copied));
  return { text: parts.join(''), paragraphs: Uint32Array.from(paragraphs) };
}
