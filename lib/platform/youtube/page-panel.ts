/**
 * YouTube's own transcript panel, read when the viewer has it open: the last source, and the only one that asks nothing of
 * the network. Never opens, closes or scrolls anything.
 */
import { type RouteAnswer, refusedBy } from '../../captions/answers';
import { answerOf } from '../../captions/read-answer';
import { readClock } from '../../formats/times';
import type { Stop } from '../../ports';
import type { SourceCue } from '../../transcript/source';
import { OPEN_PANEL, PANEL_ROW, ROW_SPOKEN_TIME, ROW_TEXT, ROW_TIME } from './selectors';

const LOOK_EVERY_MS = 500;
/** Panels of one show have held 5,000 rows; beyond this the page is broken. */
const MOST_ROWS = 100_000;

/** What an open panel shows now; empty when none is open. Panels outlive a page change, and so do their rows. */
export function panelSignature(): string {
  return signature(visibleRows());
}

/** Calls with each new whole reading. Rows with the signature `stale` are those of the video before. */
export function watchPagePanel(stale: string, onWords: (answer: RouteAnswer) => void): Stop {
  let seen = '';
  let told = '';
  const timer = setInterval(() => {
    const rows = visibleRows();
    const now = signature(rows);
    const isResting = now === seen;
    seen = now;
    // A panel that is still being filled changes between two looks.
    if (rows.length === 0 || !isResting || now === told || now === stale) return;
    told = now;
    onWords(readRows(rows));
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** Hidden panels keep rows of other videos, so only an open one with a place on screen counts. */
function visibleRows(): Element[] {
  for (const panel of document.querySelectorAll<HTMLElement>(OPEN_PANEL)) {
    if (panel.getClientRects().length === 0) continue;
    const rows = panel.querySelectorAll(PANEL_ROW);
    if (rows.length > 0) return [...rows].slice(0, MOST_ROWS);
  }
  return [];
}

function signature(rows: readonly Element[]): string {
  const last = rows[rows.length - 1];
  return rows.length === 0 ? '' : `${rows.length} ${rows[0]?.textContent} ${last?.textContent}`;
}

export function readRows(rows: readonly Element[]): RouteAnswer {
  const cues: SourceCue[] = [];
  for (const row of rows) {
    const start = readClock(row.querySelector(ROW_TIME)?.textContent?.trim() ?? '', 0)?.time ?? null;
    const text = wordsOf(row);
    if (start === null || text === '') continue;
    cues.push({ start, end: null, text });
  }
  if (cues.length === 0) return refusedBy('shell', `${rows.length} rows without words`);
  return answerOf({ language: null, timing: 'second', cues, problems: [] }, null, `${cues.length} rows`);
}

function wordsOf(row: Element): string {
  const known = row.querySelector(ROW_TEXT)?.textContent?.trim();
  if (known) return known;
  // The class of the words has changed twice; whatever is not a time is the words.
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest(`${ROW_TIME}, ${ROW_SPOKEN_TIME}`)) parts.push(node.textContent ?? '');
  }
  return parts.join('').trim();
}
