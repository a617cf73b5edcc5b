/** Episodes in scripts that English habits break: Japanese, written without spaces, and Arabic, from right to left. */
import type { TruthWord } from './speech';

/** One paragraph for each turn; the speakers alternate. */
export const japaneseTurns = [
  '皆さん、こんにちは。今日は海辺の町にある古い灯台を訪ねています。案内してくださるのは、灯台守の孫にあたる北川さんです。よろしくお願いします。',
  'よろしくお願いします。この灯台は1871年に建てられました。高さは23メートルで、光は20海里先まで届きます。',
  '20海里というと、だいたい37キロですね。光はどうやってそんなに遠くまで届くのでしょうか。',
  '秘密はレンズにあります。ガラスの輪を何枚も重ねて、小さな明かりを一本の束にするのです。私の祖父は毎朝、そのレンズを鹿の皮で磨いていました。磨くのに2時間かかったそうです。',
  '毎朝2時間ですか。それは大変なお仕事ですね。',
  '祖父はいつも言っていました。灯台の光は待ってくれない、だから人が光を待つのだと。嵐の夜には一睡もしませんでした。霧が出ると、光の代わりに霧笛を鳴らしたのです。',
  '霧笛の音は今でも聞こえますか。',
  'いいえ、もう鳴りません。でも録音が残っています。1983年の冬に、私の父がカセットテープに録りました。低くて長い音で、町の犬がみんな一緒に鳴いたそうです。',
  'それはぜひ聞いてみたいですね。灯台は今、誰が動かしているのですか。',
  '今は機械が動かしています。暗くなると自動で明かりがつき、朝になると消えます。それでも月に一度、私が階段を上がります。142段あります。レンズを磨いて、日誌に天気を書くのです。',
  '機械が動かしているのに、なぜ日誌を書くのですか。',
  '灯台の光は待ってくれないからです。誰かが見ていないと、光はただの電気になってしまいます。',
  '素敵な言葉ですね。北川さん、今日はありがとうございました。',
];

export const arabicTurns = [
  'مرحبا بكم في حلقة جديدة من برنامج ملح وإشارة. نحن اليوم في ميناء قديم، ومعنا صانع المراكب سالم. صباح الخير يا سالم.',
  'صباح النور. أهلا بكم في ورشتي. احذروا من المسامير على الأرض، فقد سقط مني صندوق كامل قبل ساعة.',
  'كم مركبا صنعت في حياتك؟',
  'صنعت مئة وأربعين مركبا، وأصلحت أضعاف ذلك. المركب الأول صنعته مع جدي عندما كان عمري اثنتي عشرة سنة. كان صغيرا جدا، وغرق بعد عشر دقائق.',
  'غرق بعد عشر دقائق؟',
  'نعم، لكن جدي كان سعيدا. قال لي إن البحر معلم صبور، وإن المركب الذي يغرق في الميناء أفضل من المركب الذي يغرق في العاصفة.',
  'كيف تعرف أن الخشب جيد؟',
  'أطرق عليه وأستمع. الخشب الجيد له صوت واضح مثل الجرس، والخشب المريض صوته مثل الصندوق الفارغ. تعلمت هذا قبل أن أتعلم القراءة.',
  'وهل ما زال الناس يشترون المراكب الخشبية؟',
  'قليل منهم. في سنة 1975 كان هنا ثلاثون ورشة، واليوم بقيت ورشتان فقط. لكن في العام الماضي جاءت إلي فتاة من المدينة، وقالت إنها تريد أن تتعلم. هي الآن أفضل مني في رسم الخطوط.',
  'البحر معلم صبور إذن.',
  'البحر معلم صبور، والطلاب أيضا يجب أن يصبروا. تعالوا غدا عند المد، سننزل المركب الجديد إلى الماء.',
  'سنأتي بالتأكيد. شكرا يا سالم، وشكرا لكم على الاستماع.',
];

export interface TimedTurns {
  readonly words: TruthWord[];
  readonly durationMs: number;
}

/** Words of a language by its own rules, each with a time in proportion to its letters. */
export function timeTurns(turns: readonly string[], language: string, millisecondsPerLetter: number): TimedTurns {
  const words: TruthWord[] = [];
  let time = 500;
  for (const [index, turn] of turns.entries()) {
    for (const text of wordsOf(turn, language)) {
      const length = 60 + text.length * millisecondsPerLetter;
      words.push({ text, start: time, end: time + length, speaker: index % 2, given: true });
      time += length + (/[.?!。？！؟]$/u.test(text) ? 420 : 10);
    }
    time += 500;
  }
  return { words, durationMs: time + 1000 };
}

/** Punctuation stays with the word before it. */
function wordsOf(text: string, language: string): string[] {
  if (language !== 'ja') return text.split(' ');
  const words: string[] = [];
  for (const part of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (part.isWordLike || words.length === 0) words.push(part.segment);
    else words[words.length - 1] += part.segment;
  }
  return words;
}
