import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { EpisodeActions, EpisodeView } from '@/lib/sidebar/episode';
import type { ImportActions } from '@/lib/sidebar/imports';
import type { Popover } from '@/lib/sidebar/state';
import { CompareSheet } from './CompareSheet';
import { ImportSheet } from './ImportSheet';
import type { ImportDesk } from './import-desk';
import { MergeReport } from './MergeReport';
import { mergedIn } from './merged-in';

interface Props {
  readonly popover: 'import' | 'report' | 'compare';
  readonly desk: ImportDesk;
  readonly episode: EpisodeView;
  readonly imports: ImportActions;
  readonly choose: (act: (actions: EpisodeActions) => void) => void;
  readonly onOpen: (popover: Popover | null) => void;
  readonly onGoTo: (word: number) => void;
  readonly onNotes: () => void;
}

/** The sheets about transcripts that a reader brings. They share a ground, so that going from one to the next shows no words between. */
export function ImportSheets(props: Props): JSX.Element {
  const ground = useRef<HTMLDivElement>(null);
  const page = props.popover === 'import' ? props.desk.flow.state.step : props.popover;
  useLayoutEffect(() => {
    // The button that led here is gone, and took the focus with it.
    const { activeElement, body } = ground.current?.ownerDocument ?? {};
    if (activeElement === body) ground.current?.querySelector<HTMLElement>('.sheet')?.focus({ preventScroll: true });
  }, [page]);
  return (
    <div class="sheets" ref={ground}>
      {sheetOf(props)}
    </div>
  );
}

function sheetOf({ popover, desk, episode, onOpen, ...rest }: Props): JSX.Element | null {
  const { imports, choose, onGoTo, onNotes } = rest;
  const close = () => onOpen(null);
  const merged = mergedIn(episode);
  if (popover === 'import')
    return (
      <ImportSheet
        flow={desk.flow}
        episode={episode}
        imports={imports}
        isOver={desk.isOver}
        choose={choose}
        onNotes={onNotes}
        onClose={close}
      />
    );
  if (!merged) return null;
  if (popover === 'report')
    return (
      <MergeReport
        merged={merged}
        episode={episode}
        imports={imports}
        isOnlyHere={desk.flow.isOnlyHere}
        choose={choose}
        onGoTo={onGoTo}
        onCompare={() => onOpen('compare')}
        onClose={close}
      />
    );
  return (
    <CompareSheet
      mergedId={merged.id}
      imports={imports}
      onGoTo={onGoTo}
      onBack={() => onOpen('report')}
      onClose={close}
    />
  );
}
