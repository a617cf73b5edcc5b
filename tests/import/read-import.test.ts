import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misfitOf } from '@/lib/import/misfit';
import { previewOf } from '@/lib/import/preview';
import { type ImportReading, readImport, type Understood } from '@/lib/import/read-import';
import type { ImportChoices } from '@/lib/import/types';
import { bytesOf, TYPED, VIDEO } from './talk';

function read(bytes: Uint8Array, choices: ImportChoices = {}): ImportReading {
  return readImport({ bytes, fileName: 'talk.txt', videoId: VIDEO, importedAt: 5 }, TextDecoder, choices);
}

function understood(text: string, choices: ImportChoices = {}): Understood {
  const reading = read(bytesOf(text), choices);
  if (!reading.ok) throw new Error(reading.message);
  return reading;
}

describe('what is understood', () => {
  it('is told with speakers, turns, times, language and both ends', () => {
    const preview = previewOf(understood(TYPED), null);
    expect(preview).toMatchObject({
      unit: 'turn',
      units: 3,
      start: 0,
      end: 20_000,
      language: 'en',
      timing: 'turn',
      speakers: [
        { label: 'Nora', name: 'Nora', turns: 2 },
        { label: 'Idris', name: 'Idris', turns: 1 },
      ],
    });
    expect(preview.first).toEqual({ time: 0, text: 'Welcome to the mill by the sea, where the…' });
    expect(preview.last.time).toBe(20_000);
  });

  it('takes names, shift and language as the reader corrected them', () => {
    const { transcript } = understood(TYPED, { names: [['Nora', 'Nora Whitlock']], shift: -4000, language: 'cy' });
    expect(transcript.speakers[0]).toEqual({ label: 'Nora', name: 'Nora Whitlock' });
    expect(transcript.cues.start[1]).toBe(6000);
    expect(transcript.language).toBe('cy');
    expect(transcript.origin).toMatchObject({ kind: 'import', fileName: 'talk.txt', importedAt: 5, shift: -4000 });
  });

  it('keeps its id whatever the reader corrects, so that the same text is one transcript', () => {
    const plain = understood(TYPED).transcript;
    const corrected = understood(TYPED, { names: [['Nora', 'N']], shift: 9000 }).transcript;
    expect(corrected.id).toBe(plain.id);
  });

  it('reads a text as another shape on wish', () => {
    const preview = previewOf(understood(TYPED, { shape: 'plain-text' }), null);
    expect(preview).toMatchObject({ unit: 'word', speakers: [], start: null, end: null });
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n '],
    ['data without words', '{"a": [1, 2]}'],
  ])('refuses %s', (_, text) => {
    expect(read(bytesOf(text))).toMatchObject({ ok: false });
  });

  it('refuses what is no text', () => {
    const bytes = Uint8Array.from({ length: 400 }, (_, index) => index % 7);
    expect(read(bytes)).toMatchObject({ ok: false, code: 'binary' });
  });

  it('offers other encodings when it had to guess one', () => {
    const text = 'Señor Núñez mañana pasará por la plaza y después comerá con nosotros en la pequeña montaña. '.repeat(
      4,
    );
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const reading = read(bytes);
    expect(reading.ok && previewOf(reading, null).otherEncodings.length).toBeGreaterThan(0);
    expect(reading.ok && reading.transcript.text).toContain('Señor Núñez');
  });

  it('never throws, whatever the bytes and the choices', () => {
    const choices = fc.record(
      { shape: fc.string(), encoding: fc.string(), language: fc.constantFrom('en', 'ja'), shift: fc.integer() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), choices, (bytes, chosen) => {
        const reading = read(bytes, chosen);
        if (reading.ok) previewOf(reading, 1000);
      }),
      { numRuns: 300 },
    );
  });

  it.runIf(existsSync('../shared/data/seeds'))('tells the founding shapes as a careful reader would', () => {
    const of = (name: string) => read(readFileSync(`../shared/data/seeds/${name}`));
    const turns = of('001_e77d558f5bbefde7.txt');
    expect(turns.ok && previewOf(turns, null)).toMatchObject({
      unit: 'turn',
      units: 98,
      start: 0,
      end: 4_096_000,
      language: 'en',
    });
    expect(turns.ok && turns.transcript.speakers).toHaveLength(3);
    expect(of('002_79f845da56a4de89.txt')).toMatchObject({ ok: false, code: 'notes-page' });
    const plain = of('000_342dee5410dc0a61.txt');
    expect(plain.ok && previewOf(plain, null)).toMatchObject({ unit: 'word', units: 11_858 });
  });
});

describe('a length that cannot belong to the video', () => {
  const { transcript } = understood(TYPED);
  const plain = understood(TYPED, { shape: 'plain-text' }).transcript;

  it.each([
    ['unknown', null, null],
    ['about the same', 25_000, null],
    ['shorter, but within what an outro takes', 12_000, null],
    ['far longer', 120_000, 'too-short'],
  ])('a video of a length that is %s', (_, duration, kind) => {
    expect(misfitOf(transcript, duration)?.kind ?? null).toBe(kind);
  });

  it('tells a transcript that runs on after the end', () => {
    const late = understood(TYPED, { shift: 100_000 }).transcript;
    expect(misfitOf(late, 30_000)).toMatchObject({ kind: 'too-long', video: 30_000 });
  });

  it('tells words without times that nobody could say in that time', () => {
    expect(misfitOf(plain, 3_000)?.kind).toBe('too-many-words');
    expect(misfitOf(plain, 20_000)).toBeNull();
  });
});
