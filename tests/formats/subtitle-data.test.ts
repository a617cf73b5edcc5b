/**
 * Real files, where they are at hand: what each holds was read off the file itself, by eye and by counting, not off the readers.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '@/lib/formats/decode';
import type { Parsed, Shape } from '@/lib/formats/shape';
import { SUBTITLE_SHAPES } from './subtitle-shapes';

const DATA = new URL('../../../shared/data/', import.meta.url).pathname;
const hasData = existsSync(DATA);

interface Expected {
  readonly cues: number;
  /** Start, end, and how the words begin. */
  readonly first?: readonly [number, number | null, string];
  readonly last?: readonly [number, number | null, string];
  readonly language?: string;
  readonly speakers?: readonly string[];
  readonly words?: number;
  readonly problems?: readonly string[];
}

const LISHA = { first: [4020, 10_680] } as const;

const FILES: Readonly<Record<string, Expected>> = {
  'webvtt/go-astisub/example-in-html-entities.vtt': {
    cues: 3,
    first: [331, 3750, 'The man in black fled across the desert,\n& the'],
    last: [6331, 9675, 'there are other < worlds than these.'],
  },
  'webvtt/go-astisub/example-in.vtt': {
    cues: 6,
    first: [99_000, 101_040, '(deep rumbling)'],
    last: [151_400, 153_440, '(computer playing\nelectronic melody)'],
    problems: ['text-outside-cue', 'time-not-standard'],
  },
  'webvtt/lattifai/SA1_multi_speaker.vtt': {
    cues: 8,
    first: [480, 3980, 'ALICE: She had your dark suit'],
    last: [28_480, 31_980, 'ALICE: She had'],
  },
  'webvtt/mozilla_mochitest/basic.vtt': { cues: 6, first: [500, 700, 'This'], last: [3217, 3989, 'And more!'] },
  'webvtt/mozilla_mochitest/bug883173.vtt': {
    cues: 5,
    first: [1000, 2000, 'Should display first.'],
    last: [3000, 4000, 'Should display fifth.'],
    problems: ['time-backwards'],
  },
  'webvtt/mozilla_mochitest/region.vtt': { cues: 1, first: [1000, 2000, 'Test here.'] },
  'webvtt/mozilla_mochitest/sequential.vtt': { cues: 3, first: [1000, 2000, 'This'], last: [5000, 6000, 'A Test'] },
  'webvtt/node-webvtt/malformed.vtt': {
    cues: 1,
    first: [6_313_056, 6_314_390, '...mission.'],
    problems: ['blank-line-in-cue'],
  },
  'webvtt/node-webvtt/subs1.vtt': { cues: 683, first: [1800, 5160, '0'], last: [2_438_870, 2_440_080, 'foo'] },
  'webvtt/subsrt/sample.vtt': {
    cues: 5,
    first: [1000, 4000, '— Hi, my name is Alice Miller and this is John Brown.\n— And we'],
    last: [24_000, 30_000, 'Okay, so we have all'],
  },
  'webvtt/vttjs/cue-times__fractions.vtt': { cues: 1, first: [142, 519, 'Text'] },
  'webvtt/vttjs/cue-times__incorrect-delimiter.vtt': {
    cues: 1,
    first: [0, 2000, 'Text'],
    problems: ['time-not-standard'],
  },
  'webvtt/vttjs/cue-times__mismatched-time-spots.vtt': { cues: 1, first: [0, 20_000, 'Text'] },
  'webvtt/vttjs/file-layout__blank-file.vtt': { cues: 0, problems: ['signature-missing', 'no-cues'] },
  'webvtt/vttjs/file-layout__many-comments.vtt': {
    cues: 2,
    first: [1000, 4000, 'Never drink liquid nitrogen.'],
    last: [5000, 9000, '- It will perforate your stomach.\n- You could die.'],
  },
  'webvtt/vttjs/file-layout__newline-before-webvtt.vtt': {
    cues: 1,
    first: [0, 2000, 'text'],
    problems: ['signature-late'],
  },
  'webvtt/vttjs/file-layout__no-space-cue-times-cue-settings.vtt': { cues: 1, first: [0, 1000, 'cue text'] },
  'webvtt/vttjs/file-layout__webvtt-with-bom.vtt': { cues: 1, first: [0, 2000, 'text'] },
  'webvtt/vttjs/integration__arrows.vtt': { cues: 1, first: [0, 0, '-->'] },
  'webvtt/vttjs/integration__cue-content.vtt': {
    cues: 1,
    first: [32_500, 33_500, 'Laughs &am& other stuff > &l<&rl\u200f\u200e\nOh my! >'],
    speakers: ['Neil deGrasse Tyson'],
  },
  'webvtt/vttjs/integration__cue-identifier.vtt': { cues: 1, first: [4000, 5000, 'Transcribed by Celestials'] },
  'webvtt/wpt/arrows.vtt': {
    cues: 6,
    first: [0, 1000, 'text0'],
    last: [0, 1000, 'text5'],
    problems: ['time-unreadable', 'time-unreadable', 'text-outside-cue', 'cue-empty'],
  },
  'webvtt/wpt/header-space.vtt': { cues: 1, first: [0, 1000, 'text'] },
  'webvtt/wpt/regions-id.vtt': { cues: 4, first: [0, 1000, 'valid'] },
  'webvtt/wpt/timings-negative.vtt': {
    cues: 4,
    first: [0, 0, 'text0'],
    last: [3_600_000, null, 'text3'],
    problems: ['end-before-start', 'end-before-start', 'end-before-start'],
  },
  'webvtt/wpt/timings-omitted-hours.vtt': { cues: 3, last: [0, 1000, 'text2'] },
  'srt/3b1b_odd/2015__inventing-math__chinese__community.srt': {
    cues: 235,
    first: [3960, 11_020, '1 + 2 + 4 + 8，继续加2的下一次幂'],
    last: [906_100, 907_980, '加油！探索！发明！'],
    problems: ['cue-empty'],
  },
  'srt/3b1b_odd/2016__3d-transformations__arabic__community.srt': { cues: 74, first: [0, 3760, '[موسيقى كلاسيكية]'] },
  'srt/3b1b_odd/2017__256-bit-security__thai__auto_generated.srt': {
    cues: 65,
    last: [284_700, 285_020, 'งั้นไว้เจอกันใหม่!'],
    problems: ['cue-empty'],
  },
  'srt/3b1b_odd/2018__fourier-transforms__french__community.srt': {
    cues: 369,
    first: [4340, 7280, 'Ce que vous voyez là'],
    last: [1_229_660, 1_233_600, 'allez à janestreet.com/3b1b/'],
  },
  'srt/3b1b_odd/2022__convolutions__chinese__auto_generated.srt': {
    cues: 326,
    first: [0, 3379, '假设有两个不同的数组 或两个不同的函数'],
  },
  'srt/cdown_srt/ascii.srt': { cues: 3, first: [27_000, 30_730, 'ascii'], last: [34_100, 36_570, 'ascii everywhere'] },
  'srt/go-astisub/example-in-html-entities.srt': {
    cues: 3,
    first: [331, 3750, 'The man in black fled across the desert,\n& the gunslinger'],
  },
  'srt/go-astisub/example-in.srt': {
    cues: 6,
    first: [99_000, 101_040, '(deep rumbling)'],
    last: [151_400, 153_440, '(computer playing\nelectronic melody)'],
  },
  'srt/go-astisub/missing-sequence-in.srt': {
    cues: 6,
    first: [99_000, 101_040, '(deep rumbling)'],
    last: [151_400, 153_440, '(computer playing\nelectronic melody)'],
  },
  'srt/mdalai/1-2.srt': { cues: 18, first: [530, 5130, 'dysregulated map case signaling has been\nimplicated'] },
  'srt/ramp/lunchroom_manners.srt': {
    cues: 107,
    first: [1200, 21_000, '[music]'],
    last: [552_100, 557_600, 'Have good lunchtime manners'],
  },
  'srt/subsrt/sample.srt': {
    cues: 5,
    first: [599, 4160, '>> ALICE: Hi, my name is'],
    last: [16_700, 21_480, 'Okay, so we have'],
  },
  'srt/subtitleedit/auto_detect_Danish.srt': {
    cues: 20,
    first: [0, 2200, 'Danske underteksster'],
    last: [241_501, 248_800, '- Jeg laver dig en cremesovs.\n- Jeg har'],
  },
  'srt/subtitleedit/auto_detect_windows-1251.srt': {
    cues: 20,
    first: [32_198, 36_198, 'www.titlovi.com'],
    last: [236_520, 242_100, 'Ако он победи, свет ће да\nпати'],
  },
  'youtube/casechronicle/transcript.head.en.vtt': {
    cues: 9,
    first: [719, 3350, "It's easy to imagine that after Saturday"],
    last: [20_160, 23_349, 'work. Unfortunately, Watts feels exactly'],
    language: 'en',
    words: 65,
    problems: ['rolled-lines'],
  },
  'youtube/turnchunk/youtube_auto_real_shape.vtt': {
    cues: 4,
    first: [0, 4390, '[Music]'],
    last: [8559, 11_430, 'and nobody rebuilt it'],
    language: 'en',
    words: 15,
    problems: ['rolled-lines'],
  },
  'youtube/recorded/glut23__webvtt-py/youtube_dl.vtt': {
    cues: 3,
    first: [286_070, 286_470, 'yeah'],
    last: [304_080, 305_069, "this will happen is I'm telling"],
    words: 6,
    problems: ['rolled-lines'],
  },
  'youtube/mdalai_srv3/2.xml': { cues: 44, first: [0, 2040, 'Sharon was given a few months to live if'], words: 289 },
  'youtube/mdalai_srv3/timedtext.xml': {
    cues: 115,
    first: [30, 5279, 'okay so now we should be recording so'],
    words: 830,
  },
  'youtube/recorded/lattifai__captions/DoesFastChargingHurttheBatteryRaw.srv3': {
    cues: 19,
    first: [240, 3760, 'Does fast charging hurt the battery?'],
    words: 120,
  },
  'youtube/recorded/lattifai__captions/a16z_sample.json3': {
    cues: 11,
    first: [80, 2560, 'The diffusion of AI capability is going'],
    words: 64,
  },
  'youtube/recorded/treant5612__y2bcaptions/subtitleJson3.json3': {
    cues: 151,
    first: [210, 4040, "Hi, I'm Vanessa from SpeakEnglishWithVanessa.com."],
    last: [620_650, 620_660, 'Goodbye.'],
    words: 0,
  },
  'youtube/subtitleinsights_json3/cc_music_video.json': {
    cues: 57,
    first: [1080, 18_600, '[音楽]'],
    last: [275_430, 278_470, '[音楽]'],
  },
  'youtube/youtube_transcript_api/transcript.srv1.xml': {
    cues: 3,
    first: [0, 1540, 'Hey, this is just a test'],
    last: [5700, 8939, 'just something shorter, I made up for testing'],
  },
  'youtube/ytsubconverter_ytt/FaultTolerance.ytt': { cues: 3, first: [1, 4989, 'Text'] },
  'youtube/ytsubconverter_ytt/Offset.ytt': { cues: 1, first: [1, 5022, 'Subscript Regular Superscript Reset'] },
  'youtube/ytsubconverter_ytt/Ruby.ytt': { cues: 5, first: [1, 4989, 'No [ru/ル][by/ビ]'] },
  'youtube/ytsubconverter_ytt/Simultaneous.ytt': {
    cues: 30,
    first: [1, 4021, 'Top 7\nBottom 7'],
    problems: ['time-backwards'],
  },
  'other_subs/go-astisub/example-in.ssa': {
    cues: 6,
    first: [99_000, 101_040, '(deep rumbling)'],
    last: [151_400, 153_440, '(computer playing\nelectronic melody)'],
    speakers: ['Cher', 'autre'],
  },
  'other_subs/go-astisub/example-in.ttml': {
    cues: 6,
    first: [99_000, 101_040, '(deep rumbling)'],
    last: [151_400, 153_440, '(computer playing\nelectronic melody)'],
    language: 'fr-FR',
  },
  'other_subs/pysubs2/ttml_example.ttml': {
    cues: 11,
    first: [760, 3450, 'It seems a paradox, does it not,'],
    last: [53_500, 58_700, 'How truly delightful!'],
  },
  'other_subs/subsrt/sample.ass': {
    cues: 1,
    first: [1180, 6850, 'Like an Angel with pity on nobody\nThe second line'],
    speakers: ['NTP'],
  },
  'other_subs/subsrt/sample.lrc': {
    cues: 6,
    first: [12_000, 17_200, 'Line 1 lyrics'],
    last: [29_020, null, 'Line 6 lyrics'],
  },
  'other_subs/subsrt/sample.sbv': {
    cues: 5,
    first: [599, 4160, '>> ALICE: Hi, my name is Alice Miller\nand this'],
    last: [16_700, 21_480, 'Okay, so'],
  },
  'languages/3b1b_neural-networks/arabic__community.srt': {
    cues: 214,
    first: [...LISHA.first, 'هذه هى ثلاثة'],
    last: [1_105_090, 1_106_060, 'شكرا ليشا'],
  },
  'languages/3b1b_neural-networks/chinese__china_community.srt': {
    cues: 290,
    first: [4350, 5570, '这 是一个3'],
    last: [1_104_880, 1_106_050, '非常感谢Lisha'],
  },
  'languages/3b1b_neural-networks/german__community.srt': {
    cues: 216,
    first: [...LISHA.first, 'Dies ist eine Drei.'],
    last: [1_105_080, 1_106_060, '(3B1B:) Danke, Lisha!'],
    problems: ['cue-empty'],
  },
  'languages/3b1b_neural-networks/hindi__auto_generated.srt': {
    cues: 284,
    first: [4220, 5400, 'यह 3 है.'],
    problems: ['end-before-start'],
  },
  'languages/3b1b_neural-networks/japanese__community.srt': {
    cues: 220,
    first: [...LISHA.first, 'これは3です。'],
    problems: ['cue-empty'],
  },
  'languages/3b1b_neural-networks/korean__community.srt': {
    cues: 255,
    first: [4100, 7560, '여기에 숫자 3이 있습니다.'],
  },
  'languages/3b1b_neural-networks/thai__community.srt': { cues: 223, first: [...LISHA.first, 'นี่คือเลขสาม'] },
  'languages/ableplayer/blocks4all_captions_ko.vtt': {
    cues: 44,
    first: [1340, 3940, '[경쾌한 피아노 선율]'],
    speakers: ["'분'의 어머니", "'분'의 아버지", '분', '리처드 래드너', '로렌', '리처드', '뒤에 있는 성인들'],
  },
  'languages/ableplayer/deadline_captions_en.vtt': {
    cues: 15,
    first: [14_140, 16_180, 'Wanna finish me?'],
    speakers: ['Project', 'Boy'],
  },
  'languages/ableplayer/frenchsong_captions_fr.vtt': {
    cues: 55,
    first: [1772, 4920, "C'est une chanson française."],
    last: [170_000, 173_387, 'rien et ne rien.'],
    language: 'fr',
  },
  'languages/ableplayer/itaccess_subtitles_es.vtt': {
    cues: 94,
    first: [599, 4069, 'estamos comprometidos con la noción\nque'],
  },
  'languages/ableplayer/wwa_captions_en.vtt': {
    cues: 15,
    first: [429, 9165, '[ music ]'],
    language: 'en',
    speakers: ['Narrator', 'Terrill'],
  },
  'languages/ableplayer/wwa_captions_ja.vtt': {
    cues: 15,
    first: [429, 9165, '[ 音楽 ]'],
    language: 'ja',
    speakers: ['ナレーター', 'テリル'],
  },
  'languages/videojs_elephantsdream/captions.ar.vtt': { cues: 77, first: [15_042, 18_625, '...إلى... إلى الشمال'] },
  'languages/videojs_elephantsdream/captions.en.vtt': {
    cues: 78,
    first: [15_000, 17_951, 'At the left we can see...'],
    last: [537_000, 539_867, '...it is.'],
  },
  'languages/videojs_elephantsdream/captions.sv.vtt': {
    cues: 81,
    first: [15_042, 18_250, 'Till vänster kan vi se...\nSer'],
  },
  'languages/vttjs_languages/chinese.vtt': { cues: 1, first: [11_000, 13_000, 'Payload'] },
  'languages/vttjs_languages/hebrew.vtt': { cues: 1, first: [11_000, 13_000, 'Payload'] },
  'languages/vttjs_languages/junk_characters.vtt': { cues: 1, first: [16_000, 18_000, 'Payload'] },
  'languages/vttjs_languages/long_string_greek.vtt': { cues: 1, first: [11_000, 13_000, 'Payload'] },
  'languages/vttjs_languages/multiple_languages.vtt': { cues: 1, first: [11_000, 13_000, 'Payload'] },
};

