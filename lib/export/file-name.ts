export interface FileNameParts {
  /** The video's title, if known. */
  readonly title?: string | null;
  /** Stands for the title where there is none. */
  readonly videoId: string;
  /** What is in the file: "transcript", "notes". */
  readonly content: string;
  /** BCP 47 tag; left out when `und`. */
  readonly language?: string;
  /** Without a dot. */
  readonly extension: string;
}

/** Bytes of UTF-8 that every file system takes with room for a folder, and " (2)" added by the browser. */
const LONGEST = 180;

/** Names that Windows keeps for devices. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** `Title (transcript, en).md`: says what it is, and can be saved anywhere. */
export function fileName({ title, videoId, content, language, extension }: FileNameParts): string {
  const tag = language === undefined || language === 'und' ? '' : `, ${language}`;
  const ending = ` (${content}${tag}).${extension}`;
  const base = shorten(cleanName(title ?? ''), LONGEST - ending.length) || videoId;
  return `${DEVICES.test(base) ? `_${base}` : base}${ending}`;
}

function cleanName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
}

/** Cuts between characters, at a space where one is near, so that the UTF-8 bytes are within bounds. */
function shorten(name: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > most) {
      const space = kept.lastIndexOf(' ');
      return (space > kept.length * 0.7 ? kept.slice(0, space) : kept).replace(/[ .]+$/, '');
    }
    kept += character;
  }
  return kept;
}
