import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ComparedPage, ComparedParagraph } from '@/lib/import/compare-paragraphs';
import type { ImportActions } from '@/lib/sidebar/imports';
import { formatClock } from '@/lib/transcript/format-time';
import { Sheet } from '../sidebar/Sheet';
import { IMPORT_WORDS, troubleWords } from './words';

interface Props {
  readonly mergedId: string;
  readonly imports: ImportActions;
  readonly onGoTo: (word: number) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Paragraph by paragraph, where the captions heard something else. */
export function CompareSheet({ mergedId, imports, onGoTo, onBack, onClose }: Props): JSX.Element {
  const [paragraphs, setParagraphs] = useState<readonly ComparedParagraph[]>([]);
  const [next, setNext] = useState<number | null>(0);
  const [state, setState] = useState<'loading' | 'ready' | string>('loading');
  const load = (from: number) => {
    setState('loading');
    imports.compare(mergedId, from).then((answer) => {
      if (!answer.ok) return setState(troubleWords(answer.error.code));
      const page: ComparedPage = answer.value;
      setParagraphs((before) => (from === 0 ? page.paragraphs : [...before, ...page.paragraphs]));
      setNext(page.next);
      setState('ready');
    });
  };
  useEffect(() => load(0), [mergedId]);
  return (
    <Sheet title={IMPORT_WORDS.compare} onClose={onClose} onBack={onBack}>
      <div class="compare">
        {paragraphs.length > 0 && (
          <p class="small legend">
            <ins>{IMPORT_WORDS.yourWords}</ins> <del>{IMPORT_WORDS.theirWords}</del>
          </p>
        )}
        {paragraphs.map((each) => (
          <Paragraph key={each.firstWord} paragraph={each} onGoTo={onGoTo} />
        ))}
        <p class="small" role="status">
          {state === 'loading' && IMPORT_WORDS.comparing}
          {state === 'ready' && paragraphs.length === 0 && IMPORT_WORDS.nothingDiffers}
          {state !== 'loading' && state !== 'ready' && state}
        </p>
        {state === 'ready' && next !== null && (
          <button type="button" class="button" onClick={() => load(next)}>
            {IMPORT_WORDS.more}
          </button>
        )}
      </div>
    </Sheet>
  );
}

function Paragraph({
  paragraph: { firstWord, time, pieces },
  onGoTo,
}: {
  readonly paragraph: ComparedParagraph;
  readonly onGoTo: (word: number) => void;
}): JSX.Element {
  const clock = time === null ? '–' : formatClock(time);
  return (
    <div class="compared">
      <button type="button" class="at" aria-label={IMPORT_WORDS.goThere(clock)} onClick={() => onGoTo(firstWord)}>
        {clock}
      </button>
      <p>
        {pieces.map((piece, index) =>
          piece.heard === null ? (
            `${piece.text} `
          ) : (
            <span key={index}>
              {piece.text && <ins>{piece.text}</ins>}{' '}
              {piece.heard ? <del>{piece.heard}</del> : <del class="nothing">{IMPORT_WORDS.heardNothing}</del>}{' '}
            </span>
          ),
        )}
      </p>
    </div>
  );
}
