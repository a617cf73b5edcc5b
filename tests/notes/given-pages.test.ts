/** Real pages and episodes, where they lie beside the repository: what a careful person reads in them, and where it is said. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ItemKind } from '@/lib/notes/items';
import { type Located, locateItems } from '@/lib/notes/locate-items';
import { parseNotes } from '@/lib/notes/parse-notes';
import type { Transcript } from '@/lib/transcript/types';
import { loadTranscript } from '../tools/transcript/load';
import { report } from '../tools/transcript/locate';

const DATA = join(import.meta.dirname, '../../../shared/data');
const hasData = existsSync(join(DATA, 'notes'));

/** File, what the page mostly is, and how many items of each kind. */
const PAGES: readonly [file: string, kind: string, counts: Partial<Record<ItemKind, number>>][] = [
  [
    'seeds/002_79f845da56a4de89.txt',
    'notes',
    { title: 1, date: 1, gist: 1, insight: 6, question: 14, answer: 14, summary: 1, takeaway: 4 },
  ],
  [
    'seeds/003_a571fbaf66ada0f1.txt',
    'notes',
    { title: 1, date: 1, length: 1, guest: 1, gist: 2, reveal: 7, remember: 8, recommendation: 1, quote: 1 },
  ],
  [
    'notes/3b1b_descriptions/bitcoin__german__description.json',
    'show-notes',
    { gist: 1, chapter: 9, recommendation: 6, link: 2 },
  ],
  ['notes/ableplayer/itaccess_chapters_en.vtt', 'chapters', { chapter: 14 }],
  ['notes/ableplayer/itaccess_description_en.vtt', 'descriptions', { description: 7 }],
  ['notes/ableplayer/wwa_chapters_de.vtt', 'chapters', { chapter: 2 }],
  ['notes/obsidian_vault/Episode-413-Bill-Ackman.md', 'quotes', { title: 1, guest: 1, date: 1, gist: 1, quote: 1 }],
  ['notes/podcast-namespace_chapters/example.json', 'chapters', { chapter: 9 }],
  [
    'notes/summary_with_quotes/openclaw_lex491_summary.md',
    'quotes',
    { title: 1, link: 2, quote: 6, summary: 1, takeaway: 2, insight: 1 },
  ],
  [
    'notes/syntaxfm/092_react_hooks.md',
    'show-notes',
    { title: 1, date: 1, gist: 1, chapter: 10, link: 9, recommendation: 3 },
  ],
  ['notes/syntaxfm/753_cache.md', 'show-notes', { title: 1, date: 1, gist: 1, chapter: 18, link: 3 }],
  ['notes/videojs_elephantsdream/chapters.en.vtt', 'chapters', { chapter: 9 }],
];

describe.skipIf(!hasData)('given pages', () => {
  it.each(PAGES)('reads %s', (file, kind, counts) => {
    const page = parseNotes(readFileSync(join(DATA, file), 'utf8'));
    const found: Partial<Record<ItemKind, number>> = {};
    for (const item of page.items) found[item.kind] = (found[item.kind] ?? 0) + 1;
    expect(found).toEqual(counts);
    expect(page.kind).toBe(kind);
  });
});

interface Judged {
  readonly notes: string;
  readonly transcript: string;
  readonly transcriptSha256: string;
  readonly items: readonly {
    readonly kind: ItemKind;
    readonly starts: string;
    readonly passages: readonly { readonly firstWord: number; readonly endWord: number }[];
  }[];
}

interface OwnJudged {
  readonly transcript: string;
  readonly transcriptSha256: string;
  readonly items: readonly {
    readonly kind: ItemKind;
    readonly text: string;
    readonly from?: number;
    readonly to?: number;
    readonly found?: false;
    readonly state?: string;
  }[];
}

function judgedList<T>(name: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'judged', `${name}.json`), 'utf8'));
}

/** Words before a judged passage at which a found one may begin: the sentence that leads to it. */
const LEAD = 40;

async function load(file: string): Promise<Transcript> {
  const transcript = await loadTranscript(join(DATA, file));
  if ('code' in transcript) throw new Error(`${file}: ${transcript.message}`);
  return transcript;
}

function isSame(file: string, sha256: string): boolean {
  const path = join(DATA, file);
  return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;
}

/** Rank of the first candidate that is right; -1 when none is. */
function rankOf(located: Located | undefined, passages: Judged['items'][number]['passages']): number {
  return (located?.candidates ?? []).findIndex(({ firstWord, endWord }) =>
    passages.some(
      (right) => firstWord >= right.firstWord - LEAD && firstWord < right.endWord && endWord > right.firstWord,
    ),
  );
}

