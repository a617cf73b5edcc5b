/**
 * The browser's own summariser, where it has one: it runs on this computer and sends nothing anywhere.
 * https://developer.mozilla.org/en-US/docs/Web/API/Summarizer
 */
import type { SummaryWriter } from '../sidebar/notes';

/** What is used of it. Everything it says is checked: it is new, and changes. */
interface Summariser {
  availability(options: object): Promise<unknown>;
  create(options: object): Promise<unknown>;
}

const ASKED = { type: 'tldr', format: 'plain-text', length: 'medium' } as const;
const CONTEXT = 'A stretch of what is said in a video.';

/** Null where the browser has none. `world`: the global object. */
export function createSummaryWriter(world: object): SummaryWriter | null {
  const summariser: unknown = Reflect.get(world, 'Summarizer');
  if (!isSummariser(summariser)) return null;
  return {
    async isReady(language) {
      try {
        // "downloadable" is not ready: nobody asked for gigabytes.
        return (await summariser.availability({ ...ASKED, ...languages(language) })) === 'available';
      } catch {
        // A language it does not know, or a page that forbids it.
        return false;
      }
    },
    async write(stretches, language, onProgress) {
      const session: unknown = await summariser.create({ ...ASKED, ...languages(language), sharedContext: CONTEXT });
      if (!hasSummarize(session)) throw new TypeError('The summariser is not as expected.');
      const written: string[] = [];
      try {
        for (const stretch of stretches) {
          if (!onProgress(written.length)) break;
          written.push(String(await session.summarize(stretch)));
        }
      } finally {
        session.destroy?.();
      }
      return written.join('\n');
    },
  };
}

/** Models know languages without regions. */
function languages(language: string): object {
  const [plain = 'en'] = language.split('-', 1);
  return { expectedInputLanguages: [plain], outputLanguage: plain };
}

function isSummariser(value: unknown): value is Summariser {
  return hasMethod(value, 'availability') && hasMethod(value, 'create');
}

function hasSummarize(
  value: unknown,
): value is { summarize(text: string): Promise<unknown>; readonly destroy?: () => void } {
  return hasMethod(value, 'summarize');
}

function hasMethod(value: unknown, name: string): boolean {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return isObject && typeof Reflect.get(value, name) === 'function';
}