function read(path: string): { shape: Shape; parsed: Parsed } {
  const { text } = decodeBytes(readFileSync(DATA + path), TextDecoder);
  const ranked = SUBTITLE_SHAPES.map((shape) => ({ shape, confidence: shape.guess(text)?.confidence ?? 0 }));
  ranked.sort((a, b) => b.confidence - a.confidence);
  const best = ranked[0]?.confidence ? ranked[0].shape : SUBTITLE_SHAPES.find(({ id }) => id === 'webvtt');
  if (best === undefined) throw new Error('There is no shape to read with.');
  return { shape: best, parsed: best.parse(text) };
}

/** A file's extension, or its folder where that says more, and the shape it must be taken for. */
function shapeOf(path: string): string {
  if (path.endsWith('.ytt') || path.includes('srv3')) return 'srv3';
  if (path.includes('srv1')) return 'srv1';
  if (path.includes('json')) return 'json3';
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return extension === 'vtt' ? 'webvtt' : extension === 'ssa' ? 'ass' : extension;
}

function outline(
  { start, end, text }: { start: number | null; end: number | null; text: string },
  like: readonly unknown[],
): unknown[] {
  const begin = typeof like[2] === 'string' ? like[2].length : 0;
  return [start, end, text.slice(0, begin)].slice(0, like.length);
}

