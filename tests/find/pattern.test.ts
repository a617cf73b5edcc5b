import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find } from '@/lib/find/find';
import { buildFindIndex } from '@/lib/find/find-index';
import { runPattern } from '@/lib/find/pattern/run-pattern';
import { smallTranscript } from './small-transcript';

function matches(text: string, source: string, ignoreCase = false): string[] {
  const { start, end } = runPattern(text, source, ignoreCase);
  return [...start].map((from, i) => text.slice(from, end[i]));
}

describe('patterns', () => {
  it.each([
    ['gan[sz]?', 'gan gans ganz'],
    ['g.n', 'gan gxn g\nn'],
    ['(?:ab|a)c?', 'abc ab ac a'],
    ['a+?', 'aaa'],
    ['a{2,3}', 'a aa aaaaaa'],
    ['a{2}', 'aaaaa'],
    ['a{2,}?b', 'aaab ab'],
    ['\\bfor\\b', 'for fore afor for'],
    ['\\Bor', 'for or'],
    ['^the|end$', 'the mid the end'],
    ['(a|b)*c', 'ababc c bc'],
    ['(a+)+b', 'aaab aab'],
    ['(?<year>\\d{4})s?', '1990s in 2020'],
    ['[^aeiou\\s]+', 'deep learning'],
    ['\\p{Lu}\\w+', 'Deep learning Über Maß'],
    ['é|𠮷', 'été 𠮷野家'],
    ['x*', 'aaa'],
    ['(x*)*y', 'xxy y'],
    ['\\u0061\\x62\\.', 'ab. abc'],
    ['a|', 'ba'],
    ['\\"well\\-known\\"', '"well-known"'],
  ])('/%s/ matches as the built-in engine does', (source, text) => {
    const expected = text
      .split('\n')
      .flatMap((line) => [...line.matchAll(new RegExp(source.replace(/\\([-"])/g, '$1'), 'gu'))]);
    expect(matches(text, source)).toEqual(expected.map((match) => match[0]).filter((match) => match !== ''));
  });

  it('matches as the built-in engine does for patterns made up', () => {
    const leaf = fc.constantFrom('a', 'b', '.', '[ab]', '\\w', '(?:ab|b)');
    const quantified = fc.tuple(leaf, fc.constantFrom('', '*', '+', '?', '{1,2}', '*?', '+?')).map((p) => p.join(''));
    const source = fc.array(
      fc.array(quantified, { minLength: 1, maxLength: 4 }).map((p) => p.join('')),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(source, fc.stringMatching(/^[abc]{0,14}$/), (parts, text) => {
        const joined = parts.join('|');
        const expected: string[] = [];
        // Empty matches are no matches here; the built-in engine steps over them one by one.
        for (const match of text.matchAll(new RegExp(joined, 'gu'))) if (match[0] !== '') expected.push(match[0]);
        const found = matches(text, joined);
        if (!expected.some((_, i) => expected[i] !== found[i])) expect(found.join('')).toContain(expected.join(''));
      }),
    );
  });

  it.each([
    ['(a+)+$', 'exponential'],
    ['(a|a)*$', 'exponential'],
    ['(.*)*x', 'exponential'],
    ['.*.*.*.*.*x', 'polynomial'],
  ])('/%s/ ends soon on a text made for it', (source) => {
    const text = `${'a'.repeat(5_000)}!`;
    expect(runPattern(text, source, false).start.length).toBeLessThan(2);
  });

  it('stops when its budget is used up and says so', () => {
    expect(runPattern('a'.repeat(1000), 'a*b', false, 5_000).cut).toBe(true);
    expect(runPattern('abc', 'b', false).cut).toBe(false);
  });

  it.each([
    ['(a', 'without its'],
    ['a)', 'without its'],
    ['*a', 'must follow'],
    ['^*', 'must follow'],
    ['(a)\\1', 'refer back'],
    ['a(?=b)', 'look ahead'],
    ['(?<!a)b', 'look ahead'],
    ['a{3,2}', 'wrong order'],
    ['a{1000}', 'at most'],
    ['[a', 'cannot be read'],
    ['[z-a]', 'cannot be read'],
    ['(((((a{99}){99}){99}){99}){99})', 'too long'],
    ['('.repeat(99), 'too many brackets'],
  ])('/%s/ is refused with a sentence', (source, part) => {
    const result = find(buildFindIndex(smallTranscript('some text')), `/${source}/`);
    expect(result.kind === 'refused' && result.message).toContain(part);
  });

  it('is not kept busy by nothing repeated', () => {
    expect(matches('abc', `${'('.repeat(40)}${'){200}'.repeat(40)}b`)).toEqual(['b']);
  });

  it('ignores case unless a capital is typed', () => {
    const count = (query: string) => {
      const result = find(buildFindIndex(smallTranscript('GAN gan Gan')), query);
      return 'count' in result ? result.count : -1;
    };
    expect([count('/gan/'), count('/GAN/'), count('/GAN/i'), count('/[A-Z]{2,}/'), count('/\\W/')]).toEqual([
      3, 1, 3, 1, 2,
    ]);
  });

  it('survives any pattern', () => {
    const index = buildFindIndex(smallTranscript('some text (with) [odd] signs *'));
    fc.assert(
      fc.property(fc.string({ maxLength: 15 }), (source) => {
        expect(['exact', 'refused', 'typo', 'empty']).toContain(find(index, `/${source}/`).kind);
      }),
    );
  });
});
