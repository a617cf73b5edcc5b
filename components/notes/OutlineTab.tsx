import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Outline, Topic } from '@/lib/notes/outline';
import { formatClock, spokenTime } from '@/lib/transcript/format-time';
import { DownIcon, UpIcon } from '../shared/icons';
import { Speakers } from './Speakers';
import { type MadeSummary, Summary } from './Summary';
import { Terms } from './Terms';
import { OUTLINE_WORDS } from './words';

export interface OutlineTabProps {
  /** Null while it is being made. */
  readonly outline: Outline | null;
  /** Names of the transcript's speakers, as shown. */
  readonly speakers: readonly string[];
  /** Milliseconds; null until known. */
  readonly duration: number | null;
  readonly time: number;
  readonly onSeek: (time: number) => void;
  /** Shows words that have no time. */
  readonly onShowWords: (firstWord: number) => void;
  /** A summary by the browser's own model; null where it offers none. */
  readonly summary: MadeSummary | null;
  readonly onSummarise: () => void;
}

/** Topics with their lengths and own words; the lamp shows how far in. */
export function OutlineTab(props: OutlineTabProps): JSX.Element {
  const { outline } = props;
  if (outline === null)
    return (
      <p class="nothing" role="status">
        {OUTLINE_WORDS.making}
      </p>
    );
  if (outline.topics.length === 0) return <p class="nothing">{OUTLINE_WORDS.none}</p>;
  return (
    <div class="outline-tab">
      {outline.topics.every(({ title }) => title === null) && <p class="outline-hint">{OUTLINE_WORDS.computed}</p>}
      <Topics {...props} topics={outline.topics} />
      {props.summary && (
        <Summary
          summary={props.summary}
          onGo={(time, word) => (time === null ? props.onShowWords(word) : props.onSeek(time))}
          onSummarise={props.onSummarise}
        />
      )}
      <Speakers times={outline.speakers} names={props.speakers} />
      <Terms terms={outline.terms} />
    </div>
  );
}

type TopicsProps = Omit<OutlineTabProps, 'outline'> & { readonly topics: readonly Topic[] };

function Topics({ topics, ...props }: TopicsProps): JSX.Element {
  let current = -1;
  topics.forEach(({ start }, at) => {
    if (start !== null && start <= props.time) current = at;
  });
  return (
    <ol class="outline">
      {topics.map((topic, at) => (
        <TopicRow
          key={topic.firstWord}
          topic={topic}
          end={topics[at + 1]?.start ?? topic.end ?? props.duration}
          isNow={at === current}
          {...props}
        />
      ))}
    </ol>
  );
}

interface RowProps extends Pick<OutlineTabProps, 'time' | 'onSeek' | 'onShowWords'> {
  readonly topic: Topic;
  readonly end: number | null;
  readonly isNow: boolean;
}

function TopicRow({ topic, end, isNow, time, onSeek, onShowWords }: RowProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const { start } = topic;
  const length = start === null || end === null ? null : Math.max(0, end - start);
  const go = (at: number | null, word: number) => (at === null ? onShowWords(word) : onSeek(at));
  return (
    <li class="topic">
      <button
        type="button"
        class={`chapter-row${isNow ? ' on' : ''}`}
        aria-current={isNow ? 'true' : undefined}
        onClick={() => go(start, topic.firstWord)}
      >
        <span class="at" role="img" aria-label={start === null ? '' : spokenTime(start)}>
          {start === null ? '' : formatClock(start)}
        </span>
        <bdi class="name">{topic.title ?? topicName(topic)}</bdi>
        <span class="length">{length === null ? '' : formatClock(length)}</span>
        {isNow && length && start !== null ? (
          <span class="far" style={{ '--far': String(Math.min(1, (time - start) / length)) }} />
        ) : null}
      </button>
      <div class="topic-more">
        <bdi class="topic-terms">{restTerms(topic)}</bdi>
        {topic.quotes.length > 0 && (
          <button
            type="button"
            class="topic-toggle"
            aria-expanded={isOpen}
            aria-label={OUTLINE_WORDS.showQuotes}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <UpIcon /> : <DownIcon />}
          </button>
        )}
      </div>
      {isOpen && <Quotes topic={topic} onGo={go} />}
    </li>
  );
}

function Quotes({ topic, onGo }: { topic: Topic; onGo: (at: number | null, word: number) => void }): JSX.Element {
  return (
    <ul class="topic-quotes">
      {topic.quotes.map(({ text, start, firstWord }) => (
        <li key={firstWord}>
          <button type="button" class="topic-quote" onClick={() => onGo(start, firstWord)}>
            <span class="at" role="img" aria-label={start === null ? '' : spokenTime(start)}>
              {start === null ? '' : formatClock(start)}
            </span>
            <q>{text}</q>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Terms that name a topic without a title; the rest stand below it. */
const NAMING = 2;

function topicName({ terms }: Topic): string {
  return terms.slice(0, NAMING).join(' · ');
}

function restTerms({ title, terms }: Topic): string {
  return terms.slice(title === null ? NAMING : 0).join(' · ');
}
