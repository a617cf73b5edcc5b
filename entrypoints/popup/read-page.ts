/** Takes the text of the page in the tab, when the reader asks for it, and keeps it as notes of a video. */
import { browser } from 'wxt/browser';
import type { ReadingState, VideoChoice } from '@/components/popup/ReadPage';
import type { CallBackground } from '@/lib/platform/messaging/call-background';
import { createNotesClient } from '@/lib/platform/messaging/notes-client';
import { type EpisodeId, isVideoId } from '@/lib/transcript/units';

interface PageText {
  readonly title: string;
  readonly url: string;
  readonly text: string;
  /** Addresses of YouTube that the page links to or shows. */
  readonly links: readonly string[];
}

export interface PageReading {
  /** From the click: the browser asks, or allows, only then. */
  read(): Promise<void>;
  choose(video: VideoChoice): Promise<void>;
}

/** A transcript that waits for its video has no place where notes could be pinned. */
function isOfVideo<T extends { readonly videoId: EpisodeId }>(episode: T): episode is T & VideoChoice {
  return isVideoId(episode.videoId);
}

const ASKED = { permissions: ['activeTab', 'scripting'] as ['activeTab', 'scripting'] };
/** Videos to choose from, of those read along with and of those that the page names. */
const MOST_RECENT = 5;
const MOST_LINKED = 3;

export function createPageReading(
  tabId: number,
  callBackground: CallBackground,
  onState: (state: ReadingState) => void,
): PageReading {
  let page: PageText | null = null;

  return {
    async read() {
      // Nothing may be awaited before: the click's permission to ask would be gone.
      const asked = browser.permissions.request(ASKED).catch(() => false);
      onState({ step: 'reading' });
      const hadAccess = await asked;
      page = hadAccess ? await readTab(tabId) : null;
      if (!page) return onState({ step: hadAccess ? await whyNot() : 'offered' });
      const recent = await callBackground('listEpisodes', { sort: 'read', channel: null, offset: 0, limit: 50 });
      const known = recent.ok ? recent.value.episodes : [];
      const linked = videosIn(page).map((videoId) => ({
        videoId,
        title: known.find((each) => each.videoId === videoId)?.title ?? '',
      }));
      onState({ step: 'choose', linked, recent: known.filter(isOfVideo).slice(0, MOST_RECENT) });
    },

    async choose({ videoId, title }) {
      if (!page) return;
      onState({ step: 'reading' });
      const meta = { videoId, title: title || page.title, channel: '', duration: null, chapters: [] };
      const bytes = new TextEncoder().encode(page.text);
      const url = /^https?:\/\/.{1,1900}$/.test(page.url) ? page.url : null;
      const kept = await createNotesClient(callBackground).keepPage(meta, { bytes, fileName: page.title || null }, url);
      if (!kept.ok) onState({ step: 'failed' });
      else if (kept.value.state === 'empty') onState({ step: 'empty' });
      else onState({ step: 'kept', notes: kept.value.notes, videoId });
    },
  };
}

async function readTab(tabId: number): Promise<PageText | null> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: textOfPage });
    const read: unknown = frame?.result;
    return isPageText(read) ? read : null;
  } catch {
    // Not allowed yet, or never: pages of the browser itself.
    return null;
  }
}

/** The right to the tab comes with a click on the button while it is wanted: the click that allowed it came too early. */
async function whyNot(): Promise<'again' | 'unreadable'> {
  const key = 'readPageAllowed';
  const { [key]: isAllowed } = await browser.storage.session.get(key);
  await browser.storage.session.set({ [key]: true });
  return isAllowed ? 'unreadable' : 'again';
}

/**
 * Runs in the page, alone: it takes the text as a person sees it, and changes nothing. Headings, list items and quotations are
 * marked as in Markdown, since bare lines do not say what they are.
 */
function textOfPage(): PageText {
  const marks = new Map<string, string>();
  const marked = document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6, li, blockquote');
  for (const element of Array.from(marked).slice(0, 3000)) {
    const line = (element.innerText ?? '').trim().split('\n')[0]?.trim() ?? '';
    const level = Number(/^H([1-6])$/.exec(element.tagName)?.[1] ?? 0);
    const mark = level > 0 ? `\n${'#'.repeat(level)} ` : element.tagName === 'LI' ? '- ' : '\n> ';
    if (line !== '' && !marks.has(line)) marks.set(line, mark);
  }
  const whole = document.body.innerText;
  // Menus, and what else there is to read, stand outside of what a page calls its main part.
  const parts = document.querySelectorAll<HTMLElement>('main, [role="main"], article');
  const [main = whole] = Array.from(parts, ({ innerText }) => innerText)
    .filter((part) => part.length * 2 > whole.length)
    .sort((a, b) => a.length - b.length);
  const lines = main.slice(0, 2_000_000).split('\n');
  const text = lines.map((line) => (marks.get(line.trim()) ?? '') + line).join('\n');
  const links = Array.from(document.querySelectorAll('a[href*="youtu"], iframe[src*="youtu"]'), (element) =>
    'href' in element ? String(element.href) : String((element as HTMLIFrameElement).src),
  );
  return {
    title: document.title.slice(0, 200),
    url: location.href,
    text,
    links: links.slice(0, 200),
  };
}

function isPageText(value: unknown): value is PageText {
  if (typeof value !== 'object' || value === null) return false;
  const { title, url, text, links } = value as Record<string, unknown>;
  const areTexts = typeof title === 'string' && typeof url === 'string' && typeof text === 'string';
  return areTexts && Array.isArray(links) && links.every((link) => typeof link === 'string');
}

/** What stands before the id in YouTube's addresses. */
const VIDEO =
  /(?:youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^\s"#]{0,200}&)?v=|embed\/|live\/|shorts\/)|youtu\.be\/)([\w-]{11})(?![\w-])/g;

/** Videos that a page names, most often named first. */
function videosIn({ links, text, url }: PageText) {
  const times = new Map<string, number>();
  for (const [, id = ''] of [...links, url, text].join('\n').matchAll(VIDEO)) times.set(id, (times.get(id) ?? 0) + 1);
  const ids = [...times].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  return ids.filter(isVideoId).slice(0, MOST_LINKED);
}
