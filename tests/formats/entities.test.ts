import { describe, expect, it } from 'vitest';
import names from 'webvtt-parser/html-entities.json';
import { decodeEntities } from '@/lib/formats/entities';

describe('references to characters', () => {
  it('knows every name of the HTML standard, as the reference parser lists them', () => {
    const table = Object.entries(names).filter(([name]) => name.endsWith(';'));
    expect(table.length).toBeGreaterThan(2000);
    for (const [name, characters] of table) expect([name, decodeEntities(name)]).toEqual([name, characters]);
  });

  it('reads the names that need no semicolon only where the form does', () => {
    for (const [name, characters] of Object.entries(names)) {
      if (name.endsWith(';')) continue;
      expect([name, decodeEntities(`${name} `, { bare: true })]).toEqual([name, `${characters} `]);
      expect(decodeEntities(`${name} `)).toBe(`${name} `);
    }
  });

  it('leaves what is no name as it stands', () => {
    for (const text of ['&notaname;', '&toString;', '&constructor;', '&__proto__;', '&;', '&&', 'AT&T', '&#;', '&#x;'])
      expect(decodeEntities(text)).toBe(text);
  });
});
