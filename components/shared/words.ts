/** Every sentence of the sidebar, in one place. Told by meaning, not by where it stands on screen. */
import type { NoWords } from '@/lib/sidebar/episode';
import type { HealthFact } from '@/lib/sidebar/health';
import { formatClock, spokenTime } from '@/lib/transcript/format-time';
import type { Hole, Timing, Transcript } from '@/lib/transcript/types';

export const WORDS = {
  panel: 'Readalong: the words of this video',
  heading: 'The words',
  tabs: { words: 'Words', notes: 'Notes', outline: 'Outline' },
  find: 'Find in the words',
  findLabel: 'Find in the words of this video',
  noMatches: 'No matches',
  nextMatch: 'Next match',
  previousMatch: 'Previous match',
  closeFind: 'Close find',
  settings: 'Reading settings',
  collapse: 'Hide the words',
  expand: 'Show the words',
  resize: 'Width of the panel',
  transcript: 'Transcript',
  backToNow: 'Back to now',
  showThem: 'Show them',
  wordsWait: 'Advert, words wait',
  sources: 'Where the words come from',
  noNotes: 'No notes for this video yet. Select words and press N.',
  noChapters: 'This video has no chapters.',
  tryAgain: 'Try again',
  importTranscript: 'Import a transcript',
  importMore: 'Import a transcript…',
  mergeReport: 'How the merge went',
  useWithoutTimes: 'Use it without times',
  makeRoom: 'Make room',
  reload: 'Reload',
  loading: 'Getting the words…',
  stillLoading: 'Still getting the words. YouTube is slow to answer.',
  close: 'Close',
  back: 'Back',
  track: 'Captions, by hand',
  automaticTrack: 'Captions, automatic',
  translate: 'Translate…',
  translatedByYouTube: 'Translated by YouTube',
  original: 'As spoken',
  provoke: 'Turn captions on for a moment, for exact times',
  lookAgain: 'Look again',
  details: 'Technical details',
  detailsHint: 'How the words were looked for, for people who report what went wrong. Nothing of it is sent.',
  noDetails: 'Nothing was noted.',
  smaller: 'Smaller words',
  larger: 'Larger words',
  copyAll: 'Copy the words…',
  openLibrary: 'Library',
  keys: 'Keys',
  allSettings: 'All settings',
  settingsMenu: {
    labels: {
      textSize: 'Text size',
      view: 'View',
      lamp: 'Light up',
      theme: 'Theme',
      following: 'Follow the speaker',
      showTimes: 'Show times',
      startCollapsed: 'Start hidden',
    },
    choices: {
      view: [
        ['paragraphs', 'Paragraphs'],
        ['lines', 'Lines'],
      ],
      lamp: [
        ['word', 'Word'],
        ['sentence', 'Sentence'],
        ['off', 'Nothing'],
      ],
      theme: [
        ['youtube', 'As YouTube'],
        ['light', 'Light'],
        ['dark', 'Dark'],
      ],
    },
  },
} as const;

/** A state with its sentence, what still works, and what the reader can do. */
export interface StateWords {
  readonly title: string;
  readonly text: string;
  /** Small print under the buttons. */
  readonly hint?: string;
}

export const NO_WORDS: { readonly [Why in NoWords]: StateWords } = {
  'no-captions': {
    title: 'This video has no captions.',
    text: 'If you have a transcript, from the show’s site or as a file, Readalong can find its times and follow along.',
    hint: 'Captions can appear some hours after upload.',
  },
  refused: {
    title: 'YouTube did not send the captions.',
    text: 'Nothing is lost; your notes are safe.',
    hint: 'Or open YouTube’s own transcript, in the description: its words are taken over here.',
  },
  'too-many-requests': {
    title: 'YouTube asks for a pause.',
    text: 'It had too many requests from this browser. The words come when it answers again.',
    hint: 'Some minutes are usually enough.',
  },
  offline: {
    title: 'You are offline.',
    text: 'The words of this video are not in your library yet. They come when you are back.',
  },
  damaged: {
    title: 'The captions cannot be read.',
    text: 'YouTube sent something that is not words. It is often right the next time.',
  },
  live: {
    title: 'Live now.',
    text: 'The words come when the stream has ended.',
    hint: 'Captions can take some hours after that. Reload this page then.',
  },
  upcoming: {
    title: 'Not begun yet.',
    text: 'The words come when the video has been shown.',
    hint: 'Reload this page then.',
  },
  'sign-in': {
    title: 'YouTube wants you to sign in.',
    text: 'It shows this video, and its captions, only to people it knows.',
    hint: 'Sign in on YouTube, then reload this page.',
  },
  unplayable: {
    title: 'This video cannot be played here.',
    text: 'Without the video, YouTube does not give its captions either.',
    hint: 'If it should play for you, reload this page.',
  },
};

/** Words without a full stop, for the health line. */
const NO_WORDS_SHORT: { readonly [Why in NoWords]: readonly [string, string] } = {
  'no-captions': ['No captions', 'looked just now'],
  refused: ['No words', 'YouTube did not send them'],
  'too-many-requests': ['No words', 'YouTube asks for a pause'],
  offline: ['Offline', 'not in your library yet'],
  damaged: ['No words', 'what came cannot be read'],
  live: ['Live now', 'words come afterwards'],
  upcoming: ['Not begun yet', 'words come afterwards'],
  'sign-in': ['No words', 'YouTube wants you to sign in'],
  unplayable: ['No words', 'the video cannot be played'],
};

