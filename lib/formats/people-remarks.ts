/** Lines of a person's text that nobody said. */
import type { PeopleLine } from './people-line';

/** What programs write into transcripts. */
const NOT_SPOKEN = [
  /^.{1,80} (?:started|stopped) transcription$/,
  /^Transcribed by (?:https?:\/\/)?otter/i,
  /^(?:Meeting|Transcription|Recording) (?:ended|stopped|started)(?: after)?\b.{0,40}$/,
  /^This editable transcript was computer generated/,
  /^This transcript was (?:auto-?generated|generated automatically)\b/i,
  /^Sonix is the world['’]s most advanced/,
  /^Transcri(?:bed|pt(?:ion)?) (?:by|from) (?:https?:\/\/)?(?:www\.)?\w+\.(?:ai|com|io)\b.{0,20}$/i,
  /^(?:Copyright )?(?:©|\(c\)) ?\d{4}\b/i,
  /^(?:whisper|output|ggml)_[a-z_]{2,40}: /,
  /^(?:system_info|main): /,
  /^Detect(?:ing|ed) language\b/,
];

/** Characters looked at; the endings above are of shorter lines. */
const LONGEST = 160;

export function isNotSpoken(text: string, { from, to }: PeopleLine): boolean {
  const line = text.slice(from, Math.min(to, from + LONGEST));
  return NOT_SPOKEN.some((pattern) => pattern.test(line));
}

/** `---`, `***`, `===`: a line drawn across the page. */
export function isRule(text: string, { from, to }: PeopleLine): boolean {
  const char = text.charAt(from);
  if (to - from < 3 || !'-*_=~—–'.includes(char)) return false;
  for (let at = from; at < to; at++) if (text.charAt(at) !== char && text.charAt(at) !== ' ') return false;
  return true;
}

/** A sentence, not a header line: several words and an end mark. */
export function looksSpoken(text: string, { from, to }: PeopleLine): boolean {
  if (text.charAt(from) === '#' || to - from < 30) return false;
  return /[.!?…。？！"”’)\]]$/.test(text.slice(to - 1, to)) && text.slice(from, Math.min(to, from + 60)).includes(' ');
}
