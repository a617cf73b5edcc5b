import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '@/lib/formats/decode';
import { checkUtf8 } from '@/lib/formats/utf8';

const encoder = new TextEncoder();

function decode(bytes: Uint8Array, options?: { language?: string; encoding?: string }) {
  return decodeBytes(bytes, TextDecoder, options);
}

/** Encodes by looking every byte up in the decoder: enough for encodings of one byte. */
function encodeNarrow(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) table.set(decode(Uint8Array.of(byte), { encoding }).text, byte);
  return Uint8Array.from([...text], (char) => table.get(char) ?? 63);
}

/** The same for encodings of one or two bytes. */
function encodeWide(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (table.get(char) ?? [63]))),
  );
}

function utf16(text: string, isLittle: boolean, mark: boolean): Uint8Array {
  const units = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), isLittle);
  return bytes;
}

const SRT = (words: string) => `1\n00:00:01,000 --> 00:00:02,000\n${words}\n`;

describe('decodeBytes', () => {
  it.each([
    ['UTF-8', encoder.encode(SRT('Grüße, 世界 😀')), 'utf-8'],
    ['UTF-8 with a mark', encoder.encode(`\ufeff${SRT('Grüße')}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(SRT('Grüße'), true, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(SRT('Grüße'), false, true), 'utf-16be'],
    ['UTF-16 LE without one', utf16(SRT('世界世界世界'), true, false), 'utf-16le'],
    ['UTF-16 BE without one', utf16(SRT('世界世界世界'), false, false), 'utf-16be'],
    ['plain ASCII', encoder.encode(SRT('Hello')), 'utf-8'],
    ['nothing', new Uint8Array(0), 'utf-8'],
  ])('is sure of %s', (_, bytes, encoding) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ encoding, isSure: true, problems: [] });
    expect(decoded.text).toBe(new TextDecoder(encoding).decode(bytes));
  });

  it('reads UTF-32 by its mark', () => {
    const units = Array.from(`\ufeff${SRT('Grüße 😀')}`, (char) => char.codePointAt(0) ?? 0);
    const bytes = new Uint8Array(units.length * 4);
    for (const [at, unit] of units.entries()) new DataView(bytes.buffer).setUint32(at * 4, unit, true);
    expect(decode(bytes)).toMatchObject({ encoding: 'utf-32', text: SRT('Grüße 😀') });
  });

  it.each([
    ['windows-1252', 'Où êtes-vous allés ? À l’école, là-bas : c’était déjà très tard, hélas.'],
    ['windows-1252', 'Die Straße führt über die Brücke; schöne Grüße aus München. Natürlich fährt er früh.'],
    ['windows-1252', '¿Dónde está el niño? ¡Mañana, señor! Él también vivirá aquí.'],
    ['windows-1252', 'På øen går små børn i skole; æbler, blåbær og rødgrød.'],
    ['windows-1250', 'Gdzie są książki? Żółta łódź płynie przez jezioro, a słońce świeci.'],
    ['windows-1250', 'Příliš žluťoučký kůň úpěl ďábelské ódy, řekl děda a šel dál.'],
    ['windows-1250', 'Őszi szél fújja a fák ágait, és az idő hűvösebbre fordult; jövőre újra várunk.'],
    ['windows-1251', 'Где же ты была? Я ждал тебя целый вечер, а потом пошёл домой.'],
    ['koi8-u', 'Где же ты была? Я ждал тебя целый вечер, а потом пошел домой.'],
    ['koi8-u', 'Доброе утро, дорогие друзья. Мы говорим о реках.'],
    ['ibm866', 'Где же ты была? Я ждал тебя целый вечер, а потом пошел домой.'],
    ['windows-1253', 'Πού ήσουν; Σε περίμενα όλο το βράδυ και μετά πήγα σπίτι μου.'],
    ['windows-1254', 'Nereye gidiyorsun? Çünkü yağmur yağıyor, şemsiyeyi unutma, güzel kız.'],
    ['windows-1255', 'איפה היית? חיכיתי לך כל הערב ואחר כך הלכתי הביתה.'],
    ['windows-1256', 'أين كنت؟ انتظرتك طوال المساء ثم ذهبت إلى البيت.'],
    ['windows-874', 'คุณอยู่ที่ไหน ฉันรอคุณทั้งคืนแล้วก็กลับบ้าน'],
  ])('finds %s, and says that it guessed', (encoding, words) => {
    const decoded = decode(encodeNarrow(SRT(words), encoding));
    expect(decoded.text).toBe(SRT(words));
    expect(decoded).toMatchObject({ encoding, isSure: false, problems: [{ code: 'encoding-guessed' }] });
  });

  it.each([
    ['gb18030', '你在哪里？我等了你一个晚上，然后就回家了。这是我们的时间。'],
    ['gb18030', '大家早上好，欢迎来到节目。今天我们谈谈河流。'],
    ['big5', '你在哪裡？我等了你一個晚上，然後就回家了。這是我們的時間。'],
    ['shift_jis', 'どこにいたの？一晩中待っていたけど、それから家に帰りました。'],
    ['euc-jp', 'どこにいたの？一晩中待っていたけど、それから家に帰りました。'],
    ['euc-kr', '어디에 있었어요? 밤새도록 기다리다가 집으로 돌아갔습니다. 그리고 나는 잤다.'],
  ])('finds %s', (encoding, words) => {
    const decoded = decode(encodeWide(SRT(words), encoding));
    expect(decoded).toMatchObject({ encoding, text: SRT(words), isSure: false });
  });

  it('lets a hint decide between near equals', () => {
    const bytes = encodeNarrow(SRT('ä ö ü'), 'windows-1252');
    expect(decode(bytes, { language: 'et' }).encoding).toBe('windows-1257');
    expect(decode(bytes, { language: 'de-AT' }).encoding).toBe('windows-1252');
  });

  it('reads as told, and offers what else it could be', () => {
    const bytes = encodeNarrow(SRT('Où êtes-vous allés ? L’été, déjà.'), 'windows-1252');
    expect(decode(bytes, { encoding: 'macintosh' })).toMatchObject({ encoding: 'macintosh', isSure: true });
    expect(decode(bytes).others).toContain('windows-1250');
    expect(decode(bytes, { encoding: 'klingon' }).problems.map(({ code }) => code)).toEqual(['encoding-unknown']);
  });

  it('keeps UTF-8 with a few damaged bytes', () => {
    const good = encoder.encode(SRT('für über Straße öäü ßäöü ÄÖÜ éèà'));
    const bytes = Uint8Array.from([...good.slice(0, 40), 0xff, ...good.slice(40)]);
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ encoding: 'utf-8', problems: [{ code: 'characters-damaged' }] });
    expect(decoded.text).toContain('\ufffd');
  });

  it('does not mind a character cut off at the end', () => {
    const cut = encoder.encode('Grüße, 世界').slice(0, -1);
    expect(decode(cut)).toMatchObject({ encoding: 'utf-8', problems: [] });
  });

  it.each([
    ['a zip', encoder.encode('PK\u0003\u0004word/document.xml')],
    ['a PDF', encoder.encode('%PDF-1.7\n')],
    ['noise', Uint8Array.from({ length: 4096 }, (_, at) => ((at * 7919) % 251) & 0x1f)],
  ])('refuses %s', (_, bytes) => {
    expect(decode(bytes)).toMatchObject({ text: '', encoding: null, problems: [{ code: 'binary' }] });
  });

  it('reads WebVTT that holds many NUL bytes, as browsers do', () => {
    const text = 'WEBVTT\n\n\0\0a\0\n00:00.000 --> 00:01.000\n\0b\0\n';
    expect(decode(encoder.encode(text))).toMatchObject({ text, encoding: 'utf-8', problems: [] });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(typeof decode(bytes).text).toBe('string');
      }),
    );
  });
});

describe('checkUtf8', () => {
  it('agrees with the platform about what is well-formed', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => [...encoder.encode(text.toWellFormed())]),
      fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 3 }),
      fc.constantFrom(
        [0xc0, 0xaf],
        [0xed, 0xa0, 0x80],
        [0xf5, 0x80, 0x80, 0x80],
        [0xe0, 0x80, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        // A line feed at the end, so that nothing counts as merely cut off.
        const bytes = Uint8Array.from([...pieces.flat(), 10]);
        let isWellFormed = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          isWellFormed = false;
        }
        expect(checkUtf8(bytes).damaged === 0).toBe(isWellFormed);
      }),
    );
  });
});
