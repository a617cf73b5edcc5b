import type { JSX } from 'preact';
import { formatClock, spokenTime } from '@/lib/transcript/format-time';
import { lastAtMost } from '@/lib/transcript/lookup';
import type { Chapter } from '@/lib/transcript/types';
import { WORDS } from '../shared/words';

interface Props {
  readonly chapters: readonly Chapter[];
  /** Milliseconds; null until known. */
  readonly duration: number | null;
  readonly time: number;
  readonly onSeek: (time: number) => void;
}

/** Chapters with their lengths; the lamp shows how far in. */
export function Outline({ chapters, duration, time, onSeek }: Props): JSX.Element {
  if (chapters.length === 0) return <p class="nothing">{WORDS.noChapters}</p>;
  const starts = chapters.map(({ start }) => start);
  const current = lastAtMost(starts, time);
  return (
    <ol class="outline">
      {chapters.map(({ start, title }, index) => {
        const end = starts[index + 1] ?? duration;
        const length = end === null ? null : Math.max(0, end - start);
        const isNow = index === current;
        return (
          <li key={`${start} ${title}`}>
            <button
              type="button"
              class={`chapter-row${isNow ? ' on' : ''}`}
              aria-current={isNow ? 'true' : undefined}
              onClick={() => onSeek(start)}
            >
              <span class="at" role="img" aria-label={spokenTime(start)}>
                {formatClock(start)}
              </span>
              <bdi class="name">{title}</bdi>
              <span class="length">{length === null ? '' : formatClock(length)}</span>
              {isNow && length ? (
                <span class="far" style={{ '--far': String(Math.min(1, (time - start) / length)) }} />
              ) : null}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
