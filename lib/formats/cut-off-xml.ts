/** Says when a document of XML stops before its end: a download or a copy that stopped half-way. */
import type { Parsed } from './shape';

/** Shapes whose documents must be closed; SAMI, which is old HTML, need not be. */
const CLOSED: ReadonlySet<string> = new Set(['ttml', 'srv1', 'srv2', 'srv3']);

/** Characters at the end in which the last closing tag must stand. */
const TAIL = 2000;

/** The last tag of a whole document closes its first element; comments and blanks may follow. */
const ROOT_CLOSED = /<\/(?:[\w-]+:)?(?:tt|timedtext|transcript)\s*>/i;
const ROOT_EMPTY = /^[^<]*(?:<\?[^>]*>\s*)?<(?:[\w-]+:)?(?:tt|timedtext|transcript)\b[^<>]*\/>\s*$/i;

/** The same, with a problem in front when the document stops early. */
export function tellCutOff(parsed: Parsed, shape: string, text: string): Parsed {
  if (!CLOSED.has(shape) || ROOT_CLOSED.test(text.slice(-TAIL)) || ROOT_EMPTY.test(text.slice(0, TAIL))) return parsed;
  const message = 'The file stops before its end, so later words may be missing. Save or copy it once more, whole.';
  return { ...parsed, problems: [{ code: 'cut-off', line: null, message }, ...parsed.problems] };
}
