/** Settings of cues and regions, as https://www.w3.org/TR/webvtt1/ parses them. */

export interface VttRegion {
  id: string;
  /** Percent. */
  width: number;
  lines: number;
  regionAnchorX: number;
  regionAnchorY: number;
  viewportAnchorX: number;
  viewportAnchorY: number;
  scroll: '' | 'up';
}

export interface VttSettings {
  vertical: '' | 'rl' | 'lr';
  snapToLines: boolean;
  line: number | 'auto';
  lineAlign: 'start' | 'center' | 'end';
  /** Percent. */
  position: number | 'auto';
  positionAlign: 'line-left' | 'center' | 'line-right' | 'auto';
  /** Percent. */
  size: number;
  align: 'start' | 'center' | 'end' | 'left' | 'right';
  region: VttRegion | null;
}

export function defaultSettings(): VttSettings {
  return {
    vertical: '',
    snapToLines: true,
    line: 'auto',
    lineAlign: 'start',
    position: 'auto',
    positionAlign: 'auto',
    size: 100,
    align: 'center',
    region: null,
  };
}

export function readCueSettings(input: string, regions: readonly VttRegion[]): VttSettings {
  const settings = defaultSettings();
  for (const [name, value] of settingsOf(input)) {
    if (name === 'region') settings.region = findRegion(regions, value);
    else if (name === 'vertical') {
      if (value === 'rl' || value === 'lr') settings.vertical = value;
    } else if (name === 'line') readLine(settings, value);
    else if (name === 'position') readPosition(settings, value);
    else if (name === 'size') settings.size = readPercentage(value) ?? settings.size;
    else if (name === 'align' && isAlign(value)) settings.align = value;
  }
  if (settings.line !== 'auto' || settings.size !== 100 || settings.vertical !== '') settings.region = null;
  return settings;
}

export function readRegionSettings(input: string): VttRegion {
  const region: VttRegion = {
    id: '',
    width: 100,
    lines: 3,
    regionAnchorX: 0,
    regionAnchorY: 100,
    viewportAnchorX: 0,
    viewportAnchorY: 100,
    scroll: '',
  };
  for (const [name, value] of settingsOf(input)) {
    if (name === 'id') region.id = value;
    else if (name === 'width') region.width = readPercentage(value) ?? region.width;
    else if (name === 'lines') region.lines = isAllDigits(value) ? Number(value) : region.lines;
    else if (name === 'regionanchor') {
      const anchor = readAnchor(value);
      if (anchor !== null) [region.regionAnchorX, region.regionAnchorY] = anchor;
    } else if (name === 'viewportanchor') {
      const anchor = readAnchor(value);
      if (anchor !== null) [region.viewportAnchorX, region.viewportAnchorY] = anchor;
    } else if (name === 'scroll' && value === 'up') region.scroll = value;
  }
  return region;
}

/** `name:value` pairs between ASCII white space; those with nothing before or after the first colon are skipped. */
function* settingsOf(input: string): Generator<[name: string, value: string]> {
  let at = 0;
  while (at < input.length) {
    while (at < input.length && isAsciiSpace(input.charCodeAt(at))) at++;
    const from = at;
    let colon = -1;
    for (; at < input.length && !isAsciiSpace(input.charCodeAt(at)); at++) {
      if (colon < 0 && input.charCodeAt(at) === 58) colon = at;
    }
    if (colon > from && colon < at - 1) yield [input.slice(from, colon), input.slice(colon + 1, at)];
  }
}

export function isAsciiSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 12 || code === 13;
}

function findRegion(regions: readonly VttRegion[], id: string): VttRegion | null {
  for (let index = regions.length - 1; index >= 0; index--)
    if (regions[index]?.id === id) return regions[index] ?? null;
  return null;
}

function readLine(settings: VttSettings, value: string): void {
  const [position, align] = splitAtComma(value);
  const number = position.endsWith('%') ? readPercentage(position) : readLineNumber(position);
  if (number === null) return;
  if (align !== null && align !== 'start' && align !== 'center' && align !== 'end') return;
  if (align !== null) settings.lineAlign = align;
  settings.line = number;
  settings.snapToLines = !position.endsWith('%');
}

function readPosition(settings: VttSettings, value: string): void {
  const [position, align] = splitAtComma(value);
  const number = readPercentage(position);
  if (number === null) return;
  if (align !== null && align !== 'line-left' && align !== 'center' && align !== 'line-right') return;
  if (align !== null) settings.positionAlign = align;
  settings.position = number;
}

function splitAtComma(value: string): [before: string, after: string | null] {
  const comma = value.indexOf(',');
  return comma < 0 ? [value, null] : [value.slice(0, comma), value.slice(comma + 1)];
}

function isAlign(value: string): value is VttSettings['align'] {
  return value === 'start' || value === 'center' || value === 'end' || value === 'left' || value === 'right';
}

function isAllDigits(value: string): boolean {
  for (let at = 0; at < value.length; at++) if (!isDigit(value.charCodeAt(at))) return false;
  return value !== '';
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Digits, or digits, a point and digits. */
function isPlainNumber(value: string): boolean {
  const point = value.indexOf('.');
  return point < 0 ? isAllDigits(value) : isAllDigits(value.slice(0, point)) && isAllDigits(value.slice(point + 1));
}

function readLineNumber(value: string): number | null {
  return isPlainNumber(value.startsWith('-') ? value.slice(1) : value) ? Number(value) : null;
}

function readPercentage(value: string): number | null {
  if (!value.endsWith('%') || !isPlainNumber(value.slice(0, -1))) return null;
  const number = Number(value.slice(0, -1));
  return number >= 0 && number <= 100 ? number : null;
}

function readAnchor(value: string): [number, number] | null {
  const [first, second] = splitAtComma(value);
  const x = readPercentage(first);
  const y = second === null ? null : readPercentage(second);
  return x === null || y === null ? null : [x, y];
}
