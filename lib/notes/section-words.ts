/** The words headings are made of, in the languages people write notes in. Lower case, without apostrophes. */
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
export const NOUNS: readonly (readonly [SectionKind, string])[] = [
  ['neutral', 'notes shownotes introduction intro preamble background context outro notizen einleitung 备注'],
  [
    'gist',
    `gist tldr overview about description abstract synopsis nutshell glance blurb überblick übersicht kurzfassung résumé
    descripción descrição descrizione samenvatting beschreibung 概要 あらすじ 简介 簡介 소개 описание الوصف`,
  ],
  [
    'summary',
    `summary summaries recap conclusion conclusions zusammenfassung fazit resumen resumo sommaire riassunto conclusión
    conclusiones conclusão まとめ 要約 摘要 总结 總結 요약 резюме итоги الملخص ملخص`,
  ],
  ['date', 'date published aired recorded released'],
  ['length', 'length duration runtime'],
  [
    'guest',
    `guest guests gast gäste invité invitée invités invitado invitada invitados convidado convidada ospite bio biography
    ゲスト 嘉宾 嘉賓 게스트 гость الضيف`,
  ],
  ['reveal', 'reveal reveals revelation revelations bombshell bombshells surprise surprises confession confessions'],
  ['remember', 'remember remembering memorable fact facts trivia tidbits nuggets fakten'],
  [
    'insight',
    `insight insights highlight highlights idea ideas learning learnings einsichten erkenntnisse ideen aperçus idées
    ideias aprendizajes 気づき 学び 洞察 인사이트 инсайты`,
  ],
  [
    'takeaway',
    `takeaway takeaways lesson lessons point points conclusion moral bullet bullets topic topics theme themes discussed
    kernaussagen kernpunkte themen punkte actions advice tips steps todos puntos temas lecciones consejos points conseils pontos lições punti
    要点 重点 ポイント 핵심 тезисы النقاط نقاط`,
  ],
  ['qa', 'faq faqs qa q&a answers antworten réponses respuestas respostas 問答 问答 質疑応答 文答'],
  ['question', 'question questions fragen preguntas perguntas domande vragen 質問 问题 問題 질문 вопросы أسئلة'],
  [
    'quote',
    `quote quotes quotation quotations quotable zitat zitate citation citations cita citas frases soundbites citações
    citazioni citaten 名言 引用 金句 인용 цитаты اقتباسات`,
  ],
  [
    'link',
    `link links article articles papers studies websites tools resource resources reference references referenced mentions mentioned ressourcen quellen sources liens enlaces
    recursos recursos risorse リンク 参考 链接 連結 링크 ссылки روابط`,
  ],
  [
    'recommendation',
    `recommended recommendation recommendations recommends recommend picks pick books book reading empfehlungen bücher
    recomendados recomendadas recommandés consigliati empfohlene recommandations livres recomendaciones libros recomendações livros libri 書籍 书籍 おすすめ 推荐 추천 книги`,
  ],
  [
    'chapter',
    `chapter chapters timestamp timestamps timecode timecodes outline timeline agenda contents toc zeitstempel kapitel
    kapitelmarken inhalt chapitres capítulos capitoli hoofdstukken índice minutage sommario 目次 チャプター タイムスタンプ 章节 章節 时间轴 目录
    챕터 목차 타임라인 главы таймкоды содержание الفصول`,
  ],
];

/** Where one of these stands in a heading, the section is furniture whatever else it says. */
export const FURNITURE_NOUNS: ReadonlySet<string> = new Set(
  `sponsor sponsors sponsored sponsorship sponsoring advertisement advertisements ads advert partner partners promo affiliate
  social socials subscribe follow newsletter merch patreon donate donations supporters share comments comment related tweet
  navigation menu connections cluster clusters mappings tags categories footer cookies cookie privacy credits keywords speakers
  transcript transcripts transcription metadata disclaimer disclaimers disclosures download downloads werbung sponsoren
  transkript abonnieren patrocinadores patrocinador publicidad transcripción transcrição transcription abonnez suscríbete
  sígueme síguenos スポンサー 文字起こし 赞助 관련 спонсоры`.split(/\s+/),
);

/** Words that may stand beside the noun without changing it. */
export const FILLERS: ReadonlySet<string> = new Set(
  `the a an some top my our your key main most important big biggest best favorite favourite notable more other great
  few of from in on this that episode episodes video podcast show talk conversation interview chat and und y et e or & + i
  for to with worth things thing what we you i learned learn ll about covered cover was were is are it them they moments moment
  all at by quick short brief full complete detailed here detail glance die der das wichtigste wichtigsten les le la los
  las el principales principal destacadas destacados principais clave chiave ideas one two three four five six seven eight nine ten thank
  thanks executive sentence line paragraph additional further extra general selected full new action actionable item items zur zum folge episode épisode
  episodio episódio del de du des da do zu أهم`.split(/\s+/),
);

/** Whole headings whose words mislead one by one. */
export const PHRASES: ReadonlyMap<string, SectionKind> = new Map<string, SectionKind>(
  (
    [
      [
        'gist',
        `tl dr|tl;dr|in a nutshell|at a glance|in this episode|in this video|in this conversation|about this episode|about the episode|about|in brief|
        in short|in one line|the big idea|worum geht es|worum gehts|darum geht es|in dieser folge|en bref|dans cet épisode|en este episodio|
        de qué va|en resumen|neste episódio|in questo episodio|краткое содержание|о чём|今回の内容`,
      ],
      ['guest', 'about the guest|about our guest|about the guests|meet the guest|who is the guest|zu gast'],
      [
        'remember',
        'things to remember|things worth remembering|worth remembering|good to know|did you know|fun facts|gut zu wissen',
      ],
      [
        'takeaway',
        `what we learned|what i learned|what you will learn|what youll learn|ce quil faut retenir|à retenir|points clés|das nehmen wir mit|
        next steps|to do|action items|key points|key points for quick navigation|重要ポイント|핵심 정리|ключевые мысли|ключевые идеи|главное|أهم النقاط`,
      ],
      ['qa', 'q a|q & a|q and a|fragen und antworten|questions réponses|preguntas y respuestas|вопросы и ответы'],
      ['summary', 'final thoughts|closing thoughts|bottom line|wrap up'],
      ['recommendation', 'sick picks|books mentioned|books recommended|recommended reading'],
      ['neutral', 'show notes|shownotes'],
      [
        'quote',
        `my highlights|your highlights|kindle highlights|highlights notes|highlights and notes|
        best quotes|best lines|in their own words|in her own words|in his own words|in their words|frases célebres`,
      ],
      ['chapter', 'table of contents|in this episode we cover|we cover'],
      ['link', 'people mentioned|pour aller plus loin|weiterführende links|para saber más|mehr dazu|learn more about'],
      [
        'furniture',
        `podcast info|hit us up on socials|shameless plugs|further exploration|see also|read more|read next|you may also like|
        explore more|explore more summaries|more episodes|other episodes|related episodes|related posts|related articles|about the author|
        about the host|about the hosts|about the show|about the podcast|about us|about me|brought to you by|our sponsors|summary keywords|
        connect with us|support connect|support and connect|get in touch|stay connected|stay in touch|recent posts|leave a reply|support the show|support us|sag uns deine meinung`,
      ],
    ] as const
  ).flatMap(([kind, phrases]) => phrases.split('|').map((phrase) => [phrase.trim(), kind] as const)),
);
