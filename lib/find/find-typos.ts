import { comparer } from '../speech/likeness';
import { accepting, beginning, type CompiledQuery, literal, type Step } from './compile-query';
import type { FindIndex } from './find-index';
import { matchWords, type TokenMatches } from './match-words';
import type { QueryWord } from './parse-query';

/** Shorter words are all alike. */
const SHORTEST = 3;
const SHORTEST_BEGINNING = 5;
/** One slip in a word up to this length, two in a longer one. */
const ONE_SLIP_UP_TO = 5;
const MOST_WORDS = 12;

/**
 * What was probably meant, when what was typed is nowhere: first the same letters divided differently ("goodfellow" for "good
 * fellow"), then one wrong letter in a word, then two in the long ones. Null when nothing is near.
 */
export function findTypos(index: FindIndex, words: readonly QueryWord[], unfinished: boolean): TokenMatches | null {
  if (words.length > MOST_WORDS || words.some((word) => word.quoted)) return null;
  for (const slips of [0, 1, 2]) {
    // "teh" is rather the whole word "the" than the beginning of "ten".
    for (const open of unfinished ? (slips === 0 ? [true] : [false, true]) : [false]) {
      const matches = matchWords(index, compileNear(index, words, open, slips));
      if (matches.count > 0) return matches;
    }
  }
  return null;
}

function compileNear(index: FindIndex, words: readonly QueryWord[], unfinished: boolean, slips: number): CompiledQuery {
  return words.map((word, at) => {
    const isLast = at === words.length - 1;
    const steps = [...joined(index, words, at, unfinished), ...divided(index, word.text, unfinished && isLast)];
    const near = slipped(index, word.text, unfinished && isLast, slips);
    if (near) steps.push({ length: 1, ids: [-1], ending: near });
    return steps;
  });
}

/** This word and the next written as one. */
function joined(index: FindIndex, words: readonly QueryWord[], at: number, unfinished: boolean): Step[] {
  const next = words[at + 1];
  if (!next) return [];
  const text = `${words[at]?.text ?? ''}${next.text}`;
  const ending = unfinished && at + 2 === words.length ? beginning(index, text) : null;
  if (ending) return [{ length: 2, ids: [-1], ending }];
  return keep(literal(index, 2, [text]));
}

/** This word written as two. */
function divided(index: FindIndex, text: string, unfinished: boolean): Step[] {
  const steps: Step[] = [];
  for (let cut = 1; cut < text.length && text.length <= 40; cut++) {
    const first = index.tokens.lexicon.find(text.slice(0, cut));
    if (first < 0) continue;
    const rest = text.slice(cut);
    const ending = unfinished && rest.length >= SHORTEST ? beginning(index, rest) : null;
    if (ending) steps.push({ length: 1, ids: [first, -1], ending });
    else steps.push(...keep(literal(index, 1, [text.slice(0, cut), rest])));
  }
  return steps;
}

function keep(step: Step | null): Step[] {
  return step ? [step] : [];
}

/** Every token of the text within so many slips. */
function slipped(index: FindIndex, text: string, unfinished: boolean, slips: number): Uint8Array | null {
  const shortest = unfinished ? SHORTEST_BEGINNING : SHORTEST;
  const allowed = Math.min(slips, text.length < shortest ? 0 : text.length <= ONE_SLIP_UP_TO ? 1 : 2);
  if (allowed === 0) return unfinished ? beginning(index, text) : exact(index, text);
  const { words } = index.tokens.lexicon;
  const measure = comparer(text);
  const near: number[] = [];
  for (let id = 0; id < words.length; id++) {
    const word = words[id] ?? '';
    if (word.length < text.length - allowed || (!unfinished && word.length > text.length + allowed)) continue;
    const distance = unfinished ? measure.prefixDistance(word) : measure.distance(word);
    if (distance <= allowed) near.push(id);
  }
  return near.length === 0 ? null : accepting(index, near);
}

function exact(index: FindIndex, text: string): Uint8Array | null {
  const id = index.tokens.lexicon.find(text);
  return id < 0 ? null : accepting(index, [id]);
}
