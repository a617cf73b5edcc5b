/**
 * Paraphrases use other forms of the speaker's words ("memorise" for "memorizing"), so they are compared by stems. Cutting too
 * much is cheap here: a stem that joins two words only becomes more common, and common stems weigh little.
 */

/** Longest first. What is left must keep four letters, so "string" stays whole. */
const SUFFIXES: readonly string[] = [
  ...'izations isations ization isation ational fulness iveness ousness'.split(' '),
  ...'ations ation ators ator ation ingly edly ments ment ities ity ness ions ion ings ing'.split(' '),
  ...'izers izer ized izes izing ize ised ises ising ise iers ier iest ies ied ers er ors or est ed ly als al'.split(
    ' ',
  ),
  ...'ives ive ances ance ences ence able ible ful ous ic ics es s e y'.split(' '),
].sort((a, b) => b.length - a.length);
const SHORTEST = 4;
/** Languages without a suffix list of their own: long words are compared by their beginnings. */
const PREFIX = 7;

/** The stem of a folded token. `language` is a BCP 47 tag; only English has a list of endings. */
export function stem(word: string, language: string): string {
  if (word.length <= SHORTEST - 1 || !/^[\p{L}]+$/u.test(word)) return word;
  if (!isEnglish(language)) return word.length > PREFIX ? word.slice(0, PREFIX) : word;
  let rest = cut(word);
  // "generatively": two endings at most, or the rest says nothing.
  rest = cut(rest);
  return undouble(rest);
}

function cut(word: string): string {
  if (word.length <= SHORTEST)
    return word.endsWith('s') && !word.endsWith('ss') && word.length === 4 ? word.slice(0, 3) : word;
  for (const suffix of SUFFIXES)
    if (word.length - suffix.length >= SHORTEST && word.endsWith(suffix))
      return word.slice(0, word.length - suffix.length);
  return word;
}

/** "programm" and "program" are one. */
function undouble(word: string): string {
  const last = word.length - 1;
  return last >= SHORTEST && word[last] === word[last - 1] && word[last] !== 's' ? word.slice(0, last) : word;
}

export function isEnglish(language: string): boolean {
  return language === 'und' || /^en(?:-|$)/i.test(language);
}

/** Words that say nothing about the matter: grammar, and the verbs notes are written with. Folded spellings. */
const STOP_WORDS = new Set(
  `a an the and or but if then than so as at by for from in into of on off onto out over under up down to with without within
  about above after again against all also am any are arent around be because been before being below between both can cannot
  cant could couldnt did didnt do does doesnt doing dont done during each few further had has have having he hed hell her
  here hers herself hes him himself his how however i id ill im isnt is it itd itll its itself ive just kind lot like ll me
  more most much must my myself no nor not now only other others ought our ours ourselves own per really re s same say she
  shes should some something sort still such t than that thats the their theirs them themselves then there theres these
  they theyd theyll theyre theyve thing things this those though through thus too under until upon us ve very was wasnt we
  wed well were weve what whats when where whether which while who whom whos whose why will wont would wouldnt yeah yes yet
  you youd youll your youre yours yourself youve um uh er hmm ok okay oh thatd thatll therell therd whatd whod itd
  get gets getting got gotten go goes going gone went come comes came make makes made making take takes took taken put use
  used uses using one ones two way ways lets let even ever never always maybe actually basically think thought know known
  mean means want wants see seen need needs
  says said saying tell tells told explain explains explained discuss discusses discussed describe describes described
  reveal reveals revealed admit admits admitted argue argues argued believe believes believed mention mentions mentioned
  note notes noted recall recalls recalled share shares shared talk talks talked suggest suggests suggested claim claims
  claimed state states stated call called calls interview interviews conversation episode podcast guest host video show
  discussion explore explores explored cover covers covered highlight highlights according including include includes
  become becomes became able provide provides various several currently current significant significantly rather
  towards toward among across`.split(/\s+/),
);

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
