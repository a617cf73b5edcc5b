import { compilePattern, type Instruction } from './compile-pattern';
import { parsePattern } from './parse-pattern';

/** Where a pattern matched: UTF-16 offsets. */
export interface PatternMatches {
  readonly start: number[];
  readonly end: number[];
  /** True when the budget ran out before the end of the text. */
  readonly cut: boolean;
}

/** Steps of the machine; about 300 ms. An hour of speech and a usual pattern take a hundredth. */
const BUDGET = 30_000_000;
const WORD = /[\p{L}\p{N}_]/u;

/**
 * All matches of a pattern, leftmost first, not overlapping, none empty, none over the end of a paragraph. Throws `PatternError` for a pattern that cannot be used.
 */
export function runPattern(text: string, source: string, ignoreCase: boolean, budget = BUDGET): PatternMatches {
  const program = compilePattern(parsePattern(source, ignoreCase));
  const machine = new Machine(program, text, budget);
  const start: number[] = [];
  const end: number[] = [];
  let from = 0;
  while (from < text.length && !machine.exhausted) {
    const newline = text.indexOf('\n', from);
    const stop = newline < 0 ? text.length : newline;
    for (let at = from; at < stop && !machine.exhausted; ) {
      if (!machine.search(from, stop, at)) break;
      start.push(machine.start);
      end.push(machine.end);
      at = machine.end;
    }
    from = stop + 1;
  }
  return { start, end, cut: machine.exhausted };
}

/** The ways through the program that are alive, the preferred ones first. */
class Ways {
  size = 0;
  readonly at: Int32Array;
  readonly start: Int32Array;
  private readonly seen: Int32Array;
  private round = 0;

  constructor(length: number) {
    this.at = new Int32Array(length);
    this.start = new Int32Array(length);
    this.seen = new Int32Array(length);
  }

  clear(): void {
    this.size = 0;
    this.round++;
  }

  /** False when a better way already stands there. */
  visit(instruction: number): boolean {
    if (this.seen[instruction] === this.round) return false;
    this.seen[instruction] = this.round;
    return true;
  }

  push(instruction: number, start: number): void {
    this.at[this.size] = instruction;
    this.start[this.size++] = start;
  }
}

class Machine {
  start = 0;
  end = 0;
  exhausted = false;
  private now: Ways;
  private next: Ways;
  private readonly stack: number[] = [];

  constructor(
    private readonly program: readonly Instruction[],
    private readonly text: string,
    private budget: number,
  ) {
    this.now = new Ways(program.length);
    this.next = new Ways(program.length);
  }

  /** The first match in the paragraph `from … stop` that begins at `at` or later; left in `start` and `end`. */
  search(from: number, stop: number, at: number): boolean {
    let found = false;
    this.now.clear();
    for (let place = at; place <= stop; ) {
      if (!found) this.follow(this.now, 0, place, place, from, stop);
      if (this.now.size === 0 && found) break;
      const point = place < stop ? (this.text.codePointAt(place) ?? 0) : -1;
      const after = place + (point > 0xffff ? 2 : 1);
      this.next.clear();
      this.budget -= this.now.size + 1;
      for (let way = 0; way < this.now.size; way++) {
        const instruction = this.program[this.now.at[way] ?? 0];
        const start = this.now.start[way] ?? 0;
        if (instruction?.op === 'match') {
          if (start === place) continue;
          found = true;
          this.start = start;
          this.end = place;
          break;
        }
        if (point >= 0 && instruction?.op === 'character' && instruction.test(point))
          this.follow(this.next, (this.now.at[way] ?? 0) + 1, start, after, from, stop);
      }
      [this.now, this.next] = [this.next, this.now];
      this.exhausted = this.budget < 0;
      if (this.exhausted) return found;
      place = after;
    }
    return found;
  }

  /** Adds the instruction and all that can be reached from it without reading a character. */
  private follow(ways: Ways, from: number, start: number, place: number, low: number, high: number): void {
    this.stack.push(from);
    while (this.stack.length > 0) {
      const at = this.stack.pop() ?? 0;
      if (!ways.visit(at)) continue;
      this.budget--;
      const instruction = this.program[at];
      if (instruction?.op === 'jump') this.stack.push(instruction.to);
      else if (instruction?.op === 'split') this.stack.push(instruction.second, instruction.first);
      else if (instruction?.op !== 'edge') ways.push(at, start);
      else if (this.isEdge(instruction.edge, place, low, high)) this.stack.push(at + 1);
    }
  }

  private isEdge(edge: 'start' | 'end' | 'word' | 'inside', place: number, low: number, high: number): boolean {
    if (edge === 'start') return place === low;
    if (edge === 'end') return place === high;
    const before = place > low && WORD.test(this.text.charAt(place - 1));
    const after = place < high && WORD.test(this.text.charAt(place));
    return (before !== after) === (edge === 'word');
  }
}
