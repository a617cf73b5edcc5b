import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import entities from 'webvtt-parser/html-entities.json';
import { speakerAt, timeAt } from '@/lib/export/blocks';
import { toCsv } from '@/lib/export/csv';
import { toJson } from '@/lib/export/json';
import { subtitlesOf } from '@/lib/export/split-cues';
import { toSrt } from '@/lib/export/srt';
import { toWebVtt } from '@/lib/export/webvtt';
import { parseAny, parseAs } from '@/lib/formats';
import { readTranscriptJson } from '@/lib/formats/readalong-json';
import { srt } from '@/lib/formats/srt';
import { buildTranscript } from '@/lib/transcript/build-transcript';
import type { Transcript } from '@/lib/transcript/types';
import { transcriptOf, transcripts, VIDEO } from './random-transcripts';

const RUNS = { numRuns: Number(process.env.ROUND_TRIPS ?? 400) };

function wordsOf({ text, words }: Transcript): string[] {
  return Array.from(words.offset, (offset, word) => text.slice(offset, offset + (words.length[word] ?? 0)));
}

function read(text: string, id: string): Transcript {
  const reading = parseAs(text, id);
  if (!reading.ok) throw new Error(`${reading.error.code} in ${text}`);
  return buildTranscript({
    videoId: VIDEO,
    origin: { kind: 'import', shape: id, importedAt: 1 },
    source: reading.parsed,
  });
}

function namesOf(transcript: Transcript): (string | null)[] {
  return Array.from(transcript.words.offset, (_, word) => speakerAt(transcript, word));
}

describe('the own JSON', () => {
  it('gives back the very transcript', () => {
    fc.assert(
      fc.property(transcripts, (transcript) => {
        expect(readTranscriptJson(JSON.parse(toJson(transcript, { title: 'T' })))).toEqual(transcript);
      }),
      RUNS,
    );
  });

  it('is recognised, and imported with the same words, times, speakers, paragraphs of speakers and chapters', () => {
    fc.assert(
      fc.property(transcripts, (transcript) => {
        const text = toJson(transcript);
        const reading = parseAny(text);
        expect(reading.ok && [reading.shape, reading.confidence]).toEqual(['readalong-json', 1]);
        const back = read(text, 'readalong-json');
        expect(wordsOf(back)).toEqual(wordsOf(transcript));
        expect(back.words.start).toEqual(transcript.words.start);
        expect(back.words.state).toEqual(transcript.words.state);
        expect(back.words.confidence).toEqual(transcript.words.confidence);
        expect(namesOf(back)).toEqual(namesOf(transcript));
        expect(back.chapters).toEqual(transcript.chapters);
        expect(back.timing).toBe(transcript.timing);
        if (transcript.language !== 'und') expect(back.language).toBe(transcript.language);
      }),
      RUNS,
    );
  });

  it.each([
    ['a later version', (json: string) => json.replace('"version":1', '"version":2'), 'later-version'],
    ['a time that is none', (json: string) => json.replace('"end":', '"end":-'), 'damaged-file'],
    ['a turn of nobody', (json: string) => json.replace('"turns":[', '"turns":[[0,99],'), 'damaged-file'],
    ['cut off', (json: string) => json.slice(0, -20), 'broken-data'],
  ])('is refused with a reason: %s', (_, damage, code) => {
    const source = {
      timing: 'cue',
      language: 'en',
      cues: [{ start: 0, end: 900, text: 'a b', speaker: 'A' }],
    } as const;
    const json = toJson(
      buildTranscript({ videoId: VIDEO, origin: { kind: 'import', shape: 'srt', importedAt: 1 }, source }),
    );
    const reading = parseAny(damage(json));
    expect(reading.ok ? reading.shape : reading.error.code).toBe(code);
    let value: unknown = null;
    try {
      value = JSON.parse(damage(json));
    } catch {
      // Cut off: no JSON at all.
    }
    expect(readTranscriptJson(value)).toBeNull();
  });
});

describe('WebVTT', () => {
  it('gives back words, speakers and the times that were given', () => {
    fc.assert(
      fc.property(transcripts, (transcript) => {
        const text = toWebVtt(transcript);
        if (text === null) {
          expect(transcript.timing).toBe('none');
          return;
        }
        const back = read(text, 'webvtt');
        expect(wordsOf(back).join(' ')).toBe(wordsOf(transcript).join(' '));
        expect(namesOf(back)).toEqual(namesOf(transcript).map((name) => name));
        for (const subtitle of subtitlesOf(transcript) ?? []) {
          const time = timeAt(transcript, subtitle.firstWord);
          if (time !== null) expect(back.words.start[subtitle.firstWord]).toBe(time);
        }
        expect(back.chapters).toEqual(transcript.chapters);
        if (transcript.language !== 'und') expect(back.language).toBe(transcript.language);
      }),
      RUNS,
    );
  });

  it('keeps words that look like names', () => {
    const cues = Array.from({ length: 5 }, (_, index) => ({
      start: index * 1000,
      end: index * 1000 + 900,
      text: index % 2 === 0 ? 'Speaker: yes' : '[Anna Smith] no',
    }));
    const transcript = transcriptOf({ timing: 'cue', language: 'en', cues });
    const back = read(toWebVtt(transcript) ?? '', 'webvtt');
    expect(wordsOf(back)).toEqual(wordsOf(transcript));
    expect(back.turns).toEqual([]);
  });

  it('has no fault for the reference parser, and means the same to it', () => {
    fc.assert(
      fc.property(transcripts, (transcript) => {
        const text = toWebVtt(transcript);
        if (text === null) return;
        const { cues, errors } = new WebVTTParser(entities).parse(text, 'subtitles');
        expect(errors).toEqual([]);
        const shown = cues.map(({ tree, startTime }) => [Math.round(startTime * 1000), wordsIn(tree)]);
        const meant = (subtitlesOf(transcript) ?? []).map(({ start, lines }) => [start, lines.join(' ')]);
        expect(shown).toEqual(meant);
      }),
      RUNS,
    );
  });
});

/** The words of a cue's tree, in one line. */
function wordsIn({ type, value = '', children = [] }: VttNode): string {
  return type === 'text' ? value.replaceAll('\n', ' ') : children.map(wordsIn).join('');
}

describe('SubRip', () => {
  it('gives back lines and the times of cues', () => {
    fc.assert(
      fc.property(transcripts, (transcript) => {
        const text = toSrt(transcript, { speakers: false });
        const subtitles = subtitlesOf(transcript);
        if (text === null || subtitles === null) {
          expect(transcript.timing).toBe('none');
          return;
        }
        const { cues } = srt.parse(text);
        expect(cues.map(({ start, end }) => [start, end])).toEqual(subtitles.map(({ start, end }) => [start, end]));
      }),
      RUNS,
    );
  });
});

describe('CSV', () => {
  it('gives back words, speakers and the times of cues', () => {
    fc.assert(
      fc.property(transcripts, (transcript) => {
        const reading = parseAny(toCsv(transcript));
        expect(reading.ok && reading.shape).toBe('table');
        const back = read(toCsv(transcript), 'table');
        expect(wordsOf(back)).toEqual(wordsOf(transcript));
        expect(namesOf(back)).toEqual(namesOf(transcript));
      }),
      RUNS,
    );
  });
});
