/** What the reader chose. Kept in `storage.local`, offered in the sidebar's menu and on the options page. */
export interface Settings {
  /** Size of the words in px, 14 to 22. */
  readonly textSize: number;
  /** `paragraphs`: sentences under speaker and chapter headings. `lines`: cues as delivered. */
  readonly view: 'paragraphs' | 'lines';
  readonly showTimes: boolean;
  /** What the lamp lights while playing, at most: it is never narrower than the times are exact. */
  readonly lamp: 'word' | 'sentence' | 'off';
  readonly theme: 'youtube' | 'light' | 'dark';
  /** Show the sidebar beside videos at all. */
  readonly showBesideVideos: boolean;
  readonly startCollapsed: boolean;
  /** Panel width in px, 300 to 640. */
  readonly panelWidth: number;
  /** In full screen: `show` keeps the panel, `with-controls` hides it with the player's controls, `hide` never shows it. */
  readonly fullScreen: 'show' | 'with-controls' | 'hide';
  /** Keys that act inside the sidebar beyond arrows, Enter and Escape. */
  readonly shortcuts: boolean;
  /** What is kept in the library: every transcript read, only what the reader imports or keeps, or nothing. */
  readonly keep: 'everything' | 'kept' | 'nothing';
}

export const DEFAULT_SETTINGS: Settings = {
  textSize: 16,
  view: 'paragraphs',
  showTimes: true,
  lamp: 'word',
  theme: 'youtube',
  showBesideVideos: true,
  startCollapsed: false,
  panelWidth: 402,
  fullScreen: 'hide',
  shortcuts: true,
  keep: 'everything',
};

const CHOICES: { readonly [Key in keyof Settings]?: readonly Settings[Key][] } = {
  view: ['paragraphs', 'lines'],
  lamp: ['word', 'sentence', 'off'],
  theme: ['youtube', 'light', 'dark'],
  fullScreen: ['show', 'with-controls', 'hide'],
  keep: ['everything', 'kept', 'nothing'],
};

const RANGES: { readonly [Key in keyof Settings]?: readonly [number, number] } = {
  textSize: [14, 22],
  panelWidth: [300, 640],
};

/** Takes what storage holds (any version, any damage) and gives whole settings: a value that does not fit falls back. */
export function readSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const result: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const key of Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]) {
    const value: unknown = Object.getOwnPropertyDescriptor(stored, key)?.value;
    if (isFitting(key, value)) result[key] = value;
  }
  return result as unknown as Settings;
}

function isFitting(key: keyof Settings, value: unknown): boolean {
  const range = RANGES[key];
  if (range) return typeof value === 'number' && value >= range[0] && value <= range[1];
  const choices: readonly unknown[] | undefined = CHOICES[key];
  if (choices) return choices.includes(value);
  return typeof value === typeof DEFAULT_SETTINGS[key];
}
