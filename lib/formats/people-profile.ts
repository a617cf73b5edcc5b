/** Counts what a document's lines are made of; every shape of people's text is told from these numbers. */

import { withoutLineNumbers } from './line-numbers';
import { Profiler } from './people-profiler';
import { unfoldTimes } from './unfold-times';

export interface PeopleProfile {
  /** Lines that are not blank. */
  readonly lines: number;
  readonly characters: number;
  /** Lines `time words`, bulleted ones not counted. */
  readonly timedText: number;
  /** List items and headings with a time: contents, chapters or show notes. */
  readonly timedBullets: number;
  /** Lines that hold a time and nothing else; bare ones, and ones in brackets or with an end. */
  readonly bareTimes: number;
  readonly setTimes: number;
  /** Lines `time - Name`, the words below. */
  readonly timedNames: number;
  /** `Name: time`, `Name (time)` and `Name  time`, by how they are written. */
  readonly colonStamps: number;
  readonly bracketStamps: number;
  readonly headingStamps: number;
  /** `Name:` of an accepted speaker, without a time. */
  readonly labels: number;
  readonly boldLabels: number;
  /** `time Name:` of an accepted speaker. */
  readonly timedLabels: number;
  /** Different speakers among labels of all kinds. */
  readonly speakers: ReadonlySet<string>;
  /** Speakers whose names stand on lines of their own, without colon or time. Empty in nearly all documents. */
  readonly nameLines: ReadonlySet<string>;
  /** Paragraphs that end with a time in brackets. */
  readonly tails: number;
  /** The first of those times is 0: they stand for beginnings. */
  readonly tailsFromZero: boolean;
  readonly bullets: number;
  readonly headings: number;
  /** Lines with Markdown in them: bold marks, links, headings. */
  readonly marked: number;
  /** Share of stamps that are not earlier than the one before. */
  readonly ordered: number;
  /** Stamps that no name stands at, and how many of them are followed by far fewer words than are spoken until the next. */
  readonly gaps: number;
  readonly sparseGaps: number;
  /** Words after stamps for each second between the first and the last; 0 where it cannot be told. */
  readonly wordsPerSecond: number;
  /** Milliseconds from the first stamp to the last. */
  readonly span: number;
}

/** Enough to tell a shape; a shape that begins later is none. */
const SAMPLE = 200_000;

let latestSample: { readonly text: string; readonly profile: PeopleProfile } | null = null;

/** The profile of the text's beginning, its swallowed line ends put back. */
export function profileOfSample(text: string): PeopleProfile {
  if (latestSample?.text === text) return latestSample.profile;
  const profile = profileOf(withoutLineNumbers(unfoldTimes(text.length > SAMPLE ? text.slice(0, SAMPLE) : text)));
  latestSample = { text, profile };
  return profile;
}

/** One entry: detection asks every shape about one and the same text. */
let latest: { readonly text: string; readonly profile: PeopleProfile } | null = null;

export function forgetProfile(): void {
  latest = null;
  latestSample = null;
}

export function profileOf(text: string): PeopleProfile {
  if (latest?.text === text) return latest.profile;
  const profile = new Profiler(text).run();
  latest = { text, profile };
  return profile;
}
