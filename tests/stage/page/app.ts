/** The frame around the pages: masthead, page manager, and the pages that have no player. */
import { h, icon, icons } from './dom';

export interface App {
  readonly root: HTMLElement;
  readonly pages: HTMLElement;
  readonly browse: HTMLElement;
  readonly shorts: HTMLElement;
}

/** Fills the skeleton's `ytd-app`. */
export function buildApp(): App {
  const root = document.querySelector<HTMLElement>('ytd-app') ?? h('ytd-app');
  const browse = h('ytd-browse', { class: 'style-scope ytd-page-manager', hidden: '' });
  const shorts = h('ytd-shorts', { class: 'style-scope ytd-page-manager', hidden: '' });
  const pages = h('ytd-page-manager', { id: 'page-manager', class: 'style-scope ytd-app' }, browse, shorts);
  root.replaceChildren(h('div', { id: 'content' }, h('div', { id: 'masthead-container' }, masthead()), pages));
  root.removeAttribute('disable-upgrade');
  document.querySelector('#player.skeleton')?.remove();
  return { root, pages, browse, shorts };
}

function masthead(): HTMLElement {
  const field = h('input', {
    name: 'search_query',
    placeholder: 'Search',
    'aria-label': 'Search',
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': 'false',
  });
  return h(
    'ytd-masthead',
    { id: 'masthead', class: 'style-scope ytd-app' },
    h(
      'div',
      { id: 'start' },
      h('button', { 'aria-label': 'Guide', class: 'stage-icon' }, icon(icons.menu)),
      h('a', { id: 'logo', href: '/', 'aria-label': 'Home' }, h('span', { class: 'stage-logo' }), 'Stage'),
    ),
    h(
      'div',
      { id: 'center' },
      h(
        'form',
        { class: 'stage-search', action: '/results' },
        field,
        h('button', { 'aria-label': 'Search', type: 'submit' }, icon(icons.search)),
      ),
    ),
    h('div', { id: 'end' }, h('button', { class: 'stage-pill' }, 'Create'), h('div', { class: 'stage-avatar' })),
  );
}

/** Home, results, channel and playlist pages: a grid of links to videos. */
export function fillBrowse(browse: HTMLElement, ids: readonly string[], onFollow: (id: string) => void): void {
  const cards = (ids.length > 0 ? ids : ['']).map((id) => {
    const link = h(
      'a',
      { href: id ? `/watch?v=${id}` : '/', class: 'stage-card' },
      h('div', { class: 'stage-thumb' }),
      h('div', { class: 'stage-lines' }, h('i', {}), h('i', {})),
    );
    link.addEventListener('click', (event) => {
      event.preventDefault();
      if (id) onFollow(id);
    });
    return link;
  });
  browse.replaceChildren(h('div', { id: 'contents' }, ...cards));
}
