import { useEffect, useMemo, useState } from 'preact/hooks';
import type { NoteRecord } from '@/lib/library/shelf/records';
import type { LibraryErrorCode, StoredEpisode } from '@/lib/ports';
import { buildBlocks } from '@/lib/sidebar/blocks';
import { formatClock, spokenTime } from '@/lib/transcript/format-time';
import type { Transcript } from '@/lib/transcript/types';
import type { VideoId } from '@/lib/transcript/units';
import { isRightToLeft } from '../shared/direction';
import { transcriptWords } from '../shared/words';
import type { LibraryApi, OpenPlace } from './api';
import { SelectChip } from './Chips';
import { isPlainClick, Meta, titleOf, watchAddress } from './EpisodeParts';
import { ExportMenu } from './ExportMenu';
import { formatDate } from './format';
import { Icon } from './Icon';
import { count, TROUBLE, WORDS } from './words';

interface Props {
  readonly api: LibraryApi;
  readonly videoId: VideoId;
  readonly revision: number;
  readonly onBack: () => void;
  readonly onOpenPlace: OpenPlace;
  readonly onDelete: (videoId: VideoId) => void;
  readonly onSay: (sentence: string) => void;
}

interface Loaded {
  readonly episode: StoredEpisode | null;
  readonly notes: readonly NoteRecord[];
  readonly trouble: LibraryErrorCode | null;
}

/** One episode to read in peace: its words as a document, with its notes, without the video. */
export function EpisodeReading({ api, videoId, revision, onBack, onOpenPlace, onDelete, onSay }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  // On purpose: a new revision is a reason to read again.
  useEffect(() => {
    let isCurrent = true;
    void Promise.all([api.openEpisode(videoId), api.call('readNotes', { videoId })]).then(([episode, notes]) => {
      if (!isCurrent) return;
      setLoaded({
        episode: episode.ok ? episode.value : null,
        notes: notes.ok ? notes.value : [],
        trouble: episode.ok ? null : episode.error.code,
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [api, videoId, revision]);

  const episode = loaded?.episode;
  const shown = episode?.transcripts.find(({ id }) => id === (chosen ?? episode.chosen)) ?? episode?.transcripts[0];
  return (
    <main class="reading">
      <button type="button" class="link back" onClick={onBack}>
        <Icon name="back" size={18} />
        {WORDS.back}
      </button>
      {loaded?.trouble && <p role="alert">{TROUBLE[loaded.trouble]}</p>}
      {loaded && !loaded.trouble && !episode && <p>This episode is not in the library.</p>}
      {episode && (
        <>
          <header>
            <h1>
              <bdi>{titleOf(episode.meta)}</bdi>
            </h1>
            <Meta
              channel={episode.meta.channel}
              facts={[
                episode.meta.duration === null ? '' : formatClock(episode.meta.duration),
                `read ${formatDate(episode.lastReadAt)}`,
              ]}
            />
            <div class="tools">
              <button
                type="button"
                class="button primary"
                onClick={() =>
                  onOpenPlace(videoId, { transcriptId: shown?.id ?? null, time: episode.place?.time ?? 0, query: null })
                }
              >
                <Icon name="open" size={16} />
                {WORDS.open}
              </button>
              {episode.transcripts.length > 1 && (
                <SelectChip
                  label="Transcript"
                  value={shown?.id ?? ''}
                  options={episode.transcripts.map((transcript) => [transcript.id, nameOf(transcript)] as const)}
                  onChange={setChosen}
                />
              )}
              <ExportMenu api={api} videoIds={[videoId]} onSay={onSay} />
              <button type="button" class="round" aria-label="Print" title="Print" onClick={() => window.print()}>
                <Icon name="print" />
              </button>
              <button
                type="button"
                class="round"
                aria-label="Delete this episode"
                title="Delete"
                onClick={() => onDelete(videoId)}
              >
                <Icon name="trash" />
              </button>
            </div>
          </header>
          {loaded.notes.length > 0 && <Notes notes={loaded.notes} videoId={videoId} onOpenPlace={onOpenPlace} />}
          {shown && <Words episode={episode} transcript={shown} onOpenPlace={onOpenPlace} />}
        </>
      )}
    </main>
  );
}

function nameOf(transcript: Transcript): string {
  const { name, detail } = transcriptWords(transcript, null);
  return detail === '' ? name : `${name} · ${detail}`;
}

interface NotesProps {
  readonly notes: readonly NoteRecord[];
  readonly videoId: VideoId;
  readonly onOpenPlace: OpenPlace;
}

/** More would push the words off the first screen. */
const FEW_NOTES = 5;

function Notes({ notes, videoId, onOpenPlace }: NotesProps) {
  return (
    <details class="own-notes" open={notes.length <= FEW_NOTES}>
      <summary>{count(notes.length, 'note')}</summary>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            {note.time !== null && <TimeLink videoId={videoId} time={note.time} id={null} onOpenPlace={onOpenPlace} />}
            <bdi dir="auto">{note.text}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface WordsProps {
  readonly episode: StoredEpisode;
  readonly transcript: Transcript;
  readonly onOpenPlace: OpenPlace;
}

function Words({ episode, transcript, onOpenPlace }: WordsProps) {
  const blocks = useMemo(() => buildBlocks(transcript, 'paragraphs', episode.meta.chapters), [transcript, episode]);
  return (
    <article class="words" lang={transcript.language} dir={isRightToLeft(transcript.language) ? 'rtl' : 'ltr'}>
      {blocks.map((block) => {
        const speaker = block.voice === undefined || block.voice === null ? null : transcript.speakers[block.voice];
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
            <p>
              {block.time !== null && (
                <TimeLink
                  videoId={episode.meta.videoId}
                  time={block.time}
                  id={transcript.id}
                  isRough={block.rough}
                  onOpenPlace={onOpenPlace}
                />
              )}
              {transcript.text.slice(block.from, block.to)}
            </p>
          </section>
        );
      })}
    </article>
  );
}

interface TimeLinkProps {
  readonly videoId: VideoId;
  readonly time: number;
  readonly id: string | null;
  readonly isRough?: boolean;
  readonly onOpenPlace: OpenPlace;
}

/** The clock is drawn, not written: whoever copies the words does not copy the times. */
function TimeLink({ videoId, time, id, isRough = false, onOpenPlace }: TimeLinkProps) {
  return (
    <a
      class="clock"
      data-clock={`${isRough ? '≈' : ''}${formatClock(time)}`}
      href={watchAddress(videoId, time)}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onOpenPlace(videoId, { transcriptId: id, time, query: null });
      }}
    >
      <span class="visually-hidden">
        {isRough ? 'about ' : ''}
        {spokenTime(time)}
      </span>
    </a>
  );
}
