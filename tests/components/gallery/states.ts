import { sidebarStyles } from '@/components/sidebar/styles';
import type { SidebarHandle, SidebarProps } from '../../../components/sidebar';
import { find } from '../../../lib/find/find';
import { buildFindIndex } from '../../../lib/find/find-index';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/protocol/settings';
import type { EpisodeActions, EpisodeView } from '../../../lib/sidebar/episode';
import type { ImportActions } from '../../../lib/sidebar/imports';
import type { Origin, Transcript } from '../../../lib/transcript/types';
import { milliseconds } from '../../../lib/transcript/units';
import { CHAPTERS, CONVERSATION, makeMerged, makeTranscript, startOf, VIDEO } from './conversation';
import { FakePlayer } from './fake-player';

export interface Staged {
  readonly sidebar: SidebarHandle;
  readonly root: ShadowRoot;
  readonly host: HTMLElement;
}

export interface GalleryState {
  readonly props: Omit<SidebarProps, 'dark'>;
  readonly width?: number;
  readonly height?: number;
  readonly backdrop?: string;
  /** What the captions chain would put in the place of the shown transcript. */
  readonly better?: Transcript;
  /** What is done once it is mounted. */
  readonly after?: (staged: Staged) => void;
}

const NO_IMPORTS: ImportActions = {
  preview: () => new Promise(() => {}),
  keep: () => new Promise(() => {}),
  remove: () => {},
  restore: () => {},
  undoMerge: () => {},
  mergeAgain: () => new Promise(() => {}),
  revise: () => {},
  compare: () => new Promise(() => {}),
};

export function noActions(): EpisodeActions {
  const nothing = () => {};
  return {
    showTranscript: nothing,
    chooseTrack: nothing,
    translateTo: nothing,
    retry: nothing,
    provokeCaptions: nothing,
    savePlace: nothing,
    openOptions: nothing,
    openLibrary: nothing,
    reloadPage: nothing,
    imports: NO_IMPORTS,
  };
}

export function makeEpisode(shown: Transcript | null, change: Partial<EpisodeView> = {}): EpisodeView {
  return {
    meta: {
      videoId: VIDEO,
      title: 'The lights that learned to wait',
      channel: 'Salt & Signal',
      duration: milliseconds(4_096_000),
      chapters: CHAPTERS,
    },
    tracks: [
      { vssId: 'a.en', language: 'en', name: 'English (auto-generated)', automatic: true, translatable: true },
      { vssId: '.en', language: 'en', name: 'English', automatic: false, translatable: true },
      { vssId: '.en.k1', language: 'en', name: 'English - for the deaf', automatic: false, translatable: true },
      { vssId: '.nb', language: 'nb', name: 'Norwegian Bokmål', automatic: false, translatable: true },
    ],
    chosenTrack: 'a.en',
    translations: [
      { language: 'de', name: 'German' },
      { language: 'fr', name: 'French' },
      { language: 'ja', name: 'Japanese' },
    ],
    transcripts: shown ? [shown] : [],
    shown,
    search: 'settled',
    slow: false,
    failure: null,
    diagnostics: ['timedtext json3 200 48211 bytes', 'pot yes, exp xpe'],
    offline: false,
    storage: 'fine',
    orphaned: false,
    place: null,
    ...change,
  };
}

interface Options {
  readonly shown?: Transcript | null;
  readonly at?: number;
  readonly episode?: Partial<EpisodeView>;
  readonly settings?: Partial<Settings>;
  readonly props?: Partial<SidebarProps>;
}

function staged(options: Options = {}): Omit<SidebarProps, 'dark'> {
  const shown = options.shown === undefined ? makeTranscript() : options.shown;
  return {
    episode: makeEpisode(shown, options.episode),
    findEngine: { buildFindIndex, find },
    styles: sidebarStyles,
    player: new FakePlayer(options.at ?? (shown ? startOf(makeTranscript(), 'warms') : 0)),
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    onChangeSettings: () => {},
    actions: noActions(),
    layout: 'columns',
    collapsed: false,
    onCollapse: () => {},
    width: 402,
    onResize: () => {},
    ...options.props,
  };
}

function body(root: ShadowRoot): HTMLElement {
  return root.querySelector('.body') as HTMLElement;
}

/** The same words with exact times; or other words, as the query asks. */
function betterTranscript(): Transcript {
  if (location.search.includes('better=other')) return makeTranscript({ named: false });
  if (!location.search.includes('better=rewritten')) return makeTranscript();
  const rewritten = CONVERSATION.map(([speaker, said]) => [speaker, `${said} Rewritten, as it was said.`] as const);
  return makeTranscript({ text: rewritten });
}

function scrollAway(root: ShadowRoot, by: number): void {
  body(root).dispatchEvent(new WheelEvent('wheel', { deltaY: by }));
  body(root).scrollTop += by;
}

function press(root: ShadowRoot, selector: string): void {
  root.querySelector<HTMLElement>(selector)?.click();
}

