import type { Guess, Shape } from './shape';
import { readYouTubeXml, xmlHead } from './youtube-xml';

function guess(text: string): Guess | null {
  const head = xmlHead(text);
  if (!head.includes('<transcript') || !head.includes('<text ')) return null;
  const isTimed = head.includes(' start="') || head.includes(" start='");
  return isTimed ? { confidence: 0.98, evidence: 'YouTube’s `transcript` with `<text start=… dur=…>`' } : null;
}

/** Answers with `fmt=srv1`, which is also what comes when no format is asked for. */
export const srv1: Shape = {
  id: 'srv1',
  name: 'YouTube captions (srv1)',
  guess,
  parse: (text) => readYouTubeXml(text),
};
