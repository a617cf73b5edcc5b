/**
 * What text of a language looks like beyond ASCII, and the encodings it was written in before UTF-8. Labels are those of
 * https://encoding.spec.whatwg.org/. Order matters: of equals the first wins, so the commoner encoding stands first.
 */
export interface EncodingProfile {
  readonly encoding: string;
  /** Languages whose letters these are, BCP 47 without regions (but `zh-Hant`). */
  readonly languages: readonly string[];
  /** Lower-case letters; for scripts without case all usual letters, for Chinese and Korean the commonest. */
  readonly letters: string;
  /** The ten commonest of an alphabet, which make up two thirds of any text: tell one alphabet misread as another. */
  readonly common?: string;
  /** Letters that hardly ever stand in its words: many of them mean that the text is misread. */
  readonly rare?: string;
  /**
   * Other than Latin. `foreign`: an alphabet whose letters never stand in one word with Latin ones; `thai`: also, and its vowel
   * signs have their places. The last three: `letters` has the commonest only, others of the script count a little.
   */
  readonly script?: 'foreign' | 'thai' | 'han' | 'hangul' | 'kana';
}

const CYRILLIC = 'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђјљњћџѓќѕ';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ';
const HEBREW = 'אבגדהוזחטיךכלםמןנסעףפץצקרשת';
const ARABIC = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیهٔ،؛؟ًٌٍَُِّْ';
const THAI = 'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮฯะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ๎๐๑๒๓๔๕๖๗๘๙';
const THAI_COMMON = 'านรอกงเมวยลตทสดคปหพบขจ่้ีัิุะแไ';
const THAI_RARE = 'ฃฅฆฌฎฏฑฒฤฬฮฯ๐๑๒๓๔๕๖๗๘๙';
const SIMPLIFIED =
  '的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感';
const TRADITIONAL =
  '的一是了我不人在他有這個上們來到時大地為子中你說生國年著就那和要她出也得裡後自以會家可下而過天去能對小多然於心學麼之都好看起發當沒成只如事把還用第樣道想作種開美總從無情己面最女但現前些所同日手又行意動方期它頭經長兒回位分愛老因很給名法間斯知世什兩次使身者被高已親其進此話常與活正感';
const HANGUL =
  '이다는을가에의고하지도로리사나를은그어서한자기아시인라해대있것정수만일스과주전여부들게보요오제상니우러세마면거성무장구신경안없들소원동생으내말때';
const KANJI =
  '日一人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨、。「」ー・';

const CENTRAL = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýžľĺôŕä', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ'] as const;
const CENTRAL_LANGUAGES = [['pl'], ['cs', 'sk'], ['hu'], ['hr', 'sl', 'bs', 'sr'], ['ro']] as const;

function central(encoding: string): EncodingProfile[] {
  return CENTRAL.map((letters, index) => ({ encoding, languages: CENTRAL_LANGUAGES[index] ?? [], letters }));
}

const WESTERN: readonly (readonly [languages: readonly string[], letters: string])[] = [
  [['fr'], 'éèêëàâùûüîïôöçœæÿ'],
  [['de'], 'äöüß'],
  [['es', 'ca', 'gl'], 'áéíóúüñ¿¡àèòïç·'],
  [['pt'], 'áâãàçéêíóôõúü'],
  [['it'], 'àèéìíîòóùú'],
  [['da', 'no', 'nb', 'nn'], 'æøåéäö'],
  [['sv', 'fi'], 'åäöé'],
  [['nl', 'en'], 'éëïöüèêáóç'],
  [['is'], 'áðéíóúýþæö'],
];

function western(encoding: string): EncodingProfile[] {
  return WESTERN.map(([languages, letters]) => ({ encoding, languages, letters }));
}

const CYRILLIC_LANGUAGES = ['ru', 'uk', 'bg', 'be', 'sr', 'mk'];

export const ENCODING_PROFILES: readonly EncodingProfile[] = [
  ...western('windows-1252'),
  ...central('windows-1250'),
  {
    encoding: 'windows-1251',
    languages: CYRILLIC_LANGUAGES,
    letters: CYRILLIC,
    common: 'оеаинтсрвл',
    script: 'foreign',
  },
  { encoding: 'windows-1254', languages: ['tr', 'az'], letters: 'çğıöşüâîû' },
  { encoding: 'windows-1253', languages: ['el'], letters: GREEK, common: 'αοιετσνηρί', script: 'foreign' },
  { encoding: 'windows-1255', languages: ['he', 'yi'], letters: HEBREW, common: 'יוהלאמתרשב', script: 'foreign' },
  { encoding: 'windows-1256', languages: ['ar', 'fa', 'ur'], letters: ARABIC, common: 'اليمونترب', script: 'foreign' },
  { encoding: 'windows-1257', languages: ['lt', 'lv', 'et'], letters: 'ąčęėįšųūžāēģīķļņäöüõ' },
  { encoding: 'windows-1258', languages: ['vi'], letters: 'ăâđêôơưàáãèéìíòóõùúý\u0300\u0301\u0303\u0309\u0323' },
  { encoding: 'windows-874', languages: ['th'], letters: THAI, common: THAI_COMMON, rare: THAI_RARE, script: 'thai' },
  { encoding: 'gb18030', languages: ['zh', 'zh-Hans'], letters: SIMPLIFIED, script: 'han' },
  { encoding: 'big5', languages: ['zh-Hant'], letters: TRADITIONAL, script: 'han' },
  { encoding: 'shift_jis', languages: ['ja'], letters: KANJI, script: 'kana' },
  { encoding: 'euc-jp', languages: ['ja'], letters: KANJI, script: 'kana' },
  { encoding: 'euc-kr', languages: ['ko'], letters: HANGUL, script: 'hangul' },
  { encoding: 'koi8-u', languages: CYRILLIC_LANGUAGES, letters: CYRILLIC, common: 'оеаинтсрвл', script: 'foreign' },
  { encoding: 'iso-8859-5', languages: CYRILLIC_LANGUAGES, letters: CYRILLIC, common: 'оеаинтсрвл', script: 'foreign' },
  { encoding: 'ibm866', languages: CYRILLIC_LANGUAGES, letters: CYRILLIC, common: 'оеаинтсрвл', script: 'foreign' },
  {
    encoding: 'x-mac-cyrillic',
    languages: CYRILLIC_LANGUAGES,
    letters: CYRILLIC,
    common: 'оеаинтсрвл',
    script: 'foreign',
  },
  ...central('iso-8859-2'),
  ...western('macintosh'),
];
