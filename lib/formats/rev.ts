/** Rev: monologues with `elements` (Rev AI) or `spans` (the editor's own file). Seconds. */
import type { SourceCue } from '../transcript/source';
import { at, confidenceOf, type Fields, field, languageOf, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { recognised } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromWords, firstTime, type SpokenWord } from './spoken-words';
import { timeFromSeconds } from './times';

export const rev = jsonShape({ id: 'rev', name: 'Rev', guess, read });

function monologuesOf(value: unknown): readonly Fields[] | null {
  const monologues = field(value, 'monologues') ?? at(value, 'transcript', 'monologues');
  if (!Array.isArray(monologues)) return null;
  const [first] = records(monologues);
  return first === undefined || 'elements' in first || 'spans' in first ? records(monologues) : null;
}

function guess(value: unknown): Guess | null {
  const monologues = monologuesOf(value);
  return monologues === null ? null : { confidence: 0.97, evidence: `${monologues.length} monologues of Rev` };
}

function read(value: unknown): Parsed | null {
  const monologues = monologuesOf(value);
  if (monologues === null) return null;
  const names = new Map<unknown, string | null>();
  for (const speaker of records(field(value, 'speakers'))) names.set(speaker.id, speakerOf(speaker.name));
  const cues = monologues.map((monologue) => monologueCue(monologue, names));
  return recognised(cues, languageOf(field(value, 'language')));
}

function monologueCue(monologue: Fields, names: ReadonlyMap<unknown, string | null>): SourceCue | null {
  const info = speakerOf(at(monologue, 'speaker_info', 'display_name'));
  const speaker =
    info ?? names.get(monologue.speaker) ?? speakerOf(monologue.speaker_name) ?? speakerOf(monologue.speaker);
  const words = wordsOf(records(monologue.elements ?? monologue.spans));
  return cueFromWords(words, { speaker, start: firstTime(words) ?? timeFromSeconds(monologue.startTime) });
}

/** Punctuation elements bring the spaces too: `", "`. Spans of the editor bring none, and marks come alone. */
function wordsOf(elements: readonly Fields[]): SpokenWord[] {
  const hasSpaces = elements.some((element) => element.type === 'punct' && stringOf(element.value)?.endsWith(' '));
  const words: SpokenWord[] = [];
  for (const element of elements) {
    const text = stringOf(element.value) ?? '';
    const isMark = element.type === 'punct' || element.type === 1 || /^[.,!?;:…%]+$/.test(text);
    if (text.trim() === '') continue;
    words.push({
      text: hasSpaces ? text.trimEnd() : text,
      start: timeFromSeconds(element.ts),
      end: timeFromSeconds(element.end_ts ?? element.endTs),
      confidence: confidenceOf(element.confidence),
      glued: isMark,
    });
  }
  return words;
}
