import type { JSX } from 'preact';
import type { SpeakingTime } from '@/lib/notes/speaking-time';
import { formatClock } from '@/lib/transcript/format-time';
import { OUTLINE_WORDS } from './words';

interface Props {
  readonly times: readonly SpeakingTime[];
  readonly names: readonly string[];
}

const HUES = 6;

/** Who spoke how long. */
export function Speakers({ times, names }: Props): JSX.Element | null {
  const shown = times.filter(({ share }) => share >= 0.005);
  if (shown.length === 0) return null;
  return (
    <section class="outline-part">
      <h3 class="outline-heading">{OUTLINE_WORDS.speakers}</h3>
      <ul class="speakers">
        {shown.map(({ speaker, time, words, share }) => {
          const name = speaker === null ? OUTLINE_WORDS.unnamed : (names[speaker] ?? '');
          const percent = `${Math.round(share * 100)} %`;
          return (
            <li key={String(speaker)} class={`speaker hue${(speaker ?? 0) % HUES}`}>
              <span class="disk" aria-hidden="true">
                {speaker === null ? '' : [...name][0]?.toUpperCase()}
              </span>
              <bdi class="speaker-name">{name}</bdi>
              <span class="speaker-time">
                {time === null ? `${words} words` : formatClock(time)} · {percent}
              </span>
              <span class="speaker-bar" aria-hidden="true">
                <span style={{ width: `${share * 100}%` }} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
