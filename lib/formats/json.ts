/** What every reader of foreign JSON needs. */

/** True for `{…}`; not for arrays and null. Fields are `unknown` until looked at; read own known names only. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list in a list in a list: more than this many at the very start is nobody's data, and slow to refuse. */
const DEEPEST_START = 200;

/** The value, a byte order mark before it allowed; undefined (which JSON cannot say) when the text is not JSON. */
export function parseJson(text: string): unknown {
  if (text.startsWith('['.repeat(DEEPEST_START))) return undefined;
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    // Not JSON, or nested deeper than the engine goes: both mean that no JSON shape can read it.
    return undefined;
  }
}
