/** Every line that is nothing special: an item of the kind its section says. */
import type { ItemKind } from './items';
import { metaKey } from './meta-lines';
import { QUESTION } from './page-headings';
import { readLinks, readRecommendationLine } from './page-links';
import { type Draft, guestOf, isMetaKind, type PageState } from './page-state';
import { readAttribution, readQuotation, withoutMarks } from './quotations';
import type { PageLine } from './read-lines';
import { readRecommendation } from './recommendations';
import { sectionOf } from './sections';

const ANSWER =
  /^(?:(?:a|answer|antwort|respuesta|resposta|risposta|réponse|ответ|r)\s?\d{0,3}\s?[:.)\]]\s+|(?:[Aa]|答え?|回答|답)\s?\d{0,3}[：:]\s*)/i;
/** A paragraph may be cut over lines at this width; shorter lines end where they end. */
const WRAPPED = 60;
const LONGEST_ENTRY = 120;
/** From this length on a line below a question of a list is its answer even with a blank line between. */
const SHORTEST_ANSWER = 30;
const LONGEST_QUESTION = 400;
const ASKS = /[?？؟]\W?$/;

export function readBody(state: PageState, raw: PageLine, index: number): void {
  // In some languages the entries of a list begin with a dash.
  const line = /^[—–]\s/.test(raw.text) ? { ...raw, mark: 'bullet' as const, text: raw.text.slice(2).trim() } : raw;
  if (comment(state, line) || questionOrAnswer(state, line, index) || labelled(state, line) || goesOn(state, line))
    return;
  const { kind } = state;
  if (kind === 'recommendation' && !endsList(state, line)) readRecommendationLine(state, line);
  else if (readLinks(state, line)) return;
  else if (kind === 'guest') guest(state, line);
  else if (kind === 'link' && line.text.endsWith(':')) state.open = null;
  else if (line.mark === 'bullet' && line.text.endsWith(':'))
    state.parent = { name: line.text.slice(0, -1), depth: line.depth };
  else {
    const draft = state.push({ kind: kindOf(state, line, index), text: line.text, line: line.number });
    if (draft.kind === 'quote') takeAttribution(draft);
  }
}

/** A sentence of its own below a list of recommended works speaks of something else. */
function endsList(state: PageState, { mark, text }: PageLine): boolean {
  if (mark !== 'plain' || state.entryMark !== 'bullet' || state.blanks === 0 || !/[.!]$/.test(text)) return false;
  state.enter('neutral', '', 0);
  return true;
}

function kindOf(state: PageState, line: PageLine, index: number): ItemKind {
  const { kind } = state;
  if (kind === 'neutral') return line.mark === 'bullet' ? 'takeaway' : proseKind(state, line, index);
  if (kind === 'qa') return line.text.endsWith('?') ? 'question' : 'takeaway';
  if (kind === 'chapter') return line.mark === 'bullet' ? 'chapter' : 'summary';
  return kind === 'furniture' || kind === 'date' || kind === 'length' ? 'summary' : kind;
}

/** Without any heading the first paragraph says what it is about; bare lines one below the other are a list. */
function proseKind(state: PageState, { text }: PageLine, index: number): ItemKind {
  if (state.section !== null) return 'summary';
  const isEntry = text.length < LONGEST_ENTRY && !/[.!?:;…。！？]$/.test(text);
  const isNext = state.last?.kind === 'takeaway' && state.lastLine?.mark === 'plain' && state.blanks === 0;
  if (isNext && text.length < LONGEST_ENTRY) return 'takeaway';
  const isFirst = !state.hasBody && !state.has('gist');
  if (isFirst) return isEntry && state.lines[index + 1]?.mark === 'plain' ? 'takeaway' : 'gist';
  return isEntry && state.last?.kind === 'takeaway' ? 'takeaway' : 'summary';
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

function questionOrAnswer(state: PageState, line: PageLine, index: number): boolean {
  const { last, kind } = state;
  const head = line.text.slice(0, 40);
  const asked = QUESTION.exec(head);
  if (asked) return question(state, line, line.text.slice(asked[0].length), true);
  const isOpen = last?.kind === 'question' || last?.kind === 'answer';
  const answered = isOpen ? ANSWER.exec(head) : null;
  if (answered) return answer(state, line.text.slice(answered[0].length), line);
  const isQuestion = ASKS.test(line.text.slice(-2)) && line.text.length <= LONGEST_QUESTION;
  if (kind === 'qa' || kind === 'question')
    return isQuestion
      ? question(state, line, line.text, true)
      : isOpen && (line.mark === 'plain' || kind === 'qa') && answer(state, line.text, line);
  if (isOpen && state.open === last && answers(state, line)) return answer(state, line.text, line);
  return kind === 'neutral' && isQuestion && isOneSentence(line.text) && asks(state, line, index);
}

/** Below a question that is marked as one anything answers; below another only a line that can hardly be anything else. */
function answers({ last, isAsked, blanks }: PageState, { mark, text }: PageLine): boolean {
  if (last?.kind === 'answer') return mark === 'plain' && blanks === 0;
  if (isAsked) return true;
  return mark === 'plain' && (blanks === 0 || (text.length >= SHORTEST_ANSWER && /[.!…。]$/.test(text)));
}

function isOneSentence(text: string): boolean {
  return !/[.!?。！？]\s/.test(text.slice(0, -1));
}

/** A question in a list, in bold, or alone. In running prose it stays where it is. */
function asks(state: PageState, line: PageLine, index: number): boolean {
  const isListed = line.mark === 'bullet' || line.loud;
  if (!isListed && state.section === null && !state.hasBody && state.lines[index + 1]?.mark !== 'plain') return false;
  state.ask(line.text, line, false);
  // A plain line among others is one note of a list, not the head of an answer.
  if (!isListed && state.lines[index - 1]?.mark === 'plain') state.open = null;
  return true;
}

function question(state: PageState, line: PageLine, text: string, isAsked: boolean): boolean {
  state.ask(text, line, isAsked);
  return true;
}

/** An answer's paragraphs are one item. */
function answer(state: PageState, text: string, line: PageLine): boolean {
  const { last } = state;
  if (last?.kind === 'answer') last.text = `${last.text} ${text}`;
  else state.push({ kind: 'answer', text, line: line.number });
  return true;
}

/** "Key insight: …" inside another section. */
function labelled(state: PageState, line: PageLine): boolean {
  const colon = line.text.slice(0, 40).indexOf(': ');
  if (colon < 3) return false;
  if (line.label !== null && metaKey(line.label) === 'ignored' && line.text.length < LONGEST_ENTRY) return true;
  // Programs nest these below a highlight.
  if (/^(?:tags|color|colour|location)$/i.test(line.text.slice(0, colon)) && line.depth > 0) return true;
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
export function goesOn(state: PageState, line: PageLine): boolean {
  const { open, lastLine } = state;
  if (!open || !lastLine || state.blanks > 0 || line.mark !== 'plain' || open.kind === 'chapter') return false;
  if (lastLine.mark === 'heading' || line.links.length > 0) return false;
  const isIndented =
    (lastLine.mark === 'bullet' && line.depth > lastLine.depth) ||
    (lastLine.mark === 'plain' && line.depth > 0 && line.depth === lastLine.depth);
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
