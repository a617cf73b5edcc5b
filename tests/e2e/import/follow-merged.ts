/** How far the lit word of a merged transcript is from the time at which the synthesiser says it. */
import type { HumanTranscript, TruthWord } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';

interface Lit {
  readonly text: string;
  /** Milliseconds of the element's clock in the frame that first showed the word. */
  readonly at: number;
}

export interface Watched {
  readonly lit: readonly Lit[];
  /** Milliseconds of the element's clock in each frame that was looked at. */
  readonly frames: readonly number[];
}

/** Plays from `from` for `length` milliseconds and notes every word that is lit. */
export async function watchLamp(browser: BrowserDriver, from: number, length: number): Promise<Watched> {
  await browser.evaluate((start) => {
    const video = document.querySelector('video');
    if (!video) throw new Error('No video.');
    const seen = { lit: [] as { text: string; at: number }[], frames: [] as number[], on: true };
    (window as unknown as { mergedLamp: typeof seen }).mergedLamp = seen;
    let before = '';
    const look = () => {
      if (!seen.on) return;
      seen.frames.push(video.currentTime * 1000);
      const range = [...(CSS.highlights.get('readalong-now') ?? [])][0];
      const text = range?.startContainer.textContent ?? '';
      const key = `${text.slice(0, 40)} ${range?.startOffset}`;
      if (range && key !== before) {
        before = key;
        seen.lit.push({ text: text.slice(range.startOffset, range.endOffset), at: video.currentTime * 1000 });
      }
      requestAnimationFrame(look);
    };
    video.currentTime = start / 1000;
    return new Promise<void>((done) => {
      video.addEventListener('seeked', () => done(), { once: true });
    }).then(async () => {
      await video.play();
      requestAnimationFrame(look);
    });
  }, from);
  await new Promise((done) => setTimeout(done, length));
  return browser.evaluate(() => {
    const { mergedLamp } = window as unknown as { mergedLamp: Watched & { on: boolean } };
    mergedLamp.on = false;
    document.querySelector('video')?.pause();
    return { lit: mergedLamp.lit, frames: mergedLamp.frames };
  });
}

export interface FollowReport {
  /** Words that the transcript has unchanged and that were being said in a frame that was looked at. */
  readonly words: number;
  readonly lit: number;
  /** Those that were not. */
  readonly missing: readonly string[];
  /** Milliseconds between a word's beginning and its light, without sign. */
  readonly median: number;
  readonly p95: number;
}

export function compareWithTruth(
  { lit, frames }: Watched,
  human: HumanTranscript,
  truth: readonly TruthWord[],
): FollowReport {
  const from = (lit[0]?.at ?? 0) + 300;
  const to = (lit.at(-1)?.at ?? 0) - 300;
  const said = human.words.flatMap(({ text, truth: index, changed }) => {
    const word = index === null || changed ? undefined : truth[index];
    if (!word || word.start <= from || word.start >= to || !bare(text)) return [];
    // On a busy machine frames are far apart: what was said between two of them could not be seen.
    const isSeen = frames.some((at) => at > word.start + SLACK_MS && at < word.end - SLACK_MS);
    return isSeen ? [{ text: bare(text), start: word.start }] : [];
  });
  const errors: number[] = [];
  const missing: string[] = [];
  // The nearest light of the same word, no more than two seconds away.
  for (const { text, start } of said) {
    const near = lit.filter((each) => bare(each.text) === text).map(({ at }) => Math.abs(at - start));
    const best = Math.min(...near);
    if (best < 2000) errors.push(best);
    else missing.push(text);
  }
  errors.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(errors[Math.min(errors.length - 1, Math.floor(errors.length * share))] ?? -1);
  return { words: said.length, lit: errors.length, missing, median: at(0.5), p95: at(0.95) };
}

/** Milliseconds by which the clocks of picture and page may be apart. */
const SLACK_MS = 40;

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
