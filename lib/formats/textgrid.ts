/**
 * TextGrid, the tiers of Praat and of forced aligners: intervals with a beginning, an end and a text, of one speaker or of one
 * kind (words, sounds) in each tier. Seconds.
 */
import type { SourceCue } from '../transcript/source';
import { tidyLine } from './clean-text';
import { isTooLarge, MAX_CUES, refused, refusedAsTooLarge } from './limits';
import { LineWalker } from './lines';
import { recognised } from './recogniser';
import type { Guess, Parsed, Shape } from './shape';
import { cueFromText, cuesFromWords, type SpokenWord } from './spoken-words';
import { timeFromSeconds } from './times';

export const textGrid: Shape = { id: 'textgrid', name: 'Tiers (TextGrid)', guess, parse };

interface Tier {
  readonly name: string;
  readonly intervals: SpokenWord[];
}

function guess(text: string): Guess | null {
  const head = text.slice(0, 400);
  if (!/Object class = "TextGrid"/.test(head) || !/xmin = /.test(head)) return null;
  return { confidence: 0.97, evidence: 'tiers of intervals (TextGrid)' };
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const tiers = readTiers(text).filter((tier) => tier.intervals.length > 0);
  if (tiers.length === 0) return refused('not-this-shape', 'There are no intervals with words in it.');
  const words = tiers.find(({ name }) => /^words?$|[ -]words?$/i.test(name));
  const spoken = tiers.filter(
    ({ name, intervals }) => !/phon|^words?$|[ -]words?$/i.test(name) && hasSentences(intervals),
  );
  if (spoken.length === 0) return recognised(cuesFromWords((words ?? tiers[0])?.intervals ?? []));
  const cues = spoken.flatMap(({ name, intervals }) =>
    intervals.map((interval) => cueOf(interval, spoken.length > 1 && name !== '' ? name : null)),
  );
  return recognised(cues.sort((a, b) => (a?.start ?? 0) - (b?.start ?? 0)));
}

function cueOf({ text, start, end }: SpokenWord, speaker: string | null): SourceCue | null {
  return cueFromText(text, [], { start, end: end ?? null, speaker });
}

function hasSentences(intervals: readonly SpokenWord[]): boolean {
  return intervals.filter(({ text }) => text.includes(' ')).length * 4 > intervals.length;
}

const LONGEST_LINE = 4000;

function readTiers(text: string): Tier[] {
  const tiers: Tier[] = [];
  const walker = new LineWalker(text);
  let start: number | null = null;
  let end: number | null = null;
  let count = 0;
  while (walker.next() && count < MAX_CUES) {
    const line = text.slice(walker.start, Math.min(walker.end, walker.start + LONGEST_LINE)).trim();
    const equals = line.indexOf(' = ');
    if (equals < 0) continue;
    const value = line.slice(equals + 3);
    const key = line.slice(0, equals);
    if (key === 'name') tiers.push({ name: tidyLine(unquoted(value)), intervals: [] });
    else if (key === 'xmin') start = timeFromSeconds(value);
    else if (key === 'xmax') end = timeFromSeconds(value);
    else if (key === 'text' && unquoted(value).trim() !== '') {
      tiers.at(-1)?.intervals.push({ text: unquoted(value).trim(), start, end });
      count++;
    }
  }
  return tiers;
}

/** Quotes inside are doubled. */
function unquoted(value: string): string {
  return value.replace(/^"|"$/g, '').replaceAll('""', '"');
}
