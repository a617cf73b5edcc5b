/** The language of a text, from its script and its commonest words. Says nothing rather than something wrong. */

/** Scripts that one language, or one above all others, is written in. Kana before Han: Japanese has both. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, 'ja'],
  [/\p{sc=Hangul}/gu, 'ko'],
  [/\p{sc=Han}/gu, 'zh'],
  [/\p{sc=Thai}/gu, 'th'],
  [/\p{sc=Lao}/gu, 'lo'],
  [/\p{sc=Khmer}/gu, 'km'],
  [/\p{sc=Myanmar}/gu, 'my'],
  [/\p{sc=Hebrew}/gu, 'he'],
  [/\p{sc=Greek}/gu, 'el'],
  [/\p{sc=Armenian}/gu, 'hy'],
  [/\p{sc=Georgian}/gu, 'ka'],
  [/\p{sc=Ethiopic}/gu, 'am'],
  [/\p{sc=Bengali}/gu, 'bn'],
  [/\p{sc=Gurmukhi}/gu, 'pa'],
  [/\p{sc=Gujarati}/gu, 'gu'],
  [/\p{sc=Tamil}/gu, 'ta'],
  [/\p{sc=Telugu}/gu, 'te'],
  [/\p{sc=Kannada}/gu, 'kn'],
  [/\p{sc=Malayalam}/gu, 'ml'],
  [/\p{sc=Sinhala}/gu, 'si'],
];

/** Words that stand in nearly every sentence, and in few other languages. */
const COMMON_WORDS: { readonly [language: string]: string } = {
  en: 'the and of to in that is it you was for on are with this have be not we they what but from your at so do about there would',
  de: 'der die das und ist ich nicht sie es ein eine zu den mit wir auch auf dass für war aber wie haben sich dem von im wenn noch',
  fr: 'le la les et est je de des un une que qui pas vous dans ce il pour nous sur avec mais on ne du au elle plus cette très',
  es: 'el la los las que de y en un una es no se por con para lo como pero más me su este muy porque hay yo está eso también',
  it: 'il la di che e è non un una per sono con mi ma si lo come del della questo anche ho più gli perché nel molto quando io',
  pt: 'o a os as que de e não um uma é em para com eu se por mas do da isso no na muito você foi ele ela são também como',
  nl: 'de het een en van ik is dat niet je in zijn op met voor maar we er ook aan die wat hebben om te ze nog dit wel naar',
  sv: 'och att det är jag som en på inte för med den av har vi du ett var så men om till kan han hon man från vad också',
  da: 'og at det er jeg som en på ikke for med den af har vi du et var så men om til kan han hun man fra hvad også',
  nb: 'og at det er jeg som en på ikke for med den av har vi du et var så men om til kan han hun man fra hva også',
  fi: 'ja on ei se että hän en mutta oli niin kun minä mitä tämä ovat olen myös sen kuin joka mun sitten vain voi nyt ole',
  pl: 'i w nie się na to że jest z do jak co ale po tak o ja za tym już mnie czy by był być jestem tego od dla się',
  cs: 'a se v je na že to jsem ale s z do o jako tak i pro by jsme když co jen po jak už mi ještě bylo není který',
  tr: 've bir bu da de ne için ama çok ben o var mi ile gibi daha kadar değil ki sen olan diye en şey biz bunu nasıl olarak',
  ro: 'și de în la că nu este cu o pe un mai ce să din am pentru dar sunt care ca fi au asta foarte era fost după eu',
  hu: 'a az és hogy nem is egy meg van ez de azt mint csak volt már el ki ha én vagy még itt kell így lehet nagyon mert',
  id: 'yang dan di itu ini dengan untuk tidak dari dalam akan pada saya kita ada juga ke bisa kami karena sudah atau mereka adalah tapi',
  vi: 'và là của có không được một cho trong người tôi với các này đó những thì khi mà cũng đã như ở về ra rất anh',
  ca: 'el la els les que de i en un una és no es per amb però més va ha això també jo com hi aquest molt perquè són nosaltres',
  ru: 'и в не на что я с он как это но по из у все так же от то за бы его мы вы она был только меня когда',
  uk: 'і в не на що я з він як це але по та до у все так від за б його ми ви вона був тільки мене коли є',
  bg: 'и в не на че да се е за от с по като но си са ще това има той аз ние как при или му го още са',
  sr: 'и у не на да се је за од са као али си су ће то има он ја ми како или му га још ли би сам',
  ar: 'في من على أن إلى هذا لا ما كان هو مع التي عن هذه الذي كل أو ذلك لم قد بين أنا هي نحن لكن يعني',
  fa: 'و در به از که این را با است برای آن یک می ها خود تا بر هم من ما شما بود شد اما اگر خیلی',
  ur: 'کے میں کی ہے اور سے کا کو اس پر نے کہ ہیں یہ بھی تو ہو جو نہیں ایک تھا وہ کر گیا لیے ہم',
  hi: 'के में की है और से का को इस पर ने कि हैं यह भी तो हो जो नहीं एक था वह कर गया लिए हम',
  mr: 'आहे आणि या ते हे तर मी नाही होते केले एक च काय होता असे पण त्या हा की आपण तो मला म्हणून झाले',
};

