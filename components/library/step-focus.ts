/**
 * Keys of the whole page: `/` goes to the search, arrows walk from result to result. True when the key was used.
 * Nothing happens while somebody types elsewhere, or with a modifier held.
 */
export function stepFocus(event: KeyboardEvent, page: HTMLElement | null, field: HTMLInputElement | null): boolean {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement) || !page) return false;
  if (target.closest('dialog')) return false;
  const isTyping = target.matches('input:not([type="checkbox"]), textarea, select');
  if (event.key === '/' && !isTyping && field) {
    field.focus();
    field.select();
    return true;
  }
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || isTyping || !target.matches('[data-step]')) return false;
  const steps = [...page.querySelectorAll<HTMLElement>('[data-step]')];
  const next = steps[steps.indexOf(target) + by];
  if (next) next.focus();
  else if (by < 0) field?.focus();
  return next !== undefined || by < 0;
}
