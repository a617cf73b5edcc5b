/** Deepgram: utterances where asked for, else paragraphs' sentences, else words. Seconds. */
import type { SourceCue } from '../transcript/source';
import { at, confidenceOf, type Fields, field, languageOf, records, speakerOf, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { recognised } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromText, cuesFromWords, type SpokenWord } from './spoken-words';
import { timeFromSeconds } from './times';

export const deepgram = jsonShape({ id: 'deepgram', name: 'Deepgram', guess, read });

function resultsOf(value: unknown): unknown {
  for (const place of [field(value, 'results'), at(value, 'result', 'results'), value])
    if (at(place, 'channels', 0, 'alternatives') !== undefined || isUtterances(place)) return place;
  return undefined;
}

function isUtterances(place: unknown): boolean {
  const [first] = records(field(place, 'utterances'));
  return first !== undefined && 'transcript' in first && 'start' in first;
}

function guess(value: unknown): Guess | null {
  const results = resultsOf(value);
  if (results === undefined) return null;
  const utterances = records(field(results, 'utterances'));
  const words = records(at(results, 'channels', 0, 'alternatives', 0, 'words'));
  const evidence =
    utterances.length > 0 ? `${utterances.length} utterances of Deepgram` : `${words.length} words of Deepgram`;
  return { confidence: 0.97, evidence };
}

function read(value: unknown): Parsed | null {
  const results = resultsOf(value);
  if (results === undefined) return null;
  const language =
    languageOf(at(results, 'channels', 0, 'detected_language')) ?? languageOf(at(value, 'metadata', 'language'));
  const utterances = records(field(results, 'utterances'));
  if (utterances.length > 0) return recognised(utterances.map(utteranceCue), language);
  const channels = records(field(results, 'channels'));
  const cues = channels.flatMap((channel) => channelCues(at(channel, 'alternatives', 0)));
  if (channels.length > 1) cues.sort((a, b) => (a?.start ?? 0) - (b?.start ?? 0));
  return recognised(cues, language);
}

function utteranceCue(utterance: Fields): SourceCue | null {
  return cueFromText(stringOf(utterance.transcript) ?? '', wordsOf(utterance.words), {
    start: timeFromSeconds(utterance.start),
    end: timeFromSeconds(utterance.end),
    speaker: speakerOf(utterance.speaker),
  });
}

function channelCues(alternative: unknown): (SourceCue | null)[] {
  const words = wordsOf(field(alternative, 'words'));
  const paragraphs = records(at(alternative, 'paragraphs', 'paragraphs'));
  const sentences = paragraphs.flatMap((paragraph) =>
    records(paragraph.sentences).map((sentence) => ({ sentence, speaker: speakerOf(paragraph.speaker) })),
  );
  if (sentences.length === 0)
    return words.length > 0
      ? cuesFromWords(words)
      : [cueFromText(stringOf(field(alternative, 'transcript')) ?? '', [], {})];
  let next = 0;
  return sentences.map(({ sentence, speaker }, index) => {
    const until = timeFromSeconds(sentences[index + 1]?.sentence.start);
    const first = next;
    while (next < words.length && (until === null || (words[next]?.start ?? 0) < until)) next++;
    const head = { start: timeFromSeconds(sentence.start), end: timeFromSeconds(sentence.end), speaker };
    return cueFromText(stringOf(sentence.text) ?? '', words.slice(first, next), head);
  });
}

function wordsOf(value: unknown): SpokenWord[] {
  return records(value).map((word) => ({
    text: stringOf(word.punctuated_word) ?? stringOf(word.word) ?? '',
    start: timeFromSeconds(word.start),
    end: timeFromSeconds(word.end),
    confidence: confidenceOf(word.confidence),
    speaker: speakerOf(word.speaker),
  }));
}
