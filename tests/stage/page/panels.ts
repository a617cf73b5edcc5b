/** YouTube's own transcript panels: three variants behind four button commands, and what is stale in them. */
import { h, icon, icons } from './dom';
import type { PageVideo } from './page-video';
import type { Player } from './player';
import { getJson } from './stage-state';

const expanded = 'ENGAGEMENT_PANEL_VISIBILITY_EXPANDED';
const hidden = 'ENGAGEMENT_PANEL_VISIBILITY_HIDDEN';

const targets = {
  modern: 'PAmodern_transcript_view',
  legacy: 'engagement-panel-searchable-transcript',
  combined: 'engagement-panel-timeline-view-consolidated',
} as const;

interface PanelRow {
  readonly seconds: number;
  readonly timestamp: string;
  readonly text: string;
  /** A chapter's heading among the rows: no time, no words of the speech. */
  readonly isChapter?: true;
}

export class Panels {
  readonly element = h('div', { id: 'panels', class: 'style-scope ytd-watch-flexy' });
  private video: PageVideo | null = null;
  private readonly panels = new Map<string, HTMLElement>();

  constructor(private readonly player: Player) {}

  /** A new video: the panels of the one before stay, hidden, with their rows, unless the options say otherwise. */
  describe(video: PageVideo): void {
    this.video = video;
    for (const panel of this.panels.values()) panel.setAttribute('visibility', hidden);
    if (!video.options.stalePanels)
      for (const panel of this.panels.values()) panel.querySelector('#content')?.replaceChildren();
    for (const target of Object.values(targets)) if (!this.panels.has(target)) this.make(target);
  }

  transcriptSection(video: PageVideo): HTMLElement {
    if (video.options.transcriptButton === 'none') return h('div', {});
    const button = h('button', { 'aria-label': 'Show transcript' }, 'Show transcript');
    button.addEventListener('click', () => void this.open());
    return h(
      'ytd-video-description-transcript-section-renderer',
      {},
      h('h2', {}, 'Transcript'),
      h('ytd-button-renderer', {}, h('yt-button-shape', {}, button)),
    );
  }

  async open(): Promise<void> {
    const video = this.video;
    if (!video) return;
    const kind = video.options.transcriptButton;
    const target = kind === 'modern' ? targets.modern : kind === 'legacy' ? targets.legacy : targets.combined;
    const panel = this.panels.get(target) ?? this.make(target);
    panel.setAttribute('visibility', expanded);
    const content = panel.querySelector('#content');
    const isLegacy = kind === 'legacy' || kind === 'combined-legacy';
    const rows = isLegacy ? await this.askLegacy() : await this.askPanel(video, kind === 'modern' ? 2 : 1);
    // Seen on the site: the combined panel opens and stays without rows, while the panel on its own stays hidden.
    if (this.video !== video || !content || kind === 'combined-empty') return;
    content.replaceChildren(isLegacy ? legacyList(rows) : modernList(rows, (seconds) => this.player.seek(seconds)));
  }

  close(): void {
    for (const panel of this.panels.values()) panel.setAttribute('visibility', hidden);
  }

  private make(target: string): HTMLElement {
    const closeButton = h('button', { 'aria-label': 'Close' }, icon(icons.close));
    // Seen in a recorded page: the combined panel carries an identifier tag and no target id.
    const name = target === targets.combined ? { 'identifier-tag': target } : { 'target-id': target };
    const title = target === targets.combined ? 'In this video' : 'Transcript';
    const panel = h(
      'ytd-engagement-panel-section-list-renderer',
      { class: 'style-scope ytd-watch-flexy', visibility: hidden, ...name },
      h('div', { id: 'header' }, h('h2', { id: 'title' }, title), closeButton),
      h('div', { id: 'content' }),
    );
    closeButton.addEventListener('click', () => panel.setAttribute('visibility', hidden));
    this.panels.set(target, panel);
    this.element.append(panel);
    return panel;
  }

  private async askLegacy(): Promise<PanelRow[]> {
    await getJson('/youtubei/v1/get_transcript?prettyPrint=false', {
      context: this.context(),
      params: 'CgtUaWRlTWlsbEEwMQ%3D%3D',
    });
    return [];
  }

  private async askPanel(video: PageVideo, variant: 1 | 2): Promise<PanelRow[]> {
    const bytes = [0xaa, 0x09, 0x0f, 0x0a, 0x0b, ...[...video.id].map((letter) => letter.charCodeAt(0)), 0x18, variant];
    const params = btoa(String.fromCharCode(...bytes));
    const answer = await getJson<unknown>('/youtubei/v1/get_panel?prettyPrint=false', {
      context: this.context(),
      panelId: targets.modern,
      params,
    });
    return rowsIn(answer);
  }

  private context(): object {
    return {
      client: { clientName: 'WEB', clientVersion: window.ytcfg.get('INNERTUBE_CLIENT_VERSION'), hl: 'en', gl: 'NO' },
    };
  }
}

/** Rows of a get_panel answer in order. */
function rowsIn(answer: unknown): PanelRow[] {
  const rows: PanelRow[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const model = (
      value as Record<
        string,
        {
          item?: {
            timelineChapterViewModel?: { title?: string };
            timelineItemViewModel?: {
              timestamp?: string;
              contentItems?: { transcriptSegmentViewModel?: { simpleText?: string } }[];
            };
          };
          onTap?: { innertubeCommand?: { watchEndpoint?: { startTimeSeconds?: number } } };
        }
      >
    ).macroMarkersPanelItemViewModel;
    const title = model?.item?.timelineChapterViewModel?.title;
    if (title) rows.push({ seconds: 0, timestamp: '', text: title, isChapter: true });
    const line = model?.item?.timelineItemViewModel;
    if (line) {
      rows.push({
        seconds: model.onTap?.innertubeCommand?.watchEndpoint?.startTimeSeconds ?? 0,
        timestamp: line.timestamp ?? '',
        text: line.contentItems?.[0]?.transcriptSegmentViewModel?.simpleText ?? '',
      });
      return;
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(answer);
  return rows;
}

function modernList(rows: readonly PanelRow[], onSeek: (seconds: number) => void): HTMLElement {
  const items = rows.map((row) => {
    if (row.isChapter) return h('timeline-chapter-view-model', {}, h('h3', {}, row.text));
    const item = h(
      'transcript-segment-view-model',
      { class: 'ytwTranscriptSegmentViewModelHost' },
      h('div', { class: 'ytwTranscriptSegmentViewModelTimestamp' }, row.timestamp),
      h('div', { class: 'ytwTranscriptSegmentViewModelTimestampA11yLabel' }, `${row.seconds} seconds`),
      h('span', { class: 'ytAttributedStringHost', role: 'text' }, row.text),
    );
    item.addEventListener('click', () => onSeek(row.seconds));
    return item;
  });
  return h('div', { class: 'ytwMacroMarkersPanel' }, ...items);
}

function legacyList(rows: readonly PanelRow[]): HTMLElement {
  const items = rows.map((row) =>
    h(
      'ytd-transcript-segment-renderer',
      {},
      h('div', { class: 'segment-timestamp' }, row.timestamp),
      h('yt-formatted-string', { class: 'segment-text' }, row.text),
    ),
  );
  return h('ytd-transcript-segment-list-renderer', {}, h('div', { id: 'segments-container' }, ...items));
}
