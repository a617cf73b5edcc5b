/** Marks of note-keeping programs that are neither Markdown nor words: Obsidian's, Logseq's, Roam's. */

const TIMESTAMP = /\{\{[^{}]{0,60}?timestamp(?:\]\])?[:,]?\s+"?((?:\d{1,2}:)?\d{1,3}:\d{2}|\d{1,6})"?[^{}]{0,80}\}\}/gi;
/** A player, a query, a link to another block. */
const MACRO = /\{\{[^{}]{0,400}\}\}|\(\([\w-]{6,40}\)\)/g;
const COMMENT = /%%[^%]{0,2000}%%/g;
const HIGHLIGHT = /==([^=\n]{1,2000})==/g;
/** The name of a block, and hashtags, at the end of a line. */
const TAIL = /(?:\s+(?:\^[\w-]{1,40}|#[\p{L}][\p{L}\p{N}_/-]{1,40}))+$/u;
const BLOCK_MARK = /^(?:[-*]\s+)?#\+(?:BEGIN|END)_\w{1,20}$/i;
const OWN_PROPERTY = /^(?:id|collapsed|created-at|updated-at|(?:hl|ls|query|card)-[\w-]{1,30})::(?:\s|$)/;

/** The line without them; times of a player are written as a clock. Linear in the length of the line. */
export function withoutProgramMarks(line: string): string {
  if (OWN_PROPERTY.test(line)) return '';
  let text = line;
  if (text.includes('{{') || text.includes('((')) text = text.replace(TIMESTAMP, asClock).replace(MACRO, '');
  if (text.includes('%%')) text = text.replace(COMMENT, '');
  if (text.includes('==')) text = text.replace(HIGHLIGHT, '$1');
  if (text.includes('#+')) text = BLOCK_MARK.test(text) ? '' : text;
  return text === line && !/[#^]/.test(text.slice(1)) ? line : withoutTail(text).trim();
}

function withoutTail(text: string): string {
  const cut = Math.max(0, text.length - 200);
  const tail = TAIL.exec(text.slice(cut));
  // A line of nothing but tags is furniture, which others know.
  return tail && cut + tail.index > 0 ? text.slice(0, cut + tail.index) : text;
}

function asClock(_whole: string, time: string): string {
  if (time.includes(':')) return time;
  const seconds = Number(time);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor((seconds % 3600) / 60))}:${pad(seconds % 60)}`;
}
