/** Outline icons on a 24 grid, drawn with the text's colour. */
const PATHS = {
  library: ['M5 4.5v15', 'M10 4.5v15', 'M14.5 5l4.7 14.5'],
  import: ['M12 4v11', 'M7.8 11l4.2 4 4.2-4', 'M4 15.5v2.5a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2.5'],
  export: ['M12 15V4', 'M7.8 8l4.2-4 4.2 4', 'M4 15.5v2.5a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2.5'],
  settings: [
    'M4 8h9.5',
    'M18.5 8H20',
    'M4 16h1.5',
    'M10.5 16H20',
    'M16 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
    'M8 13.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  ],
  search: ['M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z', 'M15.4 15.4l5 5'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  down: ['M6.5 9.5l5.5 5.5 5.5-5.5'],
  back: ['M14.5 5.5L8 12l6.5 6.5'],
  check: ['M5 12.8l4.4 4.4L19 7.4'],
  merge: ['M6 4.5c0 5.5 6 5 6 9.5', 'M18 4.5c0 5.5-6 5-6 9.5', 'M12 14v5.5', 'M9 16.7l3 3 3-3'],
  captions: [
    'M6 6h12a2.5 2.5 0 0 1 2.5 2.5v7A2.5 2.5 0 0 1 18 18H6a2.5 2.5 0 0 1-2.5-2.5v-7A2.5 2.5 0 0 1 6 6Z',
    'M10.7 10.6a2 2 0 1 0 0 2.8',
    'M16.9 10.6a2 2 0 1 0 0 2.8',
  ],
  note: ['M7 4h10a1 1 0 0 1 1 1v15l-6-4.2L6 20V5a1 1 0 0 1 1-1Z'],
  file: ['M6.5 3.5h7.5l4.5 4.5v11.5a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1Z', 'M9 12h6', 'M9 15.5h6'],
  clock: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z', 'M12 7.5V12l3 2'],
  trash: ['M4.5 7h15', 'M9.5 7V4.5h5V7', 'M6.5 7l.9 12.5h9.2L17.5 7'],
  open: ['M9 6.5H5.5v12h12V15', 'M13 4.5h6.5V11', 'M19 5l-8 8'],
  attach: ['M9.5 14.5l5-5', 'M11 7.5l2-2a4 4 0 0 1 5.6 5.6l-2 2', 'M13 16.5l-2 2a4 4 0 0 1-5.6-5.6l2-2'],
  print: ['M7 9V4h10v5', 'M7 17H4.5V9h15v8H17', 'M7 14h10v6H7z'],
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
