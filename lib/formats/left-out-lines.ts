import type { PeopleLine } from './people-line';
import type { Problems } from './problems';

/** Lines that are no part of the talk: counted, and told in one problem with the first of them. */
export class LeftOutLines {
  private count = 0;
  private line = 0;
  private words = '';

  constructor(private readonly text: string) {}

  add({ number, from, to }: PeopleLine): void {
    if (this.count === 0) {
      this.line = number;
      this.words = this.text.slice(from, Math.min(to, from + 40));
    }
    this.count++;
  }

  report(problems: Problems): void {
    const { count, line, words } = this;
    if (count === 0) return;
    const lines =
      count === 1 ? 'One line that is no part of the talk was' : `${count} lines that are no part of the talk were`;
    problems.add('text-left-out', line, `${lines} left out: “${words}”.`);
  }
}
