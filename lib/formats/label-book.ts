/** Which of the things that stand like names before the words of a document are its speakers. */
import type { Label } from './speaker-labels';
import { isHeaderWord, isRole, type LabelStyle } from './speaker-names';

/** Names without a colon in a document that has them at all. */
const FEWEST_SET = 4;

/** Names in capitals, with a colon, each different: the beginning of a broadcast. */
const FEWEST_CAST = 4;

/** Where there are so many, also those that come once are names. */
const SURE_SET = 12;

/** Collects the candidates of a document, then tells which of them are speakers. */
export class LabelBook {
  private readonly seen = new Map<string, { style: LabelStyle; count: number }>();

  add(label: Pick<Label, 'name' | 'style'>): void {
    const entry = this.seen.get(label.name);
    if (entry) {
      entry.count++;
      if (label.style === 'bold') entry.style = 'bold';
    } else this.seen.set(label.name, { style: label.style, count: 1 });
  }

  /**
   * Names that are taken for speakers. Bold labels and capitals rule out the others where they are the document's way;
   * otherwise a name is believed when it comes back, and a single one when the document is full of names.
   * `lines`: how many the document has, to tell how full of names it is.
   */
  speakers(lines = Number.POSITIVE_INFINITY): ReadonlySet<string> {
    const totals: Record<LabelStyle, number> = { bold: 0, caps: 0, plain: 0, weak: 0, set: 0 };
    let returning = 0;
    for (const [name, { style, count }] of this.seen) {
      if (isHeaderWord(name) && count < 3) continue;
      totals[style] += count;
      if (style !== 'set' && count > 1 && (style !== 'weak' || !hasCase(name))) returning += count;
    }
    const { bold, caps, plain, weak, set } = totals;
    const isSet = set >= FEWEST_SET && set * 3 >= lines && set > bold + caps + plain;
    const ruling = rulingStyle(totals);
    const isFull = (bold + caps + plain + weak) * 2 >= lines;
    const isCast = ruling === 'caps' && caps >= FEWEST_CAST && caps * 3 >= lines;
    const accepted = new Set<string>();
    for (const [name, { style, count }] of this.seen) {
      const isSpeaker =
        style === 'set'
          ? isSet && !isHeaderWord(name) && (count > 1 || set >= SURE_SET || /[A-Z]{4}/.test(name))
          : isAccepted(name, style, count, { ruling, returning, isFull, isCast });
      if (isSpeaker) accepted.add(name);
    }
    // A question without an answer, or an item "A." of a list.
    if (!accepted.has('Q') || !accepted.has('A')) {
      // A press conference: whoever asks is Q, and who answers has a name.
      if (caps < FEWEST_CAST || accepted.size < 2) accepted.delete('Q');
      accepted.delete('A');
    }
    return accepted;
  }
}

/** Chinese, Japanese, Arabic and others write names without capitals. */
function hasCase(name: string): boolean {
  return name.toLowerCase() !== name.toUpperCase();
}

function rulingStyle({ bold, caps, plain }: Record<LabelStyle, number>): LabelStyle {
  if (bold >= 2 && bold * 2 >= caps + plain) return 'bold';
  if (caps >= 2 && caps >= plain) return 'caps';
  return 'plain';
}

interface BookFacts {
  readonly ruling: LabelStyle;
  /** Lines whose label comes back. */
  readonly returning: number;
  /** At least every second line of the document begins with a label. */
  readonly isFull: boolean;
  /** So many capitals stand before colons that even those that come once are names. */
  readonly isCast: boolean;
}

function isAccepted(
  name: string,
  style: LabelStyle,
  count: number,
  { ruling, returning, isFull, isCast }: BookFacts,
): boolean {
  if (ruling === 'bold') return style === 'bold' && !isHeaderWord(name);
  if (style === 'bold') return !isHeaderWord(name);
  // A title gives a name away: "Dr. Jane Roe, Ph.D." among names in capitals.
  if (ruling === 'caps' && style !== 'caps') return isFull && style === 'plain' && (count > 1 || /[.,]/.test(name));
  if (isFull && isRole(name) && /\d$/.test(name)) return true;
  if (style === 'weak') return count >= 3 || (count >= 2 && returning === 0) || (isFull && count + returning >= 2);
  if (isHeaderWord(name) && !(count >= 3 && /^(?:questions?|answer|speaker)$/i.test(name))) return false;
  return count >= 2 || returning >= 4 || (returning >= 2 && (isFull || style === 'caps')) || isCast;
}
