/** Dates as pages print them, as `YYYY-MM-DD`. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** German, French, Spanish and Portuguese months whose first three letters are not the English ones. */
const OTHER_MONTHS: ReadonlyMap<string, number> = new Map([
  ['mär', 3],
  ['mai', 5],
  ['okt', 10],
  ['dez', 12],
  ['fév', 2],
  ['avr', 4],
  ['jui', 7],
  ['aoû', 8],
  ['déc', 12],
  ['ene', 1],
  ['abr', 4],
  ['ago', 8],
  ['dic', 12],
  ['fev', 2],
  ['set', 9],
  ['out', 10],
]);
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.+\-Z ]{1,24})?$/;
const NAME_FIRST = /^(?:\p{L}{2,9},? )?(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
const DAY_FIRST = /^(?:\p{L}{2,10},? )?(\d{1,2})(?:st|nd|rd|th|\.)?(?: de)? (\p{L}{3,9})\.?,?(?: de)? (\d{4})$/u;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
/** `2024/05/03`, `2024年5月3日` */
const YEAR_FIRST = /^(\d{4})(?:\/|年)(\d{1,2})(?:\/|月)(\d{1,2})日?$/;
const TIME_OF_DAY = /(?: at|,)? \d{1,2}:\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?$/i;
const EPOCH = /^\d{12,13}$/;

/** Null when the text is anything but one date. A bare year is given back as it is. */
export function readDate(text: string): string | null {
  const short = text.trim().replace(/\s+/g, ' ').replace(TIME_OF_DAY, '');
  if (short.length > 40) return null;
  if (/^(?:19|20)\d\d$/.test(short)) return short;
  if (EPOCH.test(short)) return new Date(Number(short)).toISOString().slice(0, 10);
  const iso = ISO.exec(short);
  if (iso) return toDate(iso[1], Number(iso[2]), iso[3]);
  const year = YEAR_FIRST.exec(short);
  if (year) return toDate(year[1], Number(year[2]), year[3]);
  const dotted = DOTTED.exec(short);
  if (dotted) return toDate(dotted[3], Number(dotted[2]), dotted[1]);
  const name = NAME_FIRST.exec(short);
  if (name) return toDate(name[3], monthOf(name[1]), name[2]);
  const day = DAY_FIRST.exec(short);
  return day ? toDate(day[3], monthOf(day[2]), day[1]) : null;
}

function monthOf(name: string | undefined): number {
  const start = (name ?? '').toLowerCase().slice(0, 3);
  // "juin" and "juillet" share three letters.
  if (start === 'jui') return name?.toLowerCase().startsWith('juin') ? 6 : 7;
  return OTHER_MONTHS.get(start) ?? MONTHS.indexOf(start) + 1;
}

function toDate(year: string | undefined, month: number, day: string | undefined): string | null {
  const number = Number(day);
  if (month < 1 || month > 12 || number < 1 || number > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
}
