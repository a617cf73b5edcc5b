import { describe, expect, it } from 'vitest';
import { chooseTimed } from '@/lib/import/choose-timed';
import { compareParagraphs } from '@/lib/import/compare-paragraphs';
import { mergeImport } from '@/lib/import/merge-import';
import { readImport } from '@/lib/import/read-import';
import type { Transcript } from '@/lib/transcript/types';
import { bytesOf, captionsOf, roughOf, SAID, TYPED, VIDEO } from './talk';

function typed(text = TYPED): Transcript {
  const file = { bytes: bytesOf(text), fileName: null, videoId: VIDEO, importedAt: 1 };
  const reading = readImport(file, TextDecoder, {});
  if (!reading.ok) throw new Error(reading.message);
  return reading.transcript;
}

describe('the captions that give the times', () => {
  const exact = captionsOf();
  const rough = roughOf();

  it.each<[string, readonly Transcript[], Transcript | null]>([
    ['the exact ones', [rough, exact], exact],
    ['the only ones', [rough], rough],
    ['none where there are none', [typed()], null],
    ['never a translation', [captionsOf(SAID, { translatedTo: 'de' }), rough], rough],
    ['those of the text’s language', [{ ...exact, language: 'de', id: 'x' }, rough], rough],
    ['of equals the recogniser’s', [captionsOf(SAID, { automatic: false, vssId: '.en' }), exact], exact],
  ])('are %s', (_, transcripts, chosen) => {
    expect(chooseTimed(typed(), transcripts)).toBe(chosen);
  });
});

describe('merging', () => {
  it('gives the typed words the times at which they are said', () => {
    const { merged, report } = mergeImport(typed(), captionsOf());
    expect(report.verdict).toBe('good');
    expect(merged?.timing).toBe('word');
    const oak = merged?.text.split(/\s+/).indexOf('oak') ?? -1;
    expect(merged?.words.start[oak]).toBe(SAID.split(' ').indexOf('oak') * 400);
    expect(merged?.speakers.map(({ name }) => name)).toEqual(['Nora', 'Idris']);
  });

  it('gives nothing for another talk', () => {
    const other = 'the committee met on friday and could not agree about the drainage of its car park at all. '.repeat(
      5,
    );
    expect(mergeImport(typed(other), captionsOf()).merged).toBeNull();
  });
});

describe('comparing', () => {
  const heard = captionsOf(SAID.replace('oak', 'oat').replace('salt water', 'saltwater'));
  const { merged } = mergeImport(typed(), heard);
  const page = merged && compareParagraphs(merged, heard);

  it('shows only paragraphs that differ, with both readings', () => {
    expect(page?.next).toBeNull();
    const differing = page?.paragraphs.flatMap(({ pieces }) => pieces).filter(({ heard: other }) => other !== null);
    expect(differing).toContainEqual({ text: 'oak', heard: 'oat' });
    expect(page?.paragraphs.length).toBeLessThan(3);
  });

  it('says nothing where the captions heard every word', () => {
    const same = mergeImport(typed(), captionsOf());
    expect(same.merged && compareParagraphs(same.merged, captionsOf()).paragraphs).toEqual([]);
  });

  it('goes on where a page ended', () => {
    const last = (merged?.paragraphs.length ?? 1) - 1;
    const rest = merged && compareParagraphs(merged, heard, last);
    expect(rest?.paragraphs.every(({ firstWord }) => firstWord >= (merged?.paragraphs[last] ?? 0))).toBe(true);
  });
});
