/** The watch element: columns, theatre, full screen, live chat, and the re-rendering that guests must survive. */
import { h, icon, icons } from './dom';
import type { PageVideo } from './page-video';
import { Panels } from './panels';
import type { Player } from './player';

const twoColumnsFrom = 1000;

export class Watch {
  root: HTMLElement;
  readonly panels: Panels;
  columns: 'auto' | 'two' | 'one' = 'auto';
  private theater = false;
  private fullscreen = false;
  private liveChat = false;
  private video: PageVideo | null = null;
  private readonly playerBox: HTMLElement;

  constructor(
    private readonly player: Player,
    rootName: 'flexy' | 'grid',
  ) {
    this.panels = new Panels(player);
    this.playerBox = h(
      'div',
      { id: 'player-container', class: 'style-scope ytd-watch-flexy', role: 'complementary' },
      h(
        'ytd-player',
        { id: 'ytd-player', class: 'style-scope ytd-watch-flexy' },
        h('div', { id: 'container' }, player.element),
      ),
    );
    this.root = this.build(rootName);
    this.applyLayout();
    window.addEventListener('resize', () => this.applyLayout());
    document.addEventListener('fullscreenchange', () => {
      if (!document.fullscreenElement && this.fullscreen) this.setFullscreen(false);
    });
  }

  show(video: PageVideo): void {
    this.video = video;
    this.root.setAttribute('video-id', video.id);
    Object.assign(this.root, { data: { currentVideoEndpoint: { watchEndpoint: { videoId: video.id } } } });
    this.find('#playlist').toggleAttribute('hidden', !new URLSearchParams(location.search).has('list'));
    this.root.toggleAttribute('is-live-now', video.state === 'live');
    this.find('#below').replaceChildren(...this.belowContent(video));
    this.panels.describe(video);
    this.applyLayout();
  }

  setTheater(on: boolean): void {
    this.theater = on;
    this.applyLayout();
  }

  setFullscreen(on: boolean): void {
    this.fullscreen = on;
    this.applyLayout();
  }

  setLiveChat(on: boolean): void {
    this.liveChat = on;
    const container = this.find('#chat-container');
    container.replaceChildren(
      ...(on
        ? [
            h(
              'ytd-live-chat-frame',
              { id: 'chat', class: 'style-scope ytd-watch-flexy' },
              h('div', { class: 'stage-chat' }, 'Live chat'),
            ),
          ]
        : []),
    );
    this.applyLayout();
  }

  setColumns(columns: 'auto' | 'two' | 'one'): void {
    this.columns = columns;
    this.applyLayout();
  }

  /** The right column is thrown away with whatever guests have put there. */
  rerender(): void {
    this.find('#secondary').replaceWith(this.buildSecondary());
    if (this.liveChat) this.setLiveChat(true);
    this.applyLayout();
  }

  rebuildRoot(rootName: 'flexy' | 'grid'): void {
    const old = this.root;
    this.root = this.build(rootName);
    old.replaceWith(this.root);
    if (this.video) this.show(this.video);
    this.applyLayout();
  }

