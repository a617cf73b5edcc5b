/** Callouts, as Obsidian and GitHub write them: `> [!quote] Name`, and the quoted lines below. */
import type { ItemKind } from './items';
import type { PageState } from './page-state';
import { readAttribution } from './quotations';
import { innerLine, type PageLine } from './read-lines';
import { type SectionKind, sectionOf } from './sections';

const CALLOUT = /^\[!([a-z][a-z-]{1,20})\][+-]?\s*(.*)$/i;
const KINDS: ReadonlyMap<string, SectionKind> = new Map<string, SectionKind>([
  ['quote', 'quote'],
  ['cite', 'quote'],
  ['summary', 'gist'],
  ['abstract', 'gist'],
  ['tldr', 'gist'],
  ['question', 'qa'],
  ['help', 'qa'],
  ['faq', 'qa'],
]);
/** A heading of this depth ends with the callout. */
const LEVEL = 6;

/** The line as it stands inside its callout; null when it has been dealt with, the line itself outside of one. */
export function readCallout(state: PageState, line: PageLine, index: number): PageLine | null {
  const found = line.mark === 'quote' ? CALLOUT.exec(line.text.slice(0, 400)) : null;
  if (found) {
    open(state, line, index, (found[1] ?? '').toLowerCase(), (found[2] ?? '').trim());
    return null;
  }
  if (line.mark !== 'quote') {
    state.leaveCallout();
    return line;
  }
  return state.isInCallout && state.kind !== 'quote' ? innerLine(line) : line;
}

function open(state: PageState, line: PageLine, index: number, type: string, title: string): void {
  const hasBody = state.lines[index + 1]?.mark === 'quote';
  const kind = sectionOf(title, true) ?? KINDS.get(type) ?? 'takeaway';
  state.enterCallout(kind, title, LEVEL);
  const by = kind === 'quote' ? readAttribution(`— ${title}`) : null;
  if (by) {
    state.time = by.stated ?? null;
    if (by.speaker !== undefined) state.speaker = { ...by, speaker: by.speaker, text: '', certain: true };
  } else if (kind === 'qa' && title.endsWith('?')) state.ask(title, line, true);
  else if (!hasBody && title !== '') state.push({ kind: itemKind(kind), text: title, line: line.number });
}

function itemKind(kind: SectionKind): ItemKind {
  return kind === 'gist' || kind === 'quote' || kind === 'insight' || kind === 'remember' ? kind : 'takeaway';
}
