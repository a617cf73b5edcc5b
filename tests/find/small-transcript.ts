import type { Transcript } from '@/lib/transcript/types';

/** The part of a transcript that finding looks at. Paragraphs are divided by line ends; words are what white space divides. */
export function smallTranscript(text: string): Pick<Transcript, 'text' | 'words'> {
  const found = [...text.matchAll(/\S+/g)];
  const offset = Uint32Array.from(found, (match) => match.index);
  const length = Uint32Array.from(found, (match) => match[0].length);
  const start = Uint32Array.from(found, (_, i) => i * 400);
  return {
    text,
    words: { offset, length, start, end: start.map((time) => time + 300), state: new Uint8Array(found.length) },
  };
}
