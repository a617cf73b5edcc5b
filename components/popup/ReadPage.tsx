import type { VideoId } from '@/lib/transcript/units';
import { Icon } from '../library/Icon';

/** A video that a page may be about. */
export interface VideoChoice {
  readonly videoId: VideoId;
  /** Empty where it is not known. */
  readonly title: string;
}

/** How far the reading of the page in the tab has come. `again`: the browser lets us read it from the next click on. */
export type ReadingState =
  | { readonly step: 'offered' | 'reading' | 'again' | 'unreadable' | 'failed' | 'empty' }
  | {
      readonly step: 'choose';
      /** That the page itself names. */
      readonly linked: readonly VideoChoice[];
      /** Read along with lately. */
      readonly recent: readonly VideoChoice[];
    }
  | { readonly step: 'kept'; readonly notes: number; readonly videoId: VideoId };

interface Props {
  readonly state: ReadingState;
  readonly onRead: () => void;
  readonly onChoose: (video: VideoChoice) => void;
  readonly onOpen: (videoId: VideoId) => void;
}

const SENTENCES: { readonly [Step in ReadingState['step']]?: string } = {
  reading: 'Reading the page…',
  again: 'Allowed. Click the Readalong button once more, and the page is read.',
  unreadable: 'The browser lets no extension read this page.',
  failed: 'The notes could not be kept. Please try again.',
  empty: 'Nothing on this page could be a note.',
};

/** Takes the text of the page in the tab as notes of a video. */
export function ReadPage({ state, onRead, onChoose, onOpen }: Props) {
  if (state.step === 'offered')
    return (
      <button type="button" class="row" onClick={onRead}>
        <Icon name="note" />
        <span>Read this page as notes</span>
      </button>
    );
  return (
    <section class="read-page">
      <p class="hint" role="status">
        {state.step === 'kept' ? countNotes(state.notes) : SENTENCES[state.step]}
      </p>
      {state.step === 'choose' && <Choices {...state} onChoose={onChoose} />}
      {state.step === 'kept' && (
        <button type="button" class="button primary" onClick={() => onOpen(state.videoId)}>
          Open the video
        </button>
      )}
    </section>
  );
}

interface ChoicesProps extends Pick<Props, 'onChoose'> {
  readonly linked: readonly VideoChoice[];
  readonly recent: readonly VideoChoice[];
}

function Choices({ linked, recent, onChoose }: ChoicesProps) {
  const videos = [...linked, ...recent.filter(({ videoId }) => !linked.some((each) => each.videoId === videoId))];
  if (videos.length === 0)
    return <p class="hint">Open the video once, so that it is in your library. Then read this page again.</p>;
  return (
    <>
      <h2>Which video is it about?</h2>
      <ul>
        {videos.map((video) => (
          <li key={video.videoId}>
            <button type="button" class="row" onClick={() => onChoose(video)}>
              <span dir="auto">{video.title || `youtube.com/watch?v=${video.videoId}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function countNotes(notes: number): string {
  return notes === 1 ? 'One note is kept beside the video.' : `${notes} notes are kept beside the video.`;
}
