import type { SourceCue } from '../transcript/source';
import type { Timing } from '../transcript/types';
import type { Problems } from './problems';
import type { Parsed } from './shape';

export interface FinishOptions {
  readonly language?: string | null;
  /** Default: `word` when more than half of the cues have timed words, else `cue`. */
  readonly timing?: Timing;
  readonly title?: string;
  /** Cues whose words turned out to be none. */
  readonly emptyCues?: number;
}

/** Puts cues in the order of their times and says what was wrong with the whole. */
export function finishCues(cues: SourceCue[], problems: Problems, options: FinishOptions = {}): Parsed {
  sortCues(cues, problems);
  reportEmpty(options.emptyCues ?? 0, problems);
  if (cues.length === 0) problems.add('no-cues', null, 'There are no words in it.');
  const timing = cues.length === 0 ? 'none' : (options.timing ?? timingOf(cues));
  const parsed = { language: options.language ?? null, timing, cues, problems: problems.list() };
  return options.title === undefined ? parsed : { ...parsed, title: options.title };
}

function timingOf(cues: readonly SourceCue[]): Timing {
  let worded = 0;
  for (const cue of cues) if (cue.words !== undefined) worded++;
  return 2 * worded > cues.length ? 'word' : 'cue';
}

function reportEmpty(count: number, problems: Problems): void {
  if (count === 0) return;
  const what = count === 1 ? 'One caption holds no words and was' : `${count} captions hold no words and were`;
  problems.add('cue-empty', null, `${what} left out.`);
}

/** Stable. A cue without a time stays behind the cue it follows. */
function sortCues(cues: SourceCue[], problems: Problems): void {
  let latest = 0;
  let isSorted = true;
  for (const { start } of cues) {
    if (start === null) continue;
    if (start < latest) isSorted = false;
    latest = start;
  }
  if (isSorted) return;
  problems.add('time-backwards', null, 'Some captions were not in the order of their times. They were put in order.');
  latest = 0;
  const keyed = cues.map((cue) => {
    latest = cue.start ?? latest;
    return { key: latest, cue };
  });
  keyed.sort((a, b) => a.key - b.key);
  keyed.forEach(({ cue }, index) => {
    cues[index] = cue;
  });
}
