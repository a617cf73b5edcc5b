/**
 * Real answers and real transcripts, where the folder that holds them stands beside the project. Nothing of it is part of
 * the project; without it the list is empty.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CaptionFormat, TrackBody } from '../captions/body';
import { recordedBody } from '../captions/read-recorded';
import { projectRoot } from '../media/cache';
import { silentMedia } from '../media/recipes';
import type { StageTrack, StageVideo } from '../video';
import { bodyOfTimedLines, bodyTimedByTurns } from './founding';
import { smallVideo } from './small-videos';

/** The folder with the recorded data; `STAGE_DATA` names another one. */
export const dataFolder = process.env.STAGE_DATA ?? resolve(projectRoot, '../shared/data');

const recorded = 'youtube/recorded';
const answers = `${recorded}/jdepoix__youtube-transcript-api`;

/** Ids of the recorded videos, by what they are. Present in the stage only where the data is. */
export const recordedIds = {
  /** The recorded watch page of June 2025, every track withheld. */
  watchPage: 'GJLlxj_dtq8',
  asrJson3: 'RecJson3Asr',
  japaneseJson3: 'RecJson3Jpn',
  manualJson3: 'RecJson3Man',
  asrSrv3: 'RecSrv3Auto',
  longSrv3: 'RecSrv3Long',
  asrVtt: 'RecVttAuto1',
  manualSrv1: 'RecSrv1Man1',
  /** 97 minutes of timed lines. */
  timedLines: 'Founding004',
  /** 68 minutes of words, timed by another transcript's turns. */
  timedByTurns: 'Founding000',
  ageRestricted: 'Njp5uhTorCo',
  disabled: 'dsMFmonKDD4',
  disabledToo: 'Fjg5lYqvzUs',
  dutchVideo: 'F1xioXWb8CY',
  blocked: 'RecBlocked1',
  customReason: 'RecUnplay01',
  unavailable: 'RecGoneGone',
} as const;

type Maker = (id: string) => Promise<StageVideo>;

export async function recordedVideos(): Promise<[string, Maker][]> {
  if (!existsSync(join(dataFolder, recorded))) return [];
  const document = (
    id: string,
    path: string,
    format: CaptionFormat,
    automatic: boolean,
    language = 'en',
  ): [string, Maker] => [
    id,
    async (wanted) => captioned(wanted, path, recordedBody(await read(path), format, automatic), automatic, language),
  ];
  const answer = (id: string, file: string): [string, Maker] => [id, (wanted) => answeredVideo(wanted, file)];
  const all: [string, Maker][] = [
    [recordedIds.watchPage, watchPage],
    document(recordedIds.asrJson3, `${recorded}/lattifai__captions/a16z_sample.json3`, 'json3', true),
    [recordedIds.japaneseJson3, japaneseSong],
    document(recordedIds.manualJson3, `${recorded}/treant5612__y2bcaptions/subtitleJson3.json3`, 'json3', false),
    document(
      recordedIds.asrSrv3,
      `${recorded}/lattifai__captions/DoesFastChargingHurttheBatteryRaw.srv3`,
      'srv3',
      true,
    ),
    document(recordedIds.longSrv3, 'youtube/mdalai_srv3/timedtext.xml', 'srv3', true),
    document(recordedIds.asrVtt, 'youtube/casechronicle/transcript.head.en.vtt', 'vtt', true),
    document(recordedIds.manualSrv1, `${answers}/transcript.xml.static`, 'srv1', false),
    [recordedIds.timedLines, timedLines],
    [recordedIds.timedByTurns, timedByTurns],
    answer(recordedIds.ageRestricted, 'youtube_age_restricted'),
    answer(recordedIds.disabled, 'youtube_transcripts_disabled'),
    answer(recordedIds.disabledToo, 'youtube_transcripts_disabled2'),
    answer(recordedIds.dutchVideo, 'youtube_ww1_nl_en'),
    answer(recordedIds.blocked, 'youtube_request_blocked'),
    answer(recordedIds.customReason, 'youtube_unplayable'),
    answer(recordedIds.unavailable, 'youtube_video_unavailable'),
  ];
  return all;
}

function read(path: string): Promise<string> {
  return readFile(join(dataFolder, path), 'utf8');
}

/** This recording is wrapped in the message of the extension that made it. */
async function japaneseSong(id: string): Promise<StageVideo> {
  const message = JSON.parse(await read(`${recorded}/mauriciopoppe__SubtitleInsights/cc_music_video.json`)) as {
    payload: object;
  };
  return captioned(id, 'A song in Japanese', recordedBody(JSON.stringify(message.payload), 'json3', true), true, 'ja');
}

