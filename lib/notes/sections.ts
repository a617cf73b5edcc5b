/** What a heading announces. Wordings differ from site to site; the nouns in them hardly do. */
import type { ItemKind } from './items';

export type SectionKind =
  | Exclude<ItemKind, 'title' | 'answer' | 'description'>
  /** Questions and answers in turn. */
  | 'qa'
  /** What belongs to the page, not to the episode: adverts, navigation, other episodes, a transcript's beginning. */
  | 'furniture'
  /** Says nothing about what stands under it: "Show notes", "Introduction". */
  | 'neutral';

/** Words that say which section it is. Of several the later in this list wins: "Summary & Key Takeaways" are takeaways. */
const NOUNS: readonly (readonly [SectionKind, string])[] = [
  ['neutral', 'notes shownotes introduction intro preamble background context outro'],
  [
    'gist',
    'gist tldr overview about description abstract synopsis nutshell glance blurb überblick übersicht kurzfassung résumé',
  ],
  ['summary', 'summary summaries recap conclusion conclusions zusammenfassung fazit resumen resumo sommaire'],
  ['date', 'date published aired recorded released'],
  ['length', 'length duration runtime'],
  ['guest', 'guest guests gast gäste invité invités invitado invitados convidado bio biography'],
  ['reveal', 'reveal reveals revelation revelations bombshell bombshells surprise surprises confession confessions'],
  ['remember', 'remember remembering memorable fact facts trivia tidbits nuggets'],
  [
    'insight',
    'insight insights highlight highlights idea ideas learning learnings einsichten erkenntnisse ideen aperçus idées',
  ],
  [
    'takeaway',
    'takeaway takeaways lesson lessons point points conclusion moral bullet bullets topic topics theme themes discussed kernaussagen kernpunkte themen',
  ],
  ['qa', 'faq faqs qa q&a answers antworten réponses respuestas'],
  ['question', 'question questions fragen preguntas perguntas'],
  ['quote', 'quote quotes quotation quotations quotable zitat zitate citation citations cita citas frases soundbites'],
  [
    'link',
    'link links resource resources reference references mentions mentioned ressourcen quellen sources liens enlaces recursos',
  ],
  [
    'recommendation',
    'recommended recommendation recommendations recommends recommend picks pick books book reading empfehlungen bücher recommandations livres recomendaciones libros',
  ],
  [
    'chapter',
    'chapter chapters timestamp timestamps timecode timecodes outline timeline agenda contents toc zeitstempel kapitel inhalt chapitres capítulos índice minutage',
  ],
];

/** Where one of these stands in a heading, the section is furniture whatever else it says. */
const FURNITURE_NOUNS = new Set(
  `sponsor sponsors sponsored sponsorship advertisement advertisements ads advert partner partners promo affiliate
  social socials subscribe follow newsletter merch patreon donate donations supporters share comments comment related
  navigation menu connections cluster clusters mappings tags categories footer cookies cookie privacy credits
  transcript transcripts transcription metadata disclaimer disclaimers disclosures download downloads werbung sponsoren transkript abonnieren`.split(
    /\s+/,
  ),
);

/** Words that may stand beside the noun without changing it. */
const FILLERS = new Set(
  `the a an some top my our your key main most important big biggest best favorite favourite notable more other great
  few of from in on this that episode episodes video podcast show talk conversation interview chat and und y et e or & + i
  for to with worth things thing what we you i learned learn ll about covered cover was were is are it them they moments moment
  all at by quick short brief full complete detailed here detail glance die der das wichtigste wichtigsten les le la los
  las el principales ideas one two three four five six seven eight nine ten thank thanks additional further extra general selected full`.split(
    /\s+/,
  ),
);

