import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ImportActions } from '@/lib/sidebar/imports';
import type { Transcript } from '@/lib/transcript/types';
import { counted, IMPORT_WORDS, shiftWords } from './words';

interface Props {
  readonly transcript: Transcript;
  readonly imports: ImportActions;
  readonly onClose: () => void;
}

const STEPS = [-1000, -100, 100, 1000];

/** Moving the times of an import as a whole, or setting them word by word where it has none. */
export function TimesBar({ transcript, imports, onClose }: Props): JSX.Element | null {
  const { origin, timing } = transcript;
  const shift = origin.kind === 'import' ? (origin.shift ?? 0) : 0;
  // Clicks can come faster than what they do is drawn: each goes on from the one before.
  const wanted = useRef(shift);
  useLayoutEffect(() => {
    wanted.current = shift;
  }, [shift]);
  if (origin.kind !== 'import') return null;
  const isPinned = timing === 'none' || origin.pins !== undefined;
  const pins = origin.pins ?? [];
  const move = (to: number) => {
    wanted.current = to;
    imports.revise(transcript.id, { kind: 'shift', shift: to });
  };
  return (
    <section class="times-bar" aria-label={IMPORT_WORDS.times}>
      <p class="hint">{isPinned ? IMPORT_WORDS.pinHint : IMPORT_WORDS.pickHint}</p>
      <div class="row">
        {isPinned ? (
          <output>{counted(pins.length, 'word')} set</output>
        ) : (
          <>
            {STEPS.map((step) => (
              <button
                type="button"
                class="step"
                key={step}
                aria-label={(step < 0 ? IMPORT_WORDS.earlier : IMPORT_WORDS.later)(String(Math.abs(step) / 1000))}
                onClick={() => move(wanted.current + step)}
              >
                {step < 0 ? '−' : '+'}
                {Math.abs(step) / 1000}
              </button>
            ))}
            <output>{shiftWords(shift)}</output>
          </>
        )}
        <span class="gap" />
        {(isPinned ? pins.length > 0 : shift !== 0) && (
          <button
            type="button"
            class="text-button"
            onClick={() =>
              isPinned ? imports.revise(transcript.id, { kind: 'pins', pins: pins.slice(0, -1) }) : move(0)
            }
          >
            {isPinned ? IMPORT_WORDS.undo : IMPORT_WORDS.asGiven}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {IMPORT_WORDS.done}
        </button>
      </div>
    </section>
  );
}
