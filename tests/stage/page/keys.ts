/** The page's own keyboard listeners: in capture phase, on window and document, as the site has them. */
import { togglePlay } from './controls';
import type { Player } from './player';
import type { SeenKey } from './stage-state';

/** Records every key event into `seen` and does what YouTube does with it. */
export function listenToKeys(player: Player, seen: SeenKey[]): void {
  const record = (phase: SeenKey['phase']) => (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    seen.push({
      type: event.type,
      key: event.key,
      code: event.code,
      target: target ? `${target.localName}${target.id ? `#${target.id}` : ''}` : 'window',
      trusted: event.isTrusted,
      phase,
    });
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(type, record('window-capture'), true);
    document.addEventListener(type, record('document-capture'), true);
    document.addEventListener(type, record('document-bubble'));
  }
  document.addEventListener('keydown', (event) => act(player, event), true);
}

/** A closed shadow root hides the field that has the focus: its host is the target, and the key is taken as a shortcut. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['input', 'textarea', 'select'].includes(target.localName);
}

function act(player: Player, event: KeyboardEvent): void {
  if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const onPlayer =
    event.target instanceof Element && (event.target === document.body || player.element.contains(event.target));
  const actions: Record<string, () => void> = {
    k: () => togglePlay(player),
    ' ': () => togglePlay(player),
    j: () => player.seek(player.time() - 10),
    l: () => player.seek(player.time() + 10),
    m: () => {
      player.media.muted = !player.media.muted;
    },
    c: () => player.captions.toggle(),
    f: () => void window.__stage.setFullscreen(!document.querySelector('[fullscreen]')),
    t: () => window.__stage.setTheater(!document.querySelector('[theater]')),
    '/': () => document.querySelector<HTMLElement>('#masthead input')?.focus(),
    Home: () => player.seek(0),
    End: () => player.seek(player.duration()),
  };
  if (onPlayer) {
    actions.ArrowLeft = () => player.seek(player.time() - 5);
    actions.ArrowRight = () => player.seek(player.time() + 5);
  }
  if (/^[0-9]$/.test(event.key)) actions[event.key] = () => player.seek((player.duration() * Number(event.key)) / 10);
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}
