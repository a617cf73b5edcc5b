/** A transcript made ready for looking up quotes: comparable tokens, the word each stands in, and where each token occurs. */
import { Lexicon } from '../speech/lexicon';
import { spokenForm } from '../speech/spoken';
import { tokenise } from '../speech/tokenise';
import { Optional, wordOfToken } from '../speech/tokens';
import type { Transcript } from '../transcript/types';

/** Speech as a list of comparable tokens ("he's" and "he is" alike). All columns have the same length. */
export interface Speech {
  readonly id: Uint32Array;
  /** UTF-16 offsets into the text of the token an entry comes from; several entries may share them. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** 1 for what may be missing from another writing of the same speech: fillers. */
  readonly filler: Uint8Array;
}

export interface SpeechIndex extends Speech {
  readonly transcript: Transcript;
  readonly lexicon: Lexicon;
  /** The word of the transcript each entry stands in. */
  readonly word: Uint32Array;
  /** Places of token `id`: `places[first[id]]` up to `places[first[id + 1]]`, ascending. Tokens added later have none. */
  readonly first: Uint32Array;
  readonly places: Uint32Array;
}

/** Written as one, said as two. Both sides of a comparison pass through it, so "its" becoming "it is" harms nothing. */
const CONTRACTIONS: ReadonlyMap<string, readonly string[]> = new Map(
  `hes he is|shes she is|its it is|thats that is|theres there is|whats what is|whos who is|heres here is|lets let us|im i am
  youre you are|were we are|theyre they are|ive i have|youve you have|weve we have|theyve they have|ill i will|youll you will
  hell he will|theyll they will|itll it will|id i would|youd you would|hed he would|theyd they would|dont do not|doesnt does not
  didnt did not|isnt is not|arent are not|wasnt was not|werent were not|havent have not|hasnt has not|hadnt had not
  cant can not|couldnt could not|wont will not|wouldnt would not|shouldnt should not|aint is not`
    .split(/[|\n]/)
    .map((row) => row.trim().split(' '))
    .map(([short, ...long]) => [short ?? '', long] as const),
);

/** Words of their own when written without an apostrophe, which folding takes away. */
const AMBIGUOUS = new Set(['were', 'well', 'id', 'ill', 'hell']);

export function readSpeech(text: string, lexicon: Lexicon): Speech {
  const tokens = tokenise(text, lexicon);
  const spoken = spokenForm(tokens);
  const columns = new Columns(spoken.id.length);
  const expansions: (readonly number[] | null | undefined)[] = [];
  for (let entry = 0; entry < spoken.id.length; entry++) {
    const own = spoken.id[entry] ?? 0;
    const at = spoken.token[entry] ?? 0;
    const start = tokens.start[at] ?? 0;
    const end = tokens.end[at] ?? 0;
    const filler = (tokens.optional[at] ?? 0) & Optional.filler ? 1 : 0;
    let expanded = expansions[own];
    if (expanded === undefined) {
      expanded = expand(own, lexicon);
      expansions[own] = expanded;
    }
    if (expanded === null || !isContraction(lexicon.word(own), text, start, end)) columns.push(own, start, end, filler);
    else for (const part of expanded) columns.push(part, start, end, filler);
  }
  return columns.cut();
}

/** Columns that grow: plain lists of numbers cost a long episode more than reading it does. */
class Columns {
  private size = 0;
  private id: Uint32Array;
  private start: Uint32Array;
  private end: Uint32Array;
  private filler: Uint8Array;

  constructor(guess: number) {
    const room = guess + (guess >> 3) + 8;
    this.id = new Uint32Array(room);
    this.start = new Uint32Array(room);
    this.end = new Uint32Array(room);
    this.filler = new Uint8Array(room);
  }

  push(id: number, start: number, end: number, filler: number): void {
    if (this.size === this.id.length) this.grow();
    this.id[this.size] = id;
    this.start[this.size] = start;
    this.end[this.size] = end;
    this.filler[this.size++] = filler;
  }

  cut(): Speech {
    const { size } = this;
    return {
      id: this.id.slice(0, size),
      start: this.start.slice(0, size),
      end: this.end.slice(0, size),
      filler: this.filler.slice(0, size),
    };
  }

  private grow(): void {
    const room = this.size * 2;
    const larger = (column: Uint32Array) => {
      const grown = new Uint32Array(room);
      grown.set(column);
      return grown;
    };
    const filler = new Uint8Array(room);
    filler.set(this.filler);
    this.id = larger(this.id);
    this.start = larger(this.start);
    this.end = larger(this.end);
    this.filler = filler;
  }
}

function expand(id: number, lexicon: Lexicon): readonly number[] | null {
  const said = CONTRACTIONS.get(lexicon.word(id));
  return said ? said.map((part) => lexicon.add(part)) : null;
}

function isContraction(word: string, text: string, start: number, end: number): boolean {
  return !AMBIGUOUS.has(word) || /['’]/.test(text.slice(start, end));
}

export function indexSpeech(transcript: Transcript, lexicon: Lexicon = new Lexicon()): SpeechIndex {
  const speech = readSpeech(transcript.text, lexicon);
  const word = wordOfToken(
    { ...speech, lexicon, count: speech.id.length, optional: speech.filler },
    transcript.words.offset,
  );
  return { ...speech, transcript, lexicon, word, ...placesOf(speech.id, lexicon.size) };
}

function placesOf(id: Uint32Array, size: number): { first: Uint32Array; places: Uint32Array } {
  const first = new Uint32Array(size + 1);
  for (const token of id) first[token + 1] = (first[token + 1] ?? 0) + 1;
  for (let token = 0; token < size; token++) first[token + 1] = (first[token + 1] ?? 0) + (first[token] ?? 0);
  const next = first.slice();
  const places = new Uint32Array(id.length);
  for (let place = 0; place < id.length; place++) {
    const token = id[place] ?? 0;
    const at = next[token] ?? 0;
    places[at] = place;
    next[token] = at + 1;
  }
  return { first, places };
}

/** How often a token occurs in the transcript. */
export function countOf(index: SpeechIndex, id: number): number {
  if (id + 1 >= index.first.length) return 0;
  return (index.first[id + 1] ?? 0) - (index.first[id] ?? 0);
}

/** What meeting a token by chance is worth, in bits; at most that of a word said once. */
export function bitsOf(index: SpeechIndex, id: number): number {
  return Math.log2((index.id.length + 1) / Math.max(1, countOf(index, id)));
}