describe.skipIf(!hasData)('real subtitle files', () => {
  it.each(Object.entries(FILES))('%s', (path, expected) => {
    const { shape, parsed } = read(path);
    expect(shape.id).toBe(shapeOf(path));
    const { cues } = parsed;
    expect(cues).toHaveLength(expected.cues);
    const [first] = cues;
    const last = cues.at(-1);
    if (expected.first && first) expect(outline(first, expected.first)).toEqual(expected.first);
    if (expected.last && last) expect(outline(last, expected.last)).toEqual(expected.last);
    if (expected.language) expect(parsed.language).toBe(expected.language);
    const speakers = [...new Set(cues.flatMap(({ speaker }) => (speaker ? [speaker] : [])))];
    if (expected.speakers) expect(speakers).toEqual(expected.speakers);
    if (expected.words !== undefined)
      expect(cues.reduce((count, { words }) => count + (words?.length ?? 0), 0)).toBe(expected.words);
    expect(parsed.problems.map(({ code }) => code)).toEqual(expected.problems ?? []);
  });

  it('reads the manual json3 as the SRT that was made of it', () => {
    const folder = 'youtube/recorded/treant5612__y2bcaptions/';
    const own = read(`${folder}subtitleJson3.json3`).parsed.cues;
    const made = read(`${folder}subtitleSrt.expected.srt`).parsed.cues;
    expect(own).toEqual(made);
  });

  it('reads the same words in the Windows-1251 file and in its UTF-8 form', () => {
    const bytes = readFileSync(`${DATA}srt/subtitleedit/auto_detect_windows-1251.srt`);
    expect(decodeBytes(bytes, TextDecoder)).toMatchObject({ encoding: 'windows-1251', isSure: false });
  });
});
