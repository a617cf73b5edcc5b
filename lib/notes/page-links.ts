/** Links and recommended works. */
import { looksLikeName, looksLikeNames } from './names';
import type { PageState } from './page-state';
import type { PageLine } from './read-lines';
import { isCategory, readRecommendation } from './recommendations';
import type { SectionKind } from './sections';

/** A line that is all link, or nearly. */
const LONGEST_LABEL = 60;
/** From this length a line below a recommended work says why, not who. */
const REASON = 80;

/** True when the line was a link, or several. */
export function readLinks(state: PageState, line: PageLine): boolean {
  if (line.text !== '' && !isLink(line, state.kind)) return false;
  if (line.links.length === 0) state.push({ kind: 'link', text: line.text, title: line.text, line: line.number });
  for (const { label, url } of line.links) {
    const title = label !== '' ? label : line.text.replace(/\s*[:→–-]\s*$/, '');
    const isOnly = line.links.length === 1 && label !== '';
    const reason = isOnly
      ? line.text
          .slice(label.length)
          .replace(/^[\s→–—:-]+/, '')
          .replace(/^\(([^()]*)\)$/, '$1')
      : '';
    const draft = state.push({ kind: 'link', text: title === '' ? url : title, url, line: line.number });
    if (title !== '') draft.title = title;
    if (reason !== '') draft.reason = reason;
  }
  return true;
}

function isLink(line: PageLine, kind: SectionKind): boolean {
  if (line.links.length === 0) return kind === 'link' && line.mark === 'bullet';
  const label = line.links[0]?.label ?? '';
  if (label === '') return kind === 'link' || /[:→–-]$/.test(line.text) || line.text.length <= LONGEST_LABEL;
  if (!line.text.startsWith(label)) return false;
  const rest = line.text.slice(label.length);
  return kind === 'link' || rest === '' || /^\s*[→–—:-]/.test(rest);
}

/** A line of a list of recommended works. */
export function readRecommendationLine(state: PageState, line: PageLine): void {
  if (isCategory(line.text) || addsTo(state, line)) return;
  if (line.mark === 'bullet' && line.text.endsWith(':') && line.links.length === 0) {
    state.parent = { name: line.text.slice(0, -1), depth: line.depth };
    return;
  }
  const { name, text } = ownerOf(state, line);
  const clean = text.replace(/\s*[:→–-]\s*$/, '');
  state.entryMark = line.mark;
  const draft = { kind: 'recommendation' as const, ...readRecommendation(clean, line.links), line: line.number };
  state.push(name === undefined ? draft : { ...draft, speaker: name });
}

/** The author, or the reason, on a line of its own below the work. */
function addsTo({ last }: PageState, line: PageLine): boolean {
  if (line.mark !== 'plain' || last?.kind !== 'recommendation' || line.links.length > 0) return false;
  const names = line.text.replace(/^by\s+/i, '');
  if (last.author === undefined && last.reason === undefined && looksLikeNames(names)) last.author = names;
  else if (line.text.length > REASON && last.reason === undefined) last.reason = line.text;
  else return false;
  return true;
}

/** Who recommends it: `Name: title`, or the name above a nested list. */
function ownerOf({ parent, last }: PageState, line: PageLine): { name?: string; text: string } {
  const label = line.links[0]?.label ?? '';
  const colon = label === '' ? -1 : line.text.indexOf(`: ${label}`);
  if (colon > 0 && looksLikeName(line.text.slice(0, colon)))
    return { name: line.text.slice(0, colon), text: line.text.slice(colon + 2) };
  // Once one entry of the list names who says so, the others do as well.
  const named =
    last?.kind === 'recommendation' && last.speaker !== undefined ? line.text.slice(0, 40).indexOf(': ') : -1;
  if (label === '' && named > 0 && looksLikeName(line.text.slice(0, named)))
    return { name: line.text.slice(0, named), text: line.text.slice(named + 2) };
  if (parent && line.depth > parent.depth && looksLikeName(parent.name)) return { name: parent.name, text: line.text };
  return { text: line.text };
}
