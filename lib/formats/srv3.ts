import type { Guess, Shape } from './shape';
import { readYouTubeXml, xmlHead } from './youtube-xml';

function guess(text: string): Guess | null {
  const head = xmlHead(text);
  if (!head.includes('<timedtext') || !head.includes('<p ')) return null;
  const isNamed = head.includes('format="3"') || head.includes("format='3'");
  return { confidence: isNamed ? 0.99 : 0.9, evidence: 'YouTube’s `timedtext` of format 3' };
}

/** Answers with `fmt=srv3`, and the `.ytt` files of caption editors. */
export const srv3: Shape = {
  id: 'srv3',
  name: 'YouTube captions (srv3)',
  guess,
  parse: (text) => readYouTubeXml(text),
};