/** Whole headings whose words mislead one by one. */
const PHRASES: ReadonlyMap<string, SectionKind> = new Map([
  ['tl dr', 'gist'],
  ['tl;dr', 'gist'],
  ['in a nutshell', 'gist'],
  ['at a glance', 'gist'],
  ['in this episode', 'gist'],
  ['about this episode', 'gist'],
  ['about the episode', 'gist'],
  ['about', 'gist'],
  ['in brief', 'gist'],
  ['in short', 'gist'],
  ['the big idea', 'gist'],
  ['about the guest', 'guest'],
  ['about our guest', 'guest'],
  ['meet the guest', 'guest'],
  ['who is the guest', 'guest'],
  ['things to remember', 'remember'],
  ['things worth remembering', 'remember'],
  ['worth remembering', 'remember'],
  ['good to know', 'remember'],
  ['did you know', 'remember'],
  ['fun facts', 'remember'],
  ['what we learned', 'takeaway'],
  ['what i learned', 'takeaway'],
  ['what you will learn', 'takeaway'],
  ['what youll learn', 'takeaway'],
  ['q a', 'qa'],
  ['q & a', 'qa'],
  ['q and a', 'qa'],
  ['sick picks', 'recommendation'],
  ['show notes', 'neutral'],
  ['shownotes', 'neutral'],
  ['my highlights', 'quote'],
  ['kindle highlights', 'quote'],
  ['table of contents', 'chapter'],
  ['podcast info', 'furniture'],
  ['hit us up on socials', 'furniture'],
  ['shameless plugs', 'furniture'],
  ['further exploration', 'furniture'],
  ['see also', 'furniture'],
  ['read more', 'furniture'],
  ['read next', 'furniture'],
  ['you may also like', 'furniture'],
  ['explore more', 'furniture'],
  ['explore more summaries', 'furniture'],
  ['more episodes', 'furniture'],
  ['other episodes', 'furniture'],
  ['related episodes', 'furniture'],
]);

const LONGEST_HEADING = 80;

const RANK = new Map<string, number>();
const KIND = new Map<string, SectionKind>();
NOUNS.forEach(([kind, words], rank) => {
  for (const word of words.split(' ')) {
    RANK.set(word, rank);
    KIND.set(word, kind);
  }
});

/** The words of a heading: lower case, no emoji, numbering or ornaments, letters repeated for effect once. */
export function headingWords(text: string): string[] {
  const lower = text
    .slice(0, LONGEST_HEADING * 2)
    .toLowerCase()
    .replace(/[’']/g, '');
  const plain = lower.replace(/(\p{L})\1{2,}/gu, '$1').replace(/[^\p{L}\p{N}&;+]+/gu, ' ');
  return plain
    .trim()
    .split(' ')
    .filter((word) => word !== '' && !/^[\d;+×&]+$/.test(word));
}

/**
 * The section a line opens; null when it is no heading we know. `sure`: the line is marked as a heading, so words beside
 * the noun do not matter; without a mark the line must consist of nothing but such words.
 */
export function sectionOf(text: string, sure: boolean): SectionKind | null {
  if (text.length > LONGEST_HEADING) return null;
  const words = headingWords(text);
  if (words.length === 0 || words.length > 10) return null;
  const phrase = PHRASES.get(words.join(' '));
  if (phrase) return phrase;
  const furniture = words.some((word) => FURNITURE_NOUNS.has(word));
  if (furniture && (sure || words.every((word) => FURNITURE_NOUNS.has(word) || FILLERS.has(word)))) return 'furniture';
  const noun = lastNoun(words);
  if (noun === null) return null;
  const clean = words.every((word) => KIND.has(word) || FILLERS.has(word));
  // "The book that changed me" is a line; "Books" is a heading, and so is "## The book that changed me".
  return clean || (sure && words.length <= 9) ? noun : null;
}

function lastNoun(words: readonly string[]): SectionKind | null {
  let best = -1;
  let kind: SectionKind | null = null;
  for (const word of words) {
    const rank = RANK.get(word);
    if (rank === undefined || rank < best) continue;
    best = rank;
    kind = KIND.get(word) ?? null;
  }
  return kind;
}
