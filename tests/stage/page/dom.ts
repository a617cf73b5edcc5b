/** Builds elements without any HTML sink: the page forbids them by Trusted Types, as the site does. */

type Child = Node | string | null;

/** Attributes with an empty value are set as flags; `undefined` ones are left out. */
export function h(tag: string, attributes: Record<string, string | undefined> = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** An icon on YouTube's 24 grid. */
export function icon(path: string, size = 24): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(space, 'path');
  shape.setAttribute('d', path);
  shape.setAttribute('fill', 'currentColor');
  svg.append(shape);
  return svg;
}

export const icons = {
  menu: 'M21 6H3V5h18v1zm0 5H3v1h18v-1zm0 6H3v1h18v-1z',
  search: 'M20.9 19.7l-5.1-5.1a7 7 0 1 0-1.2 1.2l5.1 5.1 1.2-1.2zM5 10.5a5.5 5.5 0 1 1 11 0 5.5 5.5 0 0 1-11 0z',
  play: 'M8 5v14l11-7z',
  pause: 'M7 5h3.6v14H7zM13.4 5H17v14h-3.6z',
  next: 'M6 18l8.5-6L6 6v12zM16 6v12h2V6h-2z',
  volume:
    'M3 9v6h4l5 5V4L7 9H3zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.5 4.5 0 0 0 2.5-4zM14 3.2v2.1a7 7 0 0 1 0 13.4v2.1a9 9 0 0 0 0-17.6z',
  captions:
    'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zm3 5v4h4v-1.2H8.4v-1.6H11V10H7zm6 0v4h4v-1.2h-2.6v-1.6H17V10h-4z',
  settings:
    'M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zm8.4 5l1.6 1.3-2 3.4-2-.7-1.6 1-.4 2.1h-4l-.4-2.1-1.6-1-2 .7-2-3.4 1.6-1.3v-2L6 9.2l2-3.4 2 .7 1.6-1 .4-2.1h4l.4 2.1 1.6 1 2-.7 2 3.4-1.6 1.3z',
  theater: 'M3 6h18v12H3V6zm1.6 1.6v8.8h14.8V7.6H4.6z',
  fullscreen: 'M4 4h6v1.6H5.6V10H4V4zm10 0h6v6h-1.6V5.6H14V4zM4 14h1.6v4.4H10V20H4v-6zm14.4 0H20v6h-6v-1.6h4.4V14z',
  like: 'M18.8 11h-5l1-4.5a1.8 1.8 0 0 0-3.2-1.4L7 11H3v10h14.4a3 3 0 0 0 3-2.4l1-5a2.2 2.2 0 0 0-2.6-2.6zM7 20H4v-8h3v8z',
  share:
    'M15 5.6L20.7 11 15 16.4V13h-1c-4 0-7 1.2-9 4.7C5.6 13 8.4 9 14 9h1V5.6M14 3v5c-6.2.3-10.5 4.9-11 13 2.6-4.8 5.6-7 11-7v5l8-8-8-8z',
  more: 'M7.5 12a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zm4.5-1.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3zm6 0a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
  close: 'M12.7 12l6.6 6.6-.7.7-6.6-6.6-6.6 6.6-.7-.7 6.6-6.6-6.6-6.6.7-.7 6.6 6.6 6.6-6.6.7.7z',
} as const;
