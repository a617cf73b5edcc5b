/** YouTube's caption answers in XML. Three generations share one reader, because mixed files exist. */
import { decodeEntities } from './entities';
import { isTooLarge, MAX_CUES, refusedAsTooLarge } from './limits';
import { stripMarkup } from './markup';
import { Problems } from './problems';
import type { Parsed } from './shape';
import { parseDecimal, timeFromMilliseconds, timeFromSeconds } from './times';
import { LineCounter, XmlScanner } from './xml';
import { type CaptionEvent, cuesFromEvents, type EventPiece } from './youtube-events';

export interface YouTubeXmlOptions {
  /** Whether the track is automatic (`kind=asr`). Default: told from the events themselves. */
  readonly automatic?: boolean;
}

interface OpenEvent {
  readonly element: string;
  readonly start: number | null;
  readonly duration: number | null;
  readonly appends: boolean;
  readonly line: number;
  /** In srv1 the text is escaped twice and may then hold tags. */
  readonly isDouble: boolean;
  readonly pieces: EventPiece[];
}

/**
 * srv1 `<text start="1.36" dur="1.68">` (seconds), srv2 `<text t="1360" d="1680">` and srv3 `<p t d><s t ac>` (milliseconds;
 * `s@t` counts from `p@t`). Absent `t` is 0.
 */
export function readYouTubeXml(text: string, options: YouTubeXmlOptions = {}): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const reader = new EventReader(text);
  reader.read();
  return cuesFromEvents(reader.events, options.automatic ?? reader.isRecognised, reader.problems);
}

class EventReader {
  readonly events: CaptionEvent[] = [];
  readonly problems = new Problems();
  /** Roll markers and confidences are what only automatic tracks have. */
  isRecognised = false;
  private readonly xml: XmlScanner;
  private readonly lines: LineCounter;
  private event: OpenEvent | null = null;
  /** The `<s>` that is open, with its offset and confidence. */
  private piece: Omit<EventPiece, 'text'> | null = null;

  constructor(text: string) {
    this.xml = new XmlScanner(text);
    this.lines = new LineCounter(text);
  }

  read(): void {
    const { xml } = this;
    for (let token = xml.next(); token !== 'end'; token = xml.next()) {
      if (token === 'text') this.addText(xml.text);
      else if (token === 'open') this.open();
      else this.close();
      if (this.events.length > MAX_CUES) break;
    }
    this.finish();
  }

  private open(): void {
    const { xml } = this;
    if (xml.name === 'p' || xml.name === 'text') {
      this.finish();
      if (!xml.isEmpty) this.event = this.readEvent();
    } else if (xml.name === 's' && !xml.isEmpty) {
      const confidence = parseDecimal(xml.attribute('ac') ?? '');
      this.isRecognised ||= confidence !== null;
      this.piece = { offset: timeFromMilliseconds(xml.attribute('t')), confidence };
    } else if (xml.name === 'br') this.addText('\n');
  }

  private readEvent(): OpenEvent {
    const { xml } = this;
    const isText = xml.name === 'text';
    const start = isText ? xml.attribute('start') : null;
    const duration = isText ? xml.attribute('dur') : null;
    const isSeconds = start !== null || duration !== null;
    const time = isSeconds ? start : xml.attribute('t');
    const readTime = isSeconds ? timeFromSeconds : timeFromMilliseconds;
    return {
      element: xml.name,
      start: time === null ? 0 : readTime(time),
      duration: readTime(isSeconds ? duration : xml.attribute('d')),
      appends: xml.attribute(isText ? 'append' : 'a') === '1',
      line: this.lines.lineOf(xml.start),
      isDouble: isText,
      pieces: [],
    };
  }

  private addText(text: string): void {
    const { event, piece } = this;
    if (event === null) return;
    event.pieces.push({ text, offset: piece?.offset ?? null, confidence: piece?.confidence ?? null });
  }

  private close(): void {
    if (this.xml.name === 's') this.piece = null;
    else if (this.xml.name === this.event?.element) this.finish();
  }

  private finish(): void {
    const { event } = this;
    this.event = null;
    this.piece = null;
    if (event === null) return;
    const pieces = event.isDouble ? [joinDouble(event.pieces)] : withFirstOffset(event.pieces);
    const hasText = pieces.some((piece) => piece.text.trim() !== '');
    if (event.appends) this.isRecognised = true;
    if (!hasText) return;
    if (event.start === null)
      this.problems.add('time-impossible', event.line, 'A caption had an impossible time. It was left out.');
    else this.events.push({ start: event.start, duration: event.duration, pieces, line: event.line });
  }
}

function joinDouble(pieces: readonly EventPiece[]): EventPiece {
  const text = stripMarkup(decodeEntities(pieces.map((piece) => piece.text).join('')));
  return { text, offset: null, confidence: null };
}

/** The first word's offset is left out of the answer because it is 0. */
function withFirstOffset(pieces: EventPiece[]): EventPiece[] {
  const isTimed = pieces.some((piece) => piece.offset !== null || piece.confidence !== null);
  const first = pieces.findIndex((piece) => piece.text.trim() !== '');
  return pieces.map((piece, index) =>
    isTimed && index === first && piece.offset === null ? { ...piece, offset: 0 } : piece,
  );
}

/** Enough of a text to know the shape by, a head full of pens included. */
const HEAD = 60_000;

/** The part a guess looks at. */
export function xmlHead(text: string): string {
  return text.slice(0, HEAD);
}
