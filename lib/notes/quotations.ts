/** How pages write what somebody said: marks around it, a name and a time before or behind it. */
import type { Milliseconds } from '../transcript/units';
import { looksLikeName } from './names';
import { takeLeadingTime, takeTrailingTime } from './stated-times';

export interface Attribution {
  readonly speaker?: string;
  readonly stated?: Milliseconds;
}

export interface Quotation extends Attribution {
  /** Without the marks. */
  readonly text: string;
}

const OPENING = '“„«‹‘「『"»”';
const CLOSING = '”“»›’」』"«”';
const SPEAKER_LINE = /^([^:：()[\]（）]{1,60}?)\s*[([（]([\d:.,]{4,12})[)\]）]\s*([:：]?)\s*(?:[–—-]\s+)?/;
const DASHES = /^\s*[-–—―~]{1,2}\s*/;
const LONGEST_TAIL = 140;
const LONGEST_NAMED = 60;

/** `“Words.”`, `"Words" — Name 0:31`, `“Words” (Name, 1:02:03, link)`; null where marks do not frame the whole text. */
export function readQuotation(text: string): Quotation | null {
  const kind = OPENING.indexOf(text[0] ?? ' ');
  if (kind < 0 || text.length < 3) return null;
  const end = closingMark(text, kind);
  if (end < 2) return null;
  const said = text.slice(1, end).trim();
  const rest = text
    .slice(end + 1)
    .replace(/^[.,。،]/, '')
    .trim();
  if (said === '') return null;
  if (rest === '') return { text: said };
  // `“Words” Mara, 18:02`: without a dash only a time makes sure that a name is meant.
  const attribution =
    readAttribution(rest) ?? (/\d:\d\d/.test(rest) && rest.length <= LONGEST_NAMED ? readNameAndTime(rest) : null);
  return attribution ? { text: said, ...attribution } : null;
}

/** The mark that closes the text, or closes it but for an attribution; -1 where the marks frame only a part. */
function closingMark(text: string, kind: number): number {
  const open = OPENING[kind] ?? '';
  const marks = open === '"' ? '"' : open === '„' ? '“”"' : (CLOSING[kind] ?? '');
  let end = -1;
  for (let index = Math.max(1, text.length - LONGEST_TAIL); index < text.length; index++)
    if (marks.includes(text[index] ?? ' ')) end = isApostrophe(text, index) ? end : index;
  if (end < 0) return -1;
  return frames(text, open, marks, end) ? end : -1;
}

function isApostrophe(text: string, index: number): boolean {
  return text[index] === '’' && /\p{L}/u.test(text[index + 1] ?? '');
}

/** “a” and “b” are two quotations, not one. Inside, marks must come in pairs. */
function frames(text: string, open: string, marks: string, end: number): boolean {
  if (open === '"')
    return (text.slice(0, end + 1).split('"').length - 1) % 2 === 0 && !/"[^"]{3,}"/.test(text.slice(1, end));
  let depth = 0;
  for (let index = 0; index <= end; index++) {
    const mark = text[index] ?? '';
    if (mark === open && depth === 0) depth = 1;
    else if (marks.includes(mark) && !isApostrophe(text, index)) {
      if (index < end && open !== '‘') return false;
    }
  }
  return depth === 1;
}

/** `— Name 00:00:00`, `(Name, 1:02:03, link)`, `- Name`, `~ Name`, `[12:34]`; null for any other text. */
export function readAttribution(text: string): Attribution | null {
  if (text.length > LONGEST_TAIL) return null;
  const bracketed = /^[([（【]([^()[\]（）【】]{1,120})[)\]）】][.。]?$/.exec(text);
  const dashed = DASHES.test(text);
  if (!bracketed && !dashed) return null;
  const inner = (bracketed?.[1] ?? text.replace(DASHES, '')).trim();
  return readNameAndTime(inner);
}

/** `Name 0:31`, `Name, 1:02:03, https://…`, `0:31`, `Name (0:31)`, `Name, her job`. */
function readNameAndTime(text: string): Attribution | null {
  const parts = text
    .split(/\s*[,|·、，،]\s*/)
    .filter((part) => part !== '' && part !== 'link' && !/^https?:/.test(part));
  let speaker: string | undefined;
  let stated: Milliseconds | undefined;
  for (const part of parts.slice(0, 4)) {
    const time = takeLeadingTime(part) ?? takeTrailingTime(part);
    if (time) stated ??= time.stated;
    const name = (time ? time.text : part).trim();
    if (name !== '' && speaker === undefined) {
      if (!looksLikeName(name)) return null;
      speaker = name;
    }
  }
  if (speaker === undefined && stated === undefined) return null;
  return { ...(speaker === undefined ? {} : { speaker }), ...(stated === undefined ? {} : { stated }) };
}

export interface SpeakerLine extends Attribution {
  readonly speaker: string;
  /** What stands behind the name on the same line; often empty. */
  readonly text: string;
  /** A colon closes the name: certainly speech. Without it only what follows can tell. */
  readonly certain: boolean;
}

/** `Name (00:06:20): words`, `[0:31] Name: “words”`, `Name: “words”`. */
export function readSpeakerLine(text: string): SpeakerLine | null {
  const found = SPEAKER_LINE.exec(text.slice(0, 120));
  if (found) {
    const time = takeLeadingTime(found[2] ?? '');
    const speaker = (found[1] ?? '').trim();
    if (!time || !looksLikeName(speaker)) return null;
    const rest = text.slice(found[0].length);
    const certain = found[3] !== '' || OPENING.includes(rest[0] ?? ' ');
    return { speaker, stated: time.stated, text: rest, certain };
  }
  const lead = takeLeadingTime(text);
  const body = lead ? lead.text : text;
  const colon = body.slice(0, 64).search(/[:：]/);
  if (colon < 1 || !looksLikeName(body.slice(0, colon))) return null;
  const rest = body.slice(colon + 1).trim();
  const certain = rest !== '' && OPENING.includes(rest[0] ?? ' ');
  return { speaker: body.slice(0, colon).trim(), text: rest, certain, ...(lead ? { stated: lead.stated } : {}) };
}

/** Words of a quote without marks around them; what is not framed stays as it is. */
export function withoutMarks(text: string): string {
  return readQuotation(text)?.text ?? text;
}
