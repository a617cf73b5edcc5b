/** One state of the notes or outline tab in the panel's frame, chosen by the query, as `?state=notes&theme=dark`. */
import { render } from 'preact';
import { NotesTab } from '@/components/notes/NotesTab';
import { OutlineTab } from '@/components/notes/OutlineTab';
import { sidebarStyles } from '@/components/sidebar/styles';
import { at, MORE, NOTES, OUTLINE } from '../../notes/made-notes';

const query = new URLSearchParams(location.search);
const state = query.get('state') ?? 'notes';
const theme = query.get('theme') ?? 'light';
const nothing = () => {};
const actions = {
  onGo: nothing,
  onAccept: nothing,
  onPin: nothing,
  onUnpin: nothing,
  onForgetPin: nothing,
  onChange: nothing,
  onRemove: nothing,
};
const notes = {
  ...actions,
  time: at('13:28'),
  isFinding: false,
  pages: [],
  message: '',
  onRemovePage: nothing,
  onReadText: nothing,
  onReadFile: nothing,
  onExport: nothing,
};
const outline = {
  speakers: ['Tom Okafor', 'Mara Lindqvist'],
  duration: at('31:21'),
  time: at('14:00'),
  onSeek: nothing,
  onShowWords: nothing,
  onSummarise: nothing,
};

const STATES: Record<string, () => preact.ComponentChild> = {
  notes: () => <NotesTab {...notes} notes={NOTES} />,
  more: () => <NotesTab {...notes} notes={MORE} />,
  empty: () => <NotesTab {...notes} notes={[]} />,
  finding: () => <NotesTab {...notes} notes={[]} isFinding />,
  paste: () => <NotesTab {...notes} notes={[]} />,
  outline: () => <OutlineTab {...outline} outline={OUTLINE} summary={null} />,
  chapters: () => (
    <OutlineTab
      {...outline}
      outline={{
        ...OUTLINE,
        topics: OUTLINE.topics.map((topic, each) => ({
          ...topic,
          title: ['Who kept the light', 'The sun valve', 'Counting the keepers'][each] ?? '',
        })),
      }}
      summary={{
        state: 'ready',
        sentences: [
          { text: 'Lamps learnt to sleep by themselves.', start: at('12:29'), firstWord: 840, isSure: false },
          { text: 'The sea was calm.', start: null, firstWord: null, isSure: false },
        ],
      }}
    />
  ),
};

document.body.style.cssText = `margin:0;padding:16px;background:${theme === 'dark' ? '#0f0f0f' : '#efefee'}`;
const host = document.createElement('div');
host.style.cssText = `display:block;width:${query.get('width') ?? 402}px;height:556px`;
document.body.append(host);
const root = host.attachShadow({ mode: 'open' });
const style = document.createElement('style');
style.textContent = sidebarStyles;
const frame = document.createElement('div');
frame.style.height = '100%';
root.append(style, frame);
render(
  <div class="readalong" data-theme={theme} data-layout="columns">
    <section class="panel" aria-label="Panel">
      <div class="front">
        <div class="main">
          <div class="page">{STATES[state]?.()}</div>
        </div>
      </div>
    </section>
  </div>,
  frame,
);
if (state === 'paste') root.querySelector<HTMLElement>('.note-foot .quiet')?.click();
if (state === 'outline') root.querySelectorAll<HTMLElement>('.topic-toggle')[0]?.click();
if (state === 'more') root.querySelectorAll<HTMLElement>('.note-head .icon')[0]?.click();
