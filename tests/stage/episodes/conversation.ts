/** The conversation: spoken by two synthesised voices, every word's time known. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asrBody, type Mishearing } from '../captions/asr';
import { manualBody } from '../captions/manual';
import { spokenMedia } from '../media/recipes';
import type { StageChapter, StageVideo } from '../video';
import { humanTranscript } from './human-transcript';
import { parseScript, type Script } from './script';
import { type Speech, speak, type TruthWord, type Voice } from './speech';

const voices: readonly Voice[] = [
  { voice: 'gmw/en+f2', rate: 172, pitch: 56 },
  { voice: 'gmw/en-GB-scotland+m3', rate: 164, pitch: 42 },
];

/** What the recogniser makes of it: names it does not know, numbers as figures, initials joined. */
const misheard: readonly Mishearing[] = [
  { spoken: ['Pennick', 'Quay'], written: ['Penic', 'Key'] },
  { spoken: ['R', 'N', 'L', 'I'], written: ['RNLI'] },
  { spoken: ['four', 'hundred', 'and', 'twelve'], written: ['412'] },
  { spoken: ['six', 'hundred', 'and', 'thirty'], written: ['630'] },
  { spoken: ['three', 'thousand', 'pounds'], written: ['£3,000'] },
  { spoken: ['twenty', 'past', 'ten'], written: ['10:20'] },
  { spoken: ['Hester', 'Crane'], written: ['Esther', 'Crane'], every: 2 },
  { spoken: ['the', 'wallower'], written: ['the', 'wall', 'hour'] },
  { spoken: ['slack', 'water'], written: ['slackwater'], every: 2 },
  { spoken: ['meal', 'bin'], written: ['mealbin'] },
  { spoken: ['a', 'storm', 'surge'], written: ['a', 'storm', 'search'], every: 2 },
  { spoken: ['sluice'], written: ['slews'], every: 3 },
];

const script = parseScript(await readFile(join(dirname(fileURLToPath(import.meta.url)), 'conversation.txt'), 'utf8'));

export const conversationScript: Script = script;

let spoken: Promise<Speech> | undefined;

/** The spoken conversation; synthesised once. */
export function conversationSpeech(): Promise<Speech> {
  spoken ??= speak(script, voices);
  return spoken;
}

export async function conversation(id: string): Promise<StageVideo> {
  const speech = await conversationSpeech();
  const { words, durationMs } = speech;
  const chapters = chaptersOf(script, words);
  const labels = script.speakers.map((name) => `${name.split(' ')[0]?.toUpperCase()}: `);
  const noises = [
    { at: 0, text: '[gulls]' },
    { at: Math.max(0, durationMs - 1200), text: '[water running]' },
  ];
  return {
    id,
    title: script.title,
    author: script.channel,
    channelId: 'UCsaltAndSignalStage0000',
    durationMs,
    state: 'ok',
    description: describe(script, chapters),
    tracks: [
      track('.en', 'English', '', manualBody(words, { durationMs })),
      track('.en.kH2EDplw2PE', 'English - Sound described', 'Sound described', {
        ...manualBody(words, { durationMs, speakerLabels: labels, sounds: noises }),
      }),
      { ...track('a.en', 'English (auto-generated)', '', asrBody(words, { durationMs, misheard })), automatic: true },
    ],
    chapters,
    chapterKind: 'description',
    audio: [],
    media: () => spokenMedia({ speakers: script.speakers, wav: speech.wav, durationMs, turns: turnsOf(words) }),
    truth: words,
    speakers: script.speakers,
    human: humanTranscript(words, script.speakers),
  };
}

function track(vssId: string, name: string, trackName: string, body: StageVideo['tracks'][number]['body']) {
  return { vssId, languageCode: 'en', name, trackName, automatic: false, body };
}

/** Where each speaker takes over, as `{start, speaker}`. */
export function turnsOf(words: readonly TruthWord[]): { start: number; speaker: number; firstWord: number }[] {
  return words.flatMap((word, index) =>
    words[index - 1]?.speaker === word.speaker ? [] : [{ start: word.start, speaker: word.speaker, firstWord: index }],
  );
}

/** Chapters begin at whole seconds, as those in a description do; the first at 0. */
function chaptersOf(source: Script, words: readonly TruthWord[]): StageChapter[] {
  const firstWordOfTurn: number[] = [];
  let count = 0;
  for (const turn of source.turns) {
    firstWordOfTurn.push(count);
    count += turn.text.split(/\s+/).length;
  }
  return source.chapters.map((chapter, index) => {
    const start = words[firstWordOfTurn[chapter.firstTurn] ?? 0]?.start ?? 0;
    return { title: chapter.title, start: index === 0 ? 0 : Math.floor(start / 1000) * 1000 };
  });
}

function describe(source: Script, chapters: readonly StageChapter[]): string {
  const lines = chapters.map((chapter) => {
    const seconds = chapter.start / 1000;
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} ${chapter.title}`;
  });
  return `A morning in the tide mill at Pennick Quay, where the working day is set by the moon. ${source.speakers.join(' and ')} wait for the water.\n\n${lines.join('\n')}\n\nRecorded on the quay in one take.`;
}
