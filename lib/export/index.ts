/** The forms in which a transcript leaves. */
import type { Transcript } from '../transcript/types';
import { toCsv } from './csv';
import { toDocx } from './docx';
import { toEpub } from './epub';
import { toHtml } from './html';
import { toJson } from './json';
import { toMarkdown } from './markdown';
import type { ExportOptions } from './options';
import { toPlainText } from './plain-text';
import { toSrt } from './srt';
import { toWebVtt } from './webvtt';

export { type FileNameParts, fileName } from './file-name';
export { watchLink } from './links';
export type { ExportOptions } from './options';
export { copyAsQuote, copyWords, linkToWord } from './quote';

export interface ExportFormat {
  /** Also the file's extension. */
  readonly id: 'txt' | 'md' | 'srt' | 'vtt' | 'json' | 'csv' | 'html' | 'docx' | 'epub';
  /** For a reader. */
  readonly name: string;
  readonly mediaType: string;
  /** Null when the transcript has no times and the form cannot be without. */
  readonly write: (transcript: Transcript, options: ExportOptions) => string | Uint8Array<ArrayBuffer> | null;
}

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { id: 'md', name: 'Markdown with links', mediaType: 'text/markdown', write: toMarkdown },
  { id: 'txt', name: 'Plain text', mediaType: 'text/plain', write: toPlainText },
  { id: 'srt', name: 'SubRip subtitles', mediaType: 'application/x-subrip', write: toSrt },
  { id: 'vtt', name: 'WebVTT captions', mediaType: 'text/vtt', write: toWebVtt },
  {
    id: 'docx',
    name: 'Word document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: toDocx,
  },
  { id: 'epub', name: 'E-book (EPUB)', mediaType: 'application/epub+zip', write: toEpub },
  { id: 'html', name: 'Web page', mediaType: 'text/html', write: toHtml },
  { id: 'csv', name: 'Table (CSV)', mediaType: 'text/csv', write: toCsv },
  { id: 'json', name: 'Readalong transcript (JSON)', mediaType: 'application/json', write: toJson },
];

export function exportFormat(id: string): ExportFormat | null {
  return EXPORT_FORMATS.find((format) => format.id === id) ?? null;
}
