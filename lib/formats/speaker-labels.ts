/** Names of speakers before a colon, and which of the things before colons in a document are names at all. */
import { CharSet } from './char-set';
import { isSpace, skipSpaces } from './lines';
import { readSetOffName } from './set-off-names';
import { cleanName, gradeName, isRole, type LabelStyle } from './speaker-names';

export interface Label {
  readonly name: string;
  readonly style: LabelStyle;
  /** Index just after the colon, marks and spaces included. */
  readonly after: number;
}

/** Longest name with title and affiliation: "REP. ALEXANDRIA OCASIO-CORTEZ, (D) NEW YORK". */
const LONGEST_NAME = 64;

const BEFORE_NAMES = new CharSet('>*_[`"');

/** Reads `Name:`, `**Name:**`, `**Name**:`, `[Name]:`, `>> NAME:` at `from`; null when no name can be meant. */
export function readLabel(text: string, from: number, to: number): Label | null {
  let at = from;
  let marks = 0;
  while (at < to && at - from < 8 && BEFORE_NAMES.has(text.charCodeAt(at))) {
    if (text.charAt(at) === '*' || text.charAt(at) === '_') marks++;
    at++;
  }
  if (at > from && isSpace(text.charCodeAt(at))) at = skipSpaces(text, at, Math.min(to, at + 3));
  const bracketed = readBracketedRole(text, from, to);
  if (bracketed !== null) return bracketed;
  const dotted = readQuestionMark(text, at, to);
  if (dotted !== null) return dotted;
  return readColonName(text, at, to, marks >= 2) ?? readSetOffName(text, from, to);
}

function readColonName(text: string, from: number, to: number, isBold: boolean): Label | null {
  const colon = findColon(text, from, Math.min(to, from + LONGEST_NAME));
  if (colon <= from) return null;
  const name = withoutRemark(cleanName(text, from, colon));
  const after = skipAfterColon(text, colon + 1, to);
  if (name === '' || (after === colon + 1 && after < to && !mayFollowTightly(text, colon))) return null;
  const grade = gradeName(name);
  if (grade === null) return null;
  // Bold to the end of the line, as questions are set, says nothing of the name.
  const isOwn = isBold && (isMark(text, colon - 1) || isMark(text, colon + 1));
  return { name, style: isOwn ? 'bold' : grade, after };
}

function isMark(text: string, at: number): boolean {
  return '*_'.includes(text.charAt(at) || ' ');
}

/** `QUILL (on camera)`, `ODUYA (voice-over)`: how the words were heard is no part of a name in capitals. */
function withoutRemark(name: string): string {
  const open = name.endsWith(')') ? name.lastIndexOf(' (') : -1;
  if (open < 0) return name;
  const own = name.slice(0, open);
  const remark = name.slice(open);
  return remark === remark.toLowerCase() && own === own.toUpperCase() && own !== own.toLowerCase() ? own : name;
}

/** `[SPEAKER_00] words`, `(Speaker 1) words`: only numbered roles, since anything else in brackets is a remark. */
function readBracketedRole(text: string, from: number, to: number): Label | null {
  const open = text.charCodeAt(from);
  if (open !== 91 && open !== 40) return null;
  const close = text.slice(from, Math.min(to, from + 24)).indexOf(open === 91 ? ']' : ')');
  const name = close < 0 ? '' : text.slice(from + 1, from + close);
  const after = from + close + 1;
  if (!/\d$/.test(name) || !isRole(name) || !isSpace(text.charCodeAt(after))) return null;
  return { name, style: name === name.toUpperCase() ? 'caps' : 'plain', after: skipSpaces(text, after, to) };
}

/** `Q.  Where do you live?` and `A.  In Boston.`, as courts write it; `Q    Sir, when?` of press conferences. */
function readQuestionMark(text: string, at: number, to: number): Label | null {
  const letter = text.charAt(at);
  if (letter === 'Q' && (text.startsWith('   ', at + 1) || text.charAt(at + 1) === '\t'))
    return { name: letter, style: 'caps', after: skipSpaces(text, at + 1, to) };
  if ((letter !== 'Q' && letter !== 'A') || text.charAt(at + 1) !== '.' || !isSpace(text.charCodeAt(at + 2)))
    return null;
  return at + 2 < to ? { name: letter, style: 'caps', after: skipSpaces(text, at + 2, to) } : null;
}

/** No name holds one of these. */
const NOT_IN_NAMES = new CharSet('?!;"“”={}|<>\\…。？！、，\n\r');

/** `**Name** words` after a time: bold instead of a colon. */
export function readBoldName(text: string, from: number, to: number): Label | null {
  if (!text.startsWith('**', from)) return null;
  const close = text.slice(from + 2, Math.min(to, from + LONGEST_NAME)).indexOf('**');
  const after = from + close + 4;
  if (close <= 0 || after >= to || !isSpace(text.charCodeAt(after))) return null;
  const name = cleanName(text, from + 2, from + 2 + close);
  const style = gradeName(name);
  return style === null ? null : { name, style, after: skipSpaces(text, after, to) };
}

/** Index of the colon that ends a name; -1 when a character comes first that no name holds. */
function findColon(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 58 || code === 0xff1a) return at;
    if (NOT_IN_NAMES.has(code)) return -1;
  }
  return -1;
}

function skipAfterColon(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && '*_`]'.includes(text.charAt(at))) at++;
  return skipSpaces(text, at, to);
}

/** `Name:text` without a space is a label in Chinese, in questionnaires and before a bracket; `http://` and `12:30` are not. */
function mayFollowTightly(text: string, colon: number): boolean {
  if (text.charAt(colon) === '：') return true;
  const next = text.charCodeAt(colon + 1);
  return next >= 0x2e80 || (next >= 65 && next <= 90) || '[(\\"“«\''.includes(text.charAt(colon + 1));
}
