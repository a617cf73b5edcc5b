import { describe, expect, it } from 'vitest';
import { guessLanguage, guessLanguageOf } from '@/lib/speech/guess-language';

describe('the language of a text', () => {
  it.each([
    ['en', 'It was one of those mornings when the light comes in from the sea and you do not know what to do with it.'],
    [
      'de',
      'Es war einer der Morgen, an denen das Licht vom Meer kommt und man nicht weiß, was man mit ihm machen soll.',
    ],
    ['fr', 'C’était un de ces matins où la lumière vient de la mer et où l’on ne sait pas ce que l’on doit en faire.'],
    [
      'es',
      'Era una de esas mañanas en las que la luz viene del mar y no se sabe lo que hay que hacer con ella, pero es así.',
    ],
    [
      'it',
      'Era una di quelle mattine in cui la luce viene dal mare e non si sa che cosa farne, ma è così per tutti gli altri.',
    ],
    [
      'pt',
      'Era uma daquelas manhãs em que a luz vem do mar e não se sabe o que fazer com ela, mas é assim para todos os outros.',
    ],
    [
      'nl',
      'Het was een van die ochtenden waarop het licht van de zee komt en je niet weet wat je er mee aan moet, maar zo is het.',
    ],
    [
      'sv',
      'Det var en av de morgnar då ljuset kommer från havet och man inte vet vad man ska göra med det, men så är det.',
    ],
    [
      'pl',
      'To był jeden z tych poranków, kiedy światło przychodzi od morza i nie wiadomo, co z nim zrobić, ale tak już jest.',
    ],
    ['ru', 'Это было одно из тех утр, когда свет приходит с моря и не знаешь, что с ним делать, но так уж оно есть.'],
    ['uk', 'Це був один із тих ранків, коли світло приходить з моря і не знаєш, що з ним робити, але так воно і є.'],
    [
      'tr',
      'Işığın denizden geldiği ve insanın onunla ne yapacağını bilmediği o sabahlardan bir gündü, ama bu da böyle bir şey.',
    ],
    ['ja', '海から光が差し込んで、どうしたらいいのか分からなくなる、そんな朝でした。'],
    ['zh', '那是一个光线从海上照进来、让人不知道该怎么办的早晨，可是事情就是这样。'],
    ['ko', '바다에서 빛이 들어오는데 그것으로 무엇을 해야 할지 모르는 그런 아침이었다.'],
    ['he', 'זה היה אחד הבקרים שבהם האור מגיע מן הים ולא יודעים מה לעשות איתו.'],
    ['el', 'Ήταν ένα από εκείνα τα πρωινά που το φως έρχεται από τη θάλασσα.'],
    ['hi', 'यह उन सुबहों में से एक थी जब रोशनी समुद्र से आती है और कोई नहीं जानता कि उसका क्या करना है।'],
  ])('is %s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it.each([
    ['too little', 'Yes. No.'],
    ['nothing', ''],
    ['names and numbers', 'Anna 12 Berta 13 Cesar 14 Dora 15 Emil 16 Friedrich 17 Gustav 18 Heinrich 19 Ida 20'],
    ['one common word that is one elsewhere too', 'Laughing, am other, stuff, oh my, goodness, gracious, sakes'],
    ['made-up words', 'bace difo guha jeki lomu napequi rosu tavewi xozu bracle driflo grusta tre bace difo guha'],
  ])('is not told from %s', (_, text) => {
    expect(guessLanguage(text)).toBeNull();
  });

  it('is told from the whole length of a text, not from its title alone', () => {
    const spoken = 'und das ist nicht so wie wir es uns mit dem Wasser auf der anderen Seite gedacht haben';
    const parts = [{ text: 'The history of the tide mill' }, ...Array.from({ length: 60 }, () => ({ text: spoken }))];
    expect(guessLanguageOf(parts)).toBe('de');
  });
});
