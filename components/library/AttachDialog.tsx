import { useEffect, useRef, useState } from 'preact/hooks';
import { misfitOf } from '@/lib/import/misfit';
import type { EpisodeMeta } from '@/lib/ports';
import { formatClock } from '@/lib/transcript/format-time';
import type { Transcript } from '@/lib/transcript/types';
import type { OwnId, VideoId } from '@/lib/transcript/units';
import { misfitWords } from '../import/words';
import type { LibraryApi } from './api';
import { Dialog } from './Dialog';
import { titleOf } from './EpisodeParts';
import { readVideoId } from './read-video-id';
import { useRested } from './use-rested';
import { ATTACH, TROUBLE } from './words';

interface Props {
  readonly api: LibraryApi;
  readonly transcript: { readonly videoId: OwnId; readonly title: string };
  readonly onClose: () => void;
  /** `trash`: what undoes it. */
  readonly onAttached: (videoId: VideoId, trash: number) => void;
}

/** Asks whose words these are. Nothing changes before the button is pressed. */
export function AttachDialog({ api, transcript, onClose, onAttached }: Props) {
  const [address, setAddress] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const videoId = readVideoId(address);
  const video = useVideo(api, videoId);
  const own = useOwn(api, transcript.videoId);
  const misfit = own && video ? misfitOf(own, video.duration) : null;
  const isWrong = useRested(address) && address.trim() !== '' && videoId === null;

  const attach = async (): Promise<void> => {
    if (videoId === null || isBusy) return;
    setBusy(true);
    const answer = await api.call('attachTranscript', { from: transcript.videoId, videoId });
    setBusy(false);
    if (!answer.ok) setTrouble(TROUBLE[answer.error.code]);
    else if (answer.value === null) setTrouble(ATTACH.gone);
    else onAttached(videoId, answer.value);
  };
  return (
    <Dialog title={ATTACH.title} onClose={onClose}>
      <form
        class="attaching"
        onSubmit={(event) => {
          event.preventDefault();
          void attach();
        }}
      >
        <p>
          <bdi>{transcript.title}</bdi>
        </p>
        <label for="attach-address">{ATTACH.address}</label>
        <input
          ref={field}
          id="attach-address"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder={ATTACH.example}
          value={address}
          aria-invalid={isWrong}
          aria-describedby="attach-found"
          onInput={(event) => {
            setAddress(event.currentTarget.value);
            setTrouble(null);
          }}
        />
        <div id="attach-found" class="found-video" role="status">
          {address.trim() === '' && <p class="small">{ATTACH.hint}</p>}
          {isWrong && <p class="bad">{ATTACH.noVideo}</p>}
          {videoId !== null && <FoundVideo video={video} />}
          {misfit && <p class="warn">{misfitWords(misfit)}</p>}
        </div>
        {trouble && (
          <p class="bad" role="alert">
            {trouble}
          </p>
        )}
        <div class="buttons">
          <button type="submit" class="button primary" disabled={videoId === null || isBusy}>
            {misfit ? ATTACH.anyway : ATTACH.attach}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {ATTACH.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** What the library knows of the video. */
function FoundVideo({ video }: { readonly video: EpisodeMeta | null }) {
  if (!video) return <p class="small">{ATTACH.unknown}</p>;
  const facts = [video.channel, video.duration === null ? '' : formatClock(video.duration)].filter(Boolean);
  return (
    <p class="known">
      <strong>
        <bdi>{titleOf(video)}</bdi>
      </strong>
      {facts.length > 0 && <span>{facts.join(' · ')}</span>}
    </p>
  );
}

/** Null while it is looked for, and when the library does not have it. */
function useVideo(api: LibraryApi, videoId: VideoId | null): EpisodeMeta | null {
  const [video, setVideo] = useState<EpisodeMeta | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (videoId !== null)
      void api.call('openEpisode', { videoId }).then((answer) => {
        if (isCurrent && answer.ok) setVideo(answer.value?.meta ?? null);
      });
    return () => {
      isCurrent = false;
    };
  }, [api, videoId]);
  return video?.videoId === videoId ? video : null;
}

function useOwn(api: LibraryApi, ownId: OwnId): Transcript | null {
  const [own, setOwn] = useState<Transcript | null>(null);
  useEffect(() => {
    void api.openEpisode(ownId).then((answer) => setOwn((answer.ok && answer.value?.transcripts[0]) || null));
  }, [api, ownId]);
  return own;
}
