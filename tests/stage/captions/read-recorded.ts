/** Reads recorded caption documents, so that they can also be served in formats they were not recorded in. */
import type { CaptionEvent, CaptionFormat, TrackBody } from './body';

interface Json3 {
  events?: {
    tStartMs?: number;
    dDurationMs?: number;
    aAppend?: number;
    segs?: { utf8?: string; tOffsetMs?: number }[];
  }[];
}

/** The body of a recorded document; the document itself is served when its own format is asked for. */
export function recordedBody(text: string, format: CaptionFormat, automatic: boolean): TrackBody {
  const readers: Record<CaptionFormat, (text: string) => CaptionEvent[]> = {
    json3: readJson3,
    srv1: readSrv1,
    srv2: readSrv1,
    srv3: readSrv3,
    vtt: readVtt,
  };
  const events = readers[format](text);
  const durationMs = Math.max(1000, ...events.map((event) => event.start + event.duration)) + 2000;
  return { durationMs, automatic, events, recorded: { [format]: text } };
}

function readJson3(text: string): CaptionEvent[] {
  const { events = [] } = JSON.parse(text) as Json3;
  return events
    .filter((event) => event.segs)
    .map((event) => ({
      start: event.tStartMs ?? 0,
      duration: event.dDurationMs ?? 0,
      words: (event.segs ?? []).map((segment) => ({ text: segment.utf8 ?? '', offset: segment.tOffsetMs ?? 0 })),
      ...(event.aAppend ? { append: true as const } : {}),
    }));
}

function readSrv1(text: string): CaptionEvent[] {
  return [...text.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map((match) => ({
    start: Math.round(attribute(match[1], 'start') * 1000),
    duration: Math.round(attribute(match[1], 'dur') * 1000),
    words: [{ text: unescapeXml(unescapeXml(match[2] ?? '')), offset: 0 }],
  }));
}

function readSrv3(text: string): CaptionEvent[] {
  return [...text.matchAll(/<p ([^>]*)>([\s\S]*?)<\/p>/g)].map((match) => {
    const words = [...(match[2] ?? '').matchAll(/<s([^>]*)>([^<]*)<\/s>/g)].map((word) => ({
      text: unescapeXml(word[2] ?? ''),
      offset: attribute(word[1], 't'),
    }));
    return {
      start: attribute(match[1], 't'),
      duration: attribute(match[1], 'd'),
      words: words.length > 0 ? words : [{ text: unescapeXml(match[2] ?? ''), offset: 0 }],
      ...(/ a="1"/.test(match[1] ?? '') ? { append: true as const } : {}),
    };
  });
}

/** The growing line of each cue; the plain repetitions, ten milliseconds long, are left out. */
function readVtt(text: string): CaptionEvent[] {
  const cues = [...text.matchAll(/^([\d:.]+) --> ([\d:.]+).*\n((?:.+\n?)*)/gm)];
  return cues.flatMap((cue) => {
    const start = vttTime(cue[1] ?? '');
    const duration = vttTime(cue[2] ?? '') - start;
    const line = (cue[3] ?? '').split('\n').findLast((candidate) => candidate.trim() !== '');
    if (!line || duration <= 10) return [];
    const [first = '', ...others] = line.replaceAll(/<\/?c[^>]*>/g, '').split(/(?=<\d\d:)/);
    const words = others.map((part) => ({
      text: unescapeXml(part.slice(14)),
      offset: vttTime(part.slice(1, 13)) - start,
    }));
    return [{ start, duration, words: [{ text: unescapeXml(first), offset: 0 }, ...words] }];
  });
}

function vttTime(text: string): number {
  const [seconds = 0, minutes = 0, hours = 0] = text.split(':').map(Number).toReversed();
  return Math.round((seconds + minutes * 60 + hours * 3600) * 1000);
}

function attribute(attributes: string | undefined, name: string): number {
  return Number(new RegExp(`(?:^|\\s)${name}="([\\d.]+)"`).exec(attributes ?? '')?.[1] ?? 0);
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
