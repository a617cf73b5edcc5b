/** Icons of notes, on the same 24 grid and with the same stroke as the panel's. */
import type { JSX } from 'preact';

function icon(...paths: readonly string[]): () => JSX.Element {
  return () => (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

const BUBBLE = 'M6 5h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6.5L8 20v-3H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z';
const CIRCLE = 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z';

export const QuoteIcon = /* @__PURE__ */ icon(
  'M9.5 8.5H5.5v5h4v-5.5c0 4-1 6-3.5 7.5',
  'M18.5 8.5h-4v5h4v-5.5c0 4-1 6-3.5 7.5',
);
export const InsightIcon = /* @__PURE__ */ icon(
  'M12 3.5a6 6 0 0 1 3.4 10.9c-.6.5-.9 1-.9 1.7v.4h-5v-.4c0-.7-.3-1.2-.9-1.7A6 6 0 0 1 12 3.5z',
  'M10 20h4',
);
export const QuestionIcon = /* @__PURE__ */ icon(
  CIRCLE,
  'M9.6 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.8',
  'M12 16.6h.01',
);
export const AnswerIcon = /* @__PURE__ */ icon(BUBBLE, 'm8.5 11 2.5 2.5 4.5-4.5');
export const NoteIcon = /* @__PURE__ */ icon('M5 4.5h14v10l-5 5H5z', 'M14 19.5v-5h5', 'M8.5 9h7', 'M8.5 12.5h3.5');
export const ChapterIcon = /* @__PURE__ */ icon('M5 7h14', 'M5 12h14', 'M5 17h8');
export const BookIcon = /* @__PURE__ */ icon('M5.5 5.5A2 2 0 0 1 7.5 4H19v13H7.5a2 2 0 0 0 0 4H19', 'M5.5 5.5V19');
export const LinkIcon = /* @__PURE__ */ icon(
  'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 1 0 13 5.3l-1 1',
  'M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 1 0 11 18.7l1-1',
);
export const BookmarkIcon = /* @__PURE__ */ icon('M7 4.5h10V20l-5-4-5 4z');
export const HighlightIcon = /* @__PURE__ */ icon('m14.5 4.5 5 5L11 18H6v-5z', 'M5 20.5h14');
export const NearlyIcon = /* @__PURE__ */ icon(
  'M4.5 10c2.5-3 5-3 7.5 0s5 3 7.5 0',
  'M4.5 15c2.5-3 5-3 7.5 0s5 3 7.5 0',
);
export const MovedIcon = /* @__PURE__ */ icon(
  'M5 9h13',
  'm14.5 5.5 3.5 3.5-3.5 3.5',
  'M19 16H6',
  'm9.5 12.5-3.5 3.5 3.5 3.5',
);
export const PinIcon = /* @__PURE__ */ icon('M9 4h6l-1 6 3.5 3.5h-11L10 10z', 'M12 13.5V20');
export const PasteIcon = /* @__PURE__ */ icon(
  'M8.5 5.5H7a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-11a2 2 0 0 0-2-2h-1.5',
  'M8.5 4h7v3.5h-7z',
);
export const ExportIcon = /* @__PURE__ */ icon(
  'M12 14.5v-11',
  'm7.5 8 4.5-4.5L16.5 8',
  'M4 15.5V18a2.5 2.5 0 0 0 2.5 2.5h11A2.5 2.5 0 0 0 20 18v-2.5',
);
