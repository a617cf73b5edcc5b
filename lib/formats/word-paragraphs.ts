/** Words in one list, paragraphs with speakers in another: BBC digital-paper-edit and hyperaudio's JSON. Seconds. */
import type { SourceCue } from '../transcript/source';
import { confidenceOf, type Fields, field, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { recognised } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromWords, cuesFromWords, type SpokenWord } from './spoken-words';
import { timeFromSeconds } from './times';

export const wordParagraphs = jsonShape({
  id: 'word-paragraphs',
  name: 'Words and paragraphs (hyperaudio, digital-paper-edit)',
  guess,
  read,
});

interface Lists {
  readonly words: readonly Fields[];
  readonly paragraphs: readonly Fields[];
}

function listsOf(value: unknown): Lists | null {
  for (const place of [value, field(value, 'transcript'), field(value, 'content')]) {
    const words = records(field(place, 'words'));
    const paragraphs = records(field(place, 'paragraphs'));
    const [word] = words;
    const [paragraph] = paragraphs;
    if (word === undefined || paragraph === undefined) continue;
    if (typeof word.text === 'string' && 'start' in word && 'start' in paragraph && !('text' in paragraph))
      return { words, paragraphs };
  }
  return null;
}

function guess(value: unknown): Guess | null {
  const lists = listsOf(value);
  if (lists === null) return null;
  return { confidence: 0.94, evidence: `${lists.words.length} words in ${lists.paragraphs.length} paragraphs` };
}

function read(value: unknown): Parsed | null {
  const lists = listsOf(value);
  if (lists === null) return null;
  const words: SpokenWord[] = lists.words.map((word) => ({
    text: stringOf(word.text) ?? '',
    start: timeFromSeconds(word.start),
    end: timeFromSeconds(word.end),
    confidence: confidenceOf(word.confidence),
  }));
  return recognised(byParagraphs(words, lists.paragraphs));
}

/** Editors number the speakers of paragraphs until somebody names them: as many names as paragraphs are nobody's. */
const MOST_PLACEHOLDERS = 8;

function areNamed(paragraphs: readonly Fields[]): boolean {
  const names = new Set(paragraphs.map(({ speaker }) => speakerOf(speaker)));
  return paragraphs.length <= MOST_PLACEHOLDERS || names.size < paragraphs.length;
}

function byParagraphs(words: readonly SpokenWord[], paragraphs: readonly Fields[]): (SourceCue | null)[] {
  const isNamed = areNamed(paragraphs);
  const cues: (SourceCue | null)[] = [];
  let next = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const until = timeFromSeconds(paragraphs[index + 1]?.start);
    const first = next;
    while (next < words.length && (until === null || (words[next]?.start ?? 0) < until)) next++;
    const own = words.slice(first, next);
    if (own.length > 0) cues.push(cueFromWords(own, { speaker: isNamed ? speakerOf(paragraph.speaker) : null }));
  }
  cues.push(...cuesFromWords(words.slice(next)));
  return cues;
}
