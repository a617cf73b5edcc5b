/** Quotations, and lines that say who speaks. */
import type { PageState } from './page-state';
import { readAttribution, readQuotation, readSpeakerLine, type SpeakerLine, withoutMarks } from './quotations';
import type { PageLine } from './read-lines';

/** Words in quotation marks shorter than this are a term in quotes, unless the section holds quotes. */
const SHORTEST_QUOTE = 12;
/** In a list of recommended works, marks around so few characters are marks around a title. */
const LONGEST_TITLE = 60;

/** True when the line was speech and has been dealt with. */
export function readSpeech(state: PageState, line: PageLine, index: number): boolean {
  if (line.mark === 'quote') return blockQuote(state, line);
  if (attributes(state, line)) return true;
  const named = readSpeakerLine(line.text);
  if (named && isSpeech(state, named, line, index)) return spoken(state, named, line);
  const quotation = readQuotation(line.text);
  if (quotation && isQuotation(state, line, quotation.text)) {
    state.quote(quotation, line);
    return true;
  }
  if (!state.speaker || line.mark !== 'plain') return false;
  state.quote({ text: line.text }, line);
  return true;
}

function isQuotation(state: PageState, line: PageLine, text: string): boolean {
  if (state.kind === 'recommendation' && line.mark === 'bullet' && text.length <= LONGEST_TITLE) return false;
  return text.length > SHORTEST_QUOTE || state.kind === 'quote';
}

/** `— Name, 0:31` below a quote. */
function attributes(state: PageState, line: PageLine): boolean {
  const { last } = state;
  if (last?.kind !== 'quote' || state.blanks > 1 || last.speaker !== undefined) return false;
  const isList = line.mark === 'bullet';
  const attribution = readAttribution(isList ? `— ${line.text}` : line.text);
  if (!attribution || (isList && state.lastLine?.mark === 'bullet')) return false;
  Object.assign(last, attribution);
  return true;
}

function isSpeech(state: PageState, named: SpeakerLine, line: PageLine, index: number): boolean {
  if (named.certain) return true;
  // `[12:31] Name: What was said.` A chapter's title is no sentence.
  if (named.stated !== undefined && state.kind !== 'chapter' && isSentence(named.text)) return true;
  if (named.text !== '') return false;
  return state.next(index)?.mark === 'quote' || (line.label !== null && named.stated !== undefined);
}

function isSentence(text: string): boolean {
  return text.length >= 25 && /[.!?…。？！][”"’]?$/.test(text);
}

function spoken(state: PageState, named: SpeakerLine, line: PageLine): boolean {
  if (named.text === '') {
    state.speaker = named;
    state.open = null;
    return true;
  }
  state.speaker = null;
  const { speaker, stated } = named;
  state.quote({ text: withoutMarks(named.text), speaker, ...(stated === undefined ? {} : { stated }) }, line);
  return true;
}

/** What a page quotes there is the show's own description, not what somebody said. */
function isDescription({ kind, section }: PageState): boolean {
  return kind === 'gist' || /^(?:show\s?notes|episode description)$/i.test(section?.title ?? '');
}

function blockQuote(state: PageState, line: PageLine): boolean {
  const last = state.open;
  if (last?.kind === 'quote' && state.lastLine?.mark === 'quote' && state.blanks === 0) {
    const attribution = readAttribution(line.text);
    if (attribution) Object.assign(last, attribution);
    else if (line.text !== '') last.text = `${last.text} ${line.text}`;
  } else if (line.text !== '' && isDescription(state)) state.push({ kind: 'gist', text: line.text, line: line.number });
  else if (line.text !== '') state.quote(readQuotation(line.text) ?? { text: line.text }, line);
  return true;
}
