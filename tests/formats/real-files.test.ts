/**
 * Real files that lie beside a developer's copy of the project and are not part of it. What each holds was read off by
 * eye. Skipped where they are missing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAny } from '@/lib/formats';
import { countWords } from '@/lib/formats/count-words';
import { decodeBytes } from '@/lib/formats/decode';

const DATA = join(import.meta.dirname, '../../../shared/data');

interface Held {
  readonly shape: string;
  readonly cues: number;
  readonly speakers?: readonly string[] | number;
  /** Times of the first and the last cue that have one, in milliseconds. */
  readonly first?: number | null;
  readonly last?: number | null;
  readonly words?: number;
  readonly chapters?: number;
  readonly timing?: string;
  readonly language?: string;
}

const HELD: Readonly<Record<string, Held | string>> = {
  'seeds/000_342dee5410dc0a61.txt': { shape: 'plain-text', cues: 1, words: 11_858, timing: 'none', first: null },
  'seeds/001_e77d558f5bbefde7.txt': {
    shape: 'speaker-turns',
    cues: 98,
    speakers: ['Speaker 1', 'Speaker 2', 'Speaker 3'],
    first: 0,
    last: 4_096_000,
    timing: 'turn',
  },
  'seeds/002_79f845da56a4de89.txt': 'notes-page',
  'seeds/003_a571fbaf66ada0f1.txt': 'notes-page',
  'seeds/004_f29792afbc783de4.txt': { shape: 'timed-lines', cues: 903, first: 1000, last: 5_828_000, timing: 'second' },
  'panel/youtube_panel_2026/jim_fan_panel_copy.txt': {
    shape: 'youtube-panel-text',
    cues: 62,
    first: 2000,
    last: 165_000,
    chapters: 3,
  },
  'panel/youtube_panel_a11y/playwright_assertions_part1.txt': {
    shape: 'youtube-panel-text',
    cues: 20,
    first: 0,
    last: 150_000,
    chapters: 4,
  },
  'panel/youtube_panel_plain/istio_panel_copy.txt': {
    shape: 'youtube-panel-text',
    cues: 12,
    first: 0,
    last: 22_000,
    chapters: 0,
  },
  'timed_lines/tactiq/model_interpretability.txt': { shape: 'timed-lines', cues: 31, first: 4480, last: 91_880 },
  'timed_lines/talkpython_txt/000_tptm_introducing_the_show.txt': {
    shape: 'timed-lines',
    cues: 52,
    first: 0,
    last: 201_000,
  },
  'podcast/podcast-namespace/example.json': {
    shape: 'podcast-json',
    cues: 5,
    speakers: ['Darth Vader', 'Luke'],
    first: 500,
    last: 2750,
  },
  'podcast/podcast-namespace/example.srt': {
    shape: 'srt',
    cues: 222,
    speakers: ['Travis', 'Sarah', 'Gilon'],
    first: 179,
    last: 752_671,
  },
  'podcast/transcriptator/buzzcast.html': {
    shape: 'podcast-html',
    cues: 34,
    speakers: ['Alban', 'Kevin', 'Travis', 'Tom', 'Dave'],
    first: 0,
    last: 1_661_000,
  },
  'podcast/transcriptator/how_to_start_a_podcast.json': {
    shape: 'podcast-json',
    cues: 2442,
    words: 2442,
    speakers: ['Travis', 'Eric'],
    first: 300,
    last: 710_390,
  },
  'podcast/transcriptator/podnews_weekly_review_2023-05-05.json': {
    shape: 'podcast-json',
    cues: 122,
    speakers: 5,
    first: 35,
    last: 206_694,
  },
  'podcast/transcriptator/podcasting_20_episode_124.srt': {
    shape: 'srt',
    cues: 646,
    speakers: ['Adam Curry', 'Unknown', 'Dave Jones'],
  },
  'asr/bbc_ted_kate_darling/amazonTranscribe.sample.json': {
    shape: 'aws',
    cues: 109,
    words: 1791,
    first: 13_030,
    timing: 'word',
  },
  'asr/bbc_ted_kate_darling/digitalPaperEdit.sample.json': {
    shape: 'word-paragraphs',
    cues: 22,
    words: 1454,
    speakers: ['F_S12', 'F_S10'],
    first: 13_020,
  },
  'asr/bbc_ted_kate_darling/gcpStt.sample.json': { shape: 'google', cues: 57, first: 12_900, timing: 'word' },
  'asr/bbc_ted_kate_darling/kaldiTedTalkTranscript.sample.json': {
    shape: 'bbc-kaldi',
    cues: 136,
    words: 1712,
    first: 13_020,
  },
  'asr/bbc_ted_kate_darling/speechmaticsTedTalkTranscript.sample.json': {
    shape: 'speechmatics',
    cues: 116,
    speakers: ['F4', 'F3', 'F2'],
    first: 13_050,
    language: 'en',
  },
  'asr/deepgram_captions/assemblyai_transcription.json': {
    shape: 'assemblyai',
    cues: 3,
    words: 60,
    speakers: ['A'],
    first: 170,
  },
  'asr/deepgram_captions/dg_speakers.json': {
    shape: 'deepgram',
    cues: 22,
    words: 226,
    speakers: ['Speaker 0', 'Speaker 1', 'Speaker 2'],
    first: 3040,
  },
  'asr/deepgram_captions/dg_transcription.json': { shape: 'deepgram', cues: 3, words: 62, first: 80 },
  'asr/deepgram_captions/whisper_timestamped.json': {
    shape: 'whisper',
    cues: 4,
    words: 59,
    first: 120,
    language: 'en',
  },
  'asr/hyperaudio/youtube.article.html': { shape: 'hyperaudio', cues: 66, first: 100, timing: 'word' },
  'asr/ramp/lunchroom_base.json': { shape: 'json-cues', cues: 107, first: 1200, last: 552_100 },
  'asr/whisper-timestamped/naive__naive_apollo11.mp3.words.json': {
    shape: 'whisper',
    cues: 6,
    first: 540,
    language: 'en',
  },
  'asr/whisper-timestamped/punctuations_yes__punctuations.mp3.tsv': { shape: 'table', cues: 1, words: 6, first: 380 },
  'asr/whisper-timestamped/punctuations_yes__punctuations.mp3.words.json': {
    shape: 'whisper',
    cues: 1,
    words: 6,
    first: 380,
    language: 'fr',
  },
  'asr/whisper-timestamped/small.en__arabic.mp3.words.json': { shape: 'whisper', cues: 3, first: 2920 },
  'asr/whisper-timestamped/tiny_auto__radio_short.mp3.words.json': { shape: 'whisper', cues: 22, first: 5000 },
  'asr/whisper-timestamped/tiny_fr__empty.mp3.words.json': { shape: 'whisper', cues: 0, language: 'fr' },
  'speaker_text/bitcointranscripts/segwit_rbf_attacks.md': {
    shape: 'speaker-turns',
    cues: 18,
    speakers: ['Speaker 0', 'Speaker 1'],
    first: 4000,
    last: 81_000,
  },
  'speaker_text/changelog/brain-science-1.md': {
    shape: 'named-turns',
    cues: 125,
    speakers: ['Mireille B. Reece, Psy.D', 'Adam Stacoviak'],
    first: 246_000,
    last: 2_590_000,
  },
  'speaker_text/changelog/changelog-news-147.md': {
    shape: 'named-turns',
    cues: 8,
    speakers: ['Jerod Santo'],
    timing: 'none',
  },
  'speaker_text/changelog/request-for-commits-13.md': { shape: 'named-turns', cues: 67, speakers: 4, last: 3_606_160 },
  'speaker_text/changelog/the-changelog-534.md': {
    shape: 'named-turns',
    cues: 255,
    speakers: ['Jerod Santo', 'Simon Willison', 'Adam Stacoviak'],
    last: 5_747_210,
  },
  'speaker_text/ladybug_otter_md/invisible_women_part1.md': {
    shape: 'name-headings',
    cues: 5,
    speakers: ['Kelly', 'Emma', 'Ali'],
    first: 0,
    last: 64_000,
  },
  'speaker_text/lattifai/DQacCB9tDaw_16K_First05Mins.md': {
    shape: 'timed-lines',
    cues: 26,
    speakers: ['Mira Murati'],
    chapters: 5,
    first: 0,
  },
  'speaker_text/lennys_podcast/zevi_arnovitz_part1.md': {
    shape: 'name-blocks',
    cues: 7,
    speakers: ['Lenny Rachitsky', 'Zevi Arnovitz'],
    first: 0,
    last: 55_000,
    chapters: 0,
  },
  'speaker_text/lexfridman_site/385_jimmy_wales.md': {
    shape: 'name-blocks',
    cues: 110,
    speakers: ['Jimmy Wales', 'Lex Fridman'],
    first: 0,
    last: 2_315_000,
    chapters: 20,
  },
  'speaker_text/ramp/volleyball.txt': { shape: 'plain-text', cues: 5, timing: 'none' },
  'speaker_text/t2o2_interviews/20130723_BrainstormTech.txt': { shape: 'named-turns', cues: 153, timing: 'none' },
  'meetings/google_meet_podman/podman_meet_part1.txt': {
    shape: 'named-turns',
    cues: 13,
    speakers: ['Tom Sweeney', 'Daniel Walsh', 'Matt Heon'],
    first: 1_500_000,
  },
  'meetings/teams_docx_text/teams_docx_tail.names_replaced.txt': {
    shape: 'name-headings',
    cues: 6,
    speakers: ['Person A', 'Person B', 'Person C'],
    first: 1_849_000,
    last: 1_865_000,
  },
  'meetings/turnchunk/teams.vtt': { shape: 'webvtt', cues: 4, speakers: ['Alice Chen', 'Bob Ferreira'], first: 1000 },
  'notes/3b1b_descriptions/bitcoin__german__description.json': 'unknown-shape',
  'notes/ableplayer/itaccess_chapters_en.vtt': { shape: 'webvtt', cues: 14, chapters: 14 },
  'notes/ableplayer/wwa_chapters_de.vtt': { shape: 'webvtt', cues: 2, chapters: 2 },
  'notes/videojs_elephantsdream/chapters.en.vtt': { shape: 'webvtt', cues: 9, chapters: 9 },
  'notes/obsidian_vault/Episode-413-Bill-Ackman.md': 'notes-page',
  'notes/podcast-namespace_chapters/example.json': { shape: 'podcast-chapters', cues: 0, chapters: 9 },
  'notes/summary_with_quotes/openclaw_lex491_summary.md': 'notes-page',
  'notes/syntaxfm/092_react_hooks.md': 'notes-page',
  'notes/syntaxfm/753_cache.md': 'notes-page',
  'pairs/talkpython/420/podcast.txt': { shape: 'timed-lines', cues: 467, speakers: ['Speaker 1'] },
  'pairs/coraal/DCB_se1_ag2_m_02_3/rev.json': { shape: 'rev', cues: 37, speakers: 3, first: 750 },
  'pairs/coraal/DCB_se1_ag2_m_02_3/amberscript.json': {
    shape: 'json-cues',
    cues: 29,
    speakers: ['Interviewer', 'Interviewee'],
    first: 4840,
  },
  'pairs/3b1b/vectors/transcript.txt': { shape: 'plain-text', cues: 71, words: 1793 },
  'pairs/earnings21/4386541/human.turns.derived.txt': { shape: 'named-turns', cues: 17, words: 2715, speakers: 5 },
  'youtube/longcut_segments/example_1.json': { shape: 'json-cues', cues: 837, first: 240 },
};

