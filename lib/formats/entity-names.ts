/**
 * Names of characters in `&name;`, from the table of the HTML standard
 * (https://html.spec.whatwg.org/multipage/named-characters.html): all of HTML 4, and of the later ones those a transcript
 * can hold, letters, punctuation, currency and letter-like signs. The others stand in `entity-names-rest.ts`.
 */
import { REST_OF_NAMES } from './entity-names-rest';

const PACKED = [
  'Tab\u0009 NewLine\u000a excl! QUOT" quot" num# dollar$ percnt% AMP& amp& apos\' lpar( rpar) ast* midast*',
  'plus+ comma, period. sol/ colon: semi; LT< lt< equals= GT> gt> quest? commat@ lbrack[ lsqb[ bsol\\ rbrack]',
  'rsqb] Hat^ lowbar_ UnderBar_ DiacriticalGrave` grave` lbrace{ lcub{ verbar| vert| VerticalLine| rbrace}',
  'rcub} nbsp\u00a0 NonBreakingSpace\u00a0 iexcl¡ cent¢ pound£ curren¤ yen¥ brvbar¦ sect§ die¨ Dot¨ DoubleDot¨',
  'uml¨ COPY© copy© ordfª laquo« not¬ shy\u00ad circledR® REG® reg® macr¯ strns¯ deg° PlusMinus± plusmn± pm±',
  'sup2² sup3³ acute´ DiacriticalAcute´ microµ para¶ CenterDot· centerdot· middot· cedil¸ Cedilla¸ sup1¹ ordmº',
  'raquo» frac14¼ frac12½ half½ frac34¾ iquest¿ AgraveÀ AacuteÁ AcircÂ AtildeÃ AumlÄ angstÅ AringÅ AEligÆ',
  'CcedilÇ EgraveÈ EacuteÉ EcircÊ EumlË IgraveÌ IacuteÍ IcircÎ IumlÏ ETHÐ NtildeÑ OgraveÒ OacuteÓ OcircÔ',
  'OtildeÕ OumlÖ times× OslashØ UgraveÙ UacuteÚ UcircÛ UumlÜ YacuteÝ THORNÞ szligß agraveà aacuteá acircâ',
  'atildeã aumlä aringå aeligæ ccedilç egraveè eacuteé ecircê eumlë igraveì iacuteí icircî iumlï ethð ntildeñ',
  'ograveò oacuteó ocircô otildeõ oumlö div÷ divide÷ oslashø ugraveù uacuteú ucircû uumlü yacuteý thornþ yumlÿ',
  'AmacrĀ amacrā AbreveĂ abreveă AogonĄ aogoną CacuteĆ cacuteć CcircĈ ccircĉ CdotĊ cdotċ CcaronČ ccaronč',
  'DcaronĎ dcaronď DstrokĐ dstrokđ EmacrĒ emacrē EdotĖ edotė EogonĘ eogonę EcaronĚ ecaroně GcircĜ gcircĝ',
  'GbreveĞ gbreveğ GdotĠ gdotġ GcedilĢ HcircĤ hcircĥ HstrokĦ hstrokħ ItildeĨ itildeĩ ImacrĪ imacrī IogonĮ',
  'iogonį Idotİ imathı inodotı IJligĲ ijligĳ JcircĴ jcircĵ KcedilĶ kcedilķ kgreenĸ LacuteĹ lacuteĺ LcedilĻ',
  'lcedilļ LcaronĽ lcaronľ LmidotĿ lmidotŀ LstrokŁ lstrokł NacuteŃ nacuteń NcedilŅ ncedilņ NcaronŇ ncaronň',
  'naposŉ ENGŊ engŋ OmacrŌ omacrō OdblacŐ odblacő OEligŒ oeligœ RacuteŔ racuteŕ RcedilŖ rcedilŗ RcaronŘ',
  'rcaronř SacuteŚ sacuteś ScircŜ scircŝ ScedilŞ scedilş ScaronŠ scaronš TcedilŢ tcedilţ TcaronŤ tcaronť',
  'TstrokŦ tstrokŧ UtildeŨ utildeũ UmacrŪ umacrū UbreveŬ ubreveŭ UringŮ uringů UdblacŰ udblacű UogonŲ uogonų',
  'WcircŴ wcircŵ YcircŶ ycircŷ YumlŸ ZacuteŹ zacuteź ZdotŻ zdotż ZcaronŽ zcaronž fnofƒ impedƵ gacuteǵ jmathȷ',
  'circˆ tilde˜ AlphaΑ BetaΒ GammaΓ DeltaΔ EpsilonΕ ZetaΖ EtaΗ ThetaΘ IotaΙ KappaΚ LambdaΛ MuΜ NuΝ XiΞ',
  'OmicronΟ PiΠ RhoΡ SigmaΣ TauΤ UpsilonΥ PhiΦ ChiΧ PsiΨ ohmΩ OmegaΩ alphaα betaβ gammaγ deltaδ epsiε epsilonε',
  'zetaζ etaη thetaθ iotaι kappaκ lambdaλ muμ nuν xiξ omicronο piπ rhoρ sigmafς sigmavς varsigmaς sigmaσ tauτ',
  'upsiυ upsilonυ phiφ chiχ psiψ omegaω thetasymϑ thetavϑ varthetaϑ Upsiϒ upsihϒ phivϕ straightphiϕ varphiϕ',
  'pivϖ varpiϖ GammadϜ digammaϝ gammadϝ kappavϰ varkappaϰ rhovϱ varrhoϱ epsivϵ straightepsilonϵ varepsilonϵ',
  'backepsilon϶ bepsi϶ IOcyЁ DJcyЂ GJcyЃ JukcyЄ DScyЅ IukcyІ YIcyЇ JsercyЈ LJcyЉ NJcyЊ TSHcyЋ KJcyЌ UbrcyЎ',
  'DZcyЏ AcyА BcyБ VcyВ GcyГ DcyД IEcyЕ ZHcyЖ ZcyЗ IcyИ JcyЙ KcyК LcyЛ McyМ NcyН OcyО PcyП RcyР ScyС TcyТ UcyУ',
  'FcyФ KHcyХ TScyЦ CHcyЧ SHcyШ SHCHcyЩ HARDcyЪ YcyЫ SOFTcyЬ EcyЭ YUcyЮ YAcyЯ acyа bcyб vcyв gcyг dcyд iecyе',
  'zhcyж zcyз icyи jcyй kcyк lcyл mcyм ncyн ocyо pcyп rcyр scyс tcyт ucyу fcyф khcyх tscyц chcyч shcyш shchcyщ',
  'hardcyъ ycyы softcyь ecyэ yucyю yacyя iocyё djcyђ gjcyѓ jukcyє dscyѕ iukcyі yicyї jsercyј ljcyљ njcyњ',
  'tshcyћ kjcyќ ubrcyў dzcyџ ensp\u2002 emsp\u2003 emsp13\u2004 emsp14\u2005 numsp\u2007 puncsp\u2008',
  'thinsp\u2009 ThinSpace\u2009 hairsp\u200a VeryThinSpace\u200a NegativeMediumSpace\u200b',
  'NegativeThickSpace\u200b NegativeThinSpace\u200b NegativeVeryThinSpace\u200b ZeroWidthSpace\u200b',
  'zwnj\u200c zwj\u200d lrm\u200e rlm\u200f dash‐ hyphen‐ ndash– mdash— horbar― Verbar‖ Vert‖ lsquo‘',
  'OpenCurlyQuote‘ CloseCurlyQuote’ rsquo’ rsquor’ lsquor‚ sbquo‚ ldquo“ OpenCurlyDoubleQuote“',
  'CloseCurlyDoubleQuote” rdquo” rdquor” bdquo„ ldquor„ dagger† Dagger‡ ddagger‡ bull• bullet• nldr‥ hellip…',
  'mldr… permil‰ pertenk‱ prime′ Prime″ tprime‴ backprime‵ bprime‵ lsaquo‹ rsaquo› oline‾ OverBar‾ frasl⁄',
  'euro€ tdot⃛ TripleDot⃛ DotDot⃜ complexesℂ Copfℂ incare℅ gscrℊ hamiltℋ HilbertSpaceℋ Hscrℋ Hfrℌ',
  'Poincareplaneℌ Hopfℍ quaternionsℍ planckhℎ hbarℏ hslashℏ planckℏ plankvℏ imaglineℐ Iscrℐ Ifrℑ Imℑ imageℑ',
  'imagpartℑ lagranℒ Laplacetrfℒ Lscrℒ ellℓ naturalsℕ Nopfℕ numero№ copysr℗ weierp℘ wp℘ Popfℙ primesℙ Qopfℚ',
  'rationalsℚ realineℛ Rscrℛ Reℜ realℜ realpartℜ Rfrℜ realsℝ Ropfℝ rx℞ TRADE™ trade™ integersℤ Zopfℤ mho℧',
  'zeetrfℨ Zfrℨ iiota℩ bernouℬ Bernoullisℬ Bscrℬ Cayleysℭ Cfrℭ escrℯ Escrℰ expectationℰ Fouriertrfℱ Fscrℱ',
  'Mellintrfℳ Mscrℳ phmmatℳ orderℴ orderofℴ oscrℴ alefsymℵ alephℵ bethℶ gimelℷ dalethℸ CapitalDifferentialDⅅ',
  'DDⅅ ddⅆ DifferentialDⅆ eeⅇ ExponentialEⅇ exponentialeⅇ iiⅈ ImaginaryIⅈ larr← uarr↑ rarr→ darr↓ harr↔ crarr↵',
  'lArr⇐ uArr⇑ rArr⇒ dArr⇓ hArr⇔ forall∀ part∂ exist∃ empty∅ nabla∇ isin∈ notin∉ ni∋ prod∏ sum∑ minus− lowast∗',
  'radic√ prop∝ infin∞ ang∠ and∧ or∨ cap∩ cup∪ int∫ there4∴ sim∼ cong≅ asymp≈ ne≠ equiv≡ le≤ ge≥ sub⊂ sup⊃',
  'nsub⊄ sube⊆ supe⊇ oplus⊕ otimes⊗ perp⊥ sdot⋅ lceil⌈ rceil⌉ lfloor⌊ rfloor⌋ loz◊ star☆ phone☎ female♀ male♂',
  'spades♠ clubs♣ hearts♥ diams♦ sung♪ flat♭ natural♮ sharp♯ check✓ cross✗ lang⟨ rang⟩',
];

