/** SubRip: numbered cues with `HH:MM:SS,mmm --> HH:MM:SS,mmm`. There is no standard, so everything that is met is read. */
import type { SourceCue } from '../transcript/source';
import { tidyText } from './clean-text';
import { type CueBlock, readCueBlocks } from './cue-blocks';
import { reportNegative, settleTimes } from './cue-times';
import { decodeEntities } from './entities';
import { finishCues } from './finish-cues';
import { isTooLarge, refusedAsTooLarge } from './limits';
import { LineWalker, skipSpaces } from './lines';
import { endsInOverride, overrideTail, stripMarkup, stripOverrides } from './markup';
import { Problems } from './problems';
import { unrollCues } from './rolling';
import type { Guess, Parsed, Shape } from './shape';
import { countTimingLines } from './timing-count';

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const problems = new Problems();
  const blocks = readCueBlocks(new LineWalker(text, byteOrderMark(text)), { isWebVtt: false }, problems);
  const cues: SourceCue[] = [];
  let emptyCues = 0;
  let isOverrideOpen = false;
  for (const block of blocks) {
    const raw = rawWords(block);
    const body: string = isOverrideOpen ? raw.slice(overrideTail(raw)) : raw;
    isOverrideOpen = body.includes('{') && endsInOverride(body);
    const words = readSubRipText(body);
    if (words === '') {
      emptyCues++;
      continue;
    }
    if (block.timing.isNegative) reportNegative(block.line, problems);
    cues.push({ ...settleTimes(block.timing.start, block.timing.end, block.line, problems), text: words });
  }
  return finishCues(unrollCues(cues, problems), problems, { emptyCues });
}

/** Where the text starts behind a byte order mark. */
export function byteOrderMark(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** What a reader sees of a SubRip cue: tags and override codes gone, entities decoded, lines kept. */
export function readSubRipText(body: string): string {
  return tidyText(decodeEntities(stripMarkup(stripOverrides(body))));
}

/** Some files put the first words on the line of the times, where others have coordinates. */
function rawWords(block: CueBlock): string {
  const from = skipSpaces(block.settings, 0, block.settings.length);
  if (from === block.settings.length || isSettings(block.settings, from)) return block.body;
  const first = block.settings.slice(from);
  return block.body === '' ? first : `${first}\n${block.body}`;
}

/** `X1:40 X2:600 Y1:20 Y2:50`, `align:start position:0%`. */
function isSettings(text: string, from: number): boolean {
  const end = text.length;
  for (let at = from; at < end; ) {
    const tokenFrom = at;
    let colon = -1;
    for (; at < end && skipSpaces(text, at, end) === at; at++) if (text.charCodeAt(at) === 58 && colon < 0) colon = at;
    if (colon <= tokenFrom || colon === at - 1) return false;
    at = skipSpaces(text, at, end);
  }
  return true;
}

function guess(text: string): Guess | null {
  const head = text.slice(0, 64).trimStart();
  if (head.startsWith('WEBVTT') || head.startsWith('<')) return null;
  const { count, comma } = countTimingLines(text);
  if (count === 0) return null;
  const evidence = `${count === 1 ? 'a line' : `${count} lines`} of \`00:00:01,000 --> 00:00:02,000\``;
  return { confidence: comma > 0 || count > 2 ? 0.97 : 0.9, evidence };
}

export const srt: Shape = { id: 'srt', name: 'SubRip subtitles', guess, parse };
