/**
 * The text of a WebVTT cue, by the rules of https://www.w3.org/TR/webvtt1/#webvtt-cue-text-parsing-rules: the tokenizer
 * and the tree. Where the standard hands over to HTML for character references, `decodeEntities` stands in with its smaller
 * table of names.
 */
import { decodeEntities } from './entities';
import { readStandardTime } from './webvtt-time';

export type CueToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'start'; readonly name: string; readonly classes: readonly string[]; readonly annotation: string }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'time'; readonly time: number };

/** Elements of the tree by their names in the cue text; `rt` lives inside `ruby` only. */
export type CueElementName = 'c' | 'i' | 'b' | 'u' | 'ruby' | 'rt' | 'v' | 'lang';

export interface CueElement {
  readonly kind: 'element';
  readonly name: CueElementName;
  readonly classes: readonly string[];
  /** The voice of `v`, the language of `lang`; empty for the others. */
  readonly annotation: string;
  readonly children: CueNode[];
}

export type CueNode =
  | CueElement
  | { readonly kind: 'text'; readonly text: string }
  /** Milliseconds. */
  | { readonly kind: 'time'; readonly time: number };

function isTagSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 12;
}

/** All tokens in order. An unclosed tag reaches to the end of the text and counts as closed there. */
export function tokenizeCueText(text: string): CueToken[] {
  const tokens: CueToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) !== 60) {
      const end = text.indexOf('<', at);
      const to = end < 0 ? text.length : end;
      tokens.push({ kind: 'text', text: decodeEntities(text.slice(at, to), { bare: true }) });
      at = to;
      continue;
    }
    const end = text.indexOf('>', at + 1);
    const to = end < 0 ? text.length : end;
    const token = readTag(text, at + 1, to);
    if (token !== null) tokens.push(token);
    at = to + 1;
  }
  return tokens;
}

/** The inside of a tag. Null for a time tag whose time is wrong. */
function readTag(text: string, from: number, to: number): CueToken | null {
  const first = text.charCodeAt(from);
  if (from < to && first === 47) return { kind: 'end', name: text.slice(from + 1, to) };
  if (from < to && first >= 48 && first <= 57) {
    const time = readStandardTime(text, from, to);
    return time !== null && time.end === to ? { kind: 'time', time: time.time } : null;
  }
  let at = from;
  while (at < to && !isTagSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== 46) at++;
  const name = text.slice(from, at);
  const classesFrom = at;
  while (at < to && !isTagSpace(text.charCodeAt(at))) at++;
  const classes = text
    .slice(classesFrom, at)
    .split('.')
    .filter((name) => name !== '');
  return { kind: 'start', name, classes, annotation: foldAnnotation(text.slice(at, to)) };
}

/** References decoded, trimmed, white space folded to single spaces. */
export function foldAnnotation(text: string): string {
  const decoded = decodeEntities(text, { bare: true });
  let folded = '';
  let isGap = false;
  let from = 0;
  for (let at = 0; at <= decoded.length; at++) {
    const isEnd = at === decoded.length || isTagSpace(decoded.charCodeAt(at));
    if (!isEnd) {
      if (isGap) from = at;
      isGap = false;
    } else if (!isGap) {
      if (at > from) folded += (folded === '' ? '' : ' ') + decoded.slice(from, at);
      isGap = true;
    }
  }
  return folded;
}

const ELEMENTS: ReadonlySet<string> = new Set<CueElementName>(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang']);

function isElementName(name: string): name is CueElementName {
  return ELEMENTS.has(name);
}

/** The tree the standard builds. As deep as the text nests its tags: walk it without recursion. */
export function parseCueText(text: string): CueNode[] {
  const roots: CueNode[] = [];
  const open: CueElement[] = [];
  for (const token of tokenizeCueText(text)) {
    const current = open[open.length - 1];
    const siblings = current === undefined ? roots : current.children;
    if (token.kind === 'start') {
      if (!isElementName(token.name) || (token.name === 'rt' && current?.name !== 'ruby')) continue;
      const annotation = token.name === 'v' || token.name === 'lang' ? token.annotation : '';
      const element: CueElement = {
        kind: 'element',
        name: token.name,
        classes: token.classes,
        annotation,
        children: [],
      };
      siblings.push(element);
      open.push(element);
    } else if (token.kind !== 'end') siblings.push(token);
    else if (current !== undefined && token.name === current.name) open.pop();
    else if (current?.name === 'rt' && token.name === 'ruby') open.splice(-2);
  }
  return roots;
}
