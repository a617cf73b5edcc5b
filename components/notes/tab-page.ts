import type { JSX } from 'preact';
import { render } from 'preact';

/** A tab's content: it outlives the page that shows it, with what is open in it and how far it was scrolled. */
export class TabPage {
  readonly #content = document.createElement('div');
  #page: HTMLElement | null = null;
  #scrolled = 0;
  #stop: AbortController | null = null;

  get isOpen(): boolean {
    return this.#page !== null;
  }

  attach(page: HTMLElement | null): void {
    if (page === this.#page) return;
    this.#stop?.abort();
    this.#page = page;
    if (!page) return;
    this.#stop = new AbortController();
    page.append(this.#content);
    const { signal } = this.#stop;
    page.addEventListener('scroll', () => (this.#scrolled = page.scrollTop), { signal, passive: true });
  }

  draw(content: JSX.Element): void {
    render(content, this.#content);
    const page = this.#page;
    // Only just come back: the page begins at its top.
    if (page && page.scrollTop !== this.#scrolled) page.scrollTop = this.#scrolled;
  }

  stop(): void {
    this.#stop?.abort();
    render(null, this.#content);
    this.#content.remove();
  }
}