function captioned(id: string, title: string, body: TrackBody, automatic: boolean, language: string): StageVideo {
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  const track: StageTrack = {
    vssId: automatic ? `a.${language}` : `.${language}`,
    languageCode: language,
    name: automatic ? `${name} (auto-generated)` : name,
    trackName: '',
    automatic,
    body,
  };
  return {
    ...smallVideo(id, title, 40, { durationMs: 60_000 }),
    durationMs: body.durationMs,
    tracks: [track],
    media: () => silentMedia('Recorded captions', body.durationMs),
    truth: [],
    speakers: [],
  };
}

async function timedLines(id: string): Promise<StageVideo> {
  const body = bodyOfTimedLines(await read('seeds/004_f29792afbc783de4.txt'));
  return captioned(id, 'A conversation of 97 minutes', body, true, 'en');
}

async function timedByTurns(id: string): Promise<StageVideo> {
  const [text, turns] = await Promise.all([
    read('seeds/000_342dee5410dc0a61.txt'),
    read('seeds/001_e77d558f5bbefde7.txt'),
  ]);
  return captioned(id, 'A conversation of 68 minutes', bodyTimedByTurns(text, turns), true, 'en');
}

interface RecordedTrack {
  baseUrl: string;
  vssId: string;
  languageCode: string;
  kind?: string;
  trackName?: string;
  name: { simpleText?: string; runs?: { text: string }[] };
}

interface RecordedAnswer {
  playabilityStatus?: { status?: string };
  videoDetails?: {
    title?: string;
    author?: string;
    lengthSeconds?: string;
    channelId?: string;
    shortDescription?: string;
  };
  captions?: { playerCaptionsTracklistRenderer?: { captionTracks?: RecordedTrack[] } };
}

/** A recorded player answer; its tracks lead to recorded caption documents, whatever language they claim. */
async function answeredVideo(id: string, file: string): Promise<StageVideo> {
  const answer = JSON.parse(await read(`${answers}/${file}.innertube.json.static`)) as RecordedAnswer;
  return fromAnswer(id, answer);
}

async function fromAnswer(id: string, answer: RecordedAnswer): Promise<StageVideo> {
  const manual = recordedBody(await read(`${recorded}/treant5612__y2bcaptions/subtitleJson3.json3`), 'json3', false);
  const automatic = recordedBody(await read(`${recorded}/lattifai__captions/a16z_sample.json3`), 'json3', true);
  const details = answer.videoDetails ?? {};
  const durationMs = Number(details.lengthSeconds ?? 60) * 1000;
  const tracks = (answer.captions?.playerCaptionsTracklistRenderer?.captionTracks ?? []).map(
    (track): StageTrack => ({
      vssId: track.vssId,
      languageCode: track.languageCode,
      name: track.name.simpleText ?? track.name.runs?.[0]?.text ?? '',
      trackName: track.trackName ?? '',
      automatic: track.kind === 'asr',
      body: track.kind === 'asr' ? automatic : manual,
      recordedUrl: track.baseUrl,
    }),
  );
  const isPlayable = answer.playabilityStatus?.status === 'OK';
  return smallVideo(id, details.title ?? 'A recorded answer', 41, {
    author: details.author ?? '',
    channelId: details.channelId ?? '',
    description: details.shortDescription ?? '',
    durationMs,
    state: isPlayable ? 'ok' : 'unplayable',
    tracks,
    truth: [],
    media: isPlayable ? () => silentMedia('Recorded answer', durationMs) : null,
    recordedPlayerResponse: answer,
  });
}

async function watchPage(id: string): Promise<StageVideo> {
  const html = await read(`${answers}/youtube.html.static`);
  const video = await fromAnswer(id, jsonAfter(html, 'var ytInitialPlayerResponse = ') as RecordedAnswer);
  return { ...video, recordedInitialData: jsonAfter(html, 'var ytInitialData = ') as object, recordedHtml: html };
}

/** The JSON object that begins right after `marker`. */
function jsonAfter(text: string, marker: string): unknown {
  const from = text.indexOf(marker) + marker.length;
  let depth = 0;
  let inString = false;
  for (let index = from; index < text.length; index += 1) {
    const letter = text[index];
    if (inString) {
      if (letter === '\\') index += 1;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return JSON.parse(text.slice(from, index + 1));
    }
  }
  throw new Error(`No JSON after ${marker}`);
}
