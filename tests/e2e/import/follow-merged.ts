/** How far the lit word of a merged transcript is from the time at which the synthesiser says it. */
import type { HumanTranscript, TruthWord } from '../../stage/index';
import type { BrowserDriver } from '../drivers/driver';

interface Lit {
  readonly text: string;
  /** Milliseconds of the element's clock in the frame that first showed the word. */
  readonly at: number;
}

/** Plays from `from` for `length` milliseconds and notes every word that is lit. */
export async function watchLamp(browser: BrowserDriver, from: number, length: number): Promise<readonly Lit[]> {
  await browser.evaluate((start) => {
    const video = document.querySelector('video');
    if (!video) throw new Error('No video.');
    const seen = { lit: [] as { text: string; at: number }[], on: true };
    (window as unknown as { mergedLamp: typeof seen }).mergedLamp = seen;
    let before = '';
    const look = () => {
      if (!seen.on) return;
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
    const { mergedLamp } = window as unknown as { mergedLamp: { lit: Lit[]; on: boolean } };
    mergedLamp.on = false;
    document.querySelector('video')?.pause();
    return mergedLamp.lit;
  });
}

export interface FollowReport {
  /** Words that were said while the lamp was watched and that the transcript has unchanged. */
  readonly words: number;
  readonly lit: number;
  /** Those that were not. */
  readonly missing: readonly string[];
  /** Milliseconds between a word's beginning and its light, without sign. */
  readonly median: number;
  readonly p95: number;
}

export function compareWithTruth(
  lit: readonly Lit[],
  human: HumanTranscript,
  truth: readonly TruthWord[],
): FollowReport {
  const from = (lit[0]?.at ?? 0) + 300;
  const to = (lit.at(-1)?.at ?? 0) - 300;
  const said = human.words.flatMap(({ text, truth: index, changed }) => {
    const start = index === null || changed ? undefined : truth[index]?.start;
    return start !== undefined && start > from && start < to && bare(text) ? [{ text: bare(text), start }] : [];
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

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
