/** What a heading announces. Wordings differ from site to site; the nouns in them hardly do. */
import { FILLERS, FURNITURE_NOUNS, NOUNS, PHRASES, type SectionKind } from './section-words';

export type { SectionKind } from './section-words';

const LONGEST_HEADING = 80;
/** What stands below leads to other pages. */
const ELSEWHERE =
  /^(?:(?:more|other|latest|recent|related|similar|popular) (?:from|episodes?|notes|summaries|posts|articles|videos|stories|content)|explore more|recommended from|read next|keep reading|you (?:may|might) also (?:like|enjoy))\b/i;
/** Words of a marked heading that are neither the noun nor about it: "The story of the book that changed a life" is a title. */
const MOST_FOREIGN = 3;

const RANK = new Map<string, number>();
const KIND = new Map<string, SectionKind>();
NOUNS.forEach(([kind, words], rank) => {
  for (const word of words.split(/\s+/)) {
    RANK.set(word, rank);
    KIND.set(word, kind);
  }
});

/** The words of a heading: lower case, no emoji, numbering or ornaments, letters repeated for effect once. */
export function headingWords(text: string): string[] {
  const lower = text
    .slice(0, LONGEST_HEADING * 2)
    .toLowerCase()
    .replace(/[’']/g, '');
  const plain = lower.replace(/(\p{L})\1{2,}/gu, '$1').replace(/[^\p{L}\p{N}&;+]+/gu, ' ');
  return plain
    .trim()
    .split(' ')
    .filter((word) => word !== '' && !/^[\d;+×&]+$/.test(word));
}

/**
 * The section a line opens; null when it is no heading we know. `sure`: the line is marked as a heading, so words beside
 * the noun do not matter; without a mark the line must consist of nothing but such words.
 */
export function sectionOf(text: string, sure: boolean): SectionKind | null {
  if (text.length > LONGEST_HEADING) return null;
  const words = headingWords(text);
  if (words.length === 0 || words.length > 10) return null;
  const phrase = PHRASES.get(words.join(' '));
  if (phrase) return phrase;
  if (ELSEWHERE.test(text)) return 'furniture';
  const furniture = words.some((word) => FURNITURE_NOUNS.has(word));
  if (furniture && (sure || words.every((word) => FURNITURE_NOUNS.has(word) || FILLERS.has(word)))) return 'furniture';
  const noun = lastNoun(words);
  if (noun === null) return null;
  const clean = words.every((word) => KIND.has(word) || FILLERS.has(word));
  // "The book that changed me" is a line; "Books" is a heading, and so is "## The book that changed me". A question is asked.
  const foreign = words.filter((word) => !KIND.has(word) && !FILLERS.has(word)).length;
  return clean || (sure && foreign <= MOST_FOREIGN && !/[?？؟]$/.test(text)) ? noun : null;
}

function lastNoun(words: readonly string[]): SectionKind | null {
  let best = -1;
  let kind: SectionKind | null = null;
  for (const word of words) {
    const rank = RANK.get(word);
    if (rank === undefined || rank < best) continue;
    best = rank;
    kind = KIND.get(word) ?? null;
  }
  return kind;
}
