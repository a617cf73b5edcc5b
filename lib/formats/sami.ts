/** SAMI: HTML with `<SYNC Start=ms>` before what is shown from then on, often in several languages at once. */
import type { SourceCue } from '../transcript/source';
import { tidyLine, tidyText } from './clean-text';
import { finishCues } from './finish-cues';
import { languageTag } from './language-tag';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { Problems } from './problems';
import type { Guess, Parsed, Shape } from './shape';
import { parseDecimal, timeFromMilliseconds } from './times';
import { LineCounter, XmlScanner } from './xml';

interface Shown {
  readonly start: number;
  /** Class of the paragraph in lower case: the language it is in. Empty where not said. */
  readonly language: string;
  /** Empty: what was shown before goes away. */
  readonly text: string;
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const reader = new SamiReader(text);
  reader.read();
  const { problems, shown, title } = reader;
  const chosen = chooseLanguage(shown, problems);
  const cues = toCues(shown.filter(({ language }) => language === chosen || language === ''));
  const language = languageOfClass(stylesOf(text), chosen);
  return finishCues(cues, problems, { language, ...(title === '' ? {} : { title }) });
}

class SamiReader {
  readonly shown: Shown[] = [];
  readonly problems = new Problems();
  title = '';
  private readonly xml: XmlScanner;
  private readonly lines: LineCounter;
  private start: number | null = null;
  private language = '';
  private parts: string[] = [];
  private inside = '';

  constructor(text: string) {
    this.xml = new XmlScanner(text, { isHtml: true });
    this.lines = new LineCounter(text);
  }

  read(): void {
    const { xml } = this;
    for (let token = xml.next(); token !== 'end' && this.shown.length < MAX_CUES; token = xml.next()) {
      if (token === 'open') this.open(xml.name);
      else if (token === 'close') this.close(xml.name);
      else this.takeText(xml.text);
    }
    if (this.shown.length >= MAX_CUES)
      this.problems.add('too-many-cues', null, 'Only the first million captions were read.');
    this.endShown();
  }

  private open(name: string): void {
    const { xml } = this;
    if (name === 'sync') {
      this.endShown();
      this.start = timeFromMilliseconds(parseDecimal(xml.attribute('start') ?? ''));
      this.language = '';
      if (this.start === null)
        this.problems.add(
          'time-unreadable',
          this.lines.lineOf(xml.start),
          'The time of a caption could not be read. It was left out.',
        );
    } else if (name === 'p') {
      if (this.parts.length > 0) this.endShown();
      this.language = (xml.attribute('class') ?? '').toLowerCase();
    } else if (name === 'br') this.parts.push('\n');
    else if (name === 'rt') this.parts.push('(');
    else if (name === 'style' || name === 'title') this.inside = name;
  }

  private close(name: string): void {
    if (name === 'rt') this.parts.push(')');
    else if (name === 'style' || name === 'title') this.inside = '';
    else if (name === 'body' || name === 'sami') this.endShown();
  }

  private takeText(text: string): void {
    if (this.inside === 'style') return;
    if (this.inside === 'title') this.title = tidyLine(text);
    else if (this.start !== null) this.parts.push(text.replaceAll('\r', ' ').replaceAll('\n', ' '));
  }

  private endShown(): void {
    const { start, language, parts } = this;
    this.parts = [];
    if (start !== null && parts.length > 0) this.shown.push({ start, language, text: tidyText(parts.join('')) });
  }
}

/** The class with most words; the others are said to be left out. */
function chooseLanguage(shown: readonly Shown[], problems: Problems): string {
  const sizes = new Map<string, number>();
  for (const { language, text } of shown) {
    if (text !== '' && language !== '') sizes.set(language, (sizes.get(language) ?? 0) + text.length);
  }
  const ranked = [...sizes].sort((a, b) => b[1] - a[1]);
  if (ranked.length > 1) {
    const others = ranked.slice(1, 5).map(([name]) => name.toUpperCase());
    problems.add(
      'other-languages',
      null,
      `It holds several languages. Read was ${ranked[0]?.[0].toUpperCase()}, left out ${others.join(', ')}.`,
    );
  }
  return ranked[0]?.[0] ?? '';
}

/** Shown until the next one, be it words or nothing. */
function toCues(shown: readonly Shown[]): SourceCue[] {
  const ordered = shown.map((item, index) => ({ item, index }));
  ordered.sort((a, b) => a.item.start - b.item.start || a.index - b.index);
  const cues: SourceCue[] = [];
  let end: number | null = null;
  for (let at = ordered.length - 1; at >= 0; at--) {
    const item = ordered[at]?.item;
    if (item === undefined) continue;
    if (item.text !== '') cues.push({ start: item.start, end, text: item.text });
    if (ordered[at - 1]?.item.start !== item.start) end = item.start;
  }
  return cues.reverse();
}

/** The style sheet, which says what the classes mean. It stands in a comment, as style sheets once did. */
function stylesOf(text: string): string {
  const head = text.slice(0, HEAD);
  const lower = head.toLowerCase();
  const from = lower.indexOf('<style');
  return from < 0 ? '' : head.slice(from, Math.max(from, lower.indexOf('</style', from)));
}

/** `.ENCC { Name: English; lang: en-US; }` */
function languageOfClass(styles: string, name: string): string | null {
  const lower = styles.toLowerCase();
  const from = name === '' ? -1 : lower.indexOf(`.${name}`);
  const to = from < 0 ? -1 : lower.indexOf('}', from);
  const lang = from < 0 ? -1 : lower.indexOf('lang:', from);
  if (lang < 0 || to < 0 || lang > to) return null;
  const end = lower.indexOf(';', lang);
  return languageTag(styles.slice(lang + 5, end < 0 || end > to ? to : end));
}

const HEAD = 20_000;

function guess(text: string): Guess | null {
  const head = text.slice(0, HEAD).toLowerCase();
  const isSami = head.includes('<sami');
  const hasSync = head.includes('<sync ');
  if (!isSami && !(hasSync && head.includes('start='))) return null;
  return { confidence: isSami ? 0.99 : 0.9, evidence: 'a SAMI document (`<SYNC Start=…>`)' };
}

export const sami: Shape = { id: 'sami', name: 'SAMI captions', guess, parse };
