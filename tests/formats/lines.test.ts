import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineWalker, NextOccurrence, skipSpaces, trimEnd } from '@/lib/formats/lines';

function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (const walker = new LineWalker(text); walker.next(); ) lines.push(walker.line);
  return lines;
}

describe('LineWalker', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\rc', ['a', 'b', 'c']],
    ['a\n\nb', ['a', '', 'b']],
    ['a\r\r\nb', ['a', '', 'b']],
    ['a\u0085b\u2028c\u2029d\fe\vf', ['a', 'b', 'c', 'd', 'e', 'f']],
  ])('cuts %j', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('agrees with a split at every kind of line end', () => {
    const piece = fc.constantFrom(
      'a',
      'a longer line than sixteen characters',
      ' ',
      '\n',
      '\r',
      '\r\n',
      '\u0085',
      '\u2028',
      '漢',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const expected = text.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/);
        if (expected.at(-1) === '') expected.pop();
        expect(linesOf(text)).toEqual(expected);
      }),
    );
  });

  it('counts lines from one, or from where it is told', () => {
    const walker = new LineWalker('x\na\nb', 2, 1);
    walker.next();
    expect([walker.number, walker.line]).toEqual([2, 'a']);
    const ahead = walker.fork();
    ahead.next();
    expect([ahead.number, ahead.line, walker.line]).toEqual([3, 'b', 'a']);
  });

  it('tells blank lines, also those of spaces', () => {
    const walker = new LineWalker('\u00a0 \t\nx');
    walker.next();
    expect(walker.isBlank).toBe(true);
    walker.next();
    expect(walker.isBlank).toBe(false);
  });
});

describe('spaces', () => {
  it('are skipped at both ends of a stretch', () => {
    const text = ' \u3000a b\u00a0 ';
    expect(skipSpaces(text, 0, text.length)).toBe(2);
    expect(trimEnd(text, 0, text.length)).toBe(5);
    expect(skipSpaces('   ', 0, 3)).toBe(3);
    expect(trimEnd('   ', 0, 3)).toBe(0);
  });
});

describe('NextOccurrence', () => {
  it('finds what indexOf finds', () => {
    const text = 'a-->b-->c';
    const arrows = new NextOccurrence(text, '-->');
    expect([0, 1, 2, 5, 6, 9].map((at) => arrows.from(at))).toEqual([1, 1, 5, 5, 9, 9]);
  });
});
