/** Every key and what it does, in the order in which they are of use. */

export interface KeyGroup {
  readonly title: string;
  /** Keys of one row do much the same; those of one name are pressed together. */
  readonly keys: readonly (readonly [names: readonly string[], does: string])[];
  readonly hint?: string;
}

export const KEY_GROUPS: { readonly [Where in 'page' | 'panel' | 'single']: KeyGroup } = {
  page: {
    title: 'Anywhere on the page',
    keys: [
      [['Alt Y'], 'Show or hide the words'],
      [['Alt Shift Y'], 'Find in the words'],
    ],
    hint: 'Both can be changed on the browser’s page for extension shortcuts.',
  },
  panel: {
    title: 'In the panel',
    keys: [
      [['↑', '↓'], 'From time to time, in the words'],
      [['Enter'], 'Play from that time; next match in find'],
      [['Shift Enter'], 'Previous match in find'],
      [['←', '→'], 'From tab to tab; at the edge, the width'],
      [['Esc'], 'Close what is open'],
    ],
  },
  single: {
    title: 'With a single key, in the panel',
    keys: [
      [['/'], 'Find'],
      [['G'], 'Back to now'],
      [['N', 'H', 'B'], 'Note, highlight, bookmark: what is selected, or said now'],
      [['+', '−'], 'Larger, smaller words'],
      [['[', ']'], 'Times of your transcript a little earlier, later'],
      [['{', '}'], 'The same by a whole second'],
      [['?'], 'These keys'],
    ],
  },
};

export const KEY_WORDS = {
  canBeOff: 'Single keys can be switched off.',
  areOff: 'Single keys are switched off.',
} as const;
