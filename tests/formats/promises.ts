/** What every shape promises of whatever it is given, told as the first broken promise. */
import type { Parsed } from '@/lib/formats/shape';
import type { SourceCue } from '@/lib/transcript/source';
import { MAX_TIME } from '@/lib/transcript/units';

/** Null when all is well. */
export function brokenPromise(parsed: Parsed): string | null {
  let latest = 0;
  for (const [index, cue] of parsed.cues.entries()) {
    const broken =
      brokenCue(cue) ?? (cue.start !== null && cue.start < latest ? 'starts before the one before it' : null);
    if (broken !== null) return `cue ${index} ${broken}: ${JSON.stringify(cue).slice(0, 300)}`;
    latest = cue.start ?? latest;
  }
  const dirt = brokenTitles(parsed);
  if (dirt !== null) return dirt;
  if (parsed.cues.length === 0 && parsed.timing !== 'none') return 'timing without cues';
  if (parsed.cues.length === 0 && parsed.problems.length === 0) return 'nothing read and nothing said';
  return brokenProblems(parsed);
}

function brokenTitles({ chapters = [], title }: Parsed): string | null {
  for (const line of [...chapters.map((chapter) => chapter.title), ...(title === undefined ? [] : [title])])
    if (dirtOf(line) !== null || line.includes('\n')) return `a title ${dirtOf(line) ?? 'of two lines'}`;
  return chapters.some(({ start }) => !isTimeOrNull(start)) ? 'a chapter at an impossible time' : null;
}

function brokenProblems({ problems }: Parsed): string | null {
  if (problems.length > 260) return `${problems.length} problems`;
  for (const { code, line, message } of problems) {
    if (!/^[a-z0-9-]+$/.test(code) || message === '') return `problem ${code}`;
    if (line !== null && !(Number.isInteger(line) && line > 0)) return `problem on line ${line}`;
  }
  return null;
}

/** The same but for the order of times: recognisers' and people's texts keep the order they are written in. */
export function brokenPiece(parsed: Parsed): string | null {
  if (parsed.cues.length === 0) return brokenPromise(parsed);
  for (const cue of parsed.cues) {
    const what = brokenPromise({ ...parsed, cues: [cue] });
    if (what !== null) return what;
  }
  return null;
}

/** What a browser has of a file is kept as it is: captions may be empty, and may end before they begin. */
export function brokenToTheLetter(parsed: Parsed): string | null {
  for (const [index, { start, end, text }] of parsed.cues.entries()) {
    if (start === null || end === null || !isTimeOrNull(start) || !isTimeOrNull(end))
      return `cue ${index} has an impossible time`;
    const dirt = text === '' ? null : dirtOf(text);
    if (dirt !== null) return `cue ${index} ${dirt}`;
  }
  return brokenProblems(parsed);
}

function brokenCue({ start, end, text, words, speaker }: SourceCue): string | null {
  if (!isTimeOrNull(start) || !isTimeOrNull(end)) return 'has an impossible time';
  if (start !== null && end !== null && end < start) return 'ends before it starts';
  if (start === null && end !== null) return 'has an end without a start';
  const dirt = dirtOf(text);
  if (dirt !== null) return dirt;
  if (speaker !== undefined && speaker !== null && (dirtOf(speaker) !== null || speaker.includes('\n')))
    return 'has an untidy speaker';
  if (words === undefined) return null;
  if (words.map((word) => word.text).join('') !== text) return 'has words that are not its text';
  for (const word of words) {
    if (!isTimeOrNull(word.start) || !isTimeOrNull(word.end ?? null)) return 'has a word with an impossible time';
    if (word.text.trim() === '') return 'has a blank word';
    if (word.confidence !== undefined && !(word.confidence >= 0 && word.confidence <= 100))
      return 'has an odd confidence';
  }
  return null;
}

function isTimeOrNull(time: number | null): boolean {
  return time === null || (Number.isInteger(time) && time >= 0 && time <= MAX_TIME);
}

/** C0 and C1 but for the line feed, lone surrogates, bidi overrides, untidy white space. */
function dirtOf(text: string): string | null {
  if (text === '' || text.trim() !== text) return 'has no text or untidy ends';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufeff]/.test(text)) return 'holds control characters';
  if (!text.isWellFormed()) return 'holds lone surrogates';
  if (/\n\n| {2}| \n|\n /.test(text)) return 'holds untidy spaces';
  return null;
}
