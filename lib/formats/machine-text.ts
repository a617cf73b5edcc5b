/** Text that is no talk: programs, logs, chats, tables of numbers, forms without words. Told from its beginning. */
import { LineWalker } from './lines';

const CODE = 'This looks like a program, not like a transcript.';

/** Beginnings that settle the matter. */
const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:;;.{0,200}[\r\n]+)*SPEAKER \S+ \d+ [\d.]+ [\d.]+ <NA>/,
    'These are the times of speakers (RTTM), without their words.',
  ],
  [/^Scenarist_SCC V\d/, 'These are captions in a coded form (SCC), which is not read. Turn them into SRT or WebVTT.'],
  [
    /^"?(?:Marker Name"?\tDescription"?\tIn\b|#,"?V"?,"?C"?,"?Notes|No\.?,Marker Name,)/,
    'These are the markers of a video editor, not a transcript.',
  ],
  [/^TITLE: .{0,200}[\r\n]+(?:FCM: |\s{0,20}\d{3} )/, 'This is a list of cuts (EDL), not a transcript.'],
  [/^#EXTM3U/, 'This is a playlist, not a transcript.'],
  [/^BEGIN:V(?:CALENDAR|CARD)/, 'This is a calendar or an address book, not a transcript.'],
  [/^(?:diff --git |--- a\/|Index: \S+[\r\n])/, 'This is a list of changes to a program, not a transcript.'],
  [/^%PDF-/, 'This is a PDF. Copy its text, and paste it instead.'],
  [/^\{\\rtf1/, 'This is formatted text (RTF). Save it as plain text, or copy and paste its words.'],
  [/^(?:#!\/|<\?php|#include [<"]|package [\w.]+;|using [\w.]+;)/, CODE],
  [/^\\documentclass/, 'This is a LaTeX document, not a transcript.'],
  [
    /^(?:(?:From|To|Cc|Date|Sent|Subject|Reply-To|Von|An|Datum|Betreff|De|À|Objet): .{1,300}[\r\n]{1,2}){3}/,
    'This is an e-mail, not a transcript.',
  ],
  [/^-----BEGIN [A-Z]/, 'This is a key or a certificate, not a transcript.'],
];

type Kind = 'log' | 'chat' | 'code' | 'numbers' | 'table';

const MESSAGES: Readonly<Record<Kind, string>> = {
  log: 'This is a log, not a transcript.',
  chat: 'This is a chat, not the words of a talk.',
  code: CODE,
  numbers: 'These are numbers or codes, not words.',
  table: 'This is a table without a column of times and words.',
};

/** For a reader: what the text is; null for what somebody may have said or written. */
export function findMachineText(text: string): string | null {
  const head = text.slice(0, 1000).replace(/^[\s\ufeff]+/, '');
  for (const [pattern, message] of SIGNATURES) if (pattern.test(head)) return message;
  const kind = kindOfLines(sampleLines(text));
  return kind === null ? null : MESSAGES[kind];
}

/** Lines looked at, and characters of each. */
const MOST_LINES = 200;
const LONGEST = 300;
const REACH = 60_000;

function sampleLines(text: string): string[] {
  const lines: string[] = [];
  const walker = new LineWalker(text.length > REACH ? text.slice(0, REACH) : text);
  while (lines.length < MOST_LINES && walker.next()) {
    const line = text.slice(walker.start, Math.min(walker.end, walker.start + LONGEST)).trim();
    if (line !== '') lines.push(line);
  }
  return lines;
}

/** Share of the lines that must be of one kind; names and days of a chat may stand above what was written. */
const SHARES = { log: 0.6, chat: 0.3, code: 0.6, numbers: 0.6 } as const;
const FEWEST = 3;

function kindOfLines(lines: readonly string[]): Kind | null {
  const counts: Record<Kind, number> = { log: 0, chat: 0, code: 0, numbers: 0, table: 0 };
  for (const line of lines) {
    const kind = kindOfLine(line);
    if (kind !== null) counts[kind]++;
  }
  const total = Math.max(lines.length, FEWEST);
  for (const kind of ['log', 'chat', 'code', 'numbers'] as const) if (counts[kind] >= total * SHARES[kind]) return kind;
  return lines.length >= FEWEST && isTable(lines) ? 'table' : null;
}

const LOG = [
  /^\W{0,2}\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S* {0,4}\W{0,2}[A-Z]{4,8}\b/,
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d\d:\d\d:\d\d \S+ \S{1,60}: /,
  /^\d{1,3}(?:\.\d{1,3}){3} - /,
  /^\W{0,2}\d\d:\d\d:\d\d\S{0,8}\W{1,4}(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL)\b/,
];

const CHAT = [
  /^\W{0,2}\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d/,
  /^\W{0,2}\d{1,2}:\d\d(?::\d\d)?\W{1,3}(?:<[^<>\s/]{3,30}>|\* \w+ (?:has|is)\b|-!- )/,
  /^\d{1,2}:\d\d:\d\d\s{1,4}From {1,2}\S.{0,60}? : /,
  /^.{1,60}[,—-] \[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d.{0,6}$/,
];

function kindOfLine(line: string): Kind | null {
  if (LOG.some((pattern) => pattern.test(line))) return 'log';
  if (CHAT.some((pattern) => pattern.test(line))) return 'chat';
  if (isCode(line)) return 'code';
  return isCoded(line) ? 'numbers' : null;
}

const STATEMENT =
  /^(?:def \w+\(|class \w+|elif |except\b|import [\w.{]|from [\w.]+ import|return\b.{0,80}[\w)]$|(?:for|if|while|with|try|else|elif)\b.{0,80}[\w)]:$|print\(|(?:const|let|var) \w+ =|[\w.-]{1,40} ?= ?\S{1,60}$|@\w+\()/;

function isCode(line: string): boolean {
  return (
    /[;{}]$/.test(line) || STATEMENT.test(line) || (/^[\w"'.]{1,30}\(.{0,200}\):?$/.test(line) && !line.includes(' — '))
  );
}

/** No letters, or letters and digits in one unbroken run. */
function isCoded(line: string): boolean {
  if (/^[A-Za-z\d+/=_-]{40,}$/.test(line) && /\d/.test(line)) return true;
  if (/\p{L}/u.test(line)) return false;
  // A time on its own line belongs to the words below it.
  return !(/[:;]/.test(line) && /^[\d:.,;[\]()<>#\s→–-]{1,60}$/.test(line));
}

/** Words in a cell; more is somebody's sentence. */
const WORDS_IN_CELL = 2;

function isTable(lines: readonly string[]): boolean {
  const commas = lines.map((line) => line.split(',').length);
  const [width = 1] = commas;
  if (width < 3 || commas.filter((count) => count === width).length * 20 < lines.length * 19) return false;
  const words = lines.reduce((sum, line) => sum + line.split(' ').length - 1 + width, 0);
  return words <= lines.length * width * WORDS_IN_CELL;
}
