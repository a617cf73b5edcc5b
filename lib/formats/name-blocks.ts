/** Blocks that begin with a name and its time in brackets: `Name (00:01:02)`, words on the same line or below. */
import { type PeopleProfile, profileOfSample } from './people-profile';
import { readPeople } from './people-reader';
import { namedStamps, speakersOf, sureness } from './people-shapes';
import type { Guess, Shape } from './shape';

export const nameBlocks: Shape = {
  id: 'name-blocks',
  name: 'Names with times in brackets',
  guess: (text) => guess(profileOfSample(text)),
  parse: (text) => readPeople(text, { units: 'stamps', inheritsSpeaker: true, timedNames: false }),
};

function guess(profile: PeopleProfile): Guess | null {
  const blocks = profile.bracketStamps;
  if (blocks === 0) return null;
  const rivals = namedStamps(profile) - blocks + Math.max(0, profile.labels - blocks);
  return {
    confidence: sureness(blocks, rivals, profile),
    evidence: `${blocks} blocks of \`Name (time)\`${speakersOf(profile)}`,
  };
}