  private find(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The watch page has no ${selector}.`);
    return found;
  }

  private build(rootName: 'flexy' | 'grid'): HTMLElement {
    return h(
      `ytd-watch-${rootName}`,
      {
        class: 'style-scope ytd-page-manager',
        role: 'main',
        flexy: '',
        'default-layout': '',
        'flexy-enable-small-window-sizing': '',
      },
      h(
        'div',
        { id: 'full-bleed-container' },
        h('div', { id: 'player-full-bleed-container' }),
        h('div', { id: 'panels-full-bleed-container' }),
      ),
      h(
        'div',
        { id: 'columns' },
        h(
          'div',
          { id: 'primary' },
          h(
            'div',
            { id: 'primary-inner' },
            h('div', { id: 'player' }, h('div', { id: 'player-container-inner' }, this.playerBox)),
            h('div', { id: 'below' }),
          ),
        ),
        this.buildSecondary(),
      ),
    );
  }

  private buildSecondary(): HTMLElement {
    return h(
      'div',
      { id: 'secondary' },
      h(
        'div',
        { id: 'secondary-inner' },
        this.panels.element,
        h(
          'ytd-playlist-panel-renderer',
          { id: 'playlist', class: 'style-scope ytd-watch-flexy', hidden: '' },
          h('h2', {}, 'Playlist'),
        ),
        h('div', { id: 'chat-container' }),
        related(),
      ),
    );
  }

  /** In one column the content of the right column, and only YouTube's own, moves under the video. */
  private applyLayout(): void {
    const isTwo = this.columns === 'auto' ? window.innerWidth >= twoColumnsFrom : this.columns === 'two';
    const isBleeding = this.theater || this.fullscreen;
    this.root.toggleAttribute('is-two-columns_', isTwo);
    this.root.toggleAttribute('is-single-column', !isTwo);
    this.root.toggleAttribute('theater', this.theater);
    this.root.toggleAttribute('fullscreen', this.fullscreen);
    this.root.toggleAttribute('full-bleed-player', isBleeding);
    this.root.toggleAttribute('default-layout', !isBleeding);
    this.root.toggleAttribute('live-chat-present-and-expanded', this.liveChat);
    document.documentElement.toggleAttribute('stage-fullscreen', this.fullscreen);
    this.player.element.classList.toggle('ytp-fullscreen', this.fullscreen);
    const home = this.find(isBleeding ? '#player-full-bleed-container' : '#player-container-inner');
    if (this.playerBox.parentElement !== home) this.movePlayer(home);
    const column = this.find(isTwo ? '#secondary-inner' : '#below');
    for (const id of ['panels', 'playlist', 'chat-container', 'related']) {
      const part = this.root.querySelector(`#${id}`);
      if (part && part.parentElement !== column) column.append(part);
    }
  }

  /** A media element pauses when it is moved; the site goes on playing. */
  private movePlayer(home: HTMLElement): void {
    const wasPlaying = !this.player.media.paused;
    home.append(this.playerBox);
    if (wasPlaying) this.player.play();
  }

  private belowContent(video: PageVideo): HTMLElement[] {
    const kept = ['panels', 'playlist', 'chat-container', 'related']
      .map((id) => this.root.querySelector<HTMLElement>(`#below > #${id}`))
      .filter((part) => part !== null);
    return [this.metadata(video), ...kept, comments()];
  }

  private metadata(video: PageVideo): HTMLElement {
    const action = (label: string, path: string) =>
      h('button', { class: 'stage-pill' }, icon(path), h('span', {}, label));
    return h(
      'ytd-watch-metadata',
      { class: 'style-scope ytd-watch-flexy' },
      h(
        'div',
        { id: 'title' },
        h('h1', { class: 'style-scope ytd-watch-metadata' }, h('yt-formatted-string', {}, video.title)),
      ),
      h(
        'div',
        { id: 'top-row' },
        h(
          'div',
          { id: 'owner' },
          h('div', { class: 'stage-avatar' }, video.author.slice(0, 1)),
          h(
            'ytd-channel-name',
            {},
            h('a', { href: '/@stage' }, video.author),
            h('span', { class: 'stage-subscribers' }, '41.2K subscribers'),
          ),
          h('button', { class: 'stage-subscribe' }, 'Subscribe'),
        ),
        h(
          'div',
          { id: 'actions' },
          action('1.9K', icons.like),
          action('Share', icons.share),
          h('button', { class: 'stage-pill stage-round', 'aria-label': 'More actions' }, icon(icons.more)),
        ),
      ),
      this.description(video),
    );
  }

  private description(video: PageVideo): HTMLElement {
    const lines = video.description.split('\n').map((line) => h('div', {}, line || '\u00a0'));
    const collapse = h('tp-yt-paper-button', { id: 'collapse', role: 'button', tabindex: '0' }, 'Show less');
    const expand = h('tp-yt-paper-button', { id: 'expand', role: 'button', tabindex: '0' }, '...more');
    const box = h(
      'ytd-text-inline-expander',
      { id: 'description-inline-expander' },
      h('div', { id: 'info-container' }, h('span', { class: 'bold' }, '48,213 views  Oct 3, 2026')),
      h('div', { id: 'snippet' }, ...lines),
      expand,
      h('div', { id: 'expanded-only' }, this.panels.transcriptSection(video), collapse),
    );
    expand.addEventListener('click', () => box.setAttribute('is-expanded', ''));
    collapse.addEventListener('click', () => box.removeAttribute('is-expanded'));
    return h('div', { id: 'description' }, h('div', { id: 'description-inner' }, box));
  }
}

function comments(): HTMLElement {
  const comment = () =>
    h(
      'div',
      { class: 'stage-comment' },
      h('div', { class: 'stage-avatar' }),
      h('div', { class: 'stage-lines' }, h('i', {}), h('i', {})),
    );
  return h(
    'ytd-comments',
    { id: 'comments', class: 'style-scope ytd-watch-flexy' },
    h('h2', {}, '86 Comments'),
    comment(),
    comment(),
    comment(),
  );
}

function related(): HTMLElement {
  const chips = ['All', 'From the series', 'Related'].map((label, index) =>
    h('button', { class: 'stage-chip', 'data-on': index === 0 ? '' : undefined }, label),
  );
  const rows = Array.from({ length: 12 }, () =>
    h(
      'yt-lockup-view-model',
      {},
      h('div', { class: 'stage-thumb' }),
      h('div', { class: 'stage-lines' }, h('i', {}), h('i', {}), h('i', {})),
    ),
  );
  return h(
    'div',
    { id: 'related', class: 'style-scope ytd-watch-flexy' },
    h('div', { class: 'stage-chips' }, ...chips),
    ...rows,
  );
}
