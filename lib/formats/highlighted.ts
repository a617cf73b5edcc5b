/**
 * Captions in which the word that is being said is marked: each caption comes as often as it has words, every time with the
 * next word underlined or coloured, as recognisers write them for karaoke. They are told once, with the times of their words.
 */
import type { SourceCue, SourceWord } from '../transcript/source';
import type { Problems } from './problems';

/** Where a caption's marked word stands in its words as a reader sees them. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

/** Milliseconds between two showings of one caption. */
const LONGEST_PAUSE = 500;

/** Share of captions that show the words of the one before. */
const SHARE = 0.4;

const FEWEST = 4;

/** Whether captions repeat so often that it is worth looking for their marks. */
function mayBeHighlighted(cues: readonly SourceCue[]): boolean {
  let repeated = 0;
  for (let index = 1; index < cues.length; index++) if (cues[index]?.text === cues[index - 1]?.text) repeated++;
  return repeated >= FEWEST && repeated >= cues.length * SHARE;
}

/** The captions told once; null where they are no such captions. `findMarks` is asked only when they may be. */
export function joinMarked(
  cues: readonly SourceCue[],
  problems: Problems,
  findMarks: () => readonly (Mark | null)[],
): SourceCue[] | null {
  if (!mayBeHighlighted(cues)) return null;
  const marks = findMarks();
  const joined = marks.length === cues.length ? joinHighlighted(cues, marks) : null;
  if (joined !== null)
    problems.add(
      'marked-words',
      null,
      'Each caption came once for every word, with that word marked. It is told once.',
    );
  return joined;
}

/**
 * The captions told once. `marks[i]`: of `cues[i]`; null where nothing, or more than one thing, is marked. Null where the marks do
 * not move on from word to word.
 */
function joinHighlighted(cues: readonly SourceCue[], marks: readonly (Mark | null)[]): SourceCue[] | null {
  const joined: SourceCue[] = [];
  let moving = 0;
  for (let index = 0; index < cues.length; ) {
    const run = new Run();
    const first = index;
    while (index < cues.length && run.takes(cues[index], marks[index] ?? null)) index++;
    const cue = run.joined();
    if (cue === null) return null;
    if (cue.words !== undefined && (cue.words.length > 1 || !cue.text.includes(' '))) moving += index - first;
    joined.push(cue);
  }
  return moving >= cues.length * SHARE ? joined : null;
}

/** One caption and its showings. */
class Run {
  private first: SourceCue | null = null;
  private end: number | null = null;
  private readonly words: SourceWord[] = [];
  private told = 0;
  private markFrom = -1;

  /** Adds the showing; false when it is one of another caption. */
  takes(cue: SourceCue | undefined, mark: Mark | null): boolean {
    if (cue === undefined) return false;
    if (this.first === null) this.first = cue;
    else if (!this.goesOn(this.first, cue) || this.beginsAgain(this.first, mark)) return false;
    this.end = cue.end;
    if (mark !== null && mark.to > this.told) {
      this.words.push({ text: this.first.text.slice(this.told, mark.to), start: cue.start, end: cue.end });
      this.told = mark.to;
      this.markFrom = mark.from;
    }
    return true;
  }

  private goesOn(first: SourceCue, { text, speaker, start }: SourceCue): boolean {
    if (text !== first.text || speaker !== first.speaker || this.end === null || start === null) return false;
    return Math.abs(start - this.end) <= LONGEST_PAUSE;
  }

  /** The same words are said once more: the mark jumps back, or the only word is marked again. */
  private beginsAgain({ text }: SourceCue, mark: Mark | null): boolean {
    if (mark === null) return false;
    return mark.from < this.markFrom || (mark.from === 0 && this.markFrom === 0 && this.told === text.length);
  }

  joined(): SourceCue | null {
    const { first, end, words, told } = this;
    if (first === null) return null;
    const last = words.at(-1);
    if (last === undefined) return { ...first, end };
    const whole = [...words.slice(0, -1), { ...last, text: last.text + first.text.slice(told) }];
    return { ...first, end, words: whole };
  }
}

/** Stand for the tags of a mark while the rest of the markup is taken out. Private use: no text has them by chance. */
const OPEN = '\ue0f1';
const CLOSE = '\ue0f2';

const MARKING: ReadonlySet<string> = new Set(['u', 'b', 'i', 'c', 'font', 'span']);

/** The one marked stretch of a caption as it stands in the file; `read` takes the markup out. Null where there is none, or several. */
export function findMark(body: string, read: (body: string) => string): Mark | null {
  const open = body.indexOf('<');
  const openEnd = open < 0 ? -1 : body.indexOf('>', open);
  const close = openEnd < 0 ? -1 : body.indexOf('</', openEnd);
  const closeEnd = close < 0 ? -1 : body.indexOf('>', close);
  if (closeEnd < 0 || body.indexOf('<', closeEnd) >= 0 || body.includes(OPEN) || body.includes(CLOSE)) return null;
  const name = /^[a-z]{1,4}(?=[\s.>])/.exec(body.slice(open + 1, open + 8))?.[0] ?? '';
  if (!MARKING.has(name)) return null;
  const marked = `${body.slice(0, open)}${OPEN}${body.slice(openEnd + 1, close)}${CLOSE}${body.slice(closeEnd + 1)}`;
  const text = read(marked);
  const from = text.indexOf(OPEN);
  const to = text.indexOf(CLOSE) - 1;
  return from < 0 || to <= from ? null : { from, to };
}
