/** A page to lines: what kind of mark each carries, how deep it stands, what is left when the mark is taken off. */
import { type Link, readInline, withoutInvisible } from './inline';
import { withoutProgramMarks } from './program-marks';

export type Mark = 'blank' | 'heading' | 'bullet' | 'quote' | 'plain' | 'rule';

export interface PageLine {
  /** 1-based. */
  readonly number: number;
  readonly mark: Mark;
  /** Columns of white space before it; for headings the level, 1 to 6. */
  readonly depth: number;
  /** Without markup. */
  readonly text: string;
  readonly links: readonly Link[];
  /** The words in bold it begins with, without a closing colon: "Key insight", "Peter (00:06:20)". */
  readonly label: string | null;
  /** The whole line is bold, underlined as a heading, or in capitals: people use that for headings. */
  readonly loud: boolean;
  /** A list mark that is only an emoji: as often an ornament of a heading. */
  readonly emoji: boolean;
}

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:[-*_]\s){2,}[-*_])$/;
const BULLET =
  /^(?:(?:[-*+•‣◦▪▫●○■□◆◇►▶▸➤➜➔→✓✔☑·∙–]|\d{1,3}[.)]|[a-z][.)]|\(\d{1,3}\))\s+(?:\[[ xX]\]\s+)?|[・‣※](?=\S)|\d{1,3}[、．]\s*|[①-⑳]\s*)/;
const NUMBER_EMOJI = /^[0-9#*]\ufe0f?\u20e3\s*/;
const EMOJI =
  /^(?:(?![©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}]\p{Emoji_Modifier}?[\ufe0f\u200d]*){1,8}\s+/u;
const LABEL = /^(?:\*\*|__)(.{1,80}?)(?:\*\*|__)/;
const CAPITALS = /^[\p{Lu}\p{N}\s&/,:'’.!-]{4,60}$/u;
const BUTTON = /^(?:view highlight|view on youtube|link|watch|listen|play|here|jump|▶️?|🔗|⏯️?)$/iu;
/** Longest piece of a line that is looked at for marks; the rest is text whatever it holds. */
const HEAD = 400;

/** `most`: lines beyond are left out. */
export function readLines(page: string, most: number): PageLine[] {
  const raws = page.split(/\r\n|[\n\r\u0085\u2028\u2029]/, most);
  return raws.map((raw, index) => readLine(raw, index + 1, raws[index + 1]));
}

function readLine(raw: string, number: number, next: string | undefined): PageLine {
  const body = withoutProgramMarks(withoutInvisible(raw).trim());
  const depth = indentOf(raw);
  if (body === '' || /^[-*+•]$/.test(body))
    return { number, mark: 'blank', depth, text: '', links: [], label: null, loud: false, emoji: false };
  const head = body.slice(0, HEAD);
  if (RULE.test(head))
    return { number, mark: 'rule', depth, text: '', links: [], label: null, loud: false, emoji: false };
  // Outliners write their headings as entries of a list.
  const heading = HEADING.exec(body.length <= HEAD ? body.replace(/^[-*]\s+(?=#{1,6}\s)/, '') : '');
  if (heading) return { ...words(heading[2] ?? '', number, 'heading', heading[1]?.length ?? 1), loud: true };
  if (head.startsWith('>') && !head.startsWith('>>'))
    return words(body.replace(/^(?:>\s?)+/, ''), number, 'quote', depth);
  const rest = withoutBullet(body);
  if (rest) return { ...words(rest.text, number, 'bullet', depth), emoji: rest.emoji };
  const line = words(body, number, 'plain', depth);
  return isUnderline(next) && line.text.length <= 80 && !/[.!?]$/.test(line.text)
    ? { ...line, mark: 'heading', depth: 2, loud: true }
    : line;
}

/** A line of a callout without the mark of quotation: an entry of a list, a sentence, or nothing. */
export function innerLine(line: PageLine): PageLine {
  if (line.text === '') return { ...line, mark: 'blank' };
  const rest = withoutBullet(line.text);
  return rest ? { ...line, mark: 'bullet', text: rest.text } : { ...line, mark: 'plain' };
}

function words(body: string, number: number, mark: Mark, depth: number): PageLine {
  const inline = readInline(body);
  const { links } = inline;
  const text = withoutButton(inline.text, links);
  const label = LABEL.exec(body.slice(0, HEAD));
  const inner = label ? readInline(label[1] ?? '').text : null;
  const bold = inner !== null && squash(inner) === squash(text);
  const loud = bold || (CAPITALS.test(text) && /\p{Lu}{2}/u.test(text));
  return {
    number,
    mark,
    depth,
    text,
    links,
    emoji: false,
    label: bold ? null : (inner?.replace(/\s*:$/, '') ?? null),
    loud,
  };
}

/** "… (View Highlight)": a link that only leads back to the words. */
function withoutButton(text: string, links: readonly Link[]): string {
  const label = links[links.length - 1]?.label ?? '';
  if (!BUTTON.test(label)) return text;
  for (const shown of [`(${label})`, label]) if (text.endsWith(shown)) return text.slice(0, -shown.length).trimEnd();
  return text;
}

function squash(text: string): string {
  return text.replace(/[:\s]+$/, '');
}

/** The text behind a bullet, a number or an emoji that stands for one; null when there is none. */
function withoutBullet(body: string): { text: string; emoji: boolean } | null {
  const head = body.slice(0, HEAD);
  const found = BULLET.exec(head) ?? NUMBER_EMOJI.exec(head);
  const rest = found ? body.slice(found[0].length) : body;
  const emoji = EMOJI.exec(rest.slice(0, HEAD));
  if (!found && !emoji) return null;
  const text = emoji ? rest.slice(emoji[0].length) : rest;
  return { text: found ? text.replace(/^(?:TODO|DONE|LATER|NOW|DOING|WAITING)\s+(?=\S)/, '') : text, emoji: !found };
}

function indentOf(raw: string): number {
  let depth = 0;
  for (const character of raw) {
    if (character === '\t') depth += 4;
    else if (character === ' ' || character === '\u00a0' || character === '\u3000') depth += 1;
    else break;
  }
  return depth;
}

function isUnderline(next: string | undefined): boolean {
  return next !== undefined && next.length <= HEAD && /^\s*(?:={3,}|-{3,})\s*$/.test(next);
}
