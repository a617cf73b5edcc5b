/** Names of people in notes: what looks like one, and which short form belongs to which long one. */
const PARTICLES = new Set(
  'de da di del della der den van von zu bin ibn al la le of the and du dos das ben y'.split(' '),
);
const NUMBERED = /^(?:Speaker|Host|Guest|Interviewer|Interviewee|Sprecher|Q|A)\s?\d{0,3}$/i;
const CAPITALISED = /^[(“"'‘]?\p{Lu}[\p{L}\p{M}’'.-]*[,)”"'’]?$/u;
const UNCASED =
  /^(?:[\p{Lo}\p{Nl}ー]{2,10}|[\p{Script=Katakana}ー]{1,12}(?:[・·＝][\p{Script=Katakana}ー]{1,12}){1,3}|[\p{Script=Arabic}\p{Script=Hebrew}]{2,20}(?: [\p{Script=Arabic}\p{Script=Hebrew}]{2,20}){1,2})$/u;
const LONGEST_NAME = 60;

/** One to five capitalised words, particles between them allowed. A guess from the shape alone. */
export function looksLikeName(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST_NAME) return false;
  if (NUMBERED.test(trimmed) || UNCASED.test(trimmed)) return true;
  const words = trimmed.split(/\s+/);
  // "IN THIS EPISODE WE DISCUSS"
  if (words.length > 3 && trimmed === trimmed.toUpperCase()) return false;
  if (words.length > 5 || !CAPITALISED.test(words[0] ?? '')) return false;
  return words.every((word) => CAPITALISED.test(word) || PARTICLES.has(word.toLowerCase()));
}

/** A list of people: "Ian Goodfellow, Yoshua Bengio and Aaron Courville", or one name of at least two words. */
export function looksLikeNames(text: string): boolean {
  if (text.length > 300) return false;
  const parts = text.split(/\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s*/).filter((part) => part !== '');
  if (parts.length === 0 || !parts.every(looksLikeName)) return false;
  return parts.length > 1 || /\s/.test(parts[0] ?? '');
}

/** Writes out short forms ("Lex", "Steinberger") where exactly one full name on the page fits. */
export function longNames(names: Iterable<string>): (name: string) => string {
  const full = [...new Set(names)].filter((name) => /\s/.test(name));
  const known = new Map<string, string | null>();
  for (const name of full) {
    const words = name.split(/\s+/);
    for (const word of new Set([words[0] ?? '', words[words.length - 1] ?? '']))
      known.set(word, known.has(word) && known.get(word) !== name ? null : name);
  }
  return (name) => known.get(name) ?? name;
}
