import type { Guess, Shape } from './shape';
import { readYouTubeXml, xmlHead } from './youtube-xml';

function guess(text: string): Guess | null {
  const head = xmlHead(text);
  if (!head.includes('<timedtext') || !head.includes('<text ') || head.includes('<p ')) return null;
  return { confidence: 0.97, evidence: 'YouTube’s `timedtext` with `<text t=… d=…>`' };
}

/** Answers with `fmt=srv2`. */
export const srv2: Shape = {
  id: 'srv2',
  name: 'YouTube captions (srv2)',
  guess,
  parse: (text) => readYouTubeXml(text),
};
