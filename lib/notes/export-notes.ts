/** Notes as Markdown: what people paste into their own files, with a link to the second and the speaker's name. */
import { formatClock } from '../transcript/format-time';
import type { EpisodeId } from '../transcript/units';
import type { NoteKind, NoteView } from './note-views';

export interface NotesExport {
  readonly title: string;
  readonly videoId: EpisodeId;
  readonly channel: string;
  readonly notes: readonly NoteView[];
}

/** Sections in the order in which they are written. */
const SECTIONS: readonly (readonly [heading: string, kinds: readonly NoteKind[]])[] = [
  ['Mine', ['highlight', 'note', 'bookmark']],
  ['In short', ['gist']],
  ['Chapters', ['chapter', 'description']],
  ['Big reveals', ['reveal']],
  ['Key insights', ['insight']],
  ['Worth remembering', ['remember']],
  ['Questions and answers', ['question', 'answer']],
  ['Takeaways', ['takeaway']],
  ['Summary', ['summary']],
  ['Quotes', ['quote']],
  ['Recommended', ['recommendation']],
  ['Links', ['link']],
];
/** Signs that Markdown would take for its own. */
const SPECIAL = /[\\`*_[\]<>#|~]/g;
/** What stands at a line's start and would make a list or a heading of it. */
const LIST_MARK = /^[-+=](?=\s|$|[-=])/;
const LIST_NUMBER = /^(\d{1,9})([.)])/;

export function notesToMarkdown({ title, videoId, channel, notes }: NotesExport): string {
  const video = `https://www.youtube.com/watch?v=${videoId}`;
  const head = [`# ${plain(title)}`, '', `${channel === '' ? '' : `${plain(channel)} · `}<${video}>`];
  const sections = SECTIONS.flatMap(([heading, kinds]) => {
    const own = notes.filter((note) => kinds.includes(note.kind));
    return own.length === 0 ? [] : ['', `## ${heading}`, '', ...own.flatMap((note) => lines(note, videoId))];
  });
  return `${[...head, ...sections].join('\n').trimEnd()}\n`;
}

function lines(note: NoteView, videoId: EpisodeId): string[] {
  switch (note.kind) {
    case 'quote':
    case 'highlight':
      return quote(note, videoId);
    case 'note':
      return note.comment === '' ? [bullet(plain(note.text), note, videoId)] : quote(note, videoId);
    case 'bookmark':
      return [bullet(note.text === '' ? 'Bookmark' : plain(note.text), note, videoId)];
    case 'question':
      return [bullet(`**${plain(note.text)}**`, note, videoId)];
    case 'answer':
      return [`  ${bullet(plain(note.text), note, videoId).slice(2)}`];
    case 'link':
      return [`- ${link(note)}${note.comment === '' ? '' : ` – ${plain(note.comment)}`}`];
    case 'recommendation':
      return [bullet(`${link(note)}${note.comment === '' ? '' : ` – ${plain(note.comment)}`}`, note, videoId)];
    default:
      return [bullet(plain(note.text), note, videoId)];
  }
}

function link({ text, url }: NoteView): string {
  return url === null ? plain(text) : `[${plain(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

function bullet(text: string, note: NoteView, videoId: EpisodeId): string {
  const place = placeLink(note, videoId);
  return `- ${text}${place === '' ? '' : ` (${place})`}`;
}

function quote(note: NoteView, videoId: EpisodeId): string[] {
  const by = [note.speaker === null ? '' : plain(note.speaker), placeLink(note, videoId)].filter((part) => part !== '');
  const said = plain(note.text).split('\n');
  const tail = by.length > 0 ? ['>', `> — ${by.join(', ')}`] : [];
  const comment = note.comment === '' ? [] : ['', plain(note.comment)];
  return [...said.map((line) => `> ${line}`), ...tail, ...comment, ''];
}

/** Never more sure than the place is. */
function placeLink({ places, state, kind }: NoteView, videoId: EpisodeId): string {
  const [place] = places;
  if (!place || place.start === null) return state === 'not-found' && kind !== 'link' ? 'not found in the episode' : '';
  const clock = formatClock(place.start);
  const time = `[${clock}](https://youtu.be/${videoId}?t=${Math.floor(place.start / 1000)})`;
  if (state === 'topic') return `probably ${time}`;
  return place.isRough ? `≈ ${time}` : time;
}

/** So that the text reads as it is. */
function plain(text: string): string {
  return text.replace(SPECIAL, '\\$&').replace(LIST_MARK, '\\$&').replace(LIST_NUMBER, '$1\\$2');
}
