/** What can be the name of a speaker, and what only looks like one. */
import { skipSpaces, trimEnd } from './lines';
import { isWordCharacter } from './stamps';

/** How a name is written. Most documents keep to one way. */
export type LabelStyle =
  | 'bold'
  | 'caps'
  | 'plain'
  /** Lower case or no case, which any words before a colon could be. */
  | 'weak'
  /** Without a colon: `[Name] words`, `NAME. Words`, `Name - words` behind a time. */
  | 'set';

const MOST_WORDS = 8;
const MOST_WEAK_WORDS = 3;

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

/** A day stands before the time of a meeting or of a log as a name would: "Wed, Nov 25, 2020", "May  3". */
const DATE = /(?:^|[ ,./-])(?:19|20)\d\d$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}$/i;

/** `2024-03-12T10`, before the minutes of a log. */
const ISO_DAY = /^\d{4}-\d\d-\d\d/;

/** `(Interruption from the gallery` before a colon: a remark of its own. */
function hasOpenBracket(name: string): boolean {
  return (name.startsWith('(') && !name.includes(')')) || (name.startsWith('[') && !name.includes(']'));
}

/** `whisper_print_timings` is what a program calls something. */
const IDENTIFIER = /^[a-z\d]+_[a-z\d]+_[a-z\d_]+$/;

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

/** "Speaker 2", "SPEAKER_00", "Interviewer". */
export function isRole(name: string): boolean {
  return ROLE.test(name);
}

type Grade = Exclude<LabelStyle, 'bold' | 'set'> | null;

/** A document has few names, each many times. */
const graded = new Map<string, Grade>();

const MOST_GRADED = 1000;

/** Null when it cannot be a name. */
export function gradeName(name: string): Grade {
  if (isPhrase(name)) return null;
  const known = graded.get(name);
  if (known !== undefined) return known;
  const grade = gradeNewName(name);
  if (graded.size >= MOST_GRADED) graded.clear();
  graded.set(name, grade);
  return grade;
}

/** Words enough for no role, the first in lower case: told without keeping it. */
const PHRASE_WORDS = 5;

function isPhrase(name: string): boolean {
  if (!isLowerAscii(name.charCodeAt(0))) return false;
  let at = -1;
  for (let words = 1; words < PHRASE_WORDS; words++) {
    at = name.indexOf(' ', at + 1);
    if (at < 0) return false;
  }
  return true;
}

function isLowerAscii(code: number): boolean {
  return code >= 97 && code <= 122;
}

function gradeNewName(name: string): Grade {
  const last = name.charCodeAt(name.length - 1);
  if ((last >= 48 && last <= 57 && DATE.test(name)) || (name.includes('_') && IDENTIFIER.test(name))) return null;
  if (ROLE.test(name)) return name === name.toUpperCase() ? 'caps' : 'plain';
  if (ISO_DAY.test(name) || hasOpenBracket(name)) return null;
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
    const first = letters.charCodeAt(0);
    const begins =
      first < 128 ? (first >= 65 && first <= 90 ? 'upper' : isLowerAscii(first) ? 'lower' : 'none') : caseOf(letters);
    if (begins === 'upper') hasUpper = true;
    if (!hasLower && (begins === 'lower' || letters !== letters.toUpperCase())) hasLower = true;
    if (begins === 'lower' && !(index > 0 && PARTICLES.has(letters))) isProper = false;
    if (!isProper && words.length > MOST_WEAK_WORDS) return null;
  }
  if (hasUpper && !hasLower) return 'caps';
  if (isProper && hasUpper) return words.length <= 6 || name.includes(',') || name.includes('(') ? 'plain' : null;
  if (!hasUpper && !hasLower) return /\p{L}/u.test(name) ? (name.length <= 16 ? 'weak' : null) : null;
  return words.length <= MOST_WEAK_WORDS ? 'weak' : null;
}

/** Of the first letter. */
function caseOf(letters: string): 'upper' | 'lower' | 'none' {
  const first = String.fromCodePoint(letters.codePointAt(0) ?? 0);
  if (first !== first.toLowerCase()) return 'upper';
  return first === first.toUpperCase() ? 'none' : 'lower';
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
  if (/^speaker \d/i.test(name)) return false;
  return (
    NOT_NAMES.has(name.toLowerCase()) ||
    (space > 0 && NOT_NAMES.has(name.slice(0, space).toLowerCase()) && !/\d$/.test(name))
  );
}
