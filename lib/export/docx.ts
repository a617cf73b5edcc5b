/** A Word document: title, chapters as headings, bold names, times as links. Office Open XML, ECMA-376, from own templates. */
import { formatClock } from '../transcript/format-time';
import type { Transcript } from '../transcript/types';
import { type Block, FROM_CAPTIONS, sectionsOf } from './blocks';
import { watchLink } from './links';
import { directionOf, escapeMarkup } from './markup';
import { type ExportOptions, showsSpeakers, showsTimes } from './options';
import { zipFiles } from './zip';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PARTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${PARTS}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${PARTS}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

function heading(id: string, name: string, level: number, size: number): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="${level}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;
}

const STYLES = `${XML}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${heading('Title', 'Title', 0, 40)}${heading('Heading1', 'heading 1', 0, 28)}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`;

export function toDocx(transcript: Transcript, options: ExportOptions = {}): Uint8Array<ArrayBuffer> {
  const body = new Body(transcript, options);
  const document = body.write();
  return zipFiles(
    new Map([
      ['[Content_Types].xml', TYPES],
      ['_rels/.rels', RELATIONS],
      ['word/document.xml', document],
      ['word/styles.xml', STYLES],
      ['word/_rels/document.xml.rels', body.relations()],
      ['docProps/core.xml', coreProperties(transcript, options)],
    ]),
  );
}

class Body {
  private readonly links: string[] = [];
  private readonly direction: string;

  constructor(
    private readonly transcript: Transcript,
    private readonly options: ExportOptions,
  ) {
    this.direction = directionOf(transcript.language) === 'rtl' ? '<w:bidi/>' : '';
  }

  write(): string {
    const { title } = this.options;
    const parts: string[] = title ? [this.paragraph(run(title), 'Title')] : [];
    for (const { chapter, blocks } of sectionsOf(this.transcript)) {
      if (chapter !== null) parts.push(this.paragraph(run(chapter.title), 'Heading1'));
      for (const block of blocks) parts.push(this.block(block));
    }
    const page =
      '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';
    return `${XML}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${parts.join('')}${page}</w:body></w:document>`;
  }

  /** Targets of links stand in a part of their own. */
  relations(): string {
    const styles = `<Relationship Id="rStyles" Type="${R}/styles" Target="styles.xml"/>`;
    const links = this.links.map(
      (link, index) =>
        `<Relationship Id="rLink${index}" Type="${R}/hyperlink" Target="${escapeMarkup(link)}" TargetMode="External"/>`,
    );
    return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${styles}${links.join('')}</Relationships>`;
  }

  private block({ speaker, startsTurn, time, text, fromCaptions }: Block): string {
    const name = showsSpeakers(this.options) && speaker !== null && startsTurn ? run(`${speaker}: `, '<w:b/>') : '';
    const clock = showsTimes(this.options) && time !== null ? this.link(time) : '';
    const borrowed = fromCaptions ? run(`${FROM_CAPTIONS} `, '<w:i/>') : '';
    return this.paragraph(name + clock + borrowed + run(text));
  }

  private link(time: number): string {
    const link = watchLink(this.transcript.videoId, time);
    if (link === null) return run(`${formatClock(time)} `);
    this.links.push(link);
    const inner = run(formatClock(time), '<w:rStyle w:val="Hyperlink"/>');
    return `<w:hyperlink r:id="rLink${this.links.length - 1}">${inner}</w:hyperlink>${run(' ')}`;
  }

  private paragraph(content: string, style?: string): string {
    const properties = `${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}${this.direction}`;
    return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
  }
}

function run(text: string, properties = ''): string {
  const rules = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${rules}<w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`;
}

function coreProperties({ language }: Transcript, { title, channel }: ExportOptions): string {
  const tags = [
    title ? `<dc:title>${escapeMarkup(title)}</dc:title>` : '',
    channel ? `<dc:creator>${escapeMarkup(channel)}</dc:creator>` : '',
    language === 'und' ? '' : `<dc:language>${escapeMarkup(language)}</dc:language>`,
  ];
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${tags.join('')}</cp:coreProperties>`;
}
