/** All videos of the stage. Each is made at first use. */
import { asrBody } from './captions/asr';
import { manualBody } from './captions/manual';
import { conversation } from './episodes/conversation';
import { longTalk } from './episodes/long-talk';
import { arabicTurns, japaneseTurns, timeTurns } from './episodes/other-scripts';
import { recordedVideos } from './episodes/recorded';
import { dubbed, musicOnly, namedDuplicates, numbered, smallVideo, stateVideo } from './episodes/small-videos';
import { silentMedia } from './media/recipes';
import type { StageVideo } from './video';

/** Ids of the stage's own videos, by what they are for. */
export const videos = {
  /** Two voices, six chapters, three English tracks, word times known. */
  conversation: 'TideMillA01',
  /** The same with its automatic track alone, as most long conversations on the site are. */
  conversationAutomatic: 'TideMillB02',
  /** Three hours, more than 5,000 rows, chapters; a picture, no sound. */
  threeHours: 'ThreeHours1',
  /** Ten hours, no sound. */
  tenHours: 'TenHoursAb1',
  japanese: 'JapanTide01',
  arabic: 'ArabicSea01',
  /** Three minutes with a track by hand and an automatic one. */
  short: 'ShortTalk01',
  asrOnly: 'AsrOnlyVid1',
  manualOnly: 'ManualOnly1',
  namedDuplicates: 'NamedDupes1',
  dubbed: 'DubbedAudio',
  noCaptions: 'NoCaptions1',
  /** Automatic captions that hold `[Music]` and nothing else worth reading. */
  music: 'MusicOnly01',
  autoChapters: 'AutoChapts1',
  /** Three moments, the first far from 0: not chapters. */
  keyMoments: 'KeyMoments1',
  live: 'LiveStream1',
  upcoming: 'Premiere001',
  age: 'AgeChecked1',
  bot: 'BotChecked1',
  private: 'PrivateVid1',
  unplayable: 'Unplayable1',
  removed: 'RemovedVid1',
} as const;

export type VideoMaker = (id: string) => Promise<StageVideo>;

const hour = 3_600_000;

const automaticName = 'English (auto-generated)';

/** Makers by video id, recorded ones included where their data is there. */
export async function catalogue(): Promise<Map<string, VideoMaker>> {
  const own: [string, (id: string) => StageVideo | Promise<StageVideo>][] = [
    [videos.conversation, conversation],
    [videos.conversationAutomatic, async (id) => only(await conversation(id), true)],
    [videos.threeHours, (id) => longVideo(id, 'The coast, from memory: three hours', 3 * hour, 12 * 60_000)],
    [videos.tenHours, (id) => longVideo(id, 'Ten hours of talk without a sound', 10 * hour, 20 * 60_000)],
    [videos.japanese, japanese],
    [videos.arabic, arabic],
    [videos.short, (id) => smallVideo(id, 'Three minutes on rope', 21)],
    [videos.asrOnly, (id) => only(smallVideo(id, 'Nobody wrote the subtitles', 22), true)],
    [videos.manualOnly, (id) => only(smallVideo(id, 'Somebody wrote the subtitles', 23), false)],
    [videos.namedDuplicates, namedDuplicates],
    [videos.dubbed, dubbed],
    [videos.noCaptions, (id) => smallVideo(id, 'Not a word', 24, { tracks: [], truth: [] })],
    [videos.music, musicOnly],
    [videos.autoChapters, autoChapters],
    [videos.keyMoments, keyMoments],
    [videos.live, (id) => stateVideo(id, 'The harbour, live', 'live')],
    [videos.upcoming, (id) => stateVideo(id, 'Tomorrow: the lock opens', 'upcoming')],
    [videos.age, (id) => stateVideo(id, 'Not for children', 'age')],
    [videos.bot, (id) => stateVideo(id, 'Are you a robot', 'bot')],
    [videos.private, (id) => stateVideo(id, 'Family only', 'private')],
    [videos.unplayable, (id) => stateVideo(id, 'Not in your country', 'unplayable')],
    [videos.removed, (id) => stateVideo(id, 'Gone', 'removed')],
  ];
  const makers = new Map<string, VideoMaker>();
  for (const [id, make] of own) makers.set(id, async (wanted) => make(wanted));
  for (const [id, make] of await recordedVideos()) makers.set(id, make);
  return makers;
}

/** `Numbered000` to `Numbered999`: made on the fly, not listed. */
export function numberedMaker(id: string): VideoMaker | undefined {
  const number = /^Numbered(\d{3})$/.exec(id)?.[1];
  return number === undefined ? undefined : async (wanted) => numbered(wanted, Number(number));
}

function longVideo(id: string, title: string, durationMs: number, chapterMs: number): StageVideo {
  const { words, chapters } = longTalk(durationMs / 1000, durationMs, chapterMs);
  return {
    ...smallVideo(id, title, 1, { durationMs: 60_000 }),
    durationMs,
    tracks: [
      {
        vssId: 'a.en',
        languageCode: 'en',
        name: automaticName,
        trackName: '',
        automatic: true,
        body: asrBody(words, { durationMs, rowLength: 33 }),
      },
    ],
    chapters,
    chapterKind: 'description',
    media: () => silentMedia('The coast, from memory', durationMs),
    truth: words,
  };
}

function japanese(id: string): StageVideo {
  const { words, durationMs } = timeTurns(japaneseTurns, 'ja', 125);
  const body = asrBody(words, { durationMs, joiner: '', rowLength: 22 });
  return {
    ...smallVideo(id, '灯台の光は待ってくれない', 25, { durationMs: 60_000 }),
    durationMs,
    author: '潮と信号',
    tracks: [
      { vssId: 'a.ja', languageCode: 'ja', name: 'Japanese (auto-generated)', trackName: '', automatic: true, body },
    ],
    media: () => silentMedia('灯台', durationMs),
    truth: words,
    speakers: ['聞き手', '北川'],
  };
}

function arabic(id: string): StageVideo {
  const { words, durationMs } = timeTurns(arabicTurns, 'ar', 70);
  const common = { languageCode: 'ar', trackName: '', rightToLeft: true };
  return {
    ...smallVideo(id, 'صانع المراكب في الميناء القديم', 26, { durationMs: 60_000 }),
    durationMs,
    author: 'ملح وإشارة',
    tracks: [
      { ...common, vssId: '.ar', name: 'Arabic', automatic: false, body: manualBody(words, { durationMs }) },
      {
        ...common,
        vssId: 'a.ar',
        name: 'Arabic (auto-generated)',
        automatic: true,
        body: asrBody(words, { durationMs }),
      },
    ],
    media: () => silentMedia('الميناء', durationMs),
    truth: words,
    speakers: ['المذيعة', 'سالم'],
  };
}

function only(video: StageVideo, automatic: boolean): StageVideo {
  return { ...video, tracks: video.tracks.filter((track) => track.automatic === automatic) };
}

/** The site's own chapters may begin at a fraction of a second. */
function autoChapters(id: string): StageVideo {
  const chapters = [
    { start: 0, title: 'Getting in' },
    { start: 41_250, title: 'The first rope' },
    { start: 118_760, title: 'Getting out' },
  ];
  return smallVideo(id, 'Chapters by machine', 27, { chapters, chapterKind: 'auto' });
}

function keyMoments(id: string): StageVideo {
  const chapters = [
    { start: 52_583, title: 'The knot slips' },
    { start: 90_100, title: 'The rope holds' },
    { start: 131_900, title: 'The bell' },
  ];
  return smallVideo(id, 'Three moments', 28, { chapters, chapterKind: 'key-moments' });
}
