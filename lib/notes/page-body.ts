/** Every line that is nothing special: an item of the kind its section says. */
import type { ItemKind } from './items';
import { QUESTION } from './page-headings';
import { readLinks, readRecommendationLine } from './page-links';
import { type Draft, guestOf, isMetaKind, type PageState } from './page-state';
import { readAttribution, readQuotation, withoutMarks } from './quotations';
import type { PageLine } from './read-lines';
import { readRecommendation } from './recommendations';
import { sectionOf } from './sections';

const ANSWER = /^(?:a|answer|antwort|respuesta|réponse)\s?\d{0,3}\s?[:.)\]]\s+/i;
/** A paragraph may be cut over lines at this width; shorter lines end where they end. */
const WRAPPED = 60;
const LONGEST_QUESTION = 400;

export function readBody(state: PageState, line: PageLine): void {
  if (comment(state, line) || questionOrAnswer(state, line) || labelled(state, line) || goesOn(state, line)) return;
  const { kind } = state;
  if (kind === 'recommendation') readRecommendationLine(state, line);
  else if (readLinks(state, line)) return;
  else if (kind === 'guest') guest(state, line);
  else if (line.mark === 'bullet' && line.text.endsWith(':'))
    state.parent = { name: line.text.slice(0, -1), depth: line.depth };
  else {
    const draft = state.push({ kind: kindOf(state, line), text: line.text, line: line.number });
    if (draft.kind === 'quote') takeAttribution(draft);
  }
}

function kindOf(state: PageState, line: PageLine): ItemKind {
  const { kind } = state;
  if (kind === 'neutral') {
    if (line.mark === 'bullet') return 'takeaway';
    return state.section === null && !state.hasBody ? 'gist' : 'summary';
  }
  if (kind === 'qa') return line.text.endsWith('?') ? 'question' : 'takeaway';
  if (kind === 'chapter') return line.mark === 'bullet' ? 'chapter' : 'summary';
  return kind === 'furniture' || kind === 'date' || kind === 'length' ? 'summary' : kind;
}

/** `Words – Name` in a list of quotes without marks. */
function takeAttribution(draft: Draft): void {
  const tail = /\s[–—~-]\s[^–—~]{3,60}$/.exec(draft.text.slice(-80));
  const attribution = tail ? readAttribution(tail[0]) : null;
  if (!tail || !attribution) return;
  draft.text = withoutMarks(draft.text.slice(0, draft.text.length - tail[0].length));
  Object.assign(draft, attribution);
}

/** "Note: …" nested below a highlight: what its keeper thought. */
function comment({ last }: PageState, line: PageLine): boolean {
  const found = /^notes?:\s+/i.exec(line.text.slice(0, 12));
  if (!found || line.mark !== 'bullet' || line.depth === 0 || !last || last.reason !== undefined) return false;
  last.reason = line.text.slice(found[0].length);
  return true;
}

function questionOrAnswer(state: PageState, line: PageLine): boolean {
  const { last, kind } = state;
  const head = line.text.slice(0, 40);
  const asked = QUESTION.exec(head);
  if (asked) return question(state, line, line.text.slice(asked[0].length));
  const isOpen = last?.kind === 'question' || last?.kind === 'answer';
  const answered = isOpen ? ANSWER.exec(head) : null;
  if (answered) return answer(state, line, line.text.slice(answered[0].length));
  if (kind !== 'qa' && kind !== 'question')
    return last?.kind === 'question' && state.open === last && answer(state, line, line.text);
  if (line.text.endsWith('?') && line.text.length <= LONGEST_QUESTION) return question(state, line, line.text);
  return isOpen && (line.mark === 'plain' || kind === 'qa') && answer(state, line, line.text);
}

function question(state: PageState, line: PageLine, text: string): boolean {
  state.push({ kind: 'question', text, line: line.number });
  return true;
}

/** An answer's paragraphs are one item. */
function answer(state: PageState, line: PageLine, text: string): boolean {
  const { last } = state;
  if (last?.kind === 'answer') last.text = `${last.text} ${text}`;
  else state.push({ kind: 'answer', text, line: line.number });
  return true;
}

/** "Key insight: …" inside another section. */
function labelled(state: PageState, line: PageLine): boolean {
  const colon = line.text.slice(0, 40).indexOf(': ');
  if (colon < 3) return false;
  const kind = sectionOf(line.text.slice(0, colon), false);
  if (kind === null || kind === 'neutral' || kind === 'furniture' || kind === 'qa' || isMetaKind(kind)) return false;
  const text = line.text.slice(colon + 2).trim();
  if (kind === 'link' || kind === 'chapter') return false;
  if (kind === 'recommendation') state.push({ kind, ...readRecommendation(text, line.links), line: line.number });
  else if (kind === 'quote') state.quote(readQuotation(text) ?? { text }, line);
  else state.push({ kind, text, line: line.number });
  return true;
}

/** A line that goes on with the paragraph or the list item above it. */
function goesOn(state: PageState, line: PageLine): boolean {
  const { open, lastLine } = state;
  if (!open || !lastLine || state.blanks > 0 || line.mark !== 'plain' || open.kind === 'chapter') return false;
  if (lastLine.mark === 'heading' || line.links.length > 0) return false;
  const isIndented = lastLine.mark === 'bullet' && line.depth > lastLine.depth;
  const isWrapped = lastLine.text.length >= WRAPPED && !/[.!?:”"]$/.test(lastLine.text);
  if (!isIndented && !(isWrapped && /^[\p{Ll}\p{N}(“"]/u.test(line.text))) return false;
  open.text = `${open.text} ${line.text}`;
  return true;
}

function guest(state: PageState, line: PageLine): void {
  const { last } = state;
  if (last?.kind === 'guest' && line.mark === 'plain') last.text = `${last.text} ${line.text}`;
  else state.push(guestOf(line.text, line.number));
}
