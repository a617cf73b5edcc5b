import { useEffect, useState } from 'preact/hooks';
import { misfitOf } from '@/lib/import/misfit';
import type { NoteRecord } from '@/lib/library/shelf/records';
import type { LibraryErrorCode, StoredEpisode } from '@/lib/ports';
import { formatClock } from '@/lib/transcript/format-time';
import type { Transcript } from '@/lib/transcript/types';
import { type EpisodeId, isOwnId } from '@/lib/transcript/units';
import { misfitWords } from '../import/words';
import { transcriptWords } from '../shared/words';
import type { AskForVideo, LibraryApi, OpenPlace } from './api';
import { SelectChip } from './Chips';
import { Meta, titleOf } from './EpisodeParts';
import { EpisodeWords, TimeLink } from './EpisodeWords';
import { ExportMenu } from './ExportMenu';
import { formatDate } from './format';
import { Icon } from './Icon';
import type { WordSpan } from './route';
import { count, TROUBLE, WORDS } from './words';

interface Props {
  readonly api: LibraryApi;
  readonly videoId: EpisodeId;
  readonly revision: number;
  /** Shown when the words come. */
  readonly place: WordSpan | null;
  readonly onBack: () => void;
  readonly onOpenPlace: OpenPlace;
  readonly onAttach: AskForVideo;
  readonly onDelete: (videoId: EpisodeId) => void;
  readonly onSay: (sentence: string) => void;
}

interface Loaded {
  readonly episode: StoredEpisode | null;
  readonly notes: readonly NoteRecord[];
  readonly trouble: LibraryErrorCode | null;
}

/** One episode to read in peace: its words as a document, with its notes, without the video. */
export function EpisodeReading(props: Props) {
  const { api, videoId, revision, onBack, onOpenPlace, onAttach, onDelete, onSay } = props;
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
  const openVideo = (): void => {
    const arrival = { transcriptId: shown?.id ?? null, time: episode?.place?.time ?? 0, query: null };
    onOpenPlace(videoId, arrival, null);
  };
  return (
    <main class="reading">
      <button type="button" class="link back" onClick={onBack}>
        <Icon name="back" size={18} />
        {WORDS.back}
      </button>
      {loaded?.trouble && <p role="alert">{TROUBLE[loaded.trouble]}</p>}
      {loaded && !loaded.trouble && !episode && <p>{WORDS.notThere}</p>}
      {episode && (
        <>
          <header>
            <h1>
              <bdi>{titleOf(episode.meta)}</bdi>
            </h1>
            <Meta
              channel={episode.meta.channel}
              facts={[episode.meta.duration === null ? '' : formatClock(episode.meta.duration), whenOf(episode)]}
            />
            <div class="tools">
              {isOwnId(videoId) ? (
                <button
                  type="button"
                  class="button primary"
                  onClick={() => onAttach({ videoId, title: titleOf(episode.meta) })}
                >
                  <Icon name="attach" size={16} />
                  {WORDS.attach}
                </button>
              ) : (
                <button type="button" class="button primary" onClick={openVideo}>
                  <Icon name="open" size={16} />
                  {WORDS.open}
                </button>
              )}
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
            <Standing episode={episode} shown={shown ?? null} />
          </header>
          {loaded.notes.length > 0 && <Notes notes={loaded.notes} videoId={videoId} onOpenPlace={onOpenPlace} />}
          <h2 class="visually-hidden">{WORDS.words}</h2>
          {shown && <EpisodeWords episode={episode} transcript={shown} place={props.place} onOpenPlace={onOpenPlace} />}
        </>
      )}
    </main>
  );
}

/** What has no video was not read along with. */
function whenOf({ meta, transcripts: [first], lastReadAt }: StoredEpisode): string {
  if (!isOwnId(meta.videoId) || first?.origin.kind !== 'import') return `read ${formatDate(lastReadAt)}`;
  return `imported ${formatDate(first.origin.importedAt)}`;
}

/** What the reader should know of these words before they read them. */
function Standing({ episode, shown }: { readonly episode: StoredEpisode; readonly shown: Transcript | null }) {
  const { videoId, duration } = episode.meta;
  if (isOwnId(videoId)) {
    return (
      <p class="standing">
        <strong>{WORDS.noVideo}.</strong> {WORDS.noVideoText}
      </p>
    );
  }
  const misfit = shown?.origin.kind === 'import' ? misfitOf(shown, duration) : null;
  return misfit && <p class="standing warn">{misfitWords(misfit)}</p>;
}

function nameOf(transcript: Transcript): string {
  const { name, detail } = transcriptWords(transcript, null);
  return detail === '' ? name : `${name} · ${detail}`;
}

interface NotesProps {
  readonly notes: readonly NoteRecord[];
  readonly videoId: EpisodeId;
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
