import type { NoteView, ShownPlace } from '@/lib/notes/note-views';
import type { Outline } from '@/lib/notes/outline';
import type { Milliseconds } from '@/lib/transcript/units';

export const at = (clock: string): Milliseconds =>
  (clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000) as Milliseconds;

export function place(clock: string, text: string, isRough = false): ShownPlace {
  return { start: at(clock), isRough, range: { first: 0, end: 4 }, text };
}

export function makeNote(change: Partial<NoteView> & Pick<NoteView, 'id'>): NoteView {
  return {
    kind: 'insight',
    text: 'Saving gas made people countable.',
    speaker: null,
    comment: '',
    url: null,
    state: 'verbatim',
    places: [place('13:27', 'saving gas made people countable')],
    stated: null,
    differences: [],
    ...change,
  };
}

/** One of every state. */
export const NOTES: readonly NoteView[] = [
  makeNote({
    id: 'a',
    kind: 'quote',
    text: 'Grows by less than the width of a hair.',
    places: [place('12:29', 'grows by less than the width of a hair')],
  }),
  makeNote({
    id: 'b',
    kind: 'quote',
    text: 'The lamp was never late, and he had been late twice.',
    state: 'near',
    places: [place('13:08', 'the lamp was late, and that he had been late twice')],
    differences: [{ written: 'never', said: '' }],
  }),
  makeNote({
    id: 'c',
    state: 'topic',
    places: [
      place('13:27', 'start counting which rocks still needed men'),
      place('21:40', 'the office counted lamps'),
      place('40:02', 'counting is a kind of seeing'),
    ],
  }),
  makeNote({
    id: 'd',
    kind: 'answer',
    text: 'Every light was once a bedtime.',
    state: 'moved',
    stated: at('0:00'),
    places: [place('0:31', 'every light was once a bedtime')],
  }),
  makeNote({ id: 'e', kind: 'question', text: 'Who paid for the fish?', state: 'not-found', places: [] }),
];

export const MORE: readonly NoteView[] = [
  makeNote({
    id: 'f',
    kind: 'highlight',
    text: 'he had been late twice',
    comment: 'Ask her about the log.',
    state: 'own',
    places: [place('13:10', '')],
  }),
  makeNote({ id: 'g', kind: 'bookmark', text: '', state: 'own', places: [place('20:00', '', true)] }),
  makeNote({ id: 'h', state: 'pinned', text: 'The cat is in the accounts.', kind: 'remember' }),
  makeNote({ id: 'i', kind: 'chapter', text: 'Counting the keepers', state: 'stated', places: [place('21:06', '')] }),
  makeNote({
    id: 'j',
    kind: 'recommendation',
    text: 'The Long Night, Mara Lindqvist',
    comment: 'It is her own.',
    url: 'https://tides.example',
  }),
  makeNote({ id: 'k', kind: 'link', text: 'Tides', url: 'https://tides.example', state: 'not-found', places: [] }),
];

export const OUTLINE: Outline = {
  topics: [
    {
      title: null,
      firstWord: 0,
      endWord: 800,
      start: at('0:00'),
      end: at('12:02'),
      terms: ['coal', 'iron basket', 'monks', 'boat', 'chapel'],
      quotes: [],
    },
    {
      title: null,
      firstWord: 800,
      endWord: 1600,
      start: at('12:02'),
      end: at('21:06'),
      terms: ['sun valve', 'dark rod', 'pilot', 'gas', 'Dalén'],
      quotes: [
        {
          text: 'You hang one dark rod between three polished ones, and when the sun comes up the dark rod warms.',
          firstWord: 820,
          endWord: 840,
          start: at('12:19'),
        },
        { text: 'The valve saved nine tenths of the gas.', firstWord: 900, endWord: 908, start: at('13:20') },
      ],
    },
    {
      title: null,
      firstWord: 1600,
      endWord: 2400,
      start: at('21:06'),
      end: at('31:21'),
      terms: ['keepers', 'accounts', 'cat', 'inspector', 'fish'],
      quotes: [],
    },
  ],
  speakers: [
    { speaker: 1, words: 1900, time: at('24:10'), share: 0.78 },
    { speaker: 0, words: 500, time: at('6:51'), share: 0.22 },
  ],
  terms: ['gas', 'keepers', 'log', 'coal'].map((text, row) => {
    const counts = Array.from({ length: 40 }, (_, step) =>
      Math.max(0, Math.round(6 * Math.cos((step - 9 * row - 3) / 3))),
    );
    return { text, counts, count: counts.reduce((sum, count) => sum + count, 0) };
  }),
};
