/** IBM Watson Speech to Text: results with `[word, start, end]` lists, speakers in a list beside them. Seconds. */
import type { SourceCue } from '../transcript/source';
import { at, confidenceOf, type Fields, field, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { recognised } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromText, cueFromWords, type SpokenWord } from './spoken-words';
import { timeFromSeconds } from './times';

export const ibm = jsonShape({ id: 'ibm', name: 'IBM Watson', guess, read });

/** Answers of one file, or of several requests in a list. */
function answersOf(value: unknown): readonly Fields[] {
  return records(Array.isArray(value) ? value : [value]).filter((answer) => Array.isArray(answer.results));
}

function isOwn(answers: readonly Fields[]): boolean {
  return answers.some((answer) =>
    records(answer.results).some((result) => Array.isArray(at(result, 'alternatives', 0, 'timestamps', 0))),
  );
}

function guess(value: unknown): Guess | null {
  const answers = answersOf(value);
  if (!isOwn(answers)) return null;
  const results = answers.reduce((sum, answer) => sum + records(answer.results).length, 0);
  return { confidence: 0.97, evidence: `${results} results of IBM Watson` };
}

function read(value: unknown): Parsed | null {
  const answers = answersOf(value);
  if (!isOwn(answers)) return null;
  return recognised(answers.flatMap(answerCues));
}

function answerCues(answer: Fields): (SourceCue | null)[] {
  const speakers = new Map<number, string>();
  for (const label of records(answer.speaker_labels)) {
    const from = timeFromSeconds(label.from);
    const speaker = speakerOf(label.speaker);
    if (from !== null && speaker !== null) speakers.set(from, speaker);
  }
  return records(answer.results).flatMap((result) => {
    const best = at(result, 'alternatives', 0);
    const words = wordsOf(best, speakers);
    const turns = splitBySpeaker(words);
    if (turns.length > 1) return turns.map((turn) => cueFromWords(turn));
    return [cueFromText(clean(stringOf(field(best, 'transcript')) ?? ''), words, {})];
  });
}

/** Hesitations are written as a mark, `%HESITATION`. */
function clean(text: string): string {
  return text.replaceAll('%HESITATION', 'uh');
}

function wordsOf(best: unknown, speakers: ReadonlyMap<number, string>): SpokenWord[] {
  const stamps = field(best, 'timestamps');
  const confidences = field(best, 'word_confidence');
  if (!Array.isArray(stamps)) return [];
  return stamps.map((stamp, index) => {
    const start = timeFromSeconds(at(stamp, 1));
    return {
      text: clean(stringOf(at(stamp, 0)) ?? ''),
      start,
      end: timeFromSeconds(at(stamp, 2)),
      confidence: confidenceOf(at(confidences, index, 1)),
      speaker: start === null ? null : (speakers.get(start) ?? null),
    };
  });
}

function splitBySpeaker(words: readonly SpokenWord[]): SpokenWord[][] {
  const turns: SpokenWord[][] = [];
  for (const word of words) {
    const open = turns.at(-1);
    if (open && (open[0]?.speaker ?? null) === (word.speaker ?? null)) open.push(word);
    else turns.push([word]);
  }
  return turns;
}
