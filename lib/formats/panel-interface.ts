/** Words of YouTube's page that come along when its transcript panel is copied, in lower case. Seen in copies of 2023 to 2026. */
const INTERFACE = new Set(
  (
    'in this video|timeline|chapters|transcript|search in video|search transcript|show transcript|hide transcript|close transcript|close|' +
    'follow along using the transcript.|follow along using the transcript|sync to video time|toggle timestamps|share|save|download|clip|thanks|join|' +
    'subscribe|subscribed|description|show more|show less|...more|…more|comments|add a comment...|sort by|videos|about|all|related|up next|autoplay|' +
    'autoplay is on|show chat replay|hide chat replay|live chat replay|top chat replay|skip navigation|sign in|search|home|shorts|subscriptions|you|history|' +
    'explore|more actions|view all|key moments|from your search|recently uploaded|for you|watched|people mentioned|products|music|ask|' +
    'no results found|english|english (auto-generated)|english (united states)|english (united kingdom)|report|like|dislike|nan / nan|' +
    'in diesem video|transkript|transkript anzeigen|kapitel|im video suchen|dans cette vidéo|transcription|chapitres|afficher la transcription|' +
    'en este vídeo|en este video|transcripción|capítulos|mostrar transcripción|neste vídeo|transcrição|capítulos|mostrar transcrição|文字起こし|チャプター|' +
    '文字起こしを表示|转写文稿|章节|内容转文字|스크립트|챕터|buscar en el vídeo|buscar en el video|buscar en la transcripción|rechercher dans la vidéo|rechercher dans la transcription|' +
    'pesquisar no vídeo|pesquisar na transcrição|cerca nel video|cerca nella trascrizione|im transkript suchen|transkript durchsuchen|zoeken in video|動画内を検索|文字起こしを検索|' +
    '在视频中搜索|搜索转写文稿|동영상에서 검색|스크립트 검색|поиск по видео|in questo video|trascrizione|capitoli|mostra trascrizione|расшифровка видео|эпизоды'
  ).split('|'),
);

/** Above the words of podcast players. */
const GENERATED = /^(?:this )?transcript(?:s are| was| is)? (?:auto-?generated|generated automatically)\b/;

/** True for a button, a heading or a language choice of the page around the panel. */
export function isInterfaceText(line: string): boolean {
  if (line.length > 90) return false;
  const plain = line.trim().toLowerCase();
  return (
    GENERATED.test(plain) ||
    INTERFACE.has(plain) ||
    /^\d{1,2}(?::\d\d){1,2} \/ \d{1,2}(?::\d\d){1,2}/.test(plain) ||
    /^[\d.,]+ ?[kmb]? (?:views|subscribers|likes|comments)\b/.test(plain) ||
    /^\p{L}[\p{L} ]{1,24} ?\((?:auto-generated|automatisch (?:erzeugt|generiert|gegenereerd)|générée?s? automatiquement|generad[oa]s? automáticamente|gerad[oa]s? automaticamente|generat[oaie] automaticamente|wygenerowan\p{L}{1,4} automatycznie|создан\p{L}{1,3} автоматически|自動生成|自动生成|자동 생성됨)\)$/u.test(
      plain,
    )
  );
}
