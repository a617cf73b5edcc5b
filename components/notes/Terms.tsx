import type { JSX } from 'preact';
import type { TermTrack } from '@/lib/notes/outline';
import { OUTLINE_WORDS } from './words';

const HEIGHT = 18;

/** How often terms are spoken along the episode. */
export function Terms({ terms }: { readonly terms: readonly TermTrack[] }): JSX.Element | null {
  if (terms.length === 0) return null;
  return (
    <section class="outline-part">
      <h3 class="outline-heading">{OUTLINE_WORDS.terms}</h3>
      <ul class="terms">
        {terms.map((term) => (
          <li key={term.text} class="term">
            <bdi class="term-name">{term.text}</bdi>
            <Bars counts={term.counts} />
            <span class="term-count">{term.count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Bars({ counts }: { readonly counts: readonly number[] }): JSX.Element {
  const most = Math.max(1, ...counts);
  return (
    <svg
      class="bars"
      viewBox={`0 0 ${counts.length * 3} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={counts.map((count, at) => `M${at * 3 + 1} ${HEIGHT}v${-Math.max(0.6, (count / most) * HEIGHT)}`).join('')}
      />
    </svg>
  );
}
