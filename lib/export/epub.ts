/** An e-book, EPUB 3.3: a page for each chapter, contents, names in bold, times as links. From own templates. */
import { formatClock } from '../transcript/format-time';
import type { Transcript } from '../transcript/types';
import { type Block, FROM_CAPTIONS, type Section, sectionsOf } from './blocks';
import { watchLink } from './links';
import { directionOf, escapeMarkup } from './markup';
import { type ExportOptions, showsSpeakers, showsTimes } from './options';
import { zipFiles } from './zip';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

const CONTAINER = `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

const STYLE = 'body{line-height:1.5}p{margin:0 0 .8em}.time{font-size:.8em;text-decoration:none}';

export interface EpubOptions extends ExportOptions {
  /** Milliseconds since 1970: when the book was made. Default: 1 January 2000, so that the same content gives the same bytes. */
  readonly modified?: number;
}

/** Blocks on one page of a book without chapters: readers turn pages slowly when they are long. */
const BLOCKS_A_PAGE = 120;

interface Page {
  readonly file: string;
  readonly title: string;
  readonly isChapter: boolean;
  readonly blocks: readonly Block[];
}

export function toEpub(transcript: Transcript, options: EpubOptions = {}): Uint8Array<ArrayBuffer> {
  const title = options.title || 'Transcript';
  const pages = pagesOf(sectionsOf(transcript), title);
  const files = new Map([
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', CONTAINER],
    ['EPUB/package.opf', packageFile(transcript, options, title, pages)],
    ['EPUB/nav.xhtml', contents(transcript, title, pages)],
    ['EPUB/style.css', STYLE],
  ]);
  for (const page of pages) files.set(`EPUB/${page.file}`, pageFile(transcript, options, page));
  return zipFiles(files, new Set(['mimetype']));
}

function pagesOf(sections: readonly Section[], title: string): Page[] {
  const pages: Page[] = [];
  for (const { chapter, blocks } of sections) {
    for (let from = 0; from < blocks.length; from += BLOCKS_A_PAGE) {
      const own = blocks.slice(from, from + BLOCKS_A_PAGE);
      const clock = own[0]?.time == null ? '' : ` ${formatClock(own[0].time)}`;
      const name = chapter?.title ?? title;
      pages.push({
        file: `page-${pages.length + 1}.xhtml`,
        title: from === 0 ? name : `${name}${clock}`,
        isChapter: from === 0,
        blocks: own,
      });
    }
  }
  return pages.length > 0 ? pages : [{ file: 'page-1.xhtml', title, isChapter: true, blocks: [] }];
}

function packageFile(
  { videoId, language }: Transcript,
  options: EpubOptions,
  title: string,
  pages: readonly Page[],
): string {
  const modified = new Date(options.modified ?? Date.UTC(2000, 0, 1)).toISOString().replace(/\.\d+Z$/, 'Z');
  const creator = options.channel ? `<dc:creator>${escapeMarkup(options.channel)}</dc:creator>` : '';
  const items = pages.map(
    ({ file }, index) => `<item id="p${index + 1}" href="${file}" media-type="application/xhtml+xml"/>`,
  );
  const order = pages.map((_, index) => `<itemref idref="p${index + 1}"/>`);
  const direction = directionOf(language) === 'rtl' ? ' page-progression-direction="rtl"' : '';
  const link = watchLink(videoId);
  const source = link === null ? '' : `<dc:source>${escapeMarkup(link)}</dc:source>`;
  return `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escapeMarkup(language)}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">${escapeMarkup(link ?? `urn:readalong:${videoId}`)}</dc:identifier><dc:title>${escapeMarkup(title)}</dc:title><dc:language>${escapeMarkup(language)}</dc:language>${creator}${source}<meta property="dcterms:modified">${modified}</meta></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="css" href="style.css" media-type="text/css"/>${items.join('')}</manifest><spine${direction}>${order.join('')}</spine></package>`;
}

function contents(transcript: Transcript, title: string, pages: readonly Page[]): string {
  const entries = pages.map(({ file, title: name }) => `<li><a href="${file}">${escapeMarkup(name)}</a></li>`);
  const nav = `<nav epub:type="toc"><h1>${escapeMarkup(title)}</h1><ol>${entries.join('')}</ol></nav>`;
  return xhtml(transcript, title, nav);
}

function pageFile(transcript: Transcript, options: EpubOptions, page: Page): string {
  const head = page.isChapter ? `<h1>${escapeMarkup(page.title)}</h1>` : '';
  const paragraphs = page.blocks.map((block) => paragraph(transcript, block, options));
  return xhtml(transcript, page.title, `<section>${head}${paragraphs.join('\n')}</section>`);
}

function paragraph(
  { videoId }: Transcript,
  { speaker, startsTurn, time, text, fromCaptions }: Block,
  options: ExportOptions,
): string {
  const name = showsSpeakers(options) && speaker !== null && startsTurn ? `<b>${escapeMarkup(speaker)}:</b> ` : '';
  const clock = showsTimes(options) && time !== null ? `${clockLink(videoId, time)} ` : '';
  const borrowed = fromCaptions ? `<i>${FROM_CAPTIONS}</i> ` : '';
  return `<p>${name}${clock}${borrowed}${escapeMarkup(text)}</p>`;
}

function clockLink(videoId: Transcript['videoId'], time: number): string {
  const link = watchLink(videoId, time);
  if (link === null) return `<span class="time">${formatClock(time)}</span>`;
  return `<a class="time" href="${escapeMarkup(link)}">${formatClock(time)}</a>`;
}

function xhtml({ language }: Transcript, title: string, body: string): string {
  const lang = escapeMarkup(language);
  const direction = directionOf(language);
  return `${XML}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${lang}" lang="${lang}" dir="${direction}"><head><title>${escapeMarkup(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head><body>${body}</body></html>`;
}
