/** Human words with machine time: the search, the times, the report. */
import { Lexicon } from '../speech/lexicon';
import type { AlignmentReport, Hole, Transcript } from '../transcript/types';
import { milliseconds } from '../transcript/units';
import { type AlignedTurn, alignTurns } from './align-turns';
import { type Drift, measureDrift } from './drift';
import { dropStrays } from './drop-strays';
import { findHoles } from './holes';
import { pairTokens } from './pair-tokens';
import type { Pairing } from './pairing';
import { slideHoles } from './slide-holes';
import { type SpokenTranscript, spokenTranscript } from './spoken-transcript';
import { judge, type Reason } from './verdict';
import { AlignedState, type AlignedWords, timeWords, unknownWords } from './word-times';

/** What a merge found out, in full. */
export interface AlignReport extends AlignmentReport {
  /** Share of the timed words that were matched, 0 to 1. Low where the text is a part of what is said. */
  readonly covered: number;
  readonly drift: Drift | null;
  /** Why the verdict is what it is, the weightiest first. Codes, for the reader's language to say. */
  readonly reasons: readonly Reason[];
}

export interface Alignment {
  readonly words: AlignedWords;
  /** The human text's turns, with the time at which each begins; see `alignTurns`. */
  readonly turns: readonly AlignedTurn[];
  readonly report: AlignReport;
}

/**
 * Gives every word of `human` the time at which `timed` says it. Works from the words alone: the human text's own times may be wrong and are
 * only compared. Never stretches: what has no place in the timed words gets no time. Linear memory; well under a second for ten hours.
 */
export function align(human: Transcript, timed: Transcript): Alignment {
  const lexicon = new Lexicon();
  const said = spokenTranscript(human, lexicon);
  const heard = spokenTranscript(timed, lexicon);
  const { pairing, sameness } = pairTokens(said.id, heard.id, lexicon);
  dropStrays(said.id, pairing, sameness);
  slideHoles(said, heard, pairing);
  const words = timeWords({ human, said, timed, heard, pairing });
  const matched = shareMatched(words, said);
  const covered = shareCovered(pairing, heard);
  const holes = findHoles({ words, pairing, said, heard, timed });
  const drift = measureDrift(human, timed, words);
  const { verdict, reasons } = judge({ matched, covered, said: said.id.length, heard: heard.id.length, holes, drift });
  const report = { verdict, matched, covered, holes, drift, reasons };
  return verdict === 'refused' ? refused(human, report) : { words, turns: alignTurns(human, words), report };
}

/** Nothing is stretched: a text of another recording gets no times at all. */
function refused(human: Transcript, report: AlignReport): Alignment {
  const count = human.words.offset.length;
  const words = unknownWords(count);
  const whole: Hole = { kind: 'text', start: milliseconds(0), end: milliseconds(0), firstWord: 0, words: count };
  return {
    words,
    turns: alignTurns(human, words),
    report: { ...report, drift: null, holes: count > 0 ? [whole] : [] },
  };
}

/** Of the words that are said: a dash that stands alone does not count. */
function shareMatched({ state }: AlignedWords, { word }: SpokenTranscript): number {
  let matched = 0;
  let counted = 0;
  for (let i = 0; i < word.length; i++) {
    if (i > 0 && word[i] === word[i - 1]) continue;
    counted++;
    if (state[word[i] ?? 0] === AlignedState.matched) matched++;
  }
  return counted === 0 ? 0 : matched / counted;
}

function shareCovered(pairing: Pairing, heard: SpokenTranscript): number {
  let covered = 0;
  let last = -1;
  for (let i = 0; i < pairing.from.length; i++) {
    const from = pairing.from[i] ?? -1;
    if (from < 0) continue;
    covered += (pairing.to[i] ?? from) - Math.max(from, last + 1) + 1;
    last = pairing.to[i] ?? from;
  }
  return heard.id.length === 0 ? 0 : covered / heard.id.length;
}
