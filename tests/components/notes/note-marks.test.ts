import { expect, it } from 'vitest';
import { dottedWords, markedWords } from '@/components/notes/note-marks';
import { makeNote } from './made-notes';

const at = (first: number, end: number) => [{ start: null, isRough: false, range: { first, end }, text: '' }];

const NOTES = [
  makeNote({ id: 'a', state: 'verbatim', places: at(40, 48) }),
  makeNote({ id: 'b', state: 'topic', places: at(5, 30) }),
  makeNote({ id: 'c', state: 'own', kind: 'bookmark', places: at(20, 25) }),
  makeNote({ id: 'd', state: 'pinned', places: at(10, 12) }),
  makeNote({ id: 'e', state: 'not-found', places: [] }),
];

it('underlines the words of sure places, in their order, and no guesses and no moments', () => {
  expect(markedWords(NOTES)).toEqual([
    { first: 10, end: 12 },
    { first: 40, end: 48 },
  ]);
});

it('gives the strip a dot for each sure place', () => {
  expect(dottedWords(NOTES, null)).toEqual([10, 20, 40]);
});
