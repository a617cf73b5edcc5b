/** Names of speakers before a colon, and which of the things before colons in a document are names at all. */
import { CharSet } from './char-set';
import { isSpace, skipSpaces, trimEnd } from './lines';
import { isWordCharacter } from './stamps';

/** How the name is written. Most documents keep to one way. */
export type LabelStyle = 'bold' | 'caps' | 'plain' | 'weak';

export interface Label {
  readonly name: string;
  /** `weak`: lower case or no case, which any words before a colon could be. */
  readonly style: LabelStyle;
  /** Index just after the colon, marks and spaces included. */
  readonly after: number;
}

/** Longest name with title and affiliation: "REP. ALEXANDRIA OCASIO-CORTEZ, (D) NEW YORK". */
const LONGEST_NAME = 64;
const MOST_WORDS = 8;

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
  const colon = findColon(text, at, Math.min(to, at + LONGEST_NAME));
  if (colon <= at) return null;
  const name = cleanName(text, at, colon);
  const after = skipAfterColon(text, colon + 1, to);
  if (name === '' || (after === colon + 1 && after < to && !mayFollowTightly(text, colon))) return null;
  const grade = gradeName(name);
  if (grade === null) return null;
  return { name, style: marks >= 2 ? 'bold' : grade, after };
}

/** `[SPEAKER_00] words`, `(Speaker 1) words`: only numbered roles, since anything else in brackets is a remark. */
function readBracketedRole(text: string, from: number, to: number): Label | null {
  const open = text.charCodeAt(from);
  if (open !== 91 && open !== 40) return null;
  const close = text.slice(from, Math.min(to, from + 24)).indexOf(open === 91 ? ']' : ')');
  const name = close < 0 ? '' : text.slice(from + 1, from + close);
  const after = from + close + 1;
  if (!/\d$/.test(name) || !ROLE.test(name) || !isSpace(text.charCodeAt(after))) return null;
  return { name, style: name === name.toUpperCase() ? 'caps' : 'plain', after: skipSpaces(text, after, to) };
}

