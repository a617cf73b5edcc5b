/** W3C web annotations, as IIIF players keep transcripts: the words in `body`, the stretch in the target's `#t=1.2,9`. Seconds. */
import type { SourceCue } from '../transcript/source';
import { decodeEntities } from './entities';
import { htmlToText } from './html-text';
import { at, type Fields, field, languageOf, records, stringOf } from './json-fields';
import { jsonShape } from './json-shape';
import { clockTime, recognised } from './recogniser';
import type { Guess, Parsed } from './shape';
import { cueFromText } from './spoken-words';
import { timeFromSeconds } from './times';

export const webAnnotations = jsonShape({ id: 'web-annotations', name: 'Web annotations', guess, read });

/** A page of annotations, a list of them, or a manifest with one inside. */
function annotationsOf(value: unknown): readonly Fields[] {
  const places = [
    value,
    field(value, 'items'),
    field(value, 'resources'),
    at(value, 'annotations', 0, 'items'),
    at(value, 'items', 0, 'annotations', 0, 'items'),
  ];
  for (const place of places) {
    const found = records(place).filter((entry) => timesOf(entry) !== null && textOf(entry) !== '');
    if (found.length > 0) return found;
  }
  return [];
}

function timesOf(annotation: Fields): { readonly start: number | null; readonly end: number | null } | null {
  const target = annotation.target ?? annotation.on;
  const address = stringOf(target) ?? stringOf(field(target, 'id')) ?? stringOf(field(target, 'source'));
  const fragment = stringOf(at(target, 'selector', 'value')) ?? address ?? '';
  const match = /(?:#|^|&)t=(?:npt:)?([\d.:]{0,20})(?:,([\d.:]{1,20}))?/.exec(fragment.slice(-200));
  if (match === null) return null;
  const [start, end] = [match[1] ?? '', match[2] ?? ''].map((time) => timeFromSeconds(time) ?? clockTime(time));
  return { start: match[1] === '' ? 0 : (start ?? null), end: end ?? null };
}

function textOf(annotation: Fields): string {
  const body = annotation.body ?? annotation.resource;
  const parts = Array.isArray(body) ? body : [body];
  const texts = parts.map(
    (part) => stringOf(field(part, 'value')) ?? stringOf(field(part, 'chars')) ?? stringOf(part) ?? '',
  );
  const text = texts.join('\n');
  return text.includes('<') ? htmlToText(text) : decodeEntities(text);
}

function guess(value: unknown): Guess | null {
  const found = annotationsOf(value).length;
  return found === 0 ? null : { confidence: 0.93, evidence: `${found} annotations with times` };
}

function read(value: unknown): Parsed | null {
  const annotations = annotationsOf(value);
  if (annotations.length === 0) return null;
  const cues: (SourceCue | null)[] = annotations.map((annotation) =>
    cueFromText(textOf(annotation), [], timesOf(annotation) ?? {}),
  );
  return recognised(cues, languageOf(at(annotations[0], 'body', 'language')) ?? languageOf(field(value, 'language')));
}
