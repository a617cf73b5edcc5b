/** The player's visible controls: plain, but with YouTube's class names and look. */
import { h, icon, icons } from './dom';
import type { PageVideo } from './page-video';
import type { Player, PlayerData } from './player';

export interface Controls {
  readonly elements: readonly HTMLElement[];
  describe(video: PageVideo, data: PlayerData): void;
  showCaptionsOn(on: boolean): void;
  paintCaptions(lines: readonly string[]): void;
}

export function buildControls(player: Player): Controls {
  const played = h('div', { class: 'ytp-play-progress' });
  const loaded = h('div', { class: 'ytp-load-progress' });
  const chapters = h('div', { class: 'ytp-chapters-container' });
  const bar = h(
    'div',
    { class: 'ytp-progress-bar', role: 'slider', 'aria-label': 'Seek slider', tabindex: '0' },
    h('div', { class: 'ytp-progress-list' }, loaded, played),
    chapters,
  );
  const time = h('span', { class: 'ytp-time-display' }, '0:00 / 0:00');
  const chapterTitle = h('span', { class: 'ytp-chapter-title' });
  const playButton = button('ytp-play-button', 'Play (k)', icons.play);
  const captionsButton = button('ytp-subtitles-button', 'Subtitles/closed captions (c)', icons.captions);
  captionsButton.setAttribute('aria-pressed', 'false');
  const theater = button('ytp-size-button', 'Theater mode (t)', icons.theater);
  const fullscreen = button('ytp-fullscreen-button', 'Full screen (f)', icons.fullscreen);
  const captionWindow = h('div', { class: 'ytp-caption-window-container' });
  const message = h('div', { class: 'ytp-error', hidden: '' });
  const bottom = h(
    'div',
    { class: 'ytp-chrome-bottom' },
    h('div', { class: 'ytp-progress-bar-container' }, bar),
    h(
      'div',
      { class: 'ytp-chrome-controls' },
      h(
        'div',
        { class: 'ytp-left-controls' },
        playButton,
        button('ytp-next-button', 'Next (SHIFT+n)', icons.next),
        button('ytp-mute-button', 'Mute (m)', icons.volume),
        time,
        chapterTitle,
      ),
      h(
        'div',
        { class: 'ytp-right-controls' },
        captionsButton,
        button('ytp-settings-button', 'Settings', icons.settings),
        theater,
        fullscreen,
      ),
    ),
  );

  playButton.addEventListener('click', () => togglePlay(player));
  player.media.addEventListener('click', () => togglePlay(player));
  captionsButton.addEventListener('click', () => player.captions.toggle());
  theater.addEventListener('click', () => window.__stage.setTheater(!document.querySelector('[theater]')));
  fullscreen.addEventListener('click', () => void window.__stage.setFullscreen(!document.fullscreenElement));
  bar.addEventListener('click', (event) => {
    const box = bar.getBoundingClientRect();
    player.seek(((event.clientX - box.left) / box.width) * player.duration());
  });

  const update = () => {
    const isAdvert = player.adverts.isShowing;
    const length = isAdvert ? player.media.duration || 0 : player.duration();
    const now = isAdvert ? player.media.currentTime : player.time();
    played.style.transform = `scaleX(${length > 0 ? Math.min(1, now / length) : 0})`;
    const end = player.media.buffered.length > 0 ? player.media.buffered.end(player.media.buffered.length - 1) : 0;
    loaded.style.transform = `scaleX(${length > 0 ? Math.min(1, end / length) : 0})`;
    time.textContent = `${clock(now)} / ${clock(length)}`;
    const chapter = player.video?.chapters.findLast((candidate) => candidate.start <= now * 1000);
    chapterTitle.textContent = !isAdvert && chapter ? `• ${chapter.title}` : '';
  };
  for (const name of ['timeupdate', 'durationchange', 'progress', 'seeking'])
    player.media.addEventListener(name, update);
  const setPlayIcon = () => {
    playButton.replaceChildren(icon(player.media.paused ? icons.play : icons.pause));
    playButton.setAttribute('aria-label', player.media.paused ? 'Play (k)' : 'Pause (k)');
  };
  for (const name of ['play', 'pause', 'emptied']) player.media.addEventListener(name, setPlayIcon);

  hideWhenStill(player);

  return {
    elements: [h('div', { class: 'ytp-gradient-bottom' }), captionWindow, bottom, message],
    describe: (video, data) => {
      const lengths = video.chapters.map(
        (chapter, index) => (video.chapters[index + 1]?.start ?? video.durationMs) - chapter.start,
      );
      chapters.replaceChildren(
        ...lengths.map((length) => {
          const part = h('div', { class: 'ytp-chapter-hover-container' });
          part.style.flexGrow = String(length);
          return part;
        }),
      );
      const status = data.playabilityStatus;
      message.hidden = video.hasMedia && video.state === 'ok';
      message.textContent =
        status?.reason ?? status?.messages?.[0] ?? (video.state === 'live' ? 'Live' : 'Video unavailable');
      update();
    },
    showCaptionsOn: (on) => captionsButton.setAttribute('aria-pressed', String(on)),
    paintCaptions: (lines) => {
      const rows = lines.map((line) =>
        h('span', { class: 'caption-visual-line' }, h('span', { class: 'ytp-caption-segment' }, line)),
      );
      captionWindow.replaceChildren(
        ...(rows.length > 0 ? [h('div', { class: 'caption-window ytp-caption-window-bottom' }, ...rows)] : []),
      );
    },
  };
}

const controlsStay = 3000;

/** While it plays the controls go away some time after the mouse last moved over the player. */
function hideWhenStill(player: Player): void {
  let timer = 0;
  const wake = () => {
    player.element.classList.remove('ytp-autohide');
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!player.media.paused) player.element.classList.add('ytp-autohide');
    }, controlsStay);
  };
  player.element.addEventListener('mousemove', wake);
  for (const name of ['playing', 'pause', 'seeking']) player.media.addEventListener(name, wake);
}

export function togglePlay(player: Player): void {
  if (player.media.paused) player.play();
  else player.media.pause();
}

function button(name: string, label: string, path: string): HTMLElement {
  return h('button', { class: `${name} ytp-button`, 'aria-label': label, title: label }, icon(path));
}

export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}
