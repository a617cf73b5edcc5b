/** Names that stand as `Name:` before the words of captions, as podcast hosts and meeting tools write them into SRT and VTT. */
import type { SourceCue, SourceWord } from '../transcript/source';
import { tidyText } from './clean-text';
import { parseJson } from './json';
import { field, speakerOf, stringOf } from './json-fields';
import { LabelBook } from './label-book';
import { areNames } from './panel-layout';
import type { Parsed } from './shape';
import { type Label, readLabel } from './speaker-labels';

/** Shapes without a way of their own to name speakers, or whose way is often left unused. */
const CONCERNED = new Set(['srt', 'webvtt', 'sbv', 'sami', 'microdvd', 'mpl2', 'ttml', 'json-cues', 'lrc']);

/** Cues with a name that comes back; fewer are somebody's colon. */
const FEWEST = 3;

/** Moves such names out of the words into `speaker`; a reading that knows speakers, or has no such names, comes back as it is. `text`: the file. */
export function liftSpeakerPrefixes(parsed: Parsed, shape: string, text: string): Parsed {
  if (!CONCERNED.has(shape) || parsed.cues.some((cue) => cue.speaker)) return parsed;
  if (parsed.cues[0]?.text.startsWith('{') && parsed.cues[0].text.includes('"spokenText"'))
    return { ...parsed, cues: parsed.cues.map(fromMeetingData) };
  if (shape === 'webvtt' && saysNoSpeakers(text)) return parsed;
  if (hasNameLines(parsed.cues)) return { ...parsed, cues: parsed.cues.map(withoutNameLine) };
  const labels = labelsOf(parsed.cues);
  const book = new LabelBook();
  for (const label of labels) if (label !== null) book.add(label);
  const speakers = book.speakers(parsed.cues.length);
  const found = labels.filter((label, index) => {
    const words = parsed.cues[index]?.text.length ?? 0;
    return label !== null && speakers.has(label.name) && label.after < words;
  }).length;
  if (found < FEWEST || found * 40 < parsed.cues.length) return parsed;
  // Where the first caption is named, a name holds until the next one; elsewhere it names its own caption only.
  const holds = labels[0] != null && speakers.has(labels[0].name);
  let current: string | null = null;
  const cues = parsed.cues.map((cue, index) => {
    const label = labels[index] ?? null;
    if (label === null || !speakers.has(label.name))
      return holds && current !== null ? { ...cue, speaker: current } : cue;
    current = label.name;
    return withoutPrefix(cue, label);
  });
  return { ...parsed, cues };
}

/** Microsoft's servers put an object into each caption of a meeting: who spoke, and what. */
function fromMeetingData(cue: SourceCue): SourceCue {
  const data = parseJson(cue.text);
  const text = tidyText(stringOf(field(data, 'spokenText')) ?? '');
  return text === '' ? cue : { start: cue.start, end: cue.end, text, speaker: speakerOf(field(data, 'speakerName')) };
}

/** Our own export notes that what looks like a name is said: see `lib/export/webvtt.ts`. */
function saysNoSpeakers(text: string): boolean {
  const head = text.slice(0, 300);
  return head.includes('\nNOTE\n') && head.includes('\nSpeakers: none\n');
}

/** Nearly every caption has a line above its words, and it is mostly the same few names. */
function hasNameLines(cues: readonly SourceCue[]): boolean {
  const several = cues.filter((cue) => cue.text.includes('\n'));
  if (several.length < FEWEST || several.length * 10 < cues.length * 9) return false;
  return areNames(several.map((cue) => nameIn(cue.text.slice(0, cue.text.indexOf('\n')))));
}

/** `[Mara Quill]`, `(Mara Quill)`, `Mara Quill:`. */
function nameIn(line: string): string {
  const bare = line.endsWith(':') ? line.slice(0, -1) : line;
  const isBracketed = (bare.startsWith('[') && bare.endsWith(']')) || (bare.startsWith('(') && bare.endsWith(')'));
  return isBracketed ? bare.slice(1, -1) : bare;
}

function withoutNameLine(cue: SourceCue): SourceCue {
  const end = cue.text.indexOf('\n');
  if (end < 0) return cue;
  return withoutPrefix(cue, { name: nameIn(cue.text.slice(0, end)), after: end + 1 });
}

/** A meeting's captions: each begins with a name, whatever people call themselves. */
function labelsOf(cues: readonly SourceCue[]): (Label | null)[] {
  const all = cues.map((cue) => anyLabelOf(cue.text));
  const areAll = all.every((label, index) => label !== null && label.after < (cues[index]?.text.length ?? 0));
  return areAll ? all.map((label) => label && { ...label, style: 'plain' }) : all.map(withoutWeak);
}

/** Lower-case beginnings of sentences are no names here, however often they come. */
function withoutWeak(label: Label | null): Label | null {
  return label?.style === 'weak' ? null : label;
}

function anyLabelOf(text: string): Label | null {
  // A dash before the name says that another voice begins.
  const from = /^[-–—] ?(?=\S)/.exec(text.slice(0, 3))?.[0].length ?? 0;
  return readLabel(text, from, text.length);
}

function withoutPrefix(cue: SourceCue, { name, after }: Pick<Label, 'name' | 'after'>): SourceCue {
  let start = after;
  while (cue.text.charCodeAt(start) === 10) start++;
  const text = cue.text.slice(start);
  // A name alone: whoever wrote it wanted it read.
  if (text === '') return { ...cue, speaker: name };
  return { ...cue, text, speaker: name, ...(cue.words === undefined ? {} : { words: cutWords(cue.words, start) }) };
}

/** The words without the first `count` characters of their joined texts. */
function cutWords(words: readonly SourceWord[], count: number): SourceWord[] {
  const kept: SourceWord[] = [];
  let left = count;
  for (const word of words) {
    const text = word.text.slice(Math.min(left, word.text.length));
    left -= word.text.length - text.length;
    if (text !== '') kept.push(kept.length === 0 ? { ...word, text: text.trimStart() } : { ...word, text });
  }
  return kept;
}
