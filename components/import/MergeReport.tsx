import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { EpisodeActions, EpisodeView } from '@/lib/sidebar/episode';
import type { ImportActions } from '@/lib/sidebar/imports';
import { formatClock } from '@/lib/transcript/format-time';
import { lastAtMost } from '@/lib/transcript/lookup';
import type { Hole, Transcript } from '@/lib/transcript/types';
import { RightIcon } from '../shared/icons';
import { percent } from '../shared/words';
import { Sheet } from '../sidebar/Sheet';
import { SpeakerFields } from './SpeakerFields';
import { holeDetail, holeSpan, holeTitle, IMPORT_WORDS, verdictWords } from './words';

interface Props {
  readonly merged: Transcript;
  readonly episode: EpisodeView;
  readonly imports: ImportActions;
  /** It is not kept: the reader has to know. */
  readonly isOnlyHere: boolean;
  readonly choose: (act: (actions: EpisodeActions) => void) => void;
  readonly onGoTo: (word: number) => void;
  readonly onCompare: () => void;
  readonly onClose: () => void;
}

/** A verdict in words, the share, then where the holes are. */
export function MergeReport(props: Props): JSX.Element {
  const { merged, episode, imports, isOnlyHere, choose, onGoTo, onCompare, onClose } = props;
  const shownAt = useRef(performance.now());
  const { matched, holes } = merged.alignment ?? { matched: 0, holes: [] };
  const duration = Math.max(episode.meta.duration ?? 0, merged.words.end.at(-1) ?? 0, 1);
  const captions = episode.transcripts.find(({ id }) => merged.origin.kind === 'merge' && id === merged.origin.timed);
  const foot = (
    <>
      <button
        type="button"
        class="button"
        onClick={(event) => {
          // It stands where "Use with this video" stood: the second half of a double click is not meant for it.
          if (!event.isTrusted || event.timeStamp - shownAt.current < DOUBLE_CLICK_MS) return;
          onClose();
          choose(() => imports.undoMerge(merged.id));
        }}
      >
        {IMPORT_WORDS.undoMerge}
      </button>
      {captions && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            onClose();
            choose((actions) => actions.showTranscript(captions.id));
          }}
        >
          {IMPORT_WORDS.captionsOnly}
        </button>
      )}
    </>
  );
  return (
    <Sheet title={IMPORT_WORDS.report} onClose={onClose} onBack={onClose} foot={foot}>
      <p class="share">{`${percent(matched)} matched`}</p>
      <p class="verdict">{verdictWords(matched, holes)}</p>
      {isOnlyHere && <p class="small">{IMPORT_WORDS.onlyPage}</p>}
      <Bar holes={holes} duration={duration} />
      <div class="bar-ends">
        <span>0:00</span>
        <span>{formatClock(duration)}</span>
      </div>
      <ul class="holes">
        {holes.map((hole) => (
          <li key={`${hole.kind}${hole.start}${hole.firstWord}`}>
            <button type="button" class="hole-row" onClick={() => onGoTo(wordOf(merged, hole))}>
              <span class="at">{holeSpan(hole)}</span>
              <span class="what">
                {holeTitle(hole)}
                <span class="small">{holeDetail(hole)}</span>
              </span>
              <RightIcon />
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="hole-row" onClick={onCompare}>
            <span class="what">{IMPORT_WORDS.compare}</span>
            <RightIcon />
          </button>
        </li>
      </ul>
      {merged.speakers.length > 0 && (
        <div class="report-speakers">
          <p class="label">{IMPORT_WORDS.speakers}</p>
          <SpeakerFields
            speakers={merged.speakers}
            onChange={(label, name) => imports.revise(merged.id, { kind: 'names', names: [[label, name]] })}
          />
        </div>
      )}
    </Sheet>
  );
}

const DOUBLE_CLICK_MS = 500;

/** Pixels a hole is wide at least: one that has no length in the video must still be seen. */
const LEAST_HOLE = 10;

function Bar({ holes, duration }: { readonly holes: readonly Hole[]; readonly duration: number }): JSX.Element {
  const share = (time: number) => Math.min(1, Math.max(0, time / duration));
  return (
    <div class="merge-bar" role="img" aria-label={verdictWords(1, holes)}>
      {holes.map((hole) => {
        const from = share(hole.start);
        const width = Math.max(0, share(hole.end) - from);
        const style = { left: `${from * 100}%`, width: `max(${LEAST_HOLE}px, ${width * 100}%)` };
        return (
          <span key={`${hole.kind}${hole.start}${hole.firstWord}`} class={`hole-mark ${hole.kind}`} style={style} />
        );
      })}
    </div>
  );
}

/** The word of the merged transcript at which a hole is. */
function wordOf({ words }: Transcript, hole: Hole): number {
  const hasWords = hole.kind === 'text' || hole.shown;
  return hasWords ? hole.firstWord : Math.max(0, lastAtMost(words.start, hole.start));
}
