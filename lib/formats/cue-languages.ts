/** Files that hold the same talk in several languages side by side: one of them is read, the others are named. */
import type { SourceCue } from '../transcript/source';
import type { Problems } from './problems';

interface Stretch {
  readonly language: string;
  cues: number;
  first: number;
  last: number;
}

export interface OneLanguage {
  readonly cues: SourceCue[];
  /** Null where most cues do not say their language. */
  readonly language: string | null;
}

/**
 * `languages[i]`: of `cues[i]`; null: not said. Languages that follow each other, and phrases here and there, all stay; where
 * others run beside the first, the first is kept.
 */
export function keepOneLanguage(
  cues: SourceCue[],
  languages: readonly (string | null)[],
  problems: Problems,
): OneLanguage {
  const stretches = stretchesOf(cues, languages);
  const [main, ...rest] = stretches;
  if (main === undefined) return { cues, language: null };
  const beside = rest.filter((stretch) => stretch.cues * 2 >= main.cues && runsBeside(stretch, main));
  if (beside.length === 0) return { cues, language: main.cues * 2 > cues.length ? main.language : null };
  const left = new Set(beside.map(({ language }) => language));
  const named = [...left].slice(0, 8).join(', ');
  problems.add('other-languages', null, `It holds several languages. Read was ${main.language}, left out ${named}.`);
  const kept = cues.filter((_, index) => !left.has(languages[index] ?? ''));
  return { cues: kept, language: main.language };
}

/** In the order in which they first come. */
function stretchesOf(cues: readonly SourceCue[], languages: readonly (string | null)[]): Stretch[] {
  const stretches = new Map<string, Stretch>();
  for (const [index, { start }] of cues.entries()) {
    const language = languages[index];
    if (language == null || start === null) continue;
    const stretch = stretches.get(language);
    if (stretch === undefined) stretches.set(language, { language, cues: 1, first: start, last: start });
    else {
      stretch.cues++;
      stretch.first = Math.min(stretch.first, start);
      stretch.last = Math.max(stretch.last, start);
    }
  }
  return [...stretches.values()];
}

function runsBeside(one: Stretch, other: Stretch): boolean {
  const shared = Math.min(one.last, other.last) - Math.max(one.first, other.first);
  return shared >= 0 && shared * 2 >= one.last - one.first;
}