describe.skipIf(!hasData)('given pages in their episode', () => {
  it.each([
    ['003', 0.75, 0.9],
    ['002', 0.6, 0.8],
  ])('puts the lines of %s where they are said: first in %d, among three in %d', async (name, first, three) => {
    const judged = judgedList<Judged>(name);
    if (!isSame(judged.transcript, judged.transcriptSha256)) return;
    const { items } = parseNotes(readFileSync(join(DATA, judged.notes), 'utf8'));
    const located = locateItems(items, [await load(judged.transcript)]);
    const ranks = judged.items
      .filter(({ passages }) => passages.length > 0)
      .map(({ kind, starts, passages }) =>
        rankOf(
          located.find(({ item }) => item.kind === kind && item.text.startsWith(starts)),
          passages,
        ),
      );
    expect(ranks.filter((rank) => rank === 0).length / ranks.length).toBeGreaterThanOrEqual(first);
    expect(ranks.filter((rank) => rank >= 0 && rank < 3).length / ranks.length).toBeGreaterThanOrEqual(three);
  });

  it('finds the one quote of 003 word for word, and that it is not at 0:00', async () => {
    const notes = readFileSync(join(DATA, 'seeds/003_a571fbaf66ada0f1.txt'), 'utf8');
    const transcripts = [await load('seeds/001_e77d558f5bbefde7.txt'), await load('seeds/000_342dee5410dc0a61.txt')];
    const { items } = report(notes, transcripts) as {
      items: { kind: string; state: string; stated: number; off: number }[];
    };
    const quote = items.find(({ kind }) => kind === 'quote');
    expect(quote).toMatchObject({ state: 'verbatim', stated: 0 });
    expect(quote?.off).toBeGreaterThan(1000);
    expect(quote?.off).toBeLessThan(6000);
  });

  it('finds nothing of 003 in an episode with another guest', async () => {
    const { items } = parseNotes(readFileSync(join(DATA, 'seeds/003_a571fbaf66ada0f1.txt'), 'utf8'));
    const located = locateItems(items, [await load('seeds/004_f29792afbc783de4.txt')]);
    expect(located.filter(({ state }) => state !== 'not-found' && state !== 'unsought')).toEqual([]);
  });

  it.each(['own-004', 'own-wales'])('holds for notes that were not used to choose thresholds (%s)', async (name) => {
    const judged = judgedList<OwnJudged>(name);
    if (!isSame(judged.transcript, judged.transcriptSha256)) return;
    const transcript = await load(judged.transcript);
    const located = locateItems(
      judged.items.map(({ kind, text }) => ({ kind, text, line: null })),
      [transcript],
    );
    let [first, three, sought] = [0, 0, 0];
    judged.items.forEach(({ found, from = 0, to = 0, state }, at) => {
      const own = located[at];
      if (state === 'verbatim' || found === false) expect(own?.state).toBe(state ?? 'not-found');
      if (found === false) return;
      sought++;
      const rank = (own?.candidates ?? []).findIndex(
        ({ start }) => start !== null && start >= from - 12_000 && start <= to + 1000,
      );
      if (rank === 0) first++;
      if (rank >= 0 && rank < 3) three++;
    });
    expect(first / sought).toBeGreaterThanOrEqual(0.75);
    expect(three / sought).toBeGreaterThanOrEqual(0.9);
  });

  it('links no line of any page to an episode that is not its own', async () => {
    const episodes = [
      'seeds/000_342dee5410dc0a61.txt',
      'seeds/001_e77d558f5bbefde7.txt',
      'seeds/004_f29792afbc783de4.txt',
      'speaker_text/lexfridman_site/385_jimmy_wales.md',
      'speaker_text/changelog/the-changelog-534.md',
      'pairs/lexicap/018/whisper_large.vtt',
      'pairs/talkpython/301/youtube.vtt',
    ];
    for (const episode of episodes) {
      const transcript = await load(episode);
      for (const [file] of PAGES) {
        const isOwn = /00[23]_/.test(file) && /00[01]_/.test(episode);
        if (isOwn) continue;
        const located = locateItems(parseNotes(readFileSync(join(DATA, file), 'utf8')).items, [transcript]);
        expect(located.filter(({ state }) => state === 'verbatim' || state === 'near')).toEqual([]);
      }
    }
  });
});