/** Names that HTML also takes without the semicolon (same table). */
const PACKED_BARE = [
  'AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc',
  'Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute',
  'aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide',
  'eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr',
  'micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo',
  'reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml',
];

let characters: ReadonlyMap<string, string> | null = null;
let others: ReadonlyMap<string, string> | null = null;
let bareNames: ReadonlySet<string> | null = null;

/** The character or the two characters named, `amp` gives `&`; undefined for no known name. Capital letters matter. */
export function namedCharacter(name: string): string | undefined {
  characters ??= new Map(
    PACKED.flatMap((row) => row.split(' ')).map((entry) => [entry.slice(0, -1), entry.slice(-1)] as const),
  );
  return characters.get(name) ?? otherCharacters().get(name);
}

/** Unpacked when the first name is met that is none of the usual ones. */
function otherCharacters(): ReadonlyMap<string, string> {
  others ??= new Map(REST_OF_NAMES.flatMap((row) => row.split(' ')).map(splitEntry));
  return others;
}

function splitEntry(entry: string): readonly [name: string, characters: string] {
  const colon = entry.indexOf(':');
  return [entry.slice(0, colon), entry.slice(colon + 1)];
}

/** True for `amp`, `copy` and the like, which HTML reads even where no semicolon follows. */
export function isBareName(name: string): boolean {
  bareNames ??= new Set(PACKED_BARE.flatMap((row) => row.split(' ')));
  return bareNames.has(name);
}

/** Of all bare names. */
export const LONGEST_BARE_NAME = 6;
/** Of all names. */
export const LONGEST_NAME = 31;