export const NOTICES = {
  better: { title: 'Better words have come.', text: 'They would change what you are reading.' },
  full: { title: 'Storage is full.', text: 'Reading works; new episodes are not kept.' },
  broken: { title: 'The library cannot be opened.', text: 'Reading works; nothing new is kept.' },
  orphaned: { title: 'Readalong was updated.', text: 'Reload this page to go on reading.' },
  'wrong-transcript': { title: 'Not the same recording.', text: '' },
} as const;

const EXACTNESS: { readonly [Each in Timing]: string } = {
  word: 'exact to the word',
  cue: 'exact to the line',
  second: 'rough times',
  turn: 'times of the turns',
  none: 'no times',
};

/** The health line in its two parts: bold name and plain detail. */
export function healthWords(fact: HealthFact): readonly [name: string, detail: string] {
  switch (fact.kind) {
    case 'looking':
      return ['Getting the words…', ''];
    case 'none':
      return NO_WORDS_SHORT[fact.why];
    case 'stored':
      return ['You are offline', 'these words are from your library'];
    case 'captions':
      return [fact.automatic ? 'Captions, automatic' : 'Captions, by hand', EXACTNESS[fact.timing]];
    case 'translated':
      return ['Captions, translated', EXACTNESS[fact.timing]];
    case 'rough':
      if (fact.improving) return ['Rough times', 'looking for better…'];
      return ['Rough times', fact.paused ? 'YouTube asks for a pause' : 'the best there is'];
    case 'merged':
      return ['Merged', `${percent(fact.matched)} matched${fact.holes > 0 ? ` · ${holeCount(fact.holes)}` : ''}`];
    case 'imported':
      return ['Your transcript', EXACTNESS[fact.timing]];
  }
}

function holeCount(holes: number): string {
  return holes === 1 ? '1 hole' : `${holes} holes`;
}

/** "93 %": rounded down, so that 100 % means all. */
export function percent(share: number): string {
  // 0.29 × 100 is a little less than 29.
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** A transcript as a row of the source menu: what it is, and the small print below. */
export function transcriptWords(
  transcript: Transcript,
  trackName: string | null,
): { readonly name: string; readonly detail: string } {
  const { origin, timing, alignment } = transcript;
  const language = trackName ?? languageName(transcript.language);
  if (alignment)
    return {
      name: 'Merged: your transcript + captions',
      detail: `${percent(alignment.matched)} matched · ${EXACTNESS[timing]}`,
    };
  if (origin.kind === 'import')
    return { name: 'Your transcript', detail: `${origin.fileName ?? IMPORTED[timing]} · ${ownTimes(transcript)}` };
  if (origin.kind === 'captions' && origin.translatedTo)
    return {
      name: `Captions, translated to ${languageName(origin.translatedTo)}`,
      detail: EXACTNESS[timing],
    };
  const automatic = origin.kind === 'captions' && origin.automatic;
  return {
    name: automatic ? 'Captions, automatic' : 'Captions, by hand',
    detail: [language, EXACTNESS[timing]].filter(Boolean).join(' · '),
  };
}

const IMPORTED: { readonly [Each in Timing]: string } = {
  word: 'Timed words',
  cue: 'Timed lines',
  second: 'Timed lines',
  turn: 'Speaker turns',
  none: 'Text',
};

function ownTimes({ origin, timing }: Transcript): string {
  if (origin.kind === 'import' && origin.pins?.length) return 'times set by hand';
  if (timing === 'none') return 'no times';
  return origin.kind === 'import' && origin.shift ? 'its own times, moved' : 'its own times';
}

/** "English", from a BCP 47 tag; the tag itself where the browser does not know it. */
export function languageName(tag: string): string {
  if (tag === 'und' || tag === '') return '';
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    // A tag that is not well-formed comes from outside; showing it as it is helps more than hiding it.
    return tag;
  }
}

export function holeWords(hole: Hole): string {
  const length = hole.end > hole.start ? ` · ${formatClock(hole.end - hole.start)}` : '';
  if (hole.kind === 'video') return `Only in the captions${length}`;
  return `No times here · ${hole.words} words of your transcript`;
}

export function timeLabel(time: number, rough: boolean): string {
  return rough ? `about ${spokenTime(time)}` : spokenTime(time);
}

/** More matches than this are not told one by one, until the reader has come so far. */
const MOST_COUNTED = 999;

/** "3 of 27"; `current` counts from 0. */
export function matchCount(current: number, count: number): string {
  if (count === 0) return WORDS.noMatches;
  const isUncounted = count > MOST_COUNTED && current < MOST_COUNTED;
  return `${current + 1} of ${isUncounted ? `${MOST_COUNTED}+` : count}`;
}

/** What a find did otherwise than asked; empty when it did as asked. */
export function findSentence({ instead, refusal }: { instead: string | null; refusal: string | null }): string {
  if (refusal) return refusal;
  return instead ? `No exact match. Showing “${instead}”.` : '';
}
