/** Names of speakers in the names of cues, `12 "Mara Quill" (1234567)`, where one maker of meetings puts them. */
import type { SourceCue } from '../transcript/source';
import { tidyLine } from './clean-text';
import { LineWalker } from './lines';

const LONGEST = 120;
const ID = /^\d{1,7} "([^"\n]{1,80})" \(\d{1,12}\)\s*$/;

/** Looked at to tell whether the file has such names at all. */
const HEAD = 4000;

/** By the line of the times, 1-based; null when the file does not name its speakers so. */
export function speakersInIds(text: string): ReadonlyMap<number, string> | null {
  if (!/^\d{1,7} "[^"\n]{1,80}" \(\d{1,12}\)\s*$/m.test(text.slice(0, HEAD))) return null;
  const speakers = new Map<number, string>();
  const walker = new LineWalker(text);
  let name: string | null = null;
  while (walker.next()) {
    const line = text.slice(walker.start, Math.min(walker.end, walker.start + LONGEST));
    if (name !== null && line.includes('-->')) speakers.set(walker.number, tidyLine(name));
    name = ID.exec(line)?.[1] ?? null;
  }
  return speakers;
}

/** The cue as said by the speaker, unless it names one itself. */
export function spokenBy(cue: SourceCue, speaker: string | undefined): SourceCue {
  return speaker === undefined || speaker === '' || cue.speaker ? cue : { ...cue, speaker };
}
