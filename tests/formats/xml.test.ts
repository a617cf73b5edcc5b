import { describe, expect, it } from 'vitest';
import { LineCounter, XmlScanner } from '@/lib/formats/xml';

function tokens(source: string, isHtml = false): string[] {
  const xml = new XmlScanner(source, { isHtml });
  const found: string[] = [];
  for (let token = xml.next(); token !== 'end'; token = xml.next()) {
    if (token === 'text') found.push(xml.text);
    else found.push(token === 'open' ? `<${xml.name}${xml.isEmpty ? '/' : ''}>` : `</${xml.name}>`);
  }
  return found;
}

describe('XmlScanner', () => {
  it.each([
    ['<a>b</a>', ['<a>', 'b', '</a>']],
    ['<tt:Br/>x', ['<br/>', 'x']],
    ['<?xml version="1.0"?><a>&lt;b&gt;</a>', ['<a>', '<b>', '</a>']],
    ['<a><!-- <b> --><![CDATA[<c> &amp;]]></a>', ['<a>', '<c> &amp;', '</a>']],
    ['1 < 2 <a>', ['1 < 2 ', '<a>']],
    ['<a b="c>d">e', ['<a>', 'e']],
    ['<a b="c', ['<a b="c']],
    ['<a <b>c', ['<a ', '<b>', 'c']],
    ["it's <a title=it's>b", ["it's ", '<a>', 'b']],
    ['<!-- never closed <a>', []],
    ['<![CDATA[never closed', ['never closed']],
  ])('reads %j', (source, expected) => {
    expect(tokens(source)).toEqual(expected);
  });

  it('expands no entity a document declares', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;">]><a>&z;</a>';
    expect(tokens(bomb)).toEqual(['<a>', '&z;', '</a>']);
  });

  it('finds attributes by their local name, quoted, bare, decoded', () => {
    const xml = new XmlScanner('<p xml:id="a" Begin = \'1 &amp; 2\' dur=5 end="x" flag>');
    xml.next();
    expect(['id', 'begin', 'dur', 'end', 'flag', 'none'].map((name) => xml.attribute(name))).toEqual([
      'a',
      '1 & 2',
      '5',
      'x',
      null,
      null,
    ]);
  });

  it('forgets the attributes of the tag before', () => {
    const xml = new XmlScanner('<a b="1"><c>');
    xml.next();
    expect(xml.attribute('b')).toBe('1');
    xml.next();
    expect(xml.attribute('b')).toBeNull();
    expect(xml.hasAttributes).toBe(false);
  });

  it('takes references without a semicolon in HTML only', () => {
    expect(tokens('a&nbsp<br>', true)).toEqual(['a\u00a0', '<br>']);
    expect(tokens('a&nbsp<br>')).toEqual(['a&nbsp', '<br>']);
  });
});

describe('LineCounter', () => {
  it('counts the lines before rising places', () => {
    const source = 'a\nb\r\nc\rd';
    const counter = new LineCounter(source);
    expect([0, 2, 5, 7].map((at) => counter.lineOf(at))).toEqual([1, 2, 3, 4]);
  });
});
