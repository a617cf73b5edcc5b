import type { JSX } from 'preact';
import type { SummarySentence } from '@/lib/notes/machine-summary';
import { formatClock } from '@/lib/transcript/format-time';
import { goWords, OUTLINE_WORDS } from './words';

/** A summary written by the browser's own model. Each sentence is looked for in the episode like any other note. */
export type MadeSummary =
  | { readonly state: 'offered' | 'failed' }
  /** Stretches of the episode that are summed up. */
  | { readonly state: 'working'; readonly done: number; readonly of: number }
  | { readonly state: 'ready'; readonly sentences: readonly SummarySentence[] };

interface Props {
  readonly summary: MadeSummary;
  readonly onGo: (time: number | null, firstWord: number) => void;
  readonly onSummarise: () => void;
}

export function Summary({ summary, onGo, onSummarise }: Props): JSX.Element {
  return (
    <section class="outline-part">
      <h3 class="outline-heading">{OUTLINE_WORDS.summary}</h3>
      <p class="small" role="status">
        {summary.state === 'working' && OUTLINE_WORDS.summaryWorking(summary.done, summary.of)}
        {summary.state === 'failed' && OUTLINE_WORDS.summaryFailed}
        {summary.state === 'ready' && OUTLINE_WORDS.summaryMade}
        {summary.state === 'offered' && OUTLINE_WORDS.summaryOffered}
      </p>
      {(summary.state === 'offered' || summary.state === 'failed') && (
        <button type="button" class="button" onClick={onSummarise}>
          {OUTLINE_WORDS.summarise}
        </button>
      )}
      {summary.state === 'ready' && (
        <ul class="summary">
          {summary.sentences.map((sentence) => (
            <li key={sentence.text}>
              {sentence.text} <Where sentence={sentence} onGo={onGo} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Only words that are spoken are a sure place; of the rest the time says "about". */
function Where({ sentence, onGo }: Pick<Props, 'onGo'> & { readonly sentence: SummarySentence }): JSX.Element {
  const { start, firstWord, isSure } = sentence;
  if (firstWord === null) return <span class="summary-missing">({OUTLINE_WORDS.notFound})</span>;
  return (
    <button type="button" class="quiet" aria-label={goWords(start, !isSure)} onClick={() => onGo(start, firstWord)}>
      {start === null ? OUTLINE_WORDS.toTheWords : `${isSure ? '' : '≈ '}${formatClock(start)}`}
    </button>
  );
}
