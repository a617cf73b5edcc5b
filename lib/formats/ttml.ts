/**
 * TTML, IMSC, EBU-TT and their first edition DFXP: paragraphs with times, inside containers whose own times they count from.
 * Layout, styles and images are not looked at.
 */
import type { SourceCue, SourceWord } from '../transcript/source';
import { isUnspacedScript } from '../transcript/split-words';
import { tidyLine } from './clean-text';
import { keepOneLanguage } from './cue-languages';
import { settleEnd } from './cue-times';
import { finishCues } from './finish-cues';
import { languageTag } from './language-tag';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { Problems } from './problems';
import type { Guess, Parsed, Shape } from './shape';
import { isTime } from './times';
import { inherit, isOpen, type Scope } from './ttml-scope';
import { readRates, readTtmlTime, type TtmlRates } from './ttml-time';
import { foldWords } from './words';
import { LineCounter, XmlScanner } from './xml';

interface Paragraph {
  readonly depth: number;
  readonly line: number;
  readonly begin: number | null;
  readonly end: number | null;
  readonly agent: string | null;
  readonly language: string | null;
  readonly pieces: SourceWord[];
  /** Earliest and latest of the spans inside, for paragraphs without times of their own. */
  innerBegin: number | null;
  innerEnd: number | null;
  hasTimedSpans: boolean;
}

function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const reader = new TtmlReader(text);
  reader.read();
  const { problems, title, emptyCues } = reader;
  const { cues, language } = keepOneLanguage(reader.cues, reader.languages, problems);
  return finishCues(cues, problems, {
    language: language ?? reader.language,
    emptyCues,
    ...(title === '' ? {} : { title }),
  });
}

/** Elements inside each other; no document of captions comes near. */
const DEEPEST = 1000;

/** A span in another language is a phrase. */
const LANGUAGE_HOLDERS: ReadonlySet<string> = new Set(['body', 'div', 'p']);

class TtmlReader {
  readonly cues: SourceCue[] = [];
  /** Of each cue. */
  readonly languages: (string | null)[] = [];
  readonly problems = new Problems();
  language: string | null = null;
  title = '';
  emptyCues = 0;
  private readonly xml: XmlScanner;
  private readonly lines: LineCounter;
  private readonly scopes: Scope[] = [];
  /** Open elements that are not kept. */
  private tooDeep = 0;
  private rates: TtmlRates = readRates({
    frameRate: null,
    frameRateMultiplier: null,
    subFrameRate: null,
    tickRate: null,
  });
  private paragraph: Paragraph | null = null;
  /** Speakers by the `xml:id` of their `ttm:agent`. */
  private readonly agents = new Map<string, string>();
  private agentId: string | null = null;
  /** EBU-TT: where the programme starts on the tape's time code. */
  private programmeStart = 0;

  constructor(text: string) {
    this.xml = new XmlScanner(text);
    this.lines = new LineCounter(text);
  }

  read(): void {
    const { xml } = this;
    for (let token = xml.next(); token !== 'end'; token = xml.next()) {
      if (token === 'open') this.open();
      else if (token === 'close') this.close(xml.name);
      else this.takeText();
      if (this.cues.length >= MAX_CUES) {
        this.problems.add('too-many-cues', null, 'Only the first million captions were read.');
        break;
      }
    }
    this.endParagraph();
  }

  private open(): void {
    const { xml } = this;
    const { name } = xml;
    if (name === 'tt') this.readRoot();
    if (name === 'br') this.addText('\n', true);
    if (name === 'agent') this.agentId = xml.attribute('id');
    if (this.scopes.length >= DEEPEST && name !== 'p' && !xml.isEmpty) {
      this.tooDeep++;
      return;
    }
    const scope = this.enter();
    if (name === 'p') this.beginParagraph(scope);
    else if (this.paragraph !== null) this.enterSpan(this.paragraph, scope);
    if (xml.isEmpty) this.leave(scope);
    else if (this.scopes.length < DEEPEST) this.scopes.push(scope);
    else this.tooDeep++;
  }

