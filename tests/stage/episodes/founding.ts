/** Long real transcripts as captions: timed lines, and untimed words timed by the turns of another transcript. */
import { asrBody } from '../captions/asr';
import type { TrackBody } from '../captions/body';
import type { TruthWord } from './speech';

/** Lines of `HH:MM:SS text`, as an automatic track without word times: each row stays up until the row after the next. */
export function bodyOfTimedLines(text: string): TrackBody {
  const lines = text.split('\n').flatMap((line) => {
    const match = /^(\d\d):(\d\d):(\d\d) (.+)$/.exec(line);
    if (!match) return [];
    const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
    return [{ start: seconds * 1000, text: match[4] ?? '' }];
  });
  const events = lines.map((line, index) => ({
    start: line.start,
    duration: (lines[index + 2]?.start ?? line.start + 5000) - line.start,
    words: [{ text: line.text, offset: 0 }],
  }));
  const last = events.at(-1);
  return { durationMs: (last?.start ?? 0) + 8000, automatic: true, events };
}

interface StampedTurn {
  readonly start: number;
  readonly words: string[];
}

/**
 * Words of `text`, timed by the turns of `stamped` (`Speaker 1: 00:01:35 …`): phrases that both have once are anchors, what
 * lies between is spread evenly. Good to a second or two, which is what a stand-in needs.
 */
export function bodyTimedByTurns(text: string, stamped: string): TrackBody {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const turns = readTurns(stamped);
  const anchors = anchorsBetween(words, turns);
  const truth: TruthWord[] = [];
  for (const [index, anchor] of anchors.entries()) {
    const next = anchors[index + 1] ?? { word: words.length, time: anchor.time + (words.length - anchor.word) * 330 };
    const step = (next.time - anchor.time) / Math.max(1, next.word - anchor.word);
    for (let word = anchor.word; word < next.word; word += 1) {
      const start = Math.round(anchor.time + (word - anchor.word) * step);
      truth.push({ text: words[word] ?? '', start, end: Math.round(start + step), speaker: 0, given: false });
    }
  }
  return asrBody(truth, { durationMs: (truth.at(-1)?.end ?? 0) + 5000 });
}

function readTurns(stamped: string): StampedTurn[] {
  const turns: StampedTurn[] = [];
  for (const match of stamped.matchAll(/^Speaker \d+:\s+(\d\d):(\d\d):(\d\d)\s+(.*)$/gm)) {
    const start = (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) * 1000;
    turns.push({ start, words: (match[4] ?? '').split(/\s+/).filter((word) => word !== '') });
  }
  return turns;
}

/** Places where three words in a row stand in both texts once, in order, with the time the turns give them. */
function anchorsBetween(words: readonly string[], turns: readonly StampedTurn[]): { word: number; time: number }[] {
  const timed = turns.flatMap((turn, index) => {
    const length = (turns[index + 1]?.start ?? turn.start + turn.words.length * 330) - turn.start;
    return turn.words.map((text, place) => ({ text, time: turn.start + (length * place) / turn.words.length }));
  });
  const here = placesOfPhrases(words);
  const there = placesOfPhrases(timed.map((word) => word.text));
  const anchors = [{ word: 0, time: 0 }];
  for (const [phrase, word] of here) {
    const time = timed[there.get(phrase) ?? -1]?.time;
    const last = anchors.at(-1);
    if (word < 0 || time === undefined || !last || word <= last.word) continue;
    const pace = (time - last.time) / (word - last.word);
    if (time > last.time && pace > 60 && pace < 3000) anchors.push({ word, time });
  }
  return anchors;
}

/** Three-word phrases in order of their first place; -1 for those that occur twice. */
function placesOfPhrases(words: readonly string[]): Map<string, number> {
  const plain = words.map((word) => word.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  const places = new Map<string, number>();
  for (let index = 0; index + 2 < plain.length; index += 1) {
    const phrase = plain.slice(index, index + 3).join(' ');
    places.set(phrase, places.has(phrase) ? -1 : index);
  }
  return places;
}
