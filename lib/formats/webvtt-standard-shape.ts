import { tidyText } from './clean-text';
import { isTooLarge, refusedAsTooLarge } from './limits';
import { Problems } from './problems';
import type { Parsed, Shape } from './shape';
import { isTime } from './times';
import { type CueNode, parseCueText } from './webvtt-cue-text';
import { parseWebVttStandard } from './webvtt-standard';

/** Cues as a browser has them, in its order, the end before the start where the file says so. */
function parse(text: string): Parsed {
  if (isTooLarge(text)) return refusedAsTooLarge();
  const problems = new Problems();
  const { isWebVtt, cues } = parseWebVttStandard(text);
  if (!isWebVtt) problems.add('signature-missing', 1, 'The first line is not WEBVTT, so a browser reads nothing.');
  const told = cues
    .filter((cue) => isTime(cue.start) && isTime(cue.end))
    .map((cue) => ({ start: cue.start, end: cue.end, text: tidyText(textOf(parseCueText(cue.text))) }));
  if (told.length < cues.length) problems.add('time-impossible', null, 'Captions beyond 100 hours were left out.');
  return { language: null, timing: told.length === 0 ? 'none' : 'cue', cues: told, problems: problems.list() };
}

/** All text below, in order; with a stack of its own since hostile cues nest deeper than calls can. */
export function textOf(nodes: readonly CueNode[]): string {
  const parts: string[] = [];
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'text') parts.push(node.text);
    else if (node.kind === 'element')
      for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as CueNode);
  }
  return parts.join('');
}

/** Chosen by name only, for comparing with browsers: what is not to the letter of the standard is lost. */
export const webvttStandard: Shape = {
  id: 'webvtt-standard',
  name: 'WebVTT, to the letter of the standard',
  guess: () => null,
  parse,
};
