/** Outline icons, drawn for this panel on a 24 grid with a 1.75 stroke and round ends. Decoration: buttons carry labels. */
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

function dot(x: number, y: number): string {
  return `M${x} ${y}h.01`;
}

const FRAME =
  'M6.5 4.5h11a2.5 2.5 0 0 1 2.5 2.5v10a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17V7a2.5 2.5 0 0 1 2.5-2.5z';

export const SearchIcon = /* @__PURE__ */ icon('M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z', 'M15.3 15.3 20 20');
export const CollapseIcon = /* @__PURE__ */ icon(FRAME, 'M15 4.5v15', 'm8.5 9.5 2.5 2.5-2.5 2.5');
export const ExpandIcon = /* @__PURE__ */ icon(FRAME, 'M15 4.5v15', 'm11 9.5-2.5 2.5 2.5 2.5');
export const CollapseUpIcon = /* @__PURE__ */ icon(FRAME, 'M4 9h16', 'm9.5 15.5 2.5-2.5 2.5 2.5');
export const CaptionsIcon = /* @__PURE__ */ icon(
  'M6.5 5.5h11A2.5 2.5 0 0 1 20 8v8a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 16V8a2.5 2.5 0 0 1 2.5-2.5z',
  'M10.8 10.6a2 2 0 1 0 0 2.8',
  'M16.8 10.6a2 2 0 1 0 0 2.8',
);
export const UpIcon = /* @__PURE__ */ icon('m6 14.5 6-6 6 6');
export const DownIcon = /* @__PURE__ */ icon('m6 9.5 6 6 6-6');
export const LeftIcon = /* @__PURE__ */ icon('m14.5 6-6 6 6 6');
export const RightIcon = /* @__PURE__ */ icon('m9.5 6 6 6-6 6');
export const CloseIcon = /* @__PURE__ */ icon('m6 6 12 12', 'M18 6 6 18');
export const BackIcon = /* @__PURE__ */ icon('M20 12H4.5', 'm11 5.5-6.5 6.5 6.5 6.5');
export const ArrowUpIcon = /* @__PURE__ */ icon('M12 20V4.5', 'm5.5 11 6.5-6.5 6.5 6.5');
export const ArrowDownIcon = /* @__PURE__ */ icon('M12 4v15.5', 'm5.5 13 6.5 6.5 6.5-6.5');
export const ImportIcon = /* @__PURE__ */ icon(
  'M12 3.5v11',
  'm7.5 10.5 4.5 4.5 4.5-4.5',
  'M4 15.5V18a2.5 2.5 0 0 0 2.5 2.5h11A2.5 2.5 0 0 0 20 18v-2.5',
);
export const MergeIcon = /* @__PURE__ */ icon('m5 4 6 7.5', 'm19 4-7 8.5V21', 'm8.5 17.5 3.5 3.5 3.5-3.5');
export const CheckIcon = /* @__PURE__ */ icon('m5 12.5 4.5 4.5L19.5 7');
export const PauseIcon = /* @__PURE__ */ icon('M9 6.5v11', 'M15 6.5v11');
export const LibraryIcon = /* @__PURE__ */ icon('M5 4.5v15', 'M10 4.5v15', 'm14.5 5 4.5 14.5');
export const SettingsIcon = /* @__PURE__ */ icon(
  'M4 8h8.5',
  'M18.5 8H20',
  'M15.5 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  'M4 16h1.5',
  'M11.5 16H20',
  'M8.5 13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
);
export const KeyboardIcon = /* @__PURE__ */ icon(
  'M4.5 6.5h15a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16V8a1.5 1.5 0 0 1 1.5-1.5z',
  dot(7, 10.5),
  dot(12, 10.5),
  dot(17, 10.5),
  'M8.5 14h7',
);
export const InfoIcon = /* @__PURE__ */ icon(
  'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z',
  'M12 11.5v4.5',
  dot(12, 8),
);
export const TranslateIcon = /* @__PURE__ */ icon(
  'M4 6.5h9',
  'M8.5 4v2.5',
  'M11.5 6.5C10.5 10 8 13 4.5 14.5',
  'M6 9.5c1 2 3 3.8 5 4.5',
  'm12 20 4-9.5 4 9.5',
  'M13.4 17h5.2',
);
export const FileIcon = /* @__PURE__ */ icon(
  'M7 3.5h6.5L18.5 8.5V18a2.5 2.5 0 0 1-2.5 2.5H8A2.5 2.5 0 0 1 5.5 18V5A1.5 1.5 0 0 1 7 3.5z',
  'M13 4v5h5',
  'M9 13h6',
  'M9 16.5h4',
);
export const CopyIcon = /* @__PURE__ */ icon(
  'M10.5 8.5h8a1.5 1.5 0 0 1 1.5 1.5v8.5a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 9 18.5V10a1.5 1.5 0 0 1 1.5-1.5z',
  'M5.5 15.5A1.5 1.5 0 0 1 4 14V5.5A1.5 1.5 0 0 1 5.5 4H14a1.5 1.5 0 0 1 1.5 1.5',
);
export const WarningIcon = /* @__PURE__ */ icon('M12 4.5 20.5 19h-17z', 'M12 10v4', dot(12, 16.5));
export const ClockIcon = /* @__PURE__ */ icon('M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z', 'M12 7.5V12l3 2');
export const RetryIcon = /* @__PURE__ */ icon('M19.5 12a7.5 7.5 0 1 1-2.3-5.4', 'M19.5 3.5v4h-4');

/** The three dots are filled rather than drawn: at 20 px strokes would blur them. */
export function MoreIcon(): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="currentColor" stroke="none">
      <circle cx="12" cy="5.2" r="1.45" fill="currentColor" />
      <circle cx="12" cy="12" r="1.45" fill="currentColor" />
      <circle cx="12" cy="18.8" r="1.45" fill="currentColor" />
    </svg>
  );
}
