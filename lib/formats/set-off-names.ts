/**
 * Names that stand before words without a colon: in brackets, with a full stop as in the records of parliaments and in plays,
 * or, behind a time, with a dash, a bar or a tab. Only a document full of them means names by it.
 */
import { CharSet } from './char-set';
import { isSpace, skipSpaces } from './lines';
import { gradeName, type LabelStyle } from './speaker-names';

export interface SetOffName {
  readonly name: string;
  readonly style: LabelStyle;
  /** Where the words begin. */
  readonly after: number;
}

const LONGEST = 56;

/** `[Mara Quill] words`, `(Mara Quill) words`, `MARA. Words`, `Mr. QUILL. Words`. */
export function readSetOffName(text: string, from: number, to: number): SetOffName | null {
  const code = text.charCodeAt(from);
  if (code === 91 || code === 40) return readBracketed(text, from, to, code === 91 ? ']' : ')');
  return code >= 65 && code <= 90 ? readStopped(text, from, to) : null;
}

function readBracketed(text: string, from: number, to: number, closer: string): SetOffName | null {
  const close = text.slice(from, Math.min(to, from + LONGEST)).indexOf(closer);
  const after = from + close + 1;
  if (close < 2 || after >= to || !isSpace(text.charCodeAt(after))) return null;
  const name = text.slice(from + 1, from + close).trim();
  // A single word in round brackets is a remark.
  return isProper(name) && (closer === ']' || name.includes(' '))
    ? { name, style: 'set', after: skipSpaces(text, after, to) }
    : null;
}

const TITLE =
  '(?:Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Sen|Senator|Rep|Representative|Congressman|Congresswoman|Chair|Chairman|Chairwoman|Secretary|Judge|Justice|Gen|General|Gov|Governor|Ambassador|Director|Admiral|Commissioner|Mayor|Lord|Lady|Sir|Baroness)';

/** "Mr. QUILL", "Senator Quill", "Ms. ODUYA of Ohio", "The SPEAKER pro tempore", "MARA", "FIRST CITIZEN". */
const STOPPED = new RegExp(
  `^(?:${TITLE}\\.? [A-Z][\\p{L}'’-]+(?: (?:of|de|van|von|[A-Z][\\p{L}'’-]+)){0,4}|The (?:[A-Z][a-z]+ )?[A-Z]{3,}[A-Z ]*(?: pro tempore)?|[A-Z]{3,}(?: [A-Z][A-Z'’-]+){0,3})\\. +(?=\\S)`,
  'u',
);

function readStopped(text: string, from: number, to: number): SetOffName | null {
  const limit = Math.min(to, from + LONGEST);
  // Two capitals or a title: told before anything is cut out, since nearly every line begins with a capital.
  const second = text.charCodeAt(from + 1);
  if (!(second >= 65 && second <= 90) && !FIRST_LETTERS.has(text.slice(from, from + 2))) return null;
  const match = STOPPED.exec(text.slice(from, Math.min(to, limit + 2)));
  if (match === null) return null;
  const name = match[0].trimEnd().slice(0, -1);
  return { name, style: 'set', after: from + match[0].length };
}

/** Of the titles above. */
const FIRST_LETTERS = new Set('Mr Ms Mi Dr Pr Se Re Co Ch Ju Ge Go Am Di Ad Ma Lo La Si Ba Th'.split(' '));

const DIVIDERS = new CharSet('-–—|');

/** Behind a time: `Mara Quill - words`, `Mara Quill | words`, the name and a tab. */
export function readDividedName(text: string, from: number, to: number): SetOffName | null {
  const limit = Math.min(to, from + LONGEST);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    const isTab = code === 9;
    if (!isTab && !(isSpace(code) && DIVIDERS.has(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === 32)) continue;
    const name = text.slice(from, at).trim();
    const after = skipSpaces(text, isTab ? at : at + 2, to);
    return after < to && isProper(name) ? { name, style: 'set', after } : null;
  }
  return null;
}

function isProper(name: string): boolean {
  const grade = gradeName(name);
  return grade === 'caps' || grade === 'plain';
}
