/**
 * WebVTT for readers: what a browser would show, and besides, each with a problem, what it would lose: files without the
 * signature, times with a comma or too few digits, words after a blank line. `webvtt-standard.ts` has the letter of the law.
 */
import type { SourceCue } from '../transcript/source';
import { isPlain } from './clean-text';
import { type BlockTimes, readCueBlocks } from './cue-blocks';
import { reportNegative, settleEnd } from './cue-times';
import { finishCues } from './finish-cues';
import { findMark, joinMarked, type Mark } from './highlighted';
import { languageTag } from './language-tag';
import { isTooLarge, refusedAsTooLarge } from './limits';
import { indexOfCode, LineWalker, skipSpaces } from './lines';
import { Problems } from './problems';
import { unrollCues } from './rolling';
import type { Guess, Parsed, Shape } from './shape';
import { countTimingLines } from './timing-count';
import { readTimingLine } from './timing-line';
import { speakersInIds, spokenBy } from './webvtt-ids';
import { readVttNote } from './webvtt-note';
import { readVttWords } from './webvtt-words';

const SIGNATURE = 'WEBVTT';

const FOREIGN_ENDS = ['\v', '\f', '\u0085', '\u2028', '\u2029'];

function parse(input: string): Parsed {
  if (isTooLarge(input)) return refusedAsTooLarge();
  // Elsewhere these end lines; here they are white space like any other.
  const text = FOREIGN_ENDS.reduce((read, end) => (read.includes(end) ? read.replaceAll(end, ' ') : read), input);
  const problems = new Problems();
  const header = readHeader(text, problems);
  const note = readVttNote(header.walker);
  const speakers = speakersInIds(text);
  const cues: SourceCue[] = [];
  let blocks = 0;
  let emptyCues = 0;
  let rolling = 0;
  readCueBlocks(header.walker, { isWebVtt: true }, problems, (times, line, settings, from, to) => {
    blocks++;
    if (times.isPlain && times.isStandard && times.end !== null && times.start !== null && times.end >= times.start) {
      cues.push(spokenBy({ start: times.start, end: times.end, text: text.slice(from, to) }, speakers?.get(line)));
      return;
    }
    if (settings !== '' && settings.includes('position:0%') && settings.includes('align:start')) rolling++;
    const body = {
      text: text.slice(from, to),
      isPlain: times.isPlain || isPlain(text, from, to),
      speaker: speakers?.get(line),
    };
    if (from === to || !addCues(cues, times, line, body, problems)) emptyCues++;
  });
  // YouTube's automatic tracks set every cue alike and flash a cue of one row or none between any two.
  const isKnown = header.isCaptions && rolling === blocks;
  const told = joinMarked(cues, problems, () => marksOf(text)) ?? unrollCues(cues, problems, { isKnown });
  const language = header.language ?? note?.language ?? null;
  const parsed = finishCues(told, problems, { language, emptyCues: isKnown ? 0 : emptyCues });
  return note === null || note.chapters.length === 0 ? parsed : { ...parsed, chapters: note.chapters };
}

/** The second reading that tells what is marked in each caption: few files need it. */
function marksOf(text: string): (Mark | null)[] {
  const marks: (Mark | null)[] = [];
  const { walker } = readHeader(text, new Problems());
  readCueBlocks(walker, { isWebVtt: true }, new Problems(), (times, _line, _settings, from, to) => {
    const start = times.start ?? 0;
    const body = text.slice(from, to);
    const stretches = from === to ? [] : readVttWords(body, start);
    const read = (marked: string) => readVttWords(marked, start)[0]?.text ?? '';
    for (let index = 0; index < stretches.length; index++)
      marks.push(stretches.length === 1 ? findMark(body, read) : null);
  });
  return marks;
}

/** One cue for each voice in the block; false when it holds no words. */
function addCues(
  cues: SourceCue[],
  times: BlockTimes,
  line: number,
  body: { readonly text: string; readonly isPlain: boolean; readonly speaker: string | undefined },
  problems: Problems,
): boolean {
  const { start, end } = times;
  const stretches = body.isPlain ? null : readVttWords(body.text, start ?? 0);
  if (stretches?.length === 0) return false;
  if (times.isNegative) reportNegative(line, problems);
  if (!times.isStandard) problems.tally('time-not-standard', line, ODD_TIMES);
  const settled = settleEnd(start, end, line, problems);
  if (stretches === null) cues.push(spokenBy({ start, end: settled, text: body.text }, body.speaker));
  for (const { speaker, text, words } of stretches ?? []) {
    if (speaker === null && words === undefined) cues.push(spokenBy({ start, end: settled, text }, body.speaker));
    else cues.push({ start, end: settled, text, speaker, ...(words === undefined ? {} : { words }) });
  }
  return true;
}

const ODD_TIMES = 'The times of a caption are not written as WebVTT wants them. They were read all the same.';

interface Header {
  /** Stands on the header's last line. */
  readonly walker: LineWalker;
  readonly language: string | null;
  /** `Kind: captions`, as YouTube writes. */
  readonly isCaptions: boolean;
}

/** Reads to the first blank line or the first times, whichever comes first. */
function readHeader(text: string, problems: Problems): Header {
  const signature = findSignature(text, problems);
  let language: string | null = null;
  let isCaptions = false;
  const lines = new LineWalker(text, signature.from, signature.linesBefore);
  let from = signature.from;
  let linesBefore = signature.linesBefore;
  if (!signature.isFound) return { walker: lines, language, isCaptions };
  while (lines.next() && !lines.isBlank) {
    if (readTimingLine(text, skipSpaces(text, lines.start, lines.end), lines.end) !== null)
      return { walker: new LineWalker(text, from, linesBefore), language, isCaptions };
    from = lines.after;
    linesBefore = lines.number;
    const colon = indexOfCode(text, 58, lines.start, Math.min(lines.end, lines.start + LONGEST_FIELD));
    if (colon < 0) continue;
    const name = text.slice(lines.start, colon).trim().toLowerCase();
    if (name === 'language' || name === 'lang') language = languageTag(text.slice(colon + 1, lines.end));
    else if (name === 'kind') isCaptions = text.slice(colon + 1, lines.end).trim() === 'captions';
  }
  return { walker: lines, language, isCaptions };
}

const LONGEST_FIELD = 20;

interface Signature {
  readonly isFound: boolean;
  readonly from: number;
  readonly linesBefore: number;
}

/** The signature should be the very first thing; blank lines and spaces before it are forgiven, and so is its absence. */
function findSignature(text: string, problems: Problems): Signature {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lines = new LineWalker(text, start);
  while (lines.next() && lines.isBlank);
  const from = skipSpaces(text, lines.start, lines.end);
  const isFound = text.startsWith(SIGNATURE, from);
  if (!isFound) {
    problems.add('signature-missing', 1, 'The first line should say WEBVTT and does not.');
    return { isFound, from: start, linesBefore: 0 };
  }
  if (from !== start) problems.add('signature-late', lines.number, 'WEBVTT should be the very first thing in it.');
  return { isFound, from, linesBefore: lines.number - 1 };
}

function guess(text: string): Guess | null {
  const head = text.slice(0, 200).trimStart();
  if (!head.startsWith(SIGNATURE)) return null;
  const after = head.charAt(SIGNATURE.length);
  if (after !== '' && after.trim() !== '') return null;
  const { count } = countTimingLines(text);
  const evidence = count === 0 ? 'the first line says WEBVTT' : `WEBVTT, and ${count} lines of times`;
  return { confidence: 0.99, evidence };
}

export const webvtt: Shape = { id: 'webvtt', name: 'WebVTT captions', guess, parse };
