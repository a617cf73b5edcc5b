/**
 * Lists of words with times as recognisers and corpora write them, one word a line: NLP tables (`token|speaker|ts|endTs|punctuation|…`) and
 * NIST's CTM (`file channel start duration word confidence`). For checks against published pairs; readers do not meet them.
 */
import type { SourceCue, SourceWord, TranscriptSource } from '../../../lib/transcript/source';

interface ListedWord extends SourceWord {
  readonly speaker: string | null;
}

/** Null when the text is neither. */
export function readWordList(text: string): TranscriptSource | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith(';;'));
  const [head = ''] = lines;
  if (/^token\|/.test(head)) return toSource(readNlp(head, lines.slice(1)));
  if (/^\S+ \S+ \d+(\.\d+)? \d+(\.\d+)? \S+( [\d.]+)?$/.test(head)) return toSource(lines.map(readCtmLine));
  return null;
}

function readNlp(head: string, rows: readonly string[]): ListedWord[] {
  const column = new Map(head.split('|').map((name, index) => [name, index] as const));
  const field = (row: readonly string[], name: string) => (row[column.get(name) ?? -1] ?? '').trim();
  const time = (value: string) => (value === '' ? null : Math.round(Number(value) * 1000));
  return rows.map((line) => {
    const row = line.split('|');
    const text = `${field(row, 'prepunctuation')}${field(row, 'token')}${field(row, 'punctuation')}`;
    return {
      text: ` ${text}`,
      start: time(field(row, 'ts')),
      end: time(field(row, 'endTs')),
      speaker: field(row, 'speaker') || null,
    };
  });
}

function readCtmLine(line: string): ListedWord {
  const [, , start = '', length = '', word = ''] = line.trim().split(/\s+/);
  const from = Number(start) * 1000;
  return { text: ` ${word}`, start: Math.round(from), end: Math.round(from + Number(length) * 1000), speaker: null };
}

/** One cue for each stretch of one speaker. */
function toSource(words: readonly ListedWord[]): TranscriptSource {
  const isTimed = words.some((word) => word.start !== null);
  const cues: SourceCue[] = [];
  for (let first = 0; first < words.length; ) {
    let end = first + 1;
    while (end < words.length && words[end]?.speaker === words[first]?.speaker) end++;
    cues.push(toCue(words.slice(first, end), isTimed));
    first = end;
  }
  return { language: null, timing: isTimed ? 'word' : 'none', cues };
}

function toCue(words: readonly ListedWord[], isTimed: boolean): SourceCue {
  const starts = words.flatMap((word) => word.start ?? []);
  const ends = words.flatMap((word) => word.end ?? []);
  const text = words
    .map((word) => word.text)
    .join('')
    .trim();
  const speaker = words[0]?.speaker ? `Speaker ${words[0].speaker}` : null;
  if (!isTimed || starts.length === 0) return { start: null, end: null, text, speaker };
  return { start: Math.min(...starts), end: Math.max(...starts, ...ends), text, speaker, words };
}
