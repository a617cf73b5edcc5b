import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { IconButton } from '../shared/IconButton';
import { CloseIcon, DownIcon, SearchIcon, UpIcon } from '../shared/icons';
import { findSentence, matchCount, WORDS } from '../shared/words';
import type { Findings } from './finder';

interface Props {
  readonly query: string;
  readonly findings: Findings;
  /** Ordinal of the match the reader is at. */
  readonly current: number;
  readonly onQuery: (query: string) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onClose: () => void;
}

/** Milliseconds of rest before the count is read out. */
const REST = 500;

export function FindBar({ query, findings, current, onQuery, onStep, onClose }: Props): JSX.Element {
  const isEmpty = query.trim() === '';
  const count = isEmpty || findings.refusal ? '' : matchCount(current, findings.count);
  const sentence = isEmpty ? '' : findSentence(findings);
  const isDisabled = findings.count === 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is younger than the browsers served.
    <div class="find" role="search">
      <div class="find-row">
        <div class="field">
          <SearchIcon />
          <QueryField query={query} onQuery={onQuery} />
          <span class="matches" aria-hidden="true">
            {count}
          </span>
        </div>
        <IconButton label={WORDS.previousMatch} isDisabled={isDisabled} onClick={() => onStep(-1)}>
          <UpIcon />
        </IconButton>
        <IconButton label={WORDS.nextMatch} isDisabled={isDisabled} onClick={() => onStep(1)}>
          <DownIcon />
        </IconButton>
        <IconButton label={WORDS.closeFind} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      {sentence && <p class="find-note">{sentence}</p>}
      <Announcement text={[sentence, count].filter(Boolean).join(' ')} />
    </div>
  );
}

/** What is still being composed (kana on their way to kanji, an accent) is no query yet, and must not be replaced while it is drawn. */
function QueryField({ query, onQuery }: Pick<Props, 'query' | 'onQuery'>): JSX.Element {
  const [draft, setDraft] = useState<string | null>(null);
  const take = (text: string, isComposing: boolean) => {
    setDraft(isComposing ? text : null);
    if (!isComposing && text !== query) onQuery(text);
  };
  return (
    <input
      type="search"
      class="query"
      aria-label={WORDS.findLabel}
      placeholder={WORDS.find}
      maxLength={500}
      autocomplete="off"
      spellcheck={false}
      enterkeyhint="next"
      value={draft ?? query}
      onInput={(event) => take(event.currentTarget.value, event.isComposing)}
      onCompositionEnd={(event) => take(event.currentTarget.value, false)}
    />
  );
}

/** Says the count politely, once typing or walking rests. */
function Announcement({ text }: { readonly text: string }): JSX.Element {
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(text), REST);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span class="unseen" role="status" aria-atomic="true">
      {said}
    </span>
  );
}
