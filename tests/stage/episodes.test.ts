import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { rowsOf } from './captions/body';
import { catalogue, videos } from './catalogue';
import { conversation, conversationScript, conversationSpeech } from './episodes/conversation';
import { humanTranscript } from './episodes/human-transcript';
import { recordedIds } from './episodes/recorded';
import { loudnessOf, type TruthWord } from './episodes/speech';

async function videoOf(id: string) {
  const maker = (await catalogue()).get(id);
  if (!maker) throw new Error(`No video ${id}`);
  return maker(id);
}

function expectOrdered(words: readonly TruthWord[]): void {
  for (const [index, word] of words.entries()) {
    expect(word.end).toBeGreaterThan(word.start);
    expect(word.start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 0);
  }
}

describe('the conversation', () => {
  it('lasts more than four minutes, has six chapters and two voices', async () => {
    const video = await conversation(videos.conversation);
    expect(video.durationMs).toBeGreaterThan(240_000);
    expect(video.chapters).toHaveLength(6);
    expect(new Set(video.truth.map((word) => word.speaker)).size).toBe(2);
    expect(video.tracks.map((track) => track.vssId)).toEqual(['.en', '.en.kH2EDplw2PE', 'a.en']);
  });

  it('has a time from the synthesiser for each word, in order, within its sound', async () => {
    const { words, durationMs } = await conversationSpeech();
    const spoken = conversationScript.turns.flatMap((turn) => turn.text.split(' '));
    expect(words.map((word) => word.text)).toEqual(spoken);
    expectOrdered(words);
    expect(words.at(-1)?.end).toBeLessThanOrEqual(durationMs);
    expect(words.filter((word) => !word.given).length / words.length).toBeLessThan(0.02);
  });

  it('is heard where its words say so, and silent between its turns', async () => {
    const { words, wav } = await conversationSpeech();
    const sound = await readFile(wav);
    const loudness = loudnessOf(sound, sound.readUInt32LE(24));
    const loudest = (from: number, to: number) => Math.max(...loudness.subarray(from, to));
    const heard = words.filter((word) => loudest(word.start, word.end) > 0.02);
    expect(heard.length / words.length).toBeGreaterThan(0.99);
    const turnEnds = words.filter((word, index) => words[index + 1] && words[index + 1]?.speaker !== word.speaker);
    const quiet = turnEnds.filter((word) => loudest(word.end + 20, word.end + 120) < 0.02);
    expect(quiet.length / turnEnds.length).toBeGreaterThan(0.95);
  });
});

describe('the transcript typed by a person', () => {
  it('differs from what was said as much as it claims', async () => {
    const { words } = await conversationSpeech();
    const human = humanTranscript(words, conversationScript.speakers);
    const typed = new Set(human.words.map((word) => word.truth));
    const missing = words.filter(
      (_, index) => !typed.has(index) && (index < human.missing.firstWord || index > human.missing.lastWord),
    );
    const replaced = human.words.filter((word) => word.changed && word.truth !== null);
    const added = human.words.filter(
      (word, index) => word.truth === null && (index < human.inserted.firstWord || index > human.inserted.lastWord),
    );
    const share = (missing.length + replaced.length + added.length) / words.length;
    expect(share).toBeGreaterThan(0.06);
    expect(share).toBeLessThan(0.1);
    expect(human.missing.lastWord - human.missing.firstWord).toBeGreaterThan(50);
    expect(human.inserted.lastWord - human.inserted.firstWord).toBeGreaterThan(50);
  });

  it('holds the words it lists, in that order, under names and times', async () => {
    const { words } = await conversationSpeech();
    const human = humanTranscript(words, conversationScript.speakers);
    const text = human.text
      .replaceAll(/^.+ \(\d\d:\d\d\):$/gm, '')
      .split(/\s+/)
      .filter((word) => word !== '');
    expect(text).toEqual(human.words.flatMap((word) => word.text.split(' ')));
    expect(human.text).toMatch(/^Nora Whitlock \(00:04\):\n/);
  });
});

it('three hours are more than 5,000 rows, ordered', async () => {
  const video = await videoOf(videos.threeHours);
  expect(video.durationMs).toBe(3 * 3_600_000);
  expect(rowsOf(video.tracks[0]?.body ?? { durationMs: 0, automatic: true, events: [] }).length).toBeGreaterThan(5000);
  expectOrdered(video.truth);
  expect(video.truth.at(-1)?.end).toBeGreaterThan(video.durationMs - 20_000);
  expect(video.chapters.length).toBeGreaterThan(10);
});

it('every video of the catalogue can be made, and says which tracks it has', async () => {
  for (const [id, maker] of await catalogue()) {
    const video = await maker(id);
    expect(video.id).toBe(id);
    expect(id).toMatch(/^[\w-]{11}$/);
    expect(new Set(video.tracks.map((track) => track.vssId)).size).toBe(video.tracks.length);
    for (const track of video.tracks) expect(rowsOf(track.body).length, `${id} ${track.vssId}`).toBeGreaterThan(0);
  }
});

it('serves recorded videos where their data is present', async () => {
  const makers = await catalogue();
  if (!makers.has(recordedIds.watchPage)) return;
  const page = await videoOf(recordedIds.watchPage);
  expect(page.tracks.length).toBeGreaterThan(5);
  expect(page.recordedInitialData).toHaveProperty('engagementPanels');
  const long = await videoOf(recordedIds.timedLines);
  expect(rowsOf(long.tracks[0]?.body ?? { durationMs: 0, automatic: true, events: [] }).length).toBeGreaterThan(800);
  expect(long.durationMs / 60_000).toBeGreaterThan(96);
});
