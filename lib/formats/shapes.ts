/** All shapes that can be read, in the order in which equals win. */
import { ass } from './ass';
import { assemblyAi } from './assemblyai';
import { aws } from './aws';
import { azure } from './azure';
import { bbcKaldi } from './bbc-kaldi';
import { ctm } from './ctm';
import { deepgram } from './deepgram';
import { google } from './google';
import { htmlPage } from './html-page';
import { hyperaudio } from './hyperaudio';
import { ibm } from './ibm';
import { jsonCues } from './json-cues';
import { json3 } from './json3';
import { lrc } from './lrc';
import { microdvd, mpl2 } from './microdvd';
import { panelAnswer } from './panel-answer';
import { PEOPLE_SHAPES } from './people-list';
import { podcastChapters } from './podcast-chapters';
import { podcastHtml } from './podcast-html';
import { podcastJson } from './podcast-json';
import { readalongJson } from './readalong-json';
import { rev } from './rev';
import { sami } from './sami';
import { sbv } from './sbv';
import { secondsLines } from './seconds-lines';
import type { Shape } from './shape';
import { speechmatics } from './speechmatics';
import { srt } from './srt';
import { srv1 } from './srv1';
import { srv2 } from './srv2';
import { srv3 } from './srv3';
import { stm } from './stm';
import { table } from './table';
import { teams } from './teams';
import { textGrid } from './textgrid';
import { ttml } from './ttml';
import { webAnnotations } from './web-annotations';
import { webvtt } from './webvtt';
import { webvttStandard } from './webvtt-standard-shape';
import { whisper } from './whisper';
import { whisperCpp } from './whisper-cpp';
import { whisperX } from './whisperx';
import { wordParagraphs } from './word-paragraphs';

/** Subtitle files and data of programs: told by their form, hardly ever mistaken. */
export const PROGRAM_SHAPES: readonly Shape[] = [
  webvtt,
  srt,
  ass,
  sbv,
  lrc,
  ttml,
  sami,
  microdvd,
  mpl2,
  webvttStandard,
  json3,
  srv3,
  srv2,
  srv1,
  panelAnswer,
  readalongJson,
  podcastJson,
  podcastChapters,
  podcastHtml,
  hyperaudio,
  whisperX,
  whisper,
  whisperCpp,
  aws,
  google,
  azure,
  teams,
  deepgram,
  assemblyAi,
  ibm,
  speechmatics,
  rev,
  bbcKaldi,
  wordParagraphs,
  webAnnotations,
  table,
  ctm,
  stm,
  secondsLines,
  textGrid,
  jsonCues,
  htmlPage,
];

export const SHAPES: readonly Shape[] = [...PROGRAM_SHAPES, ...PEOPLE_SHAPES];

export function shapeById(id: string): Shape | null {
  return SHAPES.find((shape) => shape.id === id) ?? null;
}
