import type { SnippetMark } from '@/lib/library/query/cut-snippet';

interface Props {
  readonly text: string;
  /** In order, not overlapping. */
  readonly marks: readonly SnippetMark[];
  readonly cutBefore?: boolean;
  readonly cutAfter?: boolean;
}

/** A text with its matches marked. */
export function MarkedText({ text, marks, cutBefore = false, cutAfter = false }: Props) {
  let at = 0;
  const pieces = marks.map(({ from, to }) => {
    const before = text.slice(at, from);
    at = to;
    return { before, match: text.slice(from, to), from };
  });
  return (
    <bdi dir="auto">
      {cutBefore && '…'}
      {pieces.map(({ before, match, from }) => [before, <mark key={from}>{match}</mark>])}
      {text.slice(at)}
      {cutAfter && '…'}
    </bdi>
  );
}