/** `Q.  Where do you live?` and `A.  In Boston.`, as courts write it. */
function readQuestionMark(text: string, at: number, to: number): Label | null {
  const letter = text.charAt(at);
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

/** The name without marks, brackets around all of it and spaces. */
export function cleanName(text: string, from: number, to: number): string {
  let start = skipSpaces(text, from, to);
  let end = trimEnd(text, start, to);
  while (start < end && '*_`[#"'.includes(text.charAt(start))) start++;
  while (end > start && '*_`"'.includes(text.charAt(end - 1))) end--;
  if (text.charAt(end - 1) === ']' && !text.slice(start, end).includes('[')) end--;
  start = skipSpaces(text, start, end);
  return foldSpaces(text.slice(start, trimEnd(text, start, end)));
}

function foldSpaces(name: string): string {
  return /[^\S ]| {2}/.test(name) ? name.trim().split(/\s+/).join(' ') : name;
}

const PARTICLES = new Set(
  'a al af and av bin bint da das de dei del della den der des di do dos du e el et für i ibn la le les mc of on og och at in the to und v van vom von y zu zum zur with & - – — / | +'.split(
    ' ',
  ),
);

/** A day stands before the time of a meeting as a name would: "Wed, Nov 25, 2020". */
const DATE = /(?:^|[ ,./-])(?:19|20)\d\d$/;

/** The word without brackets, quotes and marks around it. */
function trimMarks(word: string): string {
  let from = 0;
  let to = word.length;
  while (from < to && !isWordCharacter(word.charCodeAt(from))) from++;
  while (to > from && !isWordCharacter(word.charCodeAt(to - 1))) to--;
  return from === 0 && to === word.length ? word : word.slice(from, to);
}

/** What stands for a name, also in lower case. */
const ROLE =
  /^(?:unknown )?(?:speaker|spk|person|participant|interviewer|interviewee|moderator|host|guest|man|woman|student|caller|narrator|audience(?: member)?)[ _-]?\d{0,3}$/i;

type Grade = Exclude<LabelStyle, 'bold'> | null;

/** A document has few names, each many times. */
const graded = new Map<string, Grade>();

const MOST_GRADED = 1000;

/** Null when it cannot be a name. */
export function gradeName(name: string): Grade {
  const known = graded.get(name);
  if (known !== undefined) return known;
  const grade = gradeNewName(name);
  if (graded.size >= MOST_GRADED) graded.clear();
  graded.set(name, grade);
  return grade;
}

function gradeNewName(name: string): Grade {
  if (DATE.test(name)) return null;
  if (ROLE.test(name)) return name === name.toUpperCase() ? 'caps' : 'plain';
  const words = name.split(' ');
  if (
    words.length > MOST_WORDS ||
    !isWordCharacter(name.charCodeAt(name.startsWith('(') || name.startsWith('@') ? 1 : 0))
  )
    return null;
  let hasUpper = false;
  let hasLower = false;
  let isProper = true;
  for (const [index, word] of words.entries()) {
    const letters = trimMarks(word);
    if (letters === '') continue;
    // "Well. Look at this:" is two sentences, "Good morning." one; "Dr. Smith", "J. R. Smith, Jr." are names.
    if (word.endsWith('.') && letters.length > (index < words.length - 1 ? 4 : 3) && !letters.includes('.'))
      return null;
    const first = String.fromCodePoint(letters.codePointAt(0) ?? 0);
    const isLower = first !== first.toUpperCase();
    if (letters !== letters.toUpperCase()) hasLower = true;
    if (first !== first.toLowerCase()) hasUpper = true;
    if (isLower && !(index > 0 && PARTICLES.has(letters))) isProper = false;
  }
  if (hasUpper && !hasLower) return 'caps';
  if (isProper && hasUpper) return words.length <= 6 || name.includes(',') || name.includes('(') ? 'plain' : null;
  if (!hasUpper && !hasLower) return /\p{L}/u.test(name) ? (name.length <= 16 ? 'weak' : null) : null;
  return words.length <= 3 ? 'weak' : null;
}

/** Words that stand before a colon in prose, forms and headers far more often than they name anybody. */
const NOT_NAMES = new Set(
  (
    'note notes question questions answer answers example examples warning update updates source sources link links sponsor sponsors title date ' +
    'time duration published author authors subject topic topics tags tag category categories url website video audio youtube twitter ' +
    'facebook instagram linkedin email phone address summary abstract introduction conclusion chapter chapters part step tip tips remember ' +
    'fact spoiler disclaimer warning first second third finally today bonus option options correction edit editor’s transcript transcription ' +
    'keywords description overview location length language recorded attendees participants invited meeting file speakers speaker ' +
    'media episode show podcast hosts guests credits music copyright license read listen watch subscribe follow ps p.s re fwd subject ' +
    'applause music laughter laughs laughing cheering cheers silence inaudible crosstalk pause sighs ' +
    'context implication implications quote quotes domain status formula limits patterns connection related examples agenda action decision decisions ' +
    'key insight takeaway definition result results reason problem solution goal also but and so because however therefore namely'
  ).split(' '),
);

export function isHeaderWord(name: string): boolean {
  const space = name.indexOf(' ');
  return (
    NOT_NAMES.has(name.toLowerCase()) ||
    (space > 0 && NOT_NAMES.has(name.slice(0, space).toLowerCase()) && !/\d$/.test(name))
  );
}

/** Collects the candidates of a document, then tells which of them are speakers. */
export class LabelBook {
  private readonly seen = new Map<string, { style: LabelStyle; count: number }>();

  add(label: Pick<Label, 'name' | 'style'>): void {
    const entry = this.seen.get(label.name);
    if (entry) {
      entry.count++;
      if (label.style === 'bold') entry.style = 'bold';
    } else this.seen.set(label.name, { style: label.style, count: 1 });
  }

  /**
   * Names that are taken for speakers. Bold labels and capitals rule out the others where they are the document's way;
   * otherwise a name is believed when it comes back, and a single one when the document is full of names.
   * `lines`: how many the document has, to tell how full of names it is.
   */
  speakers(lines = Number.POSITIVE_INFINITY): ReadonlySet<string> {
    const totals: Record<LabelStyle, number> = { bold: 0, caps: 0, plain: 0, weak: 0 };
    let returning = 0;
    for (const [name, { style, count }] of this.seen) {
      if (isHeaderWord(name) && count < 3) continue;
      totals[style] += count;
      if (count > 1 && (style !== 'weak' || !hasCase(name))) returning += count;
    }
    const ruling = rulingStyle(totals);
    const isFull = (totals.bold + totals.caps + totals.plain + totals.weak) * 2 >= lines;
    const accepted = new Set<string>();
    for (const [name, { style, count }] of this.seen) {
      if (isAccepted(name, style, count, { ruling, returning, isFull })) accepted.add(name);
    }
    // A question without an answer, or an item "A." of a list.
    if (!accepted.has('Q') || !accepted.has('A')) {
      accepted.delete('Q');
      accepted.delete('A');
    }
    return accepted;
  }
}

/** Chinese, Japanese, Arabic and others write names without capitals. */
function hasCase(name: string): boolean {
  return name.toLowerCase() !== name.toUpperCase();
}

function rulingStyle({ bold, caps, plain }: Record<LabelStyle, number>): LabelStyle {
  if (bold >= 2 && bold * 2 >= caps + plain) return 'bold';
  if (caps >= 2 && caps >= plain) return 'caps';
  return 'plain';
}

interface BookFacts {
  readonly ruling: LabelStyle;
  /** Lines whose label comes back. */
  readonly returning: number;
  /** At least every second line of the document begins with a label. */
  readonly isFull: boolean;
}

function isAccepted(name: string, style: LabelStyle, count: number, { ruling, returning, isFull }: BookFacts): boolean {
  if (ruling === 'bold') return style === 'bold' && !isHeaderWord(name);
  if (style === 'bold') return !isHeaderWord(name);
  // A title gives a name away: "Dr. Jane Roe, Ph.D." among names in capitals.
  if (ruling === 'caps' && style !== 'caps') return isFull && style === 'plain' && (count > 1 || /[.,]/.test(name));
  if (style === 'weak') return count >= 3 || (count >= 2 && returning === 0) || (isFull && count + returning >= 2);
  if (isHeaderWord(name) && !(count >= 3 && /^(?:questions?|answer|speaker)$/i.test(name))) return false;
  return count >= 2 || returning >= 4 || (returning >= 2 && (isFull || style === 'caps'));
}