/** The text's tokens that are looked at. */
const MOST_TOKENS = 3000;
/** Share of the tokens that must be common words of the language, and of the best that the second may reach. */
const LEAST_SHARE = 0.12;
const RIVAL = 0.9;
/** Fewer tokens say too little. */
const LEAST_TOKENS = 8;
const LEAST_LETTERS = 12;
/** One common word alone is an accident: "am" is English too. */
const LEAST_WORDS = 2;

/** A BCP 47 tag (`nb` stands for Norwegian), or null when it cannot be told. Looks at the first 20,000 characters. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 20_000).normalize('NFC').toLowerCase();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LEAST_LETTERS) return null;
  return byScript(sample, letters) ?? byWords(sample);
}

/** As `guessLanguage`, of parts taken from the whole length of a text: its beginning may be a title in another language. */
export function guessLanguageOf(parts: readonly { readonly text: string }[]): string | null {
  const step = Math.max(1, Math.floor(parts.length / 300));
  const sample: string[] = [];
  let length = 0;
  for (let index = 0; index < parts.length && length < 20_000; index += step) {
    const text = parts[index]?.text.slice(0, parts.length < 20 ? 20_000 : 400) ?? '';
    sample.push(text);
    length += text.length;
  }
  return guessLanguage(sample.join(' '));
}

function byScript(sample: string, letters: number): string | null {
  for (const [pattern, language] of SCRIPTS) {
    const found = sample.match(pattern)?.length ?? 0;
    // Japanese and Korean mix their letters with Han, and all of them with Latin names.
    if (found > letters * (language === 'ja' ? 0.08 : 0.4)) return language;
  }
  return null;
}

const LANGUAGES: ReadonlyMap<string, readonly string[]> = languagesByWord();

function languagesByWord(): Map<string, string[]> {
  const byWord = new Map<string, string[]>();
  for (const [language, words] of Object.entries(COMMON_WORDS))
    for (const word of new Set(words.split(' '))) {
      const known = byWord.get(word);
      if (known) known.push(language);
      else byWord.set(word, [language]);
    }
  return byWord;
}

function byWords(sample: string): string | null {
  const scores = new Map<string, number>();
  const words = new Map<string, Set<string>>();
  let tokens = 0;
  for (const [token] of sample.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (++tokens > MOST_TOKENS) break;
    for (const language of LANGUAGES.get(token) ?? []) {
      scores.set(language, (scores.get(language) ?? 0) + 1);
      words.set(language, (words.get(language) ?? new Set()).add(token));
    }
  }
  if (tokens < LEAST_TOKENS) return null;
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < tokens * LEAST_SHARE) return null;
  if ((words.get(best[0])?.size ?? 0) < LEAST_WORDS) return null;
  if (second !== undefined && second[1] >= best[1] * RIVAL) return null;
  return best[0];
}
