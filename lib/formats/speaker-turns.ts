/** Turns with name, colon and time on one line: `Speaker 1:  00:01:35  words`, `[00:01:35] Name: words`. */
import { type PeopleProfile, profileOfSample } from './people-profile';
import { readPeople } from './people-reader';
import { isLabelled, namedStamps, speakersOf, sureness } from './people-shapes';
import type { Guess, Shape } from './shape';

export const speakerTurns: Shape = {
  id: 'speaker-turns',
  name: 'Turns with speaker and time',
  guess: (text) => guess(profileOfSample(text)),
  parse: (text) => readPeople(text, { units: 'stamps', inheritsSpeaker: true, timedNames: false }),
};

function guess(profile: PeopleProfile): Guess | null {
  const turns = profile.colonStamps + (isLabelled(profile) ? profile.timedLabels : 0);
  if (turns === 0) return null;
  const rivals = namedStamps(profile) - profile.colonStamps + Math.max(0, profile.labels - turns);
  const form = profile.timedLabels > profile.colonStamps ? 'time Name:' : 'Name: time';
  return {
    confidence: sureness(turns, rivals, profile),
    evidence: `${turns} turns of \`${form}\`${speakersOf(profile)}`,
  };
}
