/** Hours of generated talk: grammatical, varied enough to search, timed word by word, never recorded. */
import { type Random, randomFrom } from './random';
import type { TruthWord } from './speech';

const people =
  'the keeper,the pilot,my grandmother,the harbour master,a young engineer,the surveyor,the cook,our neighbour,the boat builder,a visiting painter,the chart maker,the archivist,the schoolteacher,the diver'.split(
    ',',
  );
const things =
  'the lamp,the old chart,a brass bell,the breakwater,the tide gauge,the signal mast,the north channel,a coil of rope,the winter log,the fog horn,the eel trap,the spare lens,the sea wall,a crate of oranges,the weather glass,the lower sluice,the iron stair,the second anchor'.split(
    ',',
  );
const acts =
  'repaired,measured,painted,forgot,described,carried,sold,lost,hid,admired,inherited,counted,drew,borrowed,mistrusted,polished,rebuilt'.split(
    ',',
  );
const places =
  'on the island,below the cliff,in the reading room,at slack water,behind the chapel,along the quay,near the ferry steps,in the dry dock,at the edge of the sandbank,under the stairs,in the pilot house'.split(
    ',',
  );
const times =
  'that spring,in the hard winter,before the railway came,every second Sunday,during the great storm,just after sunrise,for eleven years,on the longest night,while the paint was wet,a week too late'.split(
    ',',
  );
const openings =
  'And then,But,So,You see,As far as we know,Curiously,To be fair,I am told that,In the end,Oddly enough,Of course,By that time'.split(
    ',',
  );
const questions = [
  'What happened to {thing} after that?',
  'Do we know who {act} it?',
  'How many were there, roughly?',
  'Was that before or after {person} left?',
  'Could you say that again, more slowly?',
  'And nobody wrote it down?',
  'Is it still {place}?',
];
const statements = [
  '{opening} {person} {act} {thing} {place}, and nobody asked why.',
  '{person} {act} {thing} {time}.',
  'There were {number} of them {place}, and only {number} were ever found.',
  '{opening} {thing} was moved {time}, which explains the marks on the floor.',
  'I think {person} knew that {thing} would not last, because {person} had said so {time}.',
  'It cost {number} pounds, which was more than {person} earned in a year.',
  'If you stand {place} you can still see where {thing} used to be.',
  'The tide does not wait, and neither did {person}.',
  '{opening} the number was wrong, it was not {number} but {number}, and that changes the whole story.',
  'My favourite part is that {thing} was never lost at all, it was {place} the whole time.',
  'They called it differential pressure, but all it means is that water wants to be level.',
  'What I admire is the patience: {person} {act} {thing} {time}, and then did it all again.',
  'Nobody had told {person}, so {thing} stayed {place} until {number} people had {act} it.',
];

export interface Talk {
  readonly words: readonly TruthWord[];
  readonly chapters: readonly { start: number; title: string }[];
}

/** `durationMs` of two people talking, with a chapter about every `chapterMs`. The same for the same seed. */
export function longTalk(seed: number, durationMs: number, chapterMs: number): Talk {
  const random = randomFrom(seed);
  const words: TruthWord[] = [];
  const chapters: { start: number; title: string }[] = [];
  let time = 400;
  let speaker = 0;
  while (time < durationMs - 9000) {
    const due = Math.floor(time / chapterMs);
    if (due >= chapters.length)
      chapters.push({ start: due === 0 ? 0 : Math.floor(time / 1000) * 1000, title: chapterTitle(random) });
    const sentences =
      speaker === 0
        ? [random.pick(questions)]
        : Array.from({ length: 3 + random.below(6) }, () => random.pick(statements));
    for (const sentence of sentences) time = say(words, filled(sentence, random), speaker, time, random);
    speaker = 1 - speaker;
    time += 200 + random.below(900);
  }
  return { words, chapters };
}

function say(words: TruthWord[], sentence: string, speaker: number, from: number, random: Random): number {
  let time = from;
  for (const text of sentence.split(' ')) {
    const length = 95 + text.length * 44 + random.below(60);
    words.push({ text, start: time, end: time + length, speaker, given: true });
    time += length + (/[.?]$/.test(text) ? 260 + random.below(300) : text.endsWith(',') ? 120 : 8);
  }
  return time;
}

function filled(sentence: string, random: Random): string {
  const text = sentence
    .replaceAll('{person}', () => random.pick(people))
    .replaceAll('{thing}', () => random.pick(things))
    .replaceAll('{act}', () => random.pick(acts))
    .replaceAll('{place}', () => random.pick(places))
    .replaceAll('{time}', () => random.pick(times))
    .replaceAll('{opening}', () => random.pick(openings))
    .replaceAll('{number}', () => String(2 + random.below(400)));
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function chapterTitle(random: Random): string {
  const thing = random.pick(things).replace(/^(the|a) /, '');
  return `${thing.slice(0, 1).toUpperCase()}${thing.slice(1)} ${random.pick(places)}`;
}
