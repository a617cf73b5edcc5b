/** AssemblyAI: utterances of speakers, sentences or paragraphs, else words. Milliseconds. */
import type { SourceCue } from '../transcript/source';
import { confidenceOf, type Fields, field, languageOf, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { recognised } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromText, cuesFromWords, type SpokenWord } from './spoken-words';
import { timeFromMilliseconds } from './times';

export const assemblyAi = jsonShape({ id: 'assemblyai', name: 'AssemblyAI', guess, read });

/** Fields that hardly anybody else has. */
const SIGNS = [
  'language_code',
  'audio_duration',
  'acoustic_model',
  'audio_url',
  'language_model',
  'speech_model',
  'punctuate',
  'status',
  'id',
];

function isOwn(value: unknown): boolean {
  const signs = SIGNS.filter((name) => field(value, name) !== undefined).length;
  const lists = [
    field(value, 'words'),
    field(value, 'utterances'),
    field(value, 'sentences'),
    field(value, 'paragraphs'),
  ];
  const [first] = lists.flatMap((list) => records(list).slice(0, 1));
  const isTimed = first !== undefined && typeof first.start === 'number' && typeof first.text === 'string';
  return isTimed && signs >= 2 && Number.isInteger(first.start);
}

function guess(value: unknown): Guess | null {
  if (!isOwn(value)) return null;
  return { confidence: 0.96, evidence: `${records(field(value, 'words')).length} words of AssemblyAI` };
}

function read(value: unknown): Parsed | null {
  if (!isOwn(value)) return null;
  const language = languageOf(field(value, 'language_code'));
  for (const name of ['utterances', 'sentences', 'paragraphs']) {
    const units = records(field(value, name));
    if (units.length > 0) return recognised(units.map(unitCue), language);
  }
  return recognised(cuesFromWords(wordsOf(field(value, 'words'))), language);
}

function unitCue(unit: Fields): SourceCue | null {
  return cueFromText(stringOf(unit.text) ?? '', wordsOf(unit.words), {
    start: timeFromMilliseconds(unit.start),
    end: timeFromMilliseconds(unit.end),
    speaker: speakerOf(unit.speaker),
  });
}

function wordsOf(value: unknown): SpokenWord[] {
  return records(value).map((word) => ({
    text: stringOf(word.text) ?? '',
    start: timeFromMilliseconds(word.start),
    end: timeFromMilliseconds(word.end),
    confidence: confidenceOf(word.confidence),
    speaker: speakerOf(word.speaker),
  }));
}
