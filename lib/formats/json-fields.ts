/** Looks into foreign JSON without trusting it. */
import { cleanText } from './clean-text';
import { isRecord } from './json';

export type Fields = Readonly<Record<string, unknown>>;

/** The field's own value; undefined where it is missing, inherited, or the value is no object. */
export function field(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Follows names and list places: `at(value, 'results', 'channels', 0)`. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here: unknown = value;
  for (const step of path) {
    if (typeof step === 'string') here = field(here, step);
    else here = Array.isArray(here) ? here[step] : undefined;
  }
  return here;
}

/** The objects of a list; empty for anything else. */
export function records(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A text or a number to look things up by; empty for anything else, whose own `toString` is not to be trusted. */
export function keyOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A name or a number for a speaker; bare numbers become "Speaker 0". Null for nothing. */
export function speakerOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return `Speaker ${value}`;
  if (typeof value !== 'string') return null;
  const name = cleanText(value).replace(/\s+/g, ' ').trim().slice(0, 200).trim();
  return name === '' ? null : /^\d{1,3}$/.test(name) ? `Speaker ${Number(name)}` : name;
}

/** 0 to 100 from a share or a percentage; undefined where none is given. */
export function confidenceOf(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !(number >= 0 && number <= 100) || value === '') return undefined;
  return Math.round(number <= 1 ? number * 100 : number);
}

/** A language tag as it may be stored; null for anything that is none. Whisper's English names are among the known ones. */
export function languageOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const tag = value.trim().replaceAll('_', '-');
  if (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/.test(tag)) {
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? null;
    } catch {
      return null;
    }
  }
  return LANGUAGE_NAMES.get(tag.toLowerCase()) ?? null;
}

const LANGUAGE_NAMES = new Map(
  (
    'english:en german:de french:fr spanish:es italian:it portuguese:pt dutch:nl russian:ru ukrainian:uk polish:pl czech:cs slovak:sk swedish:sv ' +
    'norwegian:no danish:da finnish:fi hungarian:hu romanian:ro bulgarian:bg greek:el turkish:tr arabic:ar hebrew:he persian:fa hindi:hi ' +
    'bengali:bn urdu:ur tamil:ta telugu:te chinese:zh mandarin:zh cantonese:yue japanese:ja korean:ko thai:th vietnamese:vi indonesian:id ' +
    'malay:ms tagalog:tl catalan:ca croatian:hr serbian:sr slovenian:sl lithuanian:lt latvian:lv estonian:et'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
