/** A line `Name  0:31`, or `0:31 - Name`, above the words, as Otter, Teams and Meet write it. */
import { type PeopleProfile, profileOfSample } from './people-profile';
import { readPeople } from './people-reader';
import { namedStamps, speakersOf, sureness } from './people-shapes';
import type { Guess, Shape } from './shape';

export const nameHeadings: Shape = {
  id: 'name-headings',
  name: 'Names with times above the words',
  guess: (text) => guess(profileOfSample(text)),
  parse: (text) => readPeople(text, { units: 'stamps', inheritsSpeaker: true, timedNames: true }),
};

function guess(profile: PeopleProfile): Guess | null {
  const headings = profile.headingStamps + profile.timedNames;
  if (headings === 0) return null;
  const rivals = namedStamps(profile) - headings + Math.max(0, profile.timedText - profile.timedNames - headings);
  return {
    confidence: sureness(headings, rivals, profile),
    evidence: `${headings} lines of \`Name  time\`${speakersOf(profile)}`,
  };
}
