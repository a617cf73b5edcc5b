/** Writes a track in the formats of `/api/timedtext`. Shapes and key order are those of recorded answers. */
import { type CaptionEvent, type CaptionFormat, rowsOf, type TrackBody, textOf } from './body';

export const contentTypes: Record<CaptionFormat, string> = {
  json3: 'application/json; charset=UTF-8',
  srv1: 'text/xml; charset=UTF-8',
  srv2: 'text/xml; charset=UTF-8',
  srv3: 'text/xml; charset=UTF-8',
  vtt: 'text/vtt; charset=UTF-8',
};

const writers: Record<CaptionFormat, (body: TrackBody) => string> = {
  json3: writeJson3,
  srv1: writeSrv1,
  srv2: writeSrv2,
  srv3: writeSrv3,
  vtt: writeVtt,
};

export function writeCaptions(body: TrackBody, format: CaptionFormat): string {
  return body.recorded?.[format] ?? writers[format](body);
}

function writeJson3(body: TrackBody): string {
  const events = body.events.map((event) => (body.automatic ? automaticEvent(event) : manualEvent(event)));
  const window = { tStartMs: 0, dDurationMs: body.durationMs, id: 1, wpWinPosId: 1, wsWinStyleId: 1 };
  return JSON.stringify({
    wireMagic: 'pb3',
    pens: [{}],
    wsWinStyles: body.automatic ? [{}, { mhModeHint: 2, juJustifCode: 0, sdScrollDir: 3 }] : [{}],
    wpWinPositions: body.automatic ? [{}, { apPoint: 6, ahHorPos: 20, avVerPos: 100, rcRows: 2, ccCols: 40 }] : [{}],
    events: body.automatic ? [window, ...events] : events,
  });
}

function automaticEvent(event: CaptionEvent): object {
  const head = { tStartMs: event.start, dDurationMs: event.duration, wWinId: 1 };
  if (event.append) return { ...head, aAppend: 1, segs: [{ utf8: textOf(event) }] };
  return {
    ...head,
    segs: event.words.map((word) => ({
      utf8: word.text,
      ...(word.offset > 0 ? { tOffsetMs: word.offset } : {}),
      ...(word.text.startsWith('[') ? {} : { acAsrConf: 0 }),
    })),
  };
}

function manualEvent(event: CaptionEvent): object {
  return { tStartMs: event.start, dDurationMs: event.duration, segs: [{ utf8: textOf(event) }] };
}

function writeSrv1(body: TrackBody): string {
  const texts = rowsOf(body).map(
    (row) => `<text start="${row.start / 1000}" dur="${row.duration / 1000}">${escapeTwice(textOf(row))}</text>`,
  );
  return `<?xml version="1.0" encoding="utf-8" ?><transcript>${texts.join('')}</transcript>`;
}

function writeSrv2(body: TrackBody): string {
  const texts = body.events.map((event) => {
    const append = event.append ? ' append="1"' : '';
    return `<text t="${event.start}" d="${event.duration}"${append}>${escapeXml(textOf(event))}</text>`;
  });
  return `<?xml version="1.0" encoding="utf-8" ?><timedtext>${texts.join('')}</timedtext>`;
}

function writeSrv3(body: TrackBody): string {
  const head = body.automatic
    ? '<head><ws id="0"/><ws id="1" mh="2" ju="0" sd="3"/><wp id="0"/><wp id="1" ap="6" ah="20" av="100" rc="2" cc="40"/></head>'
    : '';
  const window = body.automatic ? '<w t="0" id="1" wp="1" ws="1"/>\n' : '';
  const paragraphs = body.events.map((event) => {
    const place = `t="${event.start}" d="${event.duration}"${body.automatic ? ' w="1"' : ''}`;
    if (event.append) return `<p ${place} a="1">\n</p>`;
    if (!body.automatic) return `<p ${place}>${escapeXml(textOf(event))}</p>`;
    const words = event.words.map(
      (word) => `<s${word.offset > 0 ? ` t="${word.offset}"` : ''} ac="0">${escapeXml(word.text)}</s>`,
    );
    return `<p ${place}>${words.join('')}</p>`;
  });
  return `<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">\n${head}\n<body>\n${window}${paragraphs.join('\n')}\n</body>\n</timedtext>\n`;
}

function writeVtt(body: TrackBody): string {
  const cues = body.automatic ? automaticVttCues(rowsOf(body)) : rowsOf(body).map(manualVttCue);
  return `WEBVTT\nKind: captions\nLanguage: en\n\n${cues.join('\n\n')}\n`;
}

function manualVttCue(row: CaptionEvent): string {
  return `${clock(row.start)} --> ${clock(row.start + row.duration)}\n${escapeXml(textOf(row))}`;
}

/** The rolling window spelled out: each row is shown growing under the row before it, then alone for ten milliseconds. */
function automaticVttCues(rows: readonly CaptionEvent[]): string[] {
  return rows.flatMap((row, index) => {
    const next = rows[index + 1]?.start ?? row.start + row.duration;
    const until = Math.max(row.start + 20, Math.min(next, row.start + row.duration));
    const before = index === 0 ? ' ' : escapeXml(textOf(rows[index - 1] ?? row));
    const [first, ...others] = row.words;
    const grown = others.map((word) => `<${clock(row.start + word.offset)}><c>${escapeXml(word.text)}</c>`).join('');
    const plain = escapeXml(textOf(row));
    return [
      `${clock(row.start)} --> ${clock(until - 10)} align:start position:0%\n${before}\n${escapeXml(first?.text ?? '')}${grown}`,
      `${clock(until - 10)} --> ${clock(until)} align:start position:0%\n${plain}\n `,
    ];
  });
}

function clock(time: number): string {
  const pad = (value: number, width: number) => String(Math.floor(value)).padStart(width, '0');
  return `${pad(time / 3_600_000, 2)}:${pad((time / 60_000) % 60, 2)}:${pad((time / 1000) % 60, 2)}.${pad(time % 1000, 3)}`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeTwice(text: string): string {
  return escapeXml(escapeXml(text).replaceAll("'", '&#39;').replaceAll('"', '&quot;'));
}
