import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { StoredEpisode } from '@/lib/ports';
import { type Block, buildBlocks } from '@/lib/sidebar/blocks';
import { formatClock, spokenTime } from '@/lib/transcript/format-time';
import type { Transcript } from '@/lib/transcript/types';
import { type EpisodeId, isOwnId } from '@/lib/transcript/units';
import { isRightToLeft } from '../shared/direction';
import type { OpenPlace } from './api';
import { isPlainClick, watchAddress } from './EpisodeParts';
import type { WordSpan } from './route';

interface WordsProps {
  readonly episode: StoredEpisode;
  readonly transcript: Transcript;
  /** Shown when the words come; null: they are read from the beginning. */
  readonly place: WordSpan | null;
  readonly onOpenPlace: OpenPlace;
}

/** A transcript as a document. */
export function EpisodeWords({ episode, transcript, place, onOpenPlace }: WordsProps) {
  const blocks = useMemo(() => buildBlocks(transcript, 'paragraphs', episode.meta.chapters), [transcript, episode]);
  const found = useRef<HTMLParagraphElement>(null);
  const marked = useMemo(() => offsetsOf(transcript, place), [transcript, place]);
  // After a change of the library the same words are drawn again: the reader is left where they are by then.
  useEffect(() => {
    found.current?.scrollIntoView({ block: 'center' });
    found.current?.focus({ preventScroll: true });
  }, [transcript.id, place]);
  return (
    <article class="words" lang={transcript.language} dir={isRightToLeft(transcript.language) ? 'rtl' : 'ltr'}>
      {blocks.map((block) => {
        const speaker = block.voice === undefined || block.voice === null ? null : transcript.speakers[block.voice];
        const holds = marked !== null && marked.from >= block.from && marked.from < block.to;
        return (
          <section key={block.firstWord}>
            {block.chapters?.map(({ title, start }) => (
              <h2 key={start}>{title}</h2>
            ))}
            {speaker && (
              <h3>
                <span class={`disk hue${(block.voice ?? 0) % 6}`} aria-hidden="true">
                  {[...speaker.name][0]?.toLocaleUpperCase()}
                </span>
                {speaker.name}
              </h3>
            )}
            <p {...(holds ? { ref: found, tabIndex: -1 } : {})}>
              {block.time !== null && (
                <TimeLink
                  videoId={episode.meta.videoId}
                  time={block.time}
                  id={transcript.id}
                  isRough={block.rough}
                  onOpenPlace={onOpenPlace}
                />
              )}
              {holds ? (
                <Marked text={transcript.text} block={block} marked={marked} />
              ) : (
                transcript.text.slice(block.from, block.to)
              )}
            </p>
          </section>
        );
      })}
    </article>
  );
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where words stand in the text; null where the transcript has no such words. */
function offsetsOf({ words }: Transcript, place: WordSpan | null): Stretch | null {
  const from = place ? words.offset[place.first] : undefined;
  if (!place || from === undefined) return null;
  const last = Math.min(place.last, words.offset.length - 1);
  return { from, to: (words.offset[last] ?? from) + (words.length[last] ?? 0) };
}

function Marked({ text, block, marked }: { readonly text: string; readonly block: Block; readonly marked: Stretch }) {
  const end = Math.min(marked.to, block.to);
  return (
    <>
      {text.slice(block.from, marked.from)}
      <mark>{text.slice(marked.from, end)}</mark>
      {text.slice(end, block.to)}
    </>
  );
}

interface TimeLinkProps {
  readonly videoId: EpisodeId;
  readonly time: number;
  readonly id: string | null;
  readonly isRough?: boolean;
  readonly onOpenPlace: OpenPlace;
}

/** The clock is drawn, not written: whoever copies the words does not copy the times. It leads nowhere without a video. */
export function TimeLink({ videoId, time, id, isRough = false, onOpenPlace }: TimeLinkProps) {
  const clock = { class: 'clock', 'data-clock': `${isRough ? '≈' : ''}${formatClock(time)}` };
  const spoken = (
    <span class="visually-hidden">
      {isRough ? 'about ' : ''}
      {spokenTime(time)}
    </span>
  );
  if (isOwnId(videoId)) return <span {...clock}>{spoken}</span>;
  return (
    <a
      {...clock}
      href={watchAddress(videoId, time)}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onOpenPlace(videoId, { transcriptId: id, time, query: null }, null);
      }}
    >
      {spoken}
    </a>
  );
}
