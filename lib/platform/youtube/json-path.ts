/** Walking through answers of YouTube that promise nothing. */
import { isRecord } from '../../formats/json';

/** Follows own keys and indexes; undefined as soon as one is missing. Never throws for plain data. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof step === 'number') here = Array.isArray(here) ? here[step] : undefined;
    else here = isRecord(here) && Object.hasOwn(here, step) ? here[step] : undefined;
  }
  return here;
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
}

/** Empty when there is no string. Longer ones are cut: no field that is read here is a novel. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const text = at(value, ...path);
  return typeof text === 'string' ? text.slice(0, 2000) : '';
}

/** A text as YouTube writes it: `{simpleText}` or `{runs: [{text}]}`. */
export function labelAt(value: unknown, ...path: readonly (string | number)[]): string {
  const label = at(value, ...path);
  if (typeof label === 'string') return label.slice(0, 2000);
  const simple = textAt(label, 'simpleText');
  if (simple !== '') return simple;
  return listAt(label, 'runs')
    .slice(0, 100)
    .map((run) => textAt(run, 'text'))
    .join('')
    .slice(0, 2000);
}
