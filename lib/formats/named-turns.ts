/** Turns that begin with a name and no time: `NAME: words`, `**Name:** words`, initials, `Q:` and `A:`. */
import { type PeopleProfile, profileOfSample } from './people-profile';
import { readPeople } from './people-reader';
import { namedStamps, speakersOf, sureness } from './people-shapes';
import type { Guess, Shape } from './shape';

export const namedTurns: Shape = {
  id: 'named-turns',
  name: 'Turns with names',
  guess: (text) => guess(profileOfSample(text)),
  parse: (text) => readPeople(text, { units: 'names', inheritsSpeaker: true, timedNames: false }),
};

function guess(profile: PeopleProfile): Guess | null {
  const { labels, speakers } = profile;
  if (labels === 0) return null;
  // One label all over is a form's field or the question of a summary.
  if (speakers.size === 1 && profile.boldLabels < 2)
    return { confidence: 0.2, evidence: `${labels} turns of one name` };
  const rivals = namedStamps(profile) >= labels ? namedStamps(profile) * 2 : 0;
  const tails = profile.tails * 2 >= labels ? profile.tails : 0;
  const others = profile.timedText + profile.timedLabels;
  return {
    confidence: sureness(labels, rivals + tails + (others > labels ? others * 2 : 0), { ...profile, ordered: 1 }),
    evidence: `${labels} turns of \`Name:\`${speakersOf(profile)}`,
  };
}