  private readRoot(): void {
    const { xml } = this;
    this.language = languageTag(xml.attribute('lang')) ?? languageTag(xml.attribute('language'));
    this.rates = readRates({
      frameRate: xml.attribute('framerate'),
      frameRateMultiplier: xml.attribute('frameratemultiplier'),
      subFrameRate: xml.attribute('subframerate'),
      tickRate: xml.attribute('tickrate'),
    });
  }

  /** The new element's scope, its times made absolute. */
  private enter(): Scope {
    const { xml } = this;
    const parent = this.scopes[this.scopes.length - 1];
    const base = (parent?.isSequence ? parent.reached : null) ?? parent?.begin ?? null;
    if (!xml.hasAttributes) return inherit(xml.name, base, parent);
    this.language ??= languageTag(xml.attribute('lang'));
    const begin = readTtmlTime(xml.attribute('begin'), this.rates);
    const duration = readTtmlTime(xml.attribute('dur'), this.rates);
    const from = begin === null ? base : begin + (base ?? 0);
    const space = xml.attribute('space');
    return {
      name: xml.name,
      begin: from ?? (duration === null ? null : 0),
      end: this.endOf(base, from, duration, parent?.end ?? null),
      isTimed: begin !== null,
      isSequence: xml.attribute('timecontainer') === 'seq',
      reached: null,
      keepsSpace: space === null ? (parent?.keepsSpace ?? false) : space === 'preserve',
      agent: xml.attribute('agent') ?? parent?.agent ?? null,
      language:
        (LANGUAGE_HOLDERS.has(xml.name) ? languageTag(xml.attribute('lang')) : null) ?? parent?.language ?? null,
      ruby: xml.attribute('ruby'),
    };
  }

  /** The earliest of what `end`, `dur` and the element around it say. */
  private endOf(
    base: number | null,
    from: number | null,
    duration: number | null,
    outer: number | null,
  ): number | null {
    const stated = readTtmlTime(this.xml.attribute('end'), this.rates);
    let end = outer;
    if (stated !== null) end = Math.min(end ?? Number.POSITIVE_INFINITY, stated + (base ?? 0));
    if (duration !== null) end = Math.min(end ?? Number.POSITIVE_INFINITY, duration + (from ?? 0));
    return end;
  }

  private beginParagraph(scope: Scope): void {
    this.endParagraph();
    this.paragraph = {
      depth: this.scopes.length,
      line: this.lines.lineOf(this.xml.start),
      begin: scope.begin,
      end: scope.end,
      agent: scope.agent,
      language: scope.language,
      pieces: [],
      innerBegin: null,
      innerEnd: null,
      hasTimedSpans: false,
    };
  }

  private enterSpan(paragraph: Paragraph, scope: Scope): void {
    if (scope.ruby === 'text') this.addText('(', true);
    if (this.xml.attribute('unit') === 'word') this.divideWords(paragraph);
    if (!scope.isTimed || scope.begin === null) return;
    paragraph.hasTimedSpans = true;
    paragraph.innerBegin = Math.min(paragraph.innerBegin ?? scope.begin, scope.begin);
    if (scope.end !== null) paragraph.innerEnd = Math.max(paragraph.innerEnd ?? 0, scope.end);
  }

  /** Podcast players write words as elements, with or without a space between them. */
  private divideWords({ pieces }: Paragraph): void {
    const before = pieces.at(-1)?.text ?? '';
    if (before !== '' && !isUnspacedScript(before.charCodeAt(before.length - 1))) this.addText(' ', true);
  }

