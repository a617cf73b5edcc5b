/** Reads a spoken script: who says what, and where chapters begin. */

export interface SpokenTurn {
  /** Index into `Script.speakers`. */
  readonly speaker: number;
  readonly text: string;
}

export interface ScriptChapter {
  readonly title: string;
  /** The turn that opens the chapter. */
  readonly firstTurn: number;
}

export interface Script {
  readonly title: string;
  readonly channel: string;
  /** Full names, in order of the `@speaker` lines. */
  readonly speakers: readonly string[];
  readonly turns: readonly SpokenTurn[];
  readonly chapters: readonly ScriptChapter[];
}

/** Lines are `@title …`, `@channel …`, `@speaker KEY Full Name`, `@chapter …` or `KEY: what is said`. Throws on others. */
export function parseScript(source: string): Script {
  const keys: string[] = [];
  const speakers: string[] = [];
  const turns: SpokenTurn[] = [];
  const chapters: ScriptChapter[] = [];
  let title = '';
  let channel = '';
  for (const line of source.split('\n')) {
    if (line.trim() === '') continue;
    const directive = /^@(\w+) (.+)$/.exec(line);
    const value = directive?.[2] ?? '';
    if (directive?.[1] === 'title') title = value;
    else if (directive?.[1] === 'channel') channel = value;
    else if (directive?.[1] === 'chapter') chapters.push({ title: value, firstTurn: turns.length });
    else if (directive?.[1] === 'speaker') {
      keys.push(value.slice(0, value.indexOf(' ')));
      speakers.push(value.slice(value.indexOf(' ') + 1));
    } else {
      const colon = line.indexOf(': ');
      const speaker = keys.indexOf(line.slice(0, colon));
      if (speaker < 0) throw new Error(`No such speaker in the script: ${line.slice(0, 40)}`);
      turns.push({ speaker, text: line.slice(colon + 2) });
    }
  }
  return { title, channel, speakers, turns, chapters };
}

/** White-space separated tokens with their places: the words as captions write them, punctuation attached. */
export function tokensOf(text: string): { text: string; at: number }[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], at: match.index }));
}
