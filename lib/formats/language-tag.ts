/** Longest tag anybody writes ("zh-cmn-Hans-CN" and some variants). */
const LONGEST_TAG = 35;

/** A BCP 47 tag in its usual spelling (`en_us` gives `en-US`); null for what is none, `und` included. */
export function languageTag(text: string | null | undefined): string | null {
  const trimmed = text == null || text.length > 2 * LONGEST_TAG ? '' : text.trim().replaceAll('_', '-');
  if (trimmed.length > LONGEST_TAG || !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(trimmed)) return null;
  try {
    const [tag] = Intl.getCanonicalLocales(trimmed);
    return tag === undefined || tag === 'und' ? null : tag;
  } catch {
    // Well-formed to the eye but not to the standard: a doubled variant, for one.
    return null;
  }
}
