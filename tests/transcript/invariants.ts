import { expect } from 'vitest';
import { type Transcript, WordState } from '../../lib/transcript/types';

/** What `types.ts` promises of every transcript, whatever it was made from. */
export function expectInvariants(transcript: Transcript): void {
  const { text, words, cues, turns, paragraphs, speakers, chapters } = transcript;
  const count = words.offset.length;
  for (const column of [words.length, words.start, words.end, words.state]) expect(column.length).toBe(count);
  let behind = 0;
  for (let index = 0; index < count; index += 1) {
    const offset = words.offset[index] as number;
    const length = words.length[index] as number;
    expect(offset).toBeGreaterThanOrEqual(behind);
    expect(length).toBeGreaterThan(0);
    expect(text.slice(behind, offset)).toMatch(/^[ \n]?$/);
    behind = offset + length;
    expect(words.end[index]).toBeGreaterThanOrEqual(words.start[index] as number);
    if (index > 0) expect(words.start[index]).toBeGreaterThanOrEqual(words.start[index - 1] as number);
    if (index > 0) expect(words.end[index - 1]).toBeLessThanOrEqual(words.start[index] as number);
    expect([WordState.given, WordState.between, WordState.unknown]).toContain(words.state[index]);
  }
  expect(behind).toBe(text.length);
  expectPartition(cues.firstWord, count);
  for (let index = 0; index < cues.start.length; index += 1) {
    expect(cues.end[index]).toBeGreaterThanOrEqual(cues.start[index] as number);
    if (index > 0) expect(cues.end[index - 1]).toBeLessThanOrEqual(cues.start[index] as number);
    if (index > 0) expect(cues.start[index]).toBeGreaterThanOrEqual(cues.start[index - 1] as number);
  }
  expectPartition(paragraphs, count);
  if (turns.length > 0)
    expectPartition(
      turns.map((turn) => turn.firstWord),
      count,
    );
  for (const turn of turns) if (turn.speaker !== null) expect(speakers[turn.speaker]).toBeDefined();
  for (const paragraph of paragraphs)
    if (paragraph > 0) expect(text[(words.offset[paragraph] as number) - 1]).toBe('\n');
  for (let index = 1; index < chapters.length; index += 1) {
    expect(chapters[index]?.start).toBeGreaterThanOrEqual(chapters[index - 1]?.start as number);
  }
}

function expectPartition(firstWords: ArrayLike<number>, count: number): void {
  if (count === 0) {
    expect(firstWords.length).toBe(0);
    return;
  }
  expect(firstWords[0]).toBe(0);
  for (let index = 1; index < firstWords.length; index += 1) {
    expect(firstWords[index]).toBeGreaterThan(firstWords[index - 1] as number);
    expect(firstWords[index]).toBeLessThan(count);
  }
}
