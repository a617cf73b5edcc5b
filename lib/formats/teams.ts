/** The transcript data of Microsoft Teams and Stream: entries with the speaker's name and offsets as clocks. */
import { type Fields, field, languageOf, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { clockTime, recognised } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromText } from './spoken-words';

export const teams = jsonShape({ id: 'teams', name: 'Microsoft Teams', guess, read });

function entriesOf(value: unknown): readonly Fields[] | null {
  const entries = records(field(value, 'entries') ?? field(value, 'recognizedEntries') ?? value);
  const [first] = entries;
  return first !== undefined && 'startOffset' in first && 'endOffset' in first ? entries : null;
}

function guess(value: unknown): Guess | null {
  const entries = entriesOf(value);
  return entries === null ? null : { confidence: 0.95, evidence: `${entries.length} entries of Microsoft Teams` };
}

function read(value: unknown): Parsed | null {
  const entries = entriesOf(value);
  if (entries === null) return null;
  const cues = entries.map((entry) =>
    cueFromText(stringOf(entry.text) ?? stringOf(entry.spokenText) ?? '', [], {
      start: clockTime(entry.startOffset),
      end: clockTime(entry.endOffset),
      speaker: speakerOf(entry.speakerDisplayName) ?? speakerOf(entry.speakerName),
    }),
  );
  return recognised(cues, languageOf(entries[0]?.spokenLanguageTag));
}