  /** Closes up to the named element; a closing tag without an opening one is passed over. */
  private close(name: string): void {
    if (this.tooDeep > 0) {
      this.tooDeep--;
      return;
    }
    const { scopes } = this;
    if (scopes[scopes.length - 1]?.name !== name && !isOpen(scopes, name)) return;
    for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop()) {
      this.leave(scope);
      if (scope.name === name) return;
    }
  }

  private leave(scope: Scope): void {
    const parent = this.scopes[this.scopes.length - 1];
    if (parent?.isSequence && scope.end !== null) parent.reached = scope.end;
    if (scope.ruby === 'text') this.addText(')', true);
    if (this.paragraph !== null && scope.name === 'p' && this.scopes.length <= this.paragraph.depth)
      this.endParagraph();
    if (scope.name === 'agent') this.agentId = null;
  }

  private takeText(): void {
    const scope = this.scopes[this.scopes.length - 1];
    // Decoding is for the text that is wanted.
    if (this.paragraph !== null) this.addText(this.xml.text, scope?.keepsSpace ?? false);
    else if (scope?.name === 'title') this.title = tidyLine(this.xml.text);
    else if (scope?.name === 'name' && this.agentId !== null) this.agents.set(this.agentId, tidyLine(this.xml.text));
    else if (scope?.name === 'documentstartofprogramme')
      this.programmeStart = readTtmlTime(this.xml.text, this.rates) ?? 0;
  }

  private addText(text: string, keepsSpace: boolean): void {
    const { paragraph } = this;
    if (paragraph === null) return;
    const scope = this.scopes[this.scopes.length - 1];
    if (scope !== undefined && this.scopes.length > paragraph.depth && isSilent(scope.name)) return;
    const piece = keepsSpace ? text : onOneLine(text);
    const start = scope?.isTimed && this.scopes.length > paragraph.depth + 1 ? scope.begin : null;
    paragraph.pieces.push({ text: piece, start, end: start === null ? null : (scope?.end ?? null) });
  }

  private endParagraph(): void {
    const { paragraph } = this;
    this.paragraph = null;
    if (paragraph === null) return;
    const { text, words } = foldWords(paragraph.pieces);
    if (text === '') {
      this.emptyCues++;
      return;
    }
    const begin = this.onVideo(paragraph.begin ?? paragraph.innerBegin);
    const end = settleEnd(begin, this.onVideo(paragraph.end ?? paragraph.innerEnd), paragraph.line, this.problems);
    const { agent } = paragraph;
    const speaker = agent === null ? '' : tidyLine(this.agents.get(agent) ?? agent);
    const timed = paragraph.hasTimedSpans ? { words: words.map((word) => this.shiftWord(word)) } : {};
    this.cues.push({ start: begin, end, text, ...(speaker === '' ? {} : { speaker }), ...timed });
    this.languages.push(paragraph.language);
  }

  private onVideo(time: number | null): number | null {
    if (time === null) return null;
    const shifted = time - this.programmeStart;
    return isTime(shifted) ? shifted : isTime(time) && shifted < 0 ? time : null;
  }

  private shiftWord(word: SourceWord): SourceWord {
    return this.programmeStart === 0
      ? word
      : { ...word, start: this.onVideo(word.start), end: this.onVideo(word.end ?? null) };
  }
}

function onOneLine(text: string): string {
  return text.includes('\n') || text.includes('\r') ? text.replace(/[\r\n]/g, ' ') : text;
}

/** Descriptions inside a paragraph that are not shown. */
function isSilent(name: string): boolean {
  return name === 'metadata' || name === 'desc' || name === 'title' || name === 'name';
}

const HEAD = 60_000;

function guess(text: string): Guess | null {
  const head = text.slice(0, HEAD);
  const root = rootName(head);
  if (root !== 'tt') return null;
  const isNamed = head.includes('http://www.w3.org/ns/ttml') || head.includes('http://www.w3.org/20');
  return { confidence: isNamed ? 0.99 : 0.95, evidence: 'an XML document of timed text (`<tt>`)' };
}

/** Local name of a document's root element in lower case; empty when there is none. */
export function rootName(head: string): string {
  if (!head.trimStart().startsWith('<')) return '';
  const xml = new XmlScanner(head);
  for (let token = xml.next(); token !== 'end'; token = xml.next()) if (token === 'open') return xml.name;
  return '';
}

export const ttml: Shape = { id: 'ttml', name: 'Timed text (TTML)', guess, parse };
