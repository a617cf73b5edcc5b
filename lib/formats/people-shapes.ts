/** What the shapes of people's text share when they say how sure they are. */
import type { PeopleProfile } from './people-profile';
import { SLOWEST_SPEECH } from './rough-words';

/** Names that have a time of their own, however set. */
export function namedStamps(profile: PeopleProfile): number {
  return profile.colonStamps + profile.bracketStamps + profile.headingStamps + profile.timedNames;
}

/**
 * 0 to 1 from the number of units that speak for a shape and of those that speak for another. One unit could be an
 * accident, ten in order are not. Times that jump about, or stand far apart with a few words each, are no speech.
 */
export function sureness(units: number, rivals: number, profile: PeopleProfile): number {
  if (units <= 0) return 0;
  const weight = units / (units + 1.2);
  const share = units / (units + Math.max(0, rivals));
  const order = profile.ordered >= 0.9 ? 1 : profile.ordered;
  return Math.round(100 * Math.min(0.98, weight * 1.06) * share ** 0.5 * order) / 100;
}

/** `and 3 speakers`, or nothing. */
export function speakersOf({ speakers }: PeopleProfile): string {
  return speakers.size === 1 ? ', one speaker' : `, ${speakers.size} speakers`;
}

/** Most timed lines name their speaker; a name here and there does not make turns of lines. */
export function isLabelled({ timedLabels, timedText }: PeopleProfile): boolean {
  return timedLabels * 2 >= timedText;
}

/** Some write every line of the words as an item of a list; a list of contents has far fewer words for its time. */
export function areBulletsSpoken({ timedText, timedBullets, lines, wordsPerSecond }: PeopleProfile): boolean {
  return timedText === 0 && timedBullets >= 4 && timedBullets * 4 >= lines * 3 && wordsPerSecond >= SLOWEST_SPEECH * 2;
}