describe.skipIf(!existsSync(DATA))('real files', () => {
  it.each(Object.entries(HELD).filter(([file]) => existsSync(join(DATA, file))))('%s', (file, held) => {
    const { text } = decodeBytes(readFileSync(join(DATA, file)), TextDecoder);
    const reading = parseAny(text);
    if (typeof held === 'string') {
      expect(reading.ok ? reading.shape : reading.error.code).toBe(held);
      return;
    }
    if (!reading.ok) expect.fail(reading.error.code);
    const { cues, chapters, timing, language } = reading.parsed;
    const times = cues.flatMap(({ start }) => (start === null ? [] : [start]));
    const speakers = [...new Set(cues.flatMap(({ speaker }) => (speaker ? [speaker] : [])))];
    const found: Held = {
      shape: reading.shape,
      cues: cues.length,
      ...(held.speakers === undefined ? {} : { speakers: Array.isArray(held.speakers) ? speakers : speakers.length }),
      ...(held.first === undefined ? {} : { first: times[0] ?? null }),
      ...(held.last === undefined ? {} : { last: times.at(-1) ?? null }),
      ...(held.words === undefined ? {} : { words: countWords(cues, language) }),
      ...(held.chapters === undefined ? {} : { chapters: chapters?.length ?? 0 }),
      ...(held.timing === undefined ? {} : { timing }),
      ...(held.language === undefined ? {} : { language: language ?? '' }),
    };
    expect(found).toEqual(held);
    expect(cues.every(({ text: words }) => words !== '' && !words.includes('  '))).toBe(true);
  });
});
