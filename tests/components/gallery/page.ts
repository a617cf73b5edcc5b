/** The gallery page: one state of the sidebar, chosen by the query, as `?state=following&theme=dark`. */
import { mountSidebar } from '../../../components/sidebar';
import { STATES } from './states';

const query = new URLSearchParams(location.search);
const name = query.get('state') ?? 'following';
const state = STATES[name];
if (!state) throw new Error(`No such state: ${name}. There are: ${Object.keys(STATES).join(', ')}`);
const made = state();
const { width = 402, height = 556 } = made;
const isDark = query.get('theme') === 'dark';
document.body.style.cssText = `margin:0;padding:16px;background:${made.backdrop ?? (isDark ? '#0f0f0f' : '#efefee')}`;
const host = document.createElement('div');
host.style.cssText = `display:block;width:${query.get('width') ?? width}px;height:${height}px`;
document.body.append(host);
const root = host.attachShadow({ mode: 'open' });
const sidebar = mountSidebar(root, { ...made.props, dark: isDark });
Object.assign(window, { sidebar, player: made.props.player, made, root });
made.after?.({ sidebar, root, host });
document.fonts.ready.then(() => requestAnimationFrame(() => Object.assign(window, { ready: true })));
