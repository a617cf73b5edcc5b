/** YAML between `---` lines before a Markdown document. Only the title is of use here; the rest is skipped, not parsed. */
import { tidyTitle } from './clean-text';
import { LineWalker } from './lines';

export interface FrontMatter {
  /** Index where the document itself begins; 0 without front matter. */
  readonly after: number;
  /** Lines skipped. */
  readonly lines: number;
  readonly title: string | null;
}

/** Longer front matter is no front matter. */
const MOST_LINES = 400;

export function readFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { after: 0, lines: 0, title: null };
  const walker = new LineWalker(text);
  if (!walker.next() || stripped(walker) !== '---') return none;
  let title: string | null = null;
  while (walker.number < MOST_LINES && walker.next()) {
    const line = stripped(walker);
    if (line === '---' || line === '...') return { after: walker.after, lines: walker.number, title };
    if (line.startsWith('title:')) title = tidyTitle(unquote(line.slice(6).trim())) || null;
  }
  return none;
}

function stripped(walker: LineWalker): string {
  const line = walker.end - walker.start > 1000 ? walker.text.slice(walker.start, walker.start + 1000) : walker.line;
  return line.replace('\ufeff', '').trimEnd();
}

function unquote(value: string): string {
  const quote = value.charAt(0);
  const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1).replaceAll("''", "'").replaceAll('\\"', '"') : value;
}
