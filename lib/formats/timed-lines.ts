/** Lines that begin with a time: `00:01:02 words`, `[1:02] words`, `00:01:02.480 --> 00:01:04.000 words`, times in brackets on their own. */
import { readEndStamped } from './end-stamped';
import { type PeopleProfile, profileOf, profileOfSample } from './people-profile';
import { readPeople } from './people-reader';
import { areBulletsSpoken, isLabelled, namedStamps, sureness } from './people-shapes';
import type { Guess, Parsed, Shape } from './shape';

export const timedLines: Shape = {
  id: 'timed-lines',
  name: 'Lines with times',
  guess: (text) => guess(profileOfSample(text)),
  parse: (text) => parse(text, profileOf(text)),
};

function guess(profile: PeopleProfile): Guess | null {
  if (endsStamped(profile)) {
    return {
      confidence: sureness(
        profile.tails,
        profile.lines - profile.tails - profile.headings - profile.timedBullets,
        profile,
      ),
      evidence: `${profile.tails} paragraphs that end with \`[time]\``,
    };
  }
  const lines = (areBulletsSpoken(profile) ? profile.timedBullets : profile.timedText) + profile.setTimes;
  if (lines === 0) return null;
  // Names with times make it another shape, in which some paragraphs go without a name.
  const named = namedStamps(profile) + (isLabelled(profile) ? profile.timedLabels * 2 : 0);
  const rivals = lines > named * 4 ? profile.bareTimes + profile.labels : lines * 2;
  const evidence =
    profile.setTimes > profile.timedText ? `${lines} times on lines of their own` : `${lines} lines of \`time words\``;
  return { confidence: sureness(lines, rivals, profile), evidence };
}

function parse(text: string, profile: PeopleProfile): Parsed {
  if (endsStamped(profile)) return readEndStamped(text, profile);
  return readPeople(text, { units: 'stamps', inheritsSpeaker: false, timedNames: true });
}

/** Nothing but contents has its time in front. */
function endsStamped(profile: PeopleProfile): boolean {
  return profile.tails >= 2 && profile.tails > 2 * (profile.timedText + profile.setTimes + namedStamps(profile));
}
