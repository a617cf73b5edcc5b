import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Track } from '@/lib/ports';
import type { EpisodeActions, EpisodeView } from '@/lib/sidebar/episode';
import type { Transcript } from '@/lib/transcript/types';
import {
  BackIcon,
  CaptionsIcon,
  CheckIcon,
  ImportIcon,
  InfoIcon,
  MergeIcon,
  RetryIcon,
  TranslateIcon,
} from '../shared/icons';
import { languageName, transcriptWords, WORDS } from '../shared/words';

interface Props {
  readonly episode: EpisodeView;
  /** Does what the reader chose; words chosen so may replace those on screen at once. */
  readonly choose: (act: (actions: EpisodeActions) => void) => void;
  /** Absent where nothing can be imported. */
  readonly onImport: (() => void) | undefined;
  /** Absent where nothing is merged. */
  readonly onReport: (() => void) | undefined;
  /** What can be done with the transcript that is shown, beyond reading it. */
  readonly extra: ComponentChildren;
  readonly onClose: () => void;
  readonly onDetails: () => void;
}

/** What can be read: transcripts at hand, tracks YouTube offers, translations on request. Opens above the health line. */
export function SourceMenu(props: Props): JSX.Element {
  const [isTranslating, setTranslating] = useState(false);
  return (
    <div class="menu source" role="menu" aria-label={WORDS.sources}>
      {isTranslating ? (
        <Translations {...props} onBack={() => setTranslating(false)} />
      ) : (
        <Sources {...props} onTranslate={() => setTranslating(true)} />
      )}
    </div>
  );
}

function Sources({
  episode,
  choose,
  onImport,
  onReport,
  extra,
  onClose,
  onDetails,
  onTranslate,
}: Props & { onTranslate: () => void }): JSX.Element {
  const { shown, transcripts } = episode;
  const tracks = tracksAside(episode);
  const isRough = shown?.origin.kind === 'captions' && shown.timing !== 'word' && episode.search === 'settled';
  const close = (act: () => void) => () => {
    onClose();
    act();
  };
  const then = (act: (actions: EpisodeActions) => void) => close(() => choose(act));
  return (
    <>
      {transcripts.map((each) => (
        <Choice
          key={each.id}
          isChosen={each.id === shown?.id}
          {...transcriptWords(each, trackNameOf(each, episode.tracks))}
          onChoose={then((actions) => actions.showTranscript(each.id))}
        />
      ))}
      {tracks.map((track) => (
        <Choice
          key={track.vssId}
          isChosen={false}
          name={track.name || languageName(track.language)}
          detail={track.automatic ? WORDS.automaticTrack : WORDS.track}
          onChoose={then((actions) => actions.chooseTrack(track.vssId))}
        />
      ))}
      {(transcripts.length > 0 || tracks.length > 0) && <hr />}
      {isRough && (
        <Item icon={<CaptionsIcon />} onChoose={then((actions) => actions.provokeCaptions())}>
          {WORDS.provoke}
        </Item>
      )}
      {episode.translations.length > 0 && (
        <Item icon={<TranslateIcon />} onChoose={onTranslate}>
          {WORDS.translate}
        </Item>
      )}
      {onReport && (
        <Item icon={<MergeIcon />} onChoose={onReport}>
          {WORDS.mergeReport}
        </Item>
      )}
      {extra}
      {onImport && (
        <Item icon={<ImportIcon />} onChoose={onImport}>
          {WORDS.importMore}
        </Item>
      )}
      {episode.search === 'settled' && (
        <Item icon={<RetryIcon />} onChoose={then((actions) => actions.retry())}>
          {WORDS.lookAgain}
        </Item>
      )}
      <Item icon={<InfoIcon />} onChoose={onDetails}>
        {WORDS.details}
      </Item>
    </>
  );
}

function Translations({ episode, choose, onClose, onBack }: Props & { onBack: () => void }): JSX.Element {
  const origin = episode.shown?.origin;
  const chosen = origin?.kind === 'captions' ? (origin.translatedTo ?? null) : null;
  const translate = (language: string | null) => () => {
    onClose();
    choose((actions) => actions.translateTo(language));
  };
  return (
    <>
      <Item icon={<BackIcon />} onChoose={onBack}>
        {WORDS.translatedByYouTube}
      </Item>
      <hr />
      <Choice isChosen={chosen === null} name={WORDS.original} onChoose={translate(null)} />
      {episode.translations.map(({ language, name }) => (
        <Choice
          key={language}
          isChosen={chosen === language}
          name={name || languageName(language)}
          onChoose={translate(language)}
        />
      ))}
    </>
  );
}

interface ChoiceProps {
  readonly isChosen: boolean;
  readonly name: string;
  readonly detail?: string;
  readonly onChoose: () => void;
}

function Choice({ isChosen, name, detail, onChoose }: ChoiceProps): JSX.Element {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={isChosen}
      tabIndex={isChosen ? 0 : -1}
      class="choice"
      onClick={onChoose}
    >
      <span class="mark">{isChosen && <CheckIcon />}</span>
      <span class="choice-text">
        <bdi class="name">{name}</bdi>
        {detail && <bdi class="detail">{detail}</bdi>}
      </span>
    </button>
  );
}

interface ItemProps {
  readonly icon: JSX.Element;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

export function Item({ icon, onChoose, children }: ItemProps): JSX.Element {
  return (
    <button type="button" role="menuitem" tabIndex={-1} class="choice" onClick={onChoose}>
      <span class="mark">{icon}</span>
      <span class="choice-text">
        <span class="name">{children}</span>
      </span>
    </button>
  );
}

/** Tracks that none of the transcripts at hand came from. */
function tracksAside({ tracks, transcripts }: EpisodeView): readonly Track[] {
  const at = new Set(transcripts.map(({ origin }) => (origin.kind === 'captions' ? origin.vssId : '')));
  return tracks.filter(({ vssId }) => !at.has(vssId));
}

function trackNameOf({ origin }: Transcript, tracks: readonly Track[]): string | null {
  if (origin.kind !== 'captions') return null;
  const track = tracks.find(({ vssId }) => vssId === origin.vssId);
  if (!track) return null;
  // YouTube's own "(auto-generated)" says again what the row's name says.
  return track.automatic ? languageName(track.language) : track.name;
}
