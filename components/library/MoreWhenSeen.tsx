import { useEffect, useRef } from 'preact/hooks';
import { WORDS } from './words';

/** Stands after a list and asks for more when it comes near the window; also a button, for keyboards and for a slow network. */
export function MoreWhenSeen({ onSeen }: { readonly onSeen: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef(onSeen);
  latest.current = onSeen;
  useEffect(() => {
    if (!button.current) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watch.disconnect();
        latest.current();
      },
      { rootMargin: '600px' },
    );
    watch.observe(button.current);
    return () => watch.disconnect();
  }, []);
  return (
    <button ref={button} type="button" class="link more" data-step onClick={onSeen}>
      {WORDS.more}
    </button>
  );
}
