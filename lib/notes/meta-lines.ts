/** `Key: value` lines and front matter that speak of the episode as a whole. */
export type MetaKey = 'title' | 'date' | 'length' | 'guest' | 'link' | 'ignored';

const KEYS: ReadonlyMap<string, MetaKey> = new Map<string, MetaKey>(
  (
    [
      ['title', 'title|episode title|full title|titel|titre|título|titolo|タイトル|标题|제목|название|العنوان'],
      [
        'date',
        `date|when|published|published on|publish date|episode publish date|episode date|release date|released|aired|air date|recorded|recorded on|
        upload date|uploaded|datum|veröffentlicht|erschienen|aufgenommen|publié|publié le|fecha|publicado|data|gepubliceerd|
        公開日|配信日|日付|日期|发布日期|날짜|дата|التاريخ`,
      ],
      [
        'length',
        `length|duration|runtime|dauer|länge|laufzeit|durée|duración|duração|durata|duur|lengte|時間|再生時間|时长|時長|길이|длительность|المدة`,
      ],
      [
        'guest',
        `guest|guests|who|with|gast|gäste|zu gast|mit|invité|invitée|invités|invitado|invitada|invitados|convidado|convidada|ospite|speaker|speakers|
        ゲスト|嘉宾|嘉賓|게스트|гость|الضيف`,
      ],
      [
        'link',
        'source|where|video|url|link|youtube|audio|youtube url|youtube link|spotify url|website|episode link|video link|video url|quelle|lien|enlace|show notes link',
      ],
      [
        'ignored',
        `fetched|retrieved|accessed|host|owner / host|category|hosts|channel|podcast|show|episode|season|language|tags|views|author|authors|
        created|created time|updated|last edited|status|type|rating|reviewed on|export date|exported|document tags|document note|topics|keywords|
        date saved|date added|date read|read|finished|format|publisher|moderation|moderator|gastgeber|sprache|kanal|animateur|presentado por|
        パーソナリティ|番組|主持人|ведущий|cover|image|aliases|id|collapsed|background color`,
      ],
    ] as const
  ).flatMap(([kind, keys]) => keys.split('|').map((key) => [key.trim(), kind] as const)),
);

export function metaKey(text: string): MetaKey | null {
  return KEYS.get(text.trim().toLowerCase().replace(/[_-]/g, ' ')) ?? null;
}

export interface FrontMatter {
  readonly entries: readonly { readonly key: MetaKey; readonly value: string; readonly line: number }[];
  /** Index of the first line behind it. */
  readonly end: number;
}

/** Lines and characters within which the block must end. */
const LONGEST_FRONT = 200;
const LONGEST_BLOCK = 40_000;

/** The block between two `---` that Markdown files may begin with; null where there is none. Nested values are left out. */
export function readFrontMatter(page: string): FrontMatter | null {
  const raw = page.slice(0, LONGEST_BLOCK).split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  if (raw[0]?.trim() !== '---') return null;
  const limit = Math.min(raw.length, LONGEST_FRONT);
  const entries: { key: MetaKey; value: string; line: number }[] = [];
  for (let index = 1; index < limit; index++) {
    const line = raw[index] ?? '';
    if (/^(?:---|\.\.\.)\s*$/.test(line)) return { entries, end: index + 1 };
    const colon = line.slice(0, 60).indexOf(':');
    const key = colon > 0 && !/^\s/.test(line) ? metaKey(line.slice(0, colon)) : null;
    const value = line
      .slice(colon + 1)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .replace(/\[\[([^[\]]{1,200})\]\]/g, '$1');
    if (key && value !== '') entries.push({ key, value, line: index + 1 });
  }
  return null;
}