function type({ sidebar, root }: Staged, query: string): void {
  sidebar.openFind();
  const field = root.querySelector<HTMLInputElement>('.query');
  if (!field) return;
  field.value = query;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const PANEL: Origin = { kind: 'captions', vssId: 'a.en', automatic: true, via: 'panel' };
const IMPORT: Origin = { kind: 'import', shape: 'turns', fileName: 'skarv.txt', importedAt: 0 };

/** Every state of the panel, by name. */
export const STATES: Record<string, () => GalleryState> = {
  following: () => ({ props: staged() }),
  rough: () => ({
    props: staged({
      shown: makeTranscript({ timing: 'second', origin: PANEL }),
      episode: { search: 'better-times' },
    }),
  }),
  improving: () => ({
    props: staged({
      shown: makeTranscript({ timing: 'second', origin: PANEL }),
      episode: { search: 'better-times' },
    }),
    better: betterTranscript(),
  }),
  away: () => ({ props: staged(), after: ({ root }) => setTimeout(() => scrollAway(root, 620), 300) }),
  advert: () => {
    const props = staged();
    (props.player as FakePlayer).set({ advert: true });
    return { props };
  },
  voices: () => ({ props: staged({ shown: makeTranscript({ named: false }) }) }),
  merged: () => {
    const shown = makeMerged();
    return { props: staged({ shown, at: startOf(shown, 'story') - 500 }) };
  },
  lines: () => ({ props: staged({ shown: makeTranscript({ named: false }), settings: { view: 'lines' } }) }),
  'no-captions': () => ({ props: staged({ shown: null, episode: { failure: 'no-captions', tracks: [] } }) }),
  refused: () => ({ props: staged({ shown: null, episode: { failure: 'refused' } }) }),
  loading: () => ({ props: staged({ shown: null, episode: { search: 'first-words' } }) }),
  slow: () => ({ props: staged({ shown: null, episode: { search: 'first-words', slow: true } }) }),
  narrow: () => ({ props: staged(), width: 300, height: 340 }),
  below: () => ({ props: staged({ props: { layout: 'below' } }), width: 576, height: 460 }),
  fullscreen: () => ({
    props: staged({ props: { layout: 'fullscreen' } }),
    height: 700,
    backdrop: 'linear-gradient(120deg,#22303a,#c9a878 60%,#38444e)',
  }),
  find: () => ({ props: staged(), after: (stage) => type(stage, 'lamp') }),
  'find-nothing': () => ({ props: staged(), after: (stage) => type(stage, 'zeppelin') }),
  'find-typo': () => ({ props: staged(), after: (stage) => type(stage, 'lihgthouse') }),
  sources: () => ({
    props: staged({
      episode: { transcripts: [makeMerged(), makeTranscript(), makeTranscript({ timing: 'turn', origin: IMPORT })] },
    }),
    after: ({ root }) => press(root, '.health'),
  }),
  settings: () => ({ props: staged(), after: ({ root }) => press(root, '[data-popover="settings"]') }),
  keys: () => ({
    props: staged(),
    after: ({ root }) => {
      press(root, '[data-popover="settings"]');
      setTimeout(() => press(root, '.menu.settings > .choice:nth-last-child(2)'), 50);
    },
  }),
  notes: () => ({ props: staged(), after: ({ root }) => press(root, '#tab-notes') }),
  outline: () => ({ props: staged({ at: 840_000 }), after: ({ root }) => press(root, '#tab-outline') }),
  collapsed: () => ({ props: staged({ props: { collapsed: true } }) }),
  'storage-full': () => ({ props: staged({ episode: { storage: 'full' } }) }),
  orphaned: () => ({ props: staged({ episode: { orphaned: true } }) }),
  offline: () => ({ props: staged({ episode: { offline: true } }) }),
  live: () => ({ props: staged({ shown: null, episode: { failure: 'live' } }) }),
  'three-hours': () => ({
    props: staged({ shown: makeTranscript({ repeat: 51, start: 0, chapters: [] }), at: 5_000_000 }),
  }),
  'ten-hours': () => ({
    props: staged({ shown: makeTranscript({ repeat: 170, start: 0, chapters: [] }), at: 20_000_000 }),
  }),
  japanese: () => ({
    props: staged({
      shown: makeTranscript({
        language: 'ja',
        text: [
          ['健太', 'こんにちは。今日は古い灯台の話をします。海のそばに立っていて、夜になると光ります。'],
          ['美咲', '灯台守はもういません。機械がすべてをやってくれます。でも、窓の明かりはまだ残っています。'],
        ],
      }),
      at: 703_000,
    }),
  }),
  arabic: () => ({
    props: staged({
      shown: makeTranscript({
        language: 'ar',
        text: [
          ['ليلى', 'مرحبا بكم من جديد. نحن اليوم في غرفة المصباح في المنارة القديمة، والريح تحاول أن تشاركنا الحديث.'],
          [
            'سامي',
            'لا أحد يطفئ المنارة. تضيف آلة صغيرة تفعل شيئا واحدا، ثم أخرى، وفي شتاء ما تلاحظ أن الحارس لم يبق له عمل.',
          ],
        ],
      }),
      at: 705_000,
    }),
  }),
};
