/**
 * Automatic captions as the site makes them: rows of about forty characters in a window of two rows, so that a row stays
 * up until the row after the next one begins. Rows overlap in time by design. Between two rows stands a roll marker ten
 * milliseconds before the next row, ending with the row it follows.
 */
import type { TruthWord } from '../episodes/speech';
import type { CaptionEvent, TrackBody } from './body';

/** A run of spoken words that the recogniser writes differently. */
export interface Mishearing {
  /** As spoken, compared without case and outer punctuation. */
  readonly spoken: readonly string[];
  /** As written. May be shorter or longer; extra words share the time of the run. */
  readonly written: readonly string[];
  /** Apply to every nth place only. Default 1: everywhere. */
  readonly every?: number;
}

export interface AsrOptions {
  readonly durationMs: number;
  readonly misheard?: readonly Mishearing[];
  /** Between words: a space, or nothing for scripts that have none. Default a space. */
  readonly joiner?: string;
  /** Characters in a row. Default 40. */
  readonly rowLength?: number;
  /** Put `>>` where the speaker changes. Default true. */
  readonly speakerMarks?: boolean;
}

/** A word as the recogniser writes it. */
export interface HeardWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly speaker: number;
}

const longPause = 1500;
const lingers = 2400;

export function asrBody(words: readonly TruthWord[], options: AsrOptions): TrackBody {
  const rows = rowsFrom(hear(words, options.misheard ?? []), options);
  const events: CaptionEvent[] = [];
  for (const [index, row] of rows.entries()) {
    const event = eventOf(row, rows[index + 2]?.start, options);
    const next = rows[index + 1];
    events.push(event);
    if (!next) continue;
    const at = next.start - 10;
    events.push({
      start: at,
      duration: Math.max(10, event.start + event.duration - at),
      words: [{ text: '\n', offset: 0 }],
      append: true,
    });
  }
  return { durationMs: options.durationMs, automatic: true, events };
}

/** Applies the mishearings and thins out commas, as recognisers do. Times stay those of the spoken words. */
export function hear(words: readonly TruthWord[], misheard: readonly Mishearing[]): HeardWord[] {
  const seen = new Map<Mishearing, number>();
  const heard: HeardWord[] = [];
  for (let index = 0; index < words.length; ) {
    const hit = misheard.find((entry) => isAt(words, index, entry.spoken));
    if (hit) seen.set(hit, (seen.get(hit) ?? 0) + 1);
    if (hit && (seen.get(hit) ?? 0) % (hit.every ?? 1) === 0) {
      heard.push(...rewritten(words.slice(index, index + hit.spoken.length), hit.written));
      index += hit.spoken.length;
      continue;
    }
    const word = words[index];
    if (word) heard.push({ ...word, text: index % 3 === 0 ? word.text.replace(/,$/, '') : word.text });
    index += 1;
  }
  return heard;
}

function isAt(words: readonly TruthWord[], index: number, spoken: readonly string[]): boolean {
  return spoken.every((word, offset) => bare(words[index + offset]?.text ?? '') === bare(word));
}

function bare(text: string): string {
  return text.toLowerCase().replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function rewritten(spoken: readonly TruthWord[], written: readonly string[]): HeardWord[] {
  const first = spoken[0];
  const last = spoken.at(-1);
  if (!first || !last) return [];
  const tail = /[.,?!]+$/.exec(last.text)?.[0] ?? '';
  const step = (last.end - first.start) / Math.max(1, written.length);
  return written.map((text, index) => ({
    text: index === written.length - 1 ? text + tail : text,
    start: Math.round(first.start + index * step),
    end: Math.round(first.start + (index + 1) * step),
    speaker: first.speaker,
  }));
}

interface Row {
  readonly start: number;
  readonly words: HeardWord[];
  readonly changesSpeaker: boolean;
}

function rowsFrom(words: readonly HeardWord[], options: AsrOptions): Row[] {
  const rowLength = options.rowLength ?? 40;
  const joiner = options.joiner ?? ' ';
  const rows: Row[] = [];
  let length = 0;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const row = rows.at(-1);
    const changesSpeaker = before !== undefined && before.speaker !== word.speaker;
    const full = length + joiner.length + word.text.length > rowLength;
    if (!row || full || changesSpeaker || (before && word.start - before.end > longPause)) {
      rows.push({ start: word.start, words: [word], changesSpeaker });
      length = word.text.length;
    } else {
      row.words.push(word);
      length += joiner.length + word.text.length;
    }
  }
  return rows;
}

function eventOf(row: Row, rowAfterNext: number | undefined, options: AsrOptions): CaptionEvent {
  const spokenUntil = row.words.at(-1)?.end ?? row.start;
  const shownUntil = Math.min(rowAfterNext ?? Number.POSITIVE_INFINITY, spokenUntil + lingers);
  const joiner = options.joiner ?? ' ';
  const mark = row.changesSpeaker && options.speakerMarks !== false ? '>> ' : '';
  return {
    start: row.start,
    duration: Math.max(10, shownUntil - row.start),
    words: row.words.map((word, index) => ({
      text: index === 0 ? mark + word.text : joiner + word.text,
      offset: word.start - row.start,
    })),
  };
}
