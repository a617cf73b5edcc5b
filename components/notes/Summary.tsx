import type { JSX } from 'preact';
import { formatClock } from '@/lib/transcript/format-time';
import { OUTLINE_WORDS } from './words';

/** A summary written by the browser's own model. Each sentence is looked for in the episode like any other note. */
export type MadeSummary =
  | { readonly state: 'offered' | 'working' | 'failed' }
  | {
      readonly state: 'ready';
      readonly sentences: readonly {
        readonly text: string;
        /** Milliseconds; null where nothing like it is said. */
        readonly start: number | null;
      }[];
    };

interface Props {
  readonly summary: MadeSummary;
  readonly onSeek: (time: number) => void;
  readonly onSummarise: () => void;
}

export function Summary({ summary, onSeek, onSummarise }: Props): JSX.Element {
  return (
    <section class="outline-part">
      <h3 class="outline-heading">{OUTLINE_WORDS.summary}</h3>
      {summary.state === 'offered' && (
        <button type="button" class="button" onClick={onSummarise}>
          {OUTLINE_WORDS.summarise}
        </button>
      )}
      <p class="small" role="status">
        {summary.state === 'working' && OUTLINE_WORDS.summaryWorking}
        {summary.state === 'failed' && OUTLINE_WORDS.summaryFailed}
        {summary.state === 'ready' && OUTLINE_WORDS.summaryMade}
      </p>
      {summary.state === 'ready' && (
        <ul class="summary">
          {summary.sentences.map(({ text, start }) => (
            <li key={text}>
              {text}{' '}
              {start === null ? (
                <span class="summary-missing">({OUTLINE_WORDS.notFound})</span>
              ) : (
                <button type="button" class="quiet" onClick={() => onSeek(start)}>
                  {formatClock(start)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
