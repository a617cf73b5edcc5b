import type { JSX } from 'preact';
import type { ImportPreview } from '@/lib/import/types';
import type { EpisodeActions } from '@/lib/sidebar/episode';
import { formatClock } from '@/lib/transcript/format-time';
import { WarningIcon } from '../shared/icons';
import { languageName } from '../shared/words';
import { Sheet } from '../sidebar/Sheet';
import type { ImportFlow, ImportState } from './import-flow';
import { SpeakerFields } from './SpeakerFields';
import { counted, factLine, IMPORT_WORDS, misfitWords } from './words';

type PreviewState = Extract<ImportState, { step: 'preview' }>;

interface Props {
  readonly state: PreviewState;
  readonly flow: ImportFlow;
  readonly choose: (act: (actions: EpisodeActions) => void) => void;
  readonly onClose: () => void;
}

/** What was understood, before anything changes. */
export function Preview({ state, flow, choose, onClose }: Props): JSX.Element {
  const { preview, busy, share } = state;
  const isKeeping = busy === 'keeping';
  const ends = preview.first.text === preview.last.text ? [preview.first] : [preview.first, preview.last];
  const speakers = preview.speakers.map(({ label, name, turns }) => ({ label, name, note: counted(turns, 'turn') }));
  const foot = (
    <>
      <button
        type="button"
        class="button primary"
        aria-disabled={busy !== null}
        onClick={(event) => {
          if (event.isTrusted) choose(() => void flow.use());
        }}
      >
        {isKeeping ? (share < 1 && share > 0 ? IMPORT_WORDS.reading : IMPORT_WORDS.using) : IMPORT_WORDS.use}
      </button>
      <button type="button" class="text-button" onClick={() => (isKeeping ? flow.cancel() : flow.reset())}>
        {isKeeping ? IMPORT_WORDS.cancel : IMPORT_WORDS.another}
      </button>
      {isKeeping && <progress aria-label={IMPORT_WORDS.using} {...(share > 0 && share < 1 ? { value: share } : {})} />}
    </>
  );
  return (
    <Sheet title={IMPORT_WORDS.check} onClose={onClose} onBack={() => flow.reset()} foot={foot}>
      <div class="import" aria-busy={busy !== null}>
        <h3 class="kind">{preview.shape.name}</h3>
        <p class="facts">{factLine(preview)}</p>
        {speakers.length > 0 && (
          <>
            <p class="label">{IMPORT_WORDS.speakers}</p>
            <SpeakerFields speakers={speakers} onInput={(label, name) => flow.rename(label, name)} />
          </>
        )}
        <p class="label">{IMPORT_WORDS.ends}</p>
        {ends.map((line) => (
          <p class="line" key={line.text}>
            {preview.timing !== 'none' && <span class="at">{line.time === null ? '' : formatClock(line.time)}</span>}
            <bdi>{line.text}</bdi>
          </p>
        ))}
        <Problems preview={preview} />
        <Corrections state={state} flow={flow} />
      </div>
    </Sheet>
  );
}

/** More are told on wish. */
const SHOWN_PROBLEMS = 4;

function Problems({ preview: { misfit, problems } }: { readonly preview: ImportPreview }): JSX.Element | null {
  const all = [...(misfit ? [misfitWords(misfit)] : []), ...problems.map(({ message }) => message)];
  if (all.length === 0) return null;
  const list = (messages: readonly string[]) => (
    <ul class="problems">
      {messages.map((message) => (
        <li key={message}>
          <WarningIcon />
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <p class="label">{IMPORT_WORDS.look}</p>
      {list(all.slice(0, SHOWN_PROBLEMS))}
      {all.length > SHOWN_PROBLEMS && (
        <details class="corrections">
          <summary>{`${all.length - SHOWN_PROBLEMS} more`}</summary>
          {list(all.slice(SHOWN_PROBLEMS))}
        </details>
      )}
    </>
  );
}

/** The languages that are offered; any other stays what the text or its file says. */
const LANGUAGES =
  'en de fr es it pt nl sv da nb fi pl cs hu ro tr ru uk bg sr el he ar fa ur hi bn ta id vi th ja ko zh ca'.split(' ');

function Corrections({ state, flow }: Pick<Props, 'state' | 'flow'>): JSX.Element {
  const { preview, shapes, choices } = state;
  const language = preview.language === 'und' ? '' : preview.language;
  const languages = LANGUAGES.includes(language) || language === '' ? LANGUAGES : [language, ...LANGUAGES];
  return (
    <details
      class="corrections"
      // It opens below the edge, where nobody would see that it did.
      onToggle={({ currentTarget }) =>
        currentTarget.open && currentTarget.closest('.content')?.scrollTo({ top: currentTarget.offsetTop })
      }
    >
      <summary>{IMPORT_WORDS.correct}</summary>
      <Choice label={IMPORT_WORDS.shape} value={preview.shape.id} onChoose={(shape) => flow.choose({ shape })}>
        {shapes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice
        label={IMPORT_WORDS.language}
        value={language}
        onChoose={(chosen) => chosen && flow.choose({ language: chosen })}
      >
        {language === '' && <option value="">{IMPORT_WORDS.unknownLanguage}</option>}
        {languages.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </Choice>
      {preview.otherEncodings.length > 0 && (
        <Choice
          label={IMPORT_WORDS.encoding}
          value={preview.encoding}
          onChoose={(encoding) => flow.choose({ encoding })}
        >
          {[preview.encoding, ...preview.otherEncodings].map((encoding) => (
            <option key={encoding} value={encoding}>
              {encoding}
            </option>
          ))}
        </Choice>
      )}
      {preview.timing !== 'none' && (
        <label class="correction">
          <span>{IMPORT_WORDS.shift}</span>
          <input
            type="number"
            class="name-field"
            step="0.1"
            value={(choices.shift ?? 0) / 1000}
            onChange={({ currentTarget }) => {
              const shift = Math.round(currentTarget.valueAsNumber * 1000);
              if (Number.isFinite(shift)) flow.choose({ shift });
            }}
          />
          <span class="small">{IMPORT_WORDS.seconds}</span>
        </label>
      )}
    </details>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: preact.ComponentChildren;
}

function Choice({ label, value, onChoose, children }: ChoiceProps): JSX.Element {
  return (
    <label class="correction">
      <span>{label}</span>
      <select class="name-field" value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}
